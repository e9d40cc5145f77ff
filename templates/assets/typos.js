// What was meant by a mistyped word. The search brings this in when a word is not found.

// How many letters are wrong, up to two; two that changed places are one.
const typos = (a, b) => {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let older;
  let old = [...b, 0].map((_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    [older, old] = [old, row];
  }
  return old[b.length];
};

// The two words of an index's terms that are spelt most alike, each with how likely it is meant. Terms behind `~` are
// words written backwards; a longer word with the same end counts too: it is a compound, or has a prefix.
export const guesses = (text, terms) =>
  terms
    .map((term) => {
      const word = term[0] === "~" ? [...term.slice(1)].reverse().join("") : term;
      return [word, word.endsWith(text) ? 1.5 : typos(text, word)];
    })
    .filter(([, wrong]) => wrong < (text.length > 7 ? 3 : 2))
    .sort((a, b) => a[1] - b[1])
    .slice(0, 2)
    .map(([word, wrong]) => [word, 0.9 - 0.2 * wrong]);

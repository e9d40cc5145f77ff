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
const guesses = (text, terms) =>
  terms
    .map(([term]) => {
      const word = term[0] === "~" ? [...term.slice(1)].reverse().join("") : term;
      return [word, word.endsWith(text) ? 1.5 : typos(text, word)];
    })
    .filter(([, wrong]) => wrong < (text.length > 7 ? 3 : 2))
    .sort((a, b) => a[1] - b[1])
    .slice(0, 2)
    .map(([word, wrong]) => [word, 0.9 - 0.2 * wrong]);

// The longest beginning of a text that is a word of its own, and what follows it: they may have been written together.
const parts = (text, terms) =>
  terms
    .filter(([term]) => term.length > 2 && term.length < text.length - 2 && text.startsWith(term))
    .sort(([a], [b]) => b.length - a.length)
    .slice(0, 1)
    .map(([term]) => [term, text.slice(term.length)]);

// Looks for what was meant among a word's neighbours, then among those of its end, then for the words that it consists
// of: `look` adds to a unit what the index has of a word, of which `shard` gives what stands around it. Returns what is
// to be looked for as well.
export const repair = async (unit, shard, look) => {
  const { text } = unit;
  const around = await shard(text);
  let found = guesses(text, around);
  if (!found[0]) found = guesses(text, await shard(`~${[...text].reverse().join("")}`));
  await Promise.all(found.map(([text, part]) => look(unit, { text }, part)));
  if (found[0]) unit.text = found[0][0];
  const [[begin, end] = []] = found[0] ? [] : parts(text, around);
  if (!begin) return [];
  const rest = { ...unit, text: end, rare: undefined, worth: undefined, best: 0, shares: new Map() };
  unit.text = begin;
  await Promise.all([look(unit), look(rest)]);
  return rest.shares.size ? [rest] : [];
};

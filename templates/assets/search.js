// Full-text search in one locale's index (src/render/search has its form). It asks for a few small files of the
// site and nothing else; folding, tokens and keys are those of the index.

const PLAIN = { ß: "ss", æ: "ae", œ: "oe", þ: "th", đ: "d", ð: "d", ł: "l", ø: "o", ı: "i", ς: "σ", ٱ: "ا", ة: "ه", ى: "ي", ی: "ي", ک: "ك" };
export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\xad\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\ufeff]/g, "")
    .normalize("NFC")
    .replace(/[٠-٩۰-۹]/g, (c) => c.charCodeAt() & 15)
    .replace(/[^ -~]/g, (c) => PLAIN[c] ?? c);

// Pairs of characters where words have no blanks between them, or change at their ends without a sign.
const PAIRS = "[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}ー]";
const RUN = new RegExp(`(${PAIRS}+)|(?:(?!${PAIRS})[\\p{Alphabetic}\\p{N}\\p{M}]|(?<=\\d)[.-](?=\\d))+`, "gu");
// The runs of a text with their tokens.
export const runs = (text) =>
  [...text.matchAll(RUN)].map(({ 0: run, 1: pairs, index }) => {
    const chars = [...run];
    const words = chars.slice(0, chars.length - 1 || 1).map((char, at) => char + (chars[at + 1] ?? ""));
    return { run, index, pairs, words: pairs ? words : chars[1] ? [run] : [] };
  });
export const tokens = (text) => runs(fold(text)).flatMap(({ words }) => words);

// What is looked for: tokens, by rank what to look for first, and by weight what it says.
export const units = (query, endings) => {
  const found = [];
  for (const { run, pairs, words } of runs(fold(query))) {
    const end = endings ? run.search(endings) : -1;
    words.forEach((text, at) => {
      // Hiragana between other words, and a word's ending, say little.
      const ends = at && end >= 0 && at + 2 > end;
      const weight = pairs && (ends || /^[^一-鿿]?[ぁ-ゖ]+$/.test(text)) ? 0.3 : 1;
      const place = endings ? 1 - Math.min(at, 3) / 5 : at % 2 && at + 2 < run.length ? 0.6 : 1;
      const rank = pairs ? weight * place : Math.min(1.2, 0.5 + text.length / 10) + /\d{3}|\d\.\d/.test(text);
      if (!found.some((unit) => unit.text === text)) found.push({ text, pairs, rank, weight, best: 0, shares: new Map() });
    });
  }
  return found;
};
// Where a term stands: its forms have the same key.
export const key = (term, rules) => rules.reduce((word, [from, to]) => word.replace(from, to), term.normalize("NFD")).normalize("NFC");

// How alike what is looked for and a term are, from 0 to 1.
export const alike = ({ text, pairs, last }, term, rules = []) => {
  if (text === term) return 1;
  const longer = term.startsWith(text) && term.length - text.length;
  const same = key(text, rules) === key(term, rules);
  if (pairs) return longer ? 0.7 : same ? 0.5 : 0;
  if (longer) return Math.max(last ? 0.6 : 0.4, 0.95 - 0.06 * longer);
  if (text.length < 3 || /\d/.test(text)) return 0;
  let begin = 0;
  while (begin < text.length && text[begin] === term[begin]) begin++;
  const part = begin / Math.max(text.length, term.length);
  return Math.max(begin > 2 && part > 0.54 && 0.9 * part ** 2, same && 0.65);
};

const uncoded = (lines) => {
  let before = "";
  return lines.map((line) => (before = [...before].slice(0, line.charCodeAt() - 48).join("") + line.slice(1)));
};
// The documents behind a term, each with its level.
const postings = (text) => {
  const found = [];
  let level, document;
  for (const [part] of text.slice(1).matchAll(/[a-z]*./g))
    if (part < "A") [level, document] = [part.charCodeAt() - 32, -1];
    else found.push([(document += [...part].reduce((number, digit) => number * 26 + (digit.charCodeAt() & 31) - 1, 0) + 1), level]);
  return found;
};

// Results shown, and terms looked for at most.
const SHOWN = 8;
const MOST = 8;

export const open = (address) => {
  const files = {};
  const lines = async (name, options) => {
    files[name] ??= fetch(address + name, options).then((answer) => (answer.ok ? answer.text() : "")).catch(() => "");
    const text = await files[name];
    if (!text) delete files[name];
    return text.match(/[^\n]+/g) ?? [];
  };
  let index;
  const place = (beginnings, key) => beginnings.findLastIndex((beginning) => beginning <= key);
  // The terms that stand around a key, with their postings.
  const shard = async (key) => {
    const { folder, width, beginnings } = index;
    let at = place(beginnings, key);
    if (width) at = at * width + place(uncoded(await lines(`${folder}/n${at}.txt`)), key);
    return uncoded(await lines(`${folder}/s${at}.txt`)).map((line) => line.split(/ (.*)/));
  };
  // Files for a unit what a shard has of it, or of another word that was meant: each document's share.
  const look = async (unit, meant = unit, part = 1) => {
    const terms = await shard(key(meant.text, index.rules));
    const found = terms.map(([term, list]) => [list ? part * alike(meant, term, index.rules) : 0, list]).filter(([like]) => like > 0.25);
    for (const [like, list] of found.sort((a, b) => b[0] - a[0])) {
      const rare = list.charCodeAt() - 32;
      const all = postings(list);
      unit.rare ??= rare;
      // Of a frequent term only the best documents are known.
      unit.worth ??= rare * unit.weight * (all.length > 149 ? 0.5 : 1);
      unit.best ||= like;
      for (const [document, level] of all) {
        const isCode = level > 30 && like === 1;
        unit.isCode ||= isCode;
        const share = isCode ? 1e6 : like * Math.min(rare, unit.rare) * level * unit.weight;
        unit.shares.set(document, Math.max(share, unit.shares.get(document) ?? 0));
      }
    }
  };
  // The documents of all units, best first; where `titles` are known, a unit in one counts as such.
  const ranked = (looked, titles = {}) => {
    const known = looked.filter(({ shares }) => shares.size);
    const all = known.reduce((sum, { worth }) => sum + worth, 0);
    const scores = [...new Set(known.flatMap(({ shares }) => [...shares.keys()]))].map((document) => {
      const title = titles[document];
      let [sum, seen] = [0, 0];
      for (const unit of known) {
        const { shares, rare, worth } = unit;
        const share = Math.max(shares.get(document) ?? 0, title?.has.includes(unit) ? rare * 12 : 0);
        sum += share;
        if (share) seen += worth;
      }
      return { document, score: sum * (seen / all) ** 1.5 * (title?.fit ?? 1) };
    });
    return scores.sort((a, b) => b.score - a.score || a.document - b.document);
  };
  const search = async (query) => {
    const [head, ...rest] = await lines("index.txt", { cache: "no-cache" });
    const [folder, width, size, frequent, endings, pairs] = JSON.parse(head);
    const rules = pairs.map(([from, to]) => [new RegExp(from, "g"), to]);
    index = { folder, width, rules, beginnings: uncoded(rest) };
    // What a message holds of ids finds nothing.
    const said = query.slice(0, 4000).replace(/[\da-f]{8}(-[\da-f]{4,}){4}/gi, " ");
    const wanted = units(said, endings);
    if (wanted[0]) wanted.at(-1).last = /\S$/.test(query);
    for (const unit of wanted) if (frequent.includes(unit.text)) unit.rank -= 3;
    wanted.sort((a, b) => b.rank - a.rank);
    const least = wanted[2]?.rank > 0.5 ? 0 : -9;
    const looked = [];
    const next = async (count, from = least) => {
      const some = wanted.filter((unit) => unit.rank > from && !looked.includes(unit)).slice(0, count);
      looked.push(...some);
      await Promise.all(some.map((unit) => look(unit)));
    };
    await next(MOST, 1.5);
    // A code that is known says more than the message around it.
    if (wanted.length < MOST || !looked.some(({ isCode }) => isCode)) {
      await next(MOST - looked.length);
      const weak = looked.filter(({ text, pairs, best }) => !pairs && best < 0.46 && /^\D{4,}$/.test(text));
      if (weak[0]) {
        const { repair } = await import("./typos.js");
        const repaired = weak.slice(0, 2).map((unit) => repair(unit, (text) => shard(key(text, rules)), look));
        looked.push(...(await Promise.all(repaired)).flat());
      }
    }
    const best = ranked(looked);
    const titles = {};
    const show = async ({ document }) => {
      const [path, title, code] = (await lines(`${folder}/d${(document / size) | 0}.txt`))[document % size].split("\t");
      // The locale's pages stand beside the folder of its results.
      const href = `${address.replace(/search\/$/, "")}${code ? "errors" : "articles"}/${path}/`;
      const words = tokens(title);
      const like = (unit, word) => alike(unit, word, rules) > 0.3;
      const has = looked.filter((unit) => words.some((word) => like(unit, word)));
      const meant = words.filter((word) => has.some((unit) => like(unit, word)));
      const fit = 1 + (has.length / looked.length + meant.length / (words.length || 1)) / 4;
      titles[document] = { has, fit, title, href, code, twin: `${href}index.md`, said: looked.map(({ text }) => text).join(" ") };
    };
    await Promise.all(best.slice(0, SHOWN).filter(({ score }, at) => at < 3 || score > best[0].score * 0.3).map(show));
    return ranked(looked, titles).flatMap(({ document }) => titles[document] ?? []);
  };
  return { search };
};

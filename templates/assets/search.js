// Full-text search in one locale's index (src/render/search has its form). It asks for a few small files of the
// site and nothing else; folding, tokens and keys are those of the index.

const PLAIN = { ß: "ss", æ: "ae", œ: "oe", þ: "th", đ: "d", ð: "d", ł: "l", ø: "o", ħ: "h", ŧ: "t", ı: "i", ς: "σ", ٱ: "ا", ة: "ه", ى: "ي", ی: "ي", ک: "ك" };
const MARKS = /[\u00ad\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u2060\ufeff]/g;
export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(MARKS, "")
    .normalize("NFC")
    .replace(/[ßæœþđðłøħŧıςٱةىیک٠-٩۰-۹]/g, (c) => PLAIN[c] ?? c.charCodeAt() & 15);

const PAIRS = "\\u3005-\\u3007\\u3041-\\u309f\\u30a1-\\u30fa\\u30fc-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3\\u{20000}-\\u{3ffff}";
const TRIPLES = "\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0edf\\u1000-\\u103f\\u1780-\\u17d3";
const RUN = new RegExp(`([${PAIRS}]+)|([${TRIPLES}]+)|(?:(?![${PAIRS}${TRIPLES}])[\\p{Alphabetic}\\p{N}\\p{M}]|(?<=\\d)[.-](?=\\d))+`, "gu");
const PARTICLE = /[을를이가은는에의로와과도만]$/;

// What is looked for: each token with its rank, the higher the sooner.
const units = (query) => {
  const found = new Map();
  const add = (unit) => found.has(unit.text) || found.set(unit.text, unit);
  for (const [run, pairs, triples] of fold(query).matchAll(RUN)) {
    const chars = [...run];
    const size = pairs ? 2 : triples ? 3 : 0;
    if (!size) {
      if (chars.length > 1 && run.length < 65) add({ text: run, rank: Math.min(1.2, 0.5 + run.length / 10), is: "word" });
      continue;
    }
    for (let at = 0; !at || at <= chars.length - size; at++) {
      const text = chars.slice(at, at + size).join("");
      const hangul = text >= "가" && text <= "힣";
      const ends = at && at + 2 === chars.length;
      // Pairs of Hiragana and those that end in a particle say little.
      const light = /^.?[ぁ-ゖ]{1,2}$/u.test(text) && !/^\p{sc=Han}/u.test(text) ? 0.3 : hangul && ends && PARTICLE.test(text) ? 0.4 : 1;
      const rank = light * (hangul ? 1 - Math.min(at, 3) * 0.2 : at % size && !ends ? 0.6 : 1);
      add({ text, rank, light, is: chars.length < size ? "part" : "gram" });
    }
  }
  return [...found.values()];
};
export const tokens = (text) => {
  const all = [];
  for (const [run, pairs, triples] of fold(text).matchAll(RUN)) {
    const chars = [...run];
    const size = pairs ? 2 : triples ? 3 : 0;
    if (!size) chars.length > 1 && all.push(run);
    else for (let at = 0; !at || at <= chars.length - size; at++) all.push(chars.slice(at, at + size).join(""));
  }
  return all;
};

const long = (text, length) => [...text].length >= length;
const cut = (word, pattern, least) => {
  const rest = word.replace(pattern, "");
  return long(rest, least) ? rest : word;
};
const VOWELS = { 1: 0, 6: 20, 9: 8, 10: 11, 14: 13 };
const syllable = (c) => {
  const index = c.charCodeAt() - 0xac00;
  const vowel = Math.trunc(index / 28) % 21;
  return index < 0 || index > 11171 ? c : String.fromCharCode(0xac00 + (Math.trunc(index / 588) * 21 + (VOWELS[vowel] ?? vowel)) * 28);
};
const ENDINGS = ["تها", "ات", "ون", "ين", "ان", "يه", "ها", "هم", "نا", "ه", "ي", "ا"];
const PREFIXES = ["meny", "peny", "meng", "peng", "mem", "pem", "men", "pen", "ber", "ter", "per", "me", "di", "ke"];
const stem = (word, affixes, least, suffix) => {
  const affix = affixes.find((one) => (suffix ? word.endsWith(one) : word.startsWith(one)) && long(word, one.length + least));
  return !affix ? word : suffix ? word.slice(0, -affix.length) : word.slice(affix.length);
};
// Where a term stands: its forms have the same key.
export const key = (term, malay) => {
  if (/^[가-힣]/.test(term)) return [...term].map(syllable).join("");
  if (/^[一-\u9fff][ぁ-ゖ]/.test(term)) return term[0];
  if (/^[ء-ي]/.test(term)) {
    const word = stem(cut(term, /^[وف]?(?:لل|[بلك]?ال)/, 3), ENDINGS, 3, true);
    return word.replace(/[اويء]/g, "") || word;
  }
  if (!malay || !/^[a-z]/.test(term)) return term;
  let word = ["nya", "lah", "kah"].reduce((word, end) => stem(word, [end], 4, true), term);
  word = stem(word, ["kan", "an", "i"], 4, true);
  word = stem(stem(word, PREFIXES, 3), PREFIXES, 3);
  return word.replace(/^(?:ny|[ktpsnm])(?=[aeiou].)/, "");
};

// How many letters are wrong, up to two; two that changed places are one.
const typos = (a, b) => {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let older;
  let old = [...b, 0].map((_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
      if (!same && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    [older, old] = [old, row];
  }
  return old[b.length];
};
const common = (a, b) => {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
};
// How alike two terms are, from 0 to 1.
const alike = (wanted, term, malay) => {
  const { text, is } = wanted;
  if (text === term) return 1;
  if (is === "part") return term.startsWith(text) ? 0.7 : 0;
  if (is === "gram") return key(text) === key(term) ? 0.5 : 0;
  if (/\d/.test(text)) return wanted.last && term.startsWith(text) ? 0.6 : 0;
  if (term.startsWith(text)) return Math.max(wanted.last ? 0.6 : 0.4, 0.95 - 0.06 * (term.length - text.length));
  const most = Math.max(text.length, term.length);
  const begin = common(text, term);
  const form = begin > 2 && begin / most > 0.54 ? 0.9 * (begin / most) ** 2 : 0;
  const same = key(text, malay) === key(term, malay) ? 0.65 : 0;
  const least = Math.min(text.length, term.length);
  const wrong = least < 4 ? 3 : typos(text, term);
  const typed = wrong === 1 ? 0.7 : wrong === 2 && least > 7 ? 0.5 : 0;
  return Math.max(form, same, typed);
};

const uncoded = (lines) => {
  let before = "";
  return lines.map((line) => (before = [...before].slice(0, line.charCodeAt() - 48).join("") + line.slice(1)));
};
// Calls back with each document and its level.
const postings = (text, each) => {
  let [level, document, number] = [0, -1, 0];
  for (let at = 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 65) [level, document] = [code - 32, -1];
    else if (code > 96) number = number * 26 + code - 97;
    else {
      document += number * 26 + code - 64;
      number = 0;
      each(document, level);
    }
  }
};

const SHOWN = 8;
const FIRST = 6;

export const open = (address) => {
  const base = new URL(address, globalThis.location?.href);
  const files = new Map();
  const get = (name, options) => {
    if (!files.has(name)) {
      const file = fetch(new URL(name, base), options).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
      files.set(name, file.catch((error) => (files.delete(name), Promise.reject(error))));
    }
    return files.get(name);
  };
  const lines = async (name, options) => (await get(name, options)).split("\n").slice(0, -1);
  const root = async () => {
    const [head, frequent, ...rest] = await lines("index.txt", { cache: "no-cache" });
    const [, folder, width, documents, flag] = head.split(" ");
    return { folder, width: +width, documents: +documents, malay: flag === "m", frequent: new Set(frequent.split(" ")), beginnings: uncoded(rest) };
  };
  const place = (beginnings, key) => Math.max(0, beginnings.findLastIndex((beginning) => beginning <= key));
  // The terms that stand around a key, with their postings.
  const shard = async ({ folder, width, beginnings }, key) => {
    let at = place(beginnings, key);
    if (width) at = at * width + place(uncoded(await lines(`${folder}/n${at}.txt`)), key);
    const all = (await lines(`${folder}/s${at}.txt`)).map((line) => line.split(" "));
    return uncoded(all.map(([term]) => term)).map((term, line) => [term, all[line].slice(1).join(" ")]);
  };
  // Files what a shard has for one unit: how alike the best is, and each document's share.
  const look = async (index, unit, wanted = unit, part = 1) => {
    const found = [];
    for (const [term, list] of await shard(index, key(wanted.text, index.malay))) {
      const like = list && term[0] !== "~" ? part * alike(wanted, term, index.malay) : 0;
      if (like > 0.25) found.push([like, list]);
    }
    found.sort((a, b) => b[0] - a[0]);
    for (const [like, list] of found) {
      const rare = list.charCodeAt() - 32;
      unit.rare ??= rare;
      if (like > (unit.best ?? 0)) unit.best = like;
      postings(list, (document, level) => {
        const share = like * Math.min(rare, unit.rare) * level;
        if (share > (unit.shares.get(document) ?? 0)) unit.shares.set(document, share);
        if (level > 30 && like === 1) unit.codes.add(document);
      });
    }
  };
  // Looks for a word whose beginning is mistyped: by its end.
  const repair = async (index, unit) => {
    const back = (text) => [...text].reverse().join("");
    const found = [];
    for (const [term] of await shard(index, `~${back(unit.text)}`)) {
      if (term[0] !== "~") continue;
      const word = back(term.slice(1));
      const wrong = typos(unit.text, word);
      if (wrong === 1 || (wrong === 2 && unit.text.length > 7)) found.push([wrong, word]);
      else if (word.endsWith(unit.text)) found.push([3, word]);
    }
    found.sort((a, b) => a[0] - b[0]);
    await Promise.all(found.slice(0, 2).map(([wrong, word]) => look(index, unit, { text: word, is: "word" }, 0.8 - 0.15 * wrong)));
  };
  const scored = (looked) => {
    const known = looked.filter((unit) => unit.shares.size);
    const all = known.reduce((sum, unit) => sum + unit.rare * unit.light, 0);
    const scores = new Map();
    for (const unit of known)
      for (const [document, share] of unit.shares) {
        const score = scores.get(document) ?? { document, sum: 0, seen: 0, code: 0 };
        score.sum += share * unit.light;
        score.seen += unit.rare * unit.light;
        if (unit.codes.has(document)) score.code++;
        scores.set(document, score);
      }
    for (const score of scores.values()) score.score = score.code * 1e4 + score.sum * (score.seen / all) ** 1.5;
    return [...scores.values()].sort((a, b) => b.score - a.score || a.document - b.document);
  };
  const search = async (query) => {
    const index = await root();
    // What a message holds of ids and times finds nothing.
    const said = query.slice(0, 4000).replace(/[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d{4}-\d\d-\d\d[t ]?[\d:.]*z?/gi, " ");
    let wanted = units(said);
    if (wanted.length && !/\s$/.test(query)) wanted.at(-1).last = true;
    for (const unit of wanted) Object.assign(unit, { light: unit.light ?? 1, shares: new Map(), codes: new Set() });
    const telling = wanted.filter((unit) => !index.frequent.has(unit.text));
    if (telling.length) wanted = telling;
    for (const unit of wanted) if (/\d{3}|\d\.\d/.test(unit.text)) unit.rank += 1;
    wanted.sort((a, b) => b.rank - a.rank);
    const digits = wanted.filter((unit) => unit.rank > 1.5).slice(0, FIRST);
    let looked = digits;
    await Promise.all(digits.map((unit) => look(index, unit)));
    // A code that is known says more than the message around it.
    if (!digits.some((unit) => unit.codes.size) || wanted.length < 6) {
      const next = async (count) => {
        const some = wanted.filter((unit) => !looked.includes(unit)).slice(0, count);
        await Promise.all(some.map((unit) => look(index, unit)));
        looked = [...looked, ...some];
      };
      await next(FIRST - digits.length);
      const weak = looked.filter((unit) => unit.is === "word" && !/\d/.test(unit.text) && !((unit.best ?? 0) > 0.45) && unit.text.length > 3);
      await Promise.all(weak.slice(0, 2).map((unit) => repair(index, unit)));
      const [first, second] = scored(looked);
      if (!first || (second && first.score < second.score * 1.2)) await next(3);
    }
    const best = scored(looked);
    const kept = best.filter((score, at) => at < 3 || score.score > best[0].score * 0.3).slice(0, SHOWN);
    const home = new URL(`../../../${base.pathname.split("/").at(-2)}/`, base);
    const results = await Promise.all(
      kept.map(async ({ document, score }) => {
        const list = await lines(`${index.folder}/d${Math.floor(document / index.documents)}.txt`);
        const [path, title, code] = list[document % index.documents].split("\t");
        const href = new URL(`${code ? "errors" : "articles"}/${path}/`, home).href;
        const words = tokens(title);
        const has = (unit) => words.some((word) => alike(unit, word, index.malay) > 0.3);
        const meant = (word) => looked.some((unit) => alike(unit, word, index.malay) > 0.3);
        const share = looked.filter(has).length / looked.length + words.filter(meant).length / (words.length || 1);
        return { title, href, code, twin: `${href}index.md`, score: score * (1 + share / 2) };
      }),
    );
    return results.sort((a, b) => b.score - a.score);
  };
  const excerpt = async (result, query) => {
    const answer = await fetch(result.twin);
    if (!answer.ok) return [];
    const text = (await answer.text())
      .replace(/^#.*\n/, "")
      .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
      .replace(/<[^>]*>|[#>*`|\\]+|^[-\d.\s]+(?=\s)/gm, " ")
      .replace(/\s+/g, " ");
    const parts = mark(text, query);
    const score = (from) => {
      const said = new Set();
      for (let at = from, left = 150; at < parts.length && left > 0; left -= parts[at++].text.length) if (parts[at].hit) said.add(fold(parts[at].text));
      return said.size;
    };
    let best = 0;
    let most = 0;
    parts.forEach(({ hit }, at) => {
      const found = hit ? score(at) : 0;
      if (found > most) [best, most] = [at, found];
    });
    const shown = best ? [{ text: `…${parts[best - 1].text.slice(-40).replace(/^\S*\s/, "")}`, hit: false }] : [];
    for (let at = best, left = 150; at < parts.length && left > 0; left -= parts[at++].text.length) shown.push({ hit: parts[at].hit, text: parts[at].hit || parts[at].text.length <= left ? parts[at].text : `${parts[at].text.slice(0, left)}…` });
    return shown;
  };
  return { search, excerpt };
};

// A text in pieces, those that the query has marked.
export const mark = (text, query) => {
  const wanted = units(query);
  const pairs = new Set(wanted.map(({ text }) => text));
  const parts = [];
  const put = (text, hit) => {
    if (parts.at(-1)?.hit === hit) parts.at(-1).text += text;
    else if (text) parts.push({ text, hit });
  };
  let at = 0;
  for (const { 0: run, 1: grams, 2: triples, index } of text.matchAll(RUN)) {
    put(text.slice(at, index), false);
    at = index + run.length;
    const word = fold(run);
    if (!grams && !triples) put(run, wanted.some((unit) => unit.is === "word" && alike(unit, word) > 0.5));
    else {
      const chars = [...run];
      const size = grams ? 2 : 3;
      const hits = new Set();
      chars.forEach((_, from) => {
        if (pairs.has(fold(chars.slice(from, from + size).join("")))) for (let of = from; of < from + size; of++) hits.add(of);
      });
      chars.forEach((char, from) => put(char, hits.has(from)));
    }
  }
  put(text.slice(at), false);
  return parts;
};

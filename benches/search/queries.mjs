// Makes queries from the titles of a content folder: as written, in other forms, without marks, with a typo,
// and whole messages that hold a code. The same content gives the same queries.

// Numbers that look random (mulberry32).
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
};

const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}ー]/u;
const words = (title) => title.match(/[\p{L}\p{M}\p{N}_]+(?:[.-]\d+)*/gu) ?? [];

// Three words that say something, or a stretch of a text without blanks.
const part = (title, next) => {
  const runs = title.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]{4,}/gu);
  if (runs && !/[\uac00-\ud7a3]/.test(title)) {
    const run = runs.sort((a, b) => b.length - a.length)[0];
    const from = Math.floor(next() * Math.max(1, run.length - 5));
    const latin = words(title.replace(/[^\x00-\x7f]/g, " ")).filter((word) => word.length > 3);
    return [run.slice(from, from + 6), ...latin.slice(0, 1)];
  }
  const long = words(title).filter((word) => word.length > (/[\uac00-\ud7a3]/.test(word) ? 1 : 3));
  while (long.length > 3) long.splice(Math.floor(next() * long.length), 1);
  return long.length ? long : words(title);
};

// Other forms of a word, by rules that any speaker would call rough: the first that fits.
const FORMS = {
  en: [[/ies$/, "y"], [/([^s])s$/, "$1"], [/ing$/, "ed"], [/(\w{4})$/, "$1s"]],
  de: [[/en$/, ""], [/(\p{L}{4})e$/u, "$1en"], [/er$/, "ern"], [/(\p{L}{5})$/u, "$1s"]],
  ru: [[/ия$/, "ии"], [/ие$/, "ия"], [/ка$/, "ку"], [/ки$/, "ок"], [/ть$/, "л"], [/ой$/, "ая"], [/[аы]$/, "ой"], [/([бвгдзклмнпрст])$/, "$1ом"]],
  sl: [[/ov$/, ""], [/ka$/, "ki"], [/ke$/, "k"], [/ti$/, "l"], [/nje$/, "nja"], [/a$/, "o"], [/e$/, "i"], [/([bcčdfghjklmnprsštvzž])$/, "$1a"]],
  id: [[/^meng(?=[aiueogh])/, "di"], [/^mem(?=b)/, "di"], [/^men(?=[dcj])/, "di"], [/kan$/, ""], [/an$/, "annya"], [/(\p{L}{5})$/u, "$1nya"]],
  ko: [[/할$/, "하는"], [/하기$/, "했습니다"], [/합니다$/, "하는"], [/된$/, "됩니다"], [/할 수$/, "했"], [/([가-힣])(?:을|를|이|가|은|는)$/, "$1"], [/([가-힣]{2})$/, "$1에서"]],
  ar: [[/^ال(?=....)/, "وال"], [/ات$/, "ة"], [/ة$/, "ات"], [/^(?=[\u0621-\u064a]{4})/, "ال"]],
  he: [[/^ה(?=...)/, ""], [/^(?=[א-ת]{4})/, "ה"]],
  ja: [[/する$/, "しました"], [/([うくすつぬふむるぐぶ])$/, "って"], [/できない$/, "できません"], [/された/, "される"]],
  pt: [[/ção$/, "ções"], [/ar$/, "ou"], [/s$/, ""], [/(\p{L}{4})$/u, "$1s"]],
};
const form = (word, language) => {
  const rule = (FORMS[language] ?? []).find(([from]) => from.test(word) && !/\d/.test(word));
  return rule ? word.replace(...rule) : word;
};
const bare = (text) =>
  text.normalize("NFD").replace(/(?<=[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}]\p{M}*)\p{M}/gu, "").normalize("NFC").replace(/đ/g, "d").replace(/ł/g, "l").replace(/ß/g, "ss");
// One letter less, one twice, one wrong, or two that have changed places; anywhere in the word.
const typo = (word, next) => {
  const chars = [...word];
  const at = Math.floor(next() * (chars.length - 1));
  const kind = Math.floor(next() * 4);
  if (kind === 0) chars.splice(at, 1);
  else if (kind === 1) chars.splice(at, 0, chars[at]);
  else if (kind === 2 || chars[at] === chars[at + 1]) chars[at] = chars[(at + 2) % chars.length];
  else [chars[at], chars[at + 1]] = [chars[at + 1], chars[at]];
  return chars.join("");
};
const CODE = /AADSTS\d{4,}|\b0x[\da-f]{8}\b|\b\d{5}-\d{1,4}\b|\b[245]\.\d{1,3}\.\d{1,3}\b/i;
const MESSAGES = [
  (code) => `${code}: Sorry, something went wrong.\r\nTrace ID: 5f0c8e1a-77aa-4c1f-9f7c-1f2b3c4d5e6f\r\nCorrelation ID: 9a8b7c6d-1111-4222-8333-444455556666\r\nTimestamp: 2026-03-14 09:26:53Z`,
  (code) => `{"error":"server_error","error_description":"${code}: The request failed.","timestamp":"2026-03-14T09:26:53Z"}`,
  (code) => `  ${code.toLowerCase()}  `,
];

// Returns for one locale the queries of each kind with the title that is wanted.
export const queries = (titles, language) => {
  const made = { title: [], form: [], bare: [], typo: [], message: [] };
  titles.forEach((title, number) => {
    const next = random(number + 1);
    const plain = part(title, next);
    const add = (kind, query) => made[kind].push({ query, title });
    if (plain.length) add("title", plain.join(" "));
    const forms = plain.map((word) => form(word, language)).join(" ");
    if (forms !== plain.join(" ")) add("form", forms);
    if (bare(plain.join(" ")) !== plain.join(" ")) add("bare", bare(plain.join(" ")));
    const longest = plain.reduce((a, b) => (b.length > a.length && !unspaced.test(b) ? b : a), "");
    if (longest.length > 4 && !/\d/.test(longest)) add("typo", plain.map((word) => (word === longest ? typo(word, next) : word)).join(" "));
    const code = CODE.exec(title);
    if (code) add("message", MESSAGES[number % MESSAGES.length](code[0]));
  });
  return made;
};

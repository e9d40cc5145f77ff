// Finds error codes in whatever was typed or pasted. Nothing here knows a page or the network.

// ---- Making the text plain ----

const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const entity = (all, decimal, hex, name) => {
  if (name) return named[name.toLowerCase()];
  const number = decimal ? Number(decimal) : parseInt(hex, 16);
  return number > 0 && number < 0x110000 ? String.fromCodePoint(number) : all;
};
const bytes = (text) => text.replace(/%(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
const percent = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return bytes(text);
  }
};
// A part of an address, with `+` for blanks. Behind `%%` Windows has a number.
const query = (word) =>
  /(?<!%)%[\da-f]{2}|[?&#](?:error|code|state)\w*=|^error\w*=/i.test(word)
    ? word.replaceAll("+", " ").replace(/(?<!%)(?:%[\da-f]{2})+/gi, percent)
    : word;
const unescaped = (text) =>
  text
    .replace(/\\+u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\+[rn]/g, "\n")
    .replace(/\\+t/g, " ")
    .replace(/\\+(["'/])/g, "$1")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, entity)
    .replace(/\S+/g, query);
// Unicode has the digits of a script in a row, from nought on.
const digit = (char) => {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(char.codePointAt() - value - 1))) value++;
  return value;
};
// The family's name with letters that look like its own.
const latin = (word) => (/^[a-z]+$/i.test(word) ? word : "AADSTS");

// Returns `text` as it was before it was put into JSON, an address or HTML, in plain letters and digits.
export const plain = (text) => {
  let seen;
  let now = text.slice(0, 20000);
  for (let round = 0; round < 5 && now !== seen; round++) [seen, now] = [now, unescaped(now)];
  return now
    .normalize("NFKC")
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
    .replace(/[\p{Pd}\u2212]/gu, "-")
    .replace(/(?![0-9])\p{Nd}/gu, digit)
    .replace(/[AАΑ]{2}[DԀ][SЅ][TТΤ][SЅ](?=\P{L}{0,3}\d)/giu, latin)
    .trim();
};

// Returns the letters and digits of `text`; a dot or hyphen counts between digits only.
export const key = (text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.-]/gu, "")
    .replace(/(?<!\d)[.-]|[.-](?!\d)/g, "");

// ---- What a site knows ----

// Codes of the families that are built in; all others are of a site's own.
const builtIn = /^(?:AADSTS\d+|0x[\dA-F]{8}|[245](?:\.\d{1,3}){2}|\d{5}-\d{1,4}|HTTP \d{3})$/;
// The form of a code: `ACME-1234` has letters, a sign that may be another or none, and four digits.
const part = (text) => {
  if (/\d/.test(text)) return `\\d{${text.length}}`;
  return /\p{L}/u.test(text) ? text : "[\\s._/:#-]{0,2}";
};
const form = (code) =>
  (code.match(/\d+|\p{L}+|[^\d\p{L}]+/gu) ?? [])
    .map(part)
    .join("")
    .replace(/(\p{L})(\\d)/gu, "$1[\\s:#-]?$2");
const forms = (codes) => {
  const all = [...new Set(codes.filter((code) => !builtIn.test(code)).map(form))];
  const longestFirst = all.sort((a, b) => b.length - a.length).join("|");
  return all.length ? new RegExp(`(?<![\\p{L}\\d])(?:${longestFirst})(?![a-z\\d])`, "giu") : undefined;
};

// Returns what `data`, a locale's file of codes, knows, to be looked up by `key`; links begin with `home`.
export const known = (data, home) => {
  const [index, names] = [new Map(), new Map()];
  const add = (map, name, entry) => {
    if (!name) return;
    const others = map.get(name) ?? map.set(name, []).get(name);
    if (!others.includes(entry)) others.push(entry);
  };
  const entries = data.codes.map(([code, rest, name, title, lang]) => {
    const slug = rest || code.toLowerCase();
    const entry = { code, name, title, lang, href: `${home}errors/${slug}/` };
    for (const spelling of [code, slug]) add(index, key(spelling), entry);
    add(names, key(name), entry);
    return entry;
  });
  for (const code of data.parameters) add(index, key(code), { code, title: "", href: `${home}parameters/${code}/` });
  // A number alone, where that is all that was typed.
  for (const entry of entries) add(index, /^(?:AADSTS|HTTP )(\d+)$/.exec(entry.code)?.[1], entry);
  return { entries, index, names, forms: forms(entries.map(({ code }) => code)) };
};

// ---- What is no error ----

// Ids, times, addresses and versions hold digits. Each goes, so that its parts are not read.
const idle = [
  // Ids.
  /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?<![\da-z])[\da-f]{8}(?:-[\da-f]{4}){2}[\da-f-]*/gi,
  /(?<![\da-z])[\da-f]{20,}(?![\da-z])/gi,
  // Times and days.
  /(?<!\d)\d{4}-\d\d-\d\dT\d\d:?\d\d(?::?\d\d)?(?:[.,]\d+)?/g,
  /(?<![\d.])(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}(?!\d)/g,
  /(?<![\d.])\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d\d(?!\d)/g,
  /(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?!\d)/g,
  // Addresses of computers, with ports; versions of four numbers; addresses of people and messages.
  /(?<![\da-f:])(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,6}(?![\da-f:])/gi,
  /(?<![\d.])\d+(?:\.\d+){3,}(?::\d+)?|(?<=\.[a-z]{2,}|localhost|\]):\d{2,5}(?!\d)/gi,
  /<[^<>\s]*@[^<>\s]*>|(?<![\w.+=-])[\w.+=-]{1,64}@[\w-]{1,63}(?:\.[a-z-]+)+/gi,
  // Articles and standards.
  /\b(?:kb|cve-|rfc ?)\d+(?:-\d+)?/gi,
];
// Of an address on the web its query counts, and what has a family's form in its path.
const sure = /a{1,3}d?sts\W{0,3}\d{4,}|0x[\da-f]{8}/gi;
const address = (url) => url.replace(/^[^?#]*/, (path) => ` ${(path.match(sure) ?? []).join(" ")} `);
const grouped = /(?<![\d.,])[1-4]([.,' ])\d{3}\1\d{3}\1\d{3}(?![\d.,]\d)/g;
const bare = (text) => {
  const joined = text.replace(grouped, (number) => number.replace(/\D/g, ""));
  return idle.reduce((rest, form) => rest.replace(form, " | "), joined.replace(/\bhttps?:\/\/[^\s"'<>]+/gi, address));
};

// What stands just before a number says what it is, in the languages that people paste from.
const version = new RegExp(
  "(?:\\b(?:v|ver|version|versi|versione|versión|build|release|rev|php|net|tls|ios|android|windows|firefox|chrome)|" +
    "верси\\S{0,3}|сборк\\S{0,2}|različic\\S{0,2}|버전|빌드|版本|版|バージョン|الإصدار|إصدار|גרסה|\\w/)[\\s.:(]*$",
  "iu",
);
const mail = new RegExp(
  "smtp|e-?mail|\\bndr\\b|\\bdsn\\b|bounce|deliver|recipient|mailer|postmaster|메일|반송|邮件|郵件|退信|メール|" +
    "почт|письм|pošt|surel|بريد|رسال|דוא|correo|courriel|(?<!\\d)[245]\\d\\d[ -]#?[245]\\.\\d|#[245]\\.\\d",
  "iu",
);
const wrong = new RegExp(
  "(?:err|code|c[oó]dig|fail|fault|ошибк|код|오류|에러|코드|错误|錯誤|代码|代碼|エラー|コード|napak|kod|galat|kesalahan|" +
    "خطأ|رمز|fehler|erreur|erro|fout|שגיא|קוד|hata|chyb|błąd|lỗi)[^\\d\\n.,;|]{0,20}$",
  "iu",
);
const status = new RegExp(
  "(?:https?(?:/[\\d.]+)?|stat[eu]\\w*|статус\\S?|состояни\\S|상태|응답|状态|狀態|响应|ステータス|حالة|סטטוס|response)" +
    "(?:[ _-]?(?:error|code|코드|码|碼|コード|koda?))?[\"'\\s:=({[-]*$",
  "iu",
);
const counted = new RegExp(
  "[$€£¥₩₽]\\s?$|\\+[\\d\\s()-]+$|\\b(?:port|pid|process|thread|line|ln|row|tick\\w*|sku)\\W{0,3}$|" +
    "(?:порт\\S?|포트|端口|ポート|строк\\S|行|줄|vrata|baris|منفذ)\\s?:?\\s?$",
  "iu",
);
const unit = new RegExp(
  "^ ?(?:%|°|ms\\b|sec|px|[kKMGT]i?[bB]\\b|bytes?\\b|(?:user|item|message|row|time|hour|day|second|minute)s\\b|" +
    "元|円|원|₽|руб|€|eur|usd|명|개|건|人|件)",
  "u",
);
const phrase = new RegExp(
  "^\\W{0,3}(?:bad request|unauthori[sz]ed|forbidden|(?:file |page )?not found|request time|conflict|gone\\b|too many|" +
    "internal server|bad gateway|service unavail|gateway time)",
  "i",
);
const value = /([\w.-]+)["']?\s*=\s*["'[]*$|["']([\w.-]+)["']\s*:\s*["'[]*$/;
const before = (text, at) => text.slice(Math.max(0, at - 40), at);
// A bare number that something beside it makes no code: an amount, a port, a line, the value of another key.
const isAmount = (text, at, end) => {
  const head = before(text, at);
  const [, name, quoted] = value.exec(head) ?? [];
  const other = (name ?? quoted) && !/code|err|number|value|result/i.test(name ?? quoted);
  return other || counted.test(head) || version.test(head) || unit.test(text.slice(end, end + 10));
};

// ---- Readers: each tells `found(rank, at, code, onlyKnown)` what it sees, the lower the rank the surer ----

const family = /aadsts[^\d\n]{0,12}?(\d{4,18})/gi;
const misspelt = /(?<![a-z])(?:adsts|aadst|aadts|aasts|adst|addsts|aadd?s?ts|aadssts|aadstss)[\s:#-]{0,2}(\d{4,18})/gi;
const signIn = ({ text, found }) => {
  for (const { 1: digits, index } of text.matchAll(family)) found(1, index, `AADSTS${digits}`);
  for (const { 1: digits, index } of text.matchAll(misspelt)) found(1.5, index, `AADSTS${digits}`);
};

const own = ({ text, found, forms }) => {
  for (const { 0: code, index } of forms ? text.matchAll(forms) : [])
    if (/\p{L}/u.test(code)) found(1, index, code);
    else if (!isAmount(text, index, index + code.length)) found(wrong.test(before(text, index)) ? 3 : 7, index, code, true);
};

// Windows numbers: hexadecimal with and without `0x`, and decimal with and without a sign.
const marked = /(?<![\da-zA-Z])(?:[0Oo][xX]|&[hH]) ?(?:[fF]{8})?([\da-fA-F]{8})(?=[uU]?[lLhH]?(?![\da-zA-Z])|[A-Z][a-z])/g;
const unmarked = /(?<![\da-z@./\\-]|(?<![a-z])_)([89a-f][\da-f]{7})[lh]?(?![\da-z@_/]|[.-][\da-z])/gi;
const decimal = /(?<![\d.,a-zA-Z_])-?\d{9,10}(?![\d_]|[.,]\d|[a-z])/g;
const hresult = (number) => `0x${(number >>> 0).toString(16).padStart(8, "0").toUpperCase()}`;
const windows = ({ text, found, knows }) => {
  for (const { 1: hex, index } of text.matchAll(marked)) {
    const isError = /^[89a-f]/i.test(hex) || knows(`0x${hex}`);
    found(isError ? 2 : 6.5, index, hresult(parseInt(hex, 16)));
  }
  for (const { 1: hex, index } of text.matchAll(unmarked)) found(2.5, index, hresult(parseInt(hex, 16)), true);
  for (const { 0: number, index } of text.matchAll(decimal))
    if (number >= -(2 ** 31) && number < 2 ** 32) found(2.5, index, hresult(Number(number)), number > -1e9);
};

// A mail server's reply, with the number before it or without.
const reply =
  /(?<![\d.])((?:[245]\d\d[ -]*)?#|[245]\d\d[ -]+)?([245]\.\d{1,3}\.\d{1,3})(?!\d|\.\d|-?(?:alpha|beta|rc|preview))/gi;
const bounce = ({ text, found }) => {
  const isMail = mail.test(text);
  for (const { 1: number, 2: code, index } of text.matchAll(reply)) {
    if (!number && version.test(before(text, index))) continue;
    const rank = number ? 1.7 : isMail ? 2.2 : 3.5;
    found(rank + (/^\d\.0\./.test(code) ? 0.2 : 0), index, code, !number && !isMail);
  }
};

const pair = /(?<![\d.\w+-])(\d{5}) ?- ?(\d{1,4})(?![\d-]|[.,]\d)/g;
// `WA 98052-6399`
const isPostal = (text, at, detail) => detail.length === 4 && /\b(?![AP]M)[A-Z]{2} $/.test(before(text, at));
const office = ({ text, found }) => {
  for (const { 1: number, 2: detail, index } of text.matchAll(pair))
    if (!isPostal(text, index, detail)) found(1.9, index, `${number}-${detail}`, !/^30\d/.test(number));
};

const three = /(?<![\d.,\p{L}_#+/:-])(https?[ _-]?)?([1-5]\d\d)(?![\d_%]|[.,:]\d|[ -]#?[245]\.\d)/giu;
const web = ({ text, found }) => {
  for (const { 0: all, 1: http, 2: number, index } of text.matchAll(three)) {
    const [head, end] = [before(text, index), index + all.length];
    const isStatus = http || status.test(head);
    const isError = phrase.test(text.slice(end, end + 40)) || (wrong.test(head) && !isAmount(text, index, end));
    if (isStatus || isError) found(6, index, `HTTP ${number}`, !isStatus);
  }
};

// Error parameters, most of all behind `error=`.
const parameter = new RegExp(
  "(?<![\\w.])([\"']?(?:sub)?[eE]rror[\"']? ?[:=] ?(?:{ ?[\"']code[\"'] ?: ?)?[\"']?)?" +
    "([a-z][a-z\\d]*(?:_[a-z\\d]+)+|[a-z]{4,})(?![a-z\\d_])",
  "g",
);
const parameters = ({ text, found }) => {
  for (const { 1: error, 2: name, index } of text.matchAll(parameter)) {
    const isName = name.includes("_");
    if (error || isName) found(error ? 5 : 5.5, index, name, !error || !isName);
  }
  for (const { 0: name, index } of text.matchAll(/(?<![a-z\d])[a-z][a-z\d]*_\w*[a-z\d]/gi)) found(5.6, index, name, true);
};

// Symbolic names: whole words, parts of longer ones, or words of their own.
const hump = /\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\d+/gu;
const symbols = ({ text, found, names }) => {
  const humps = names.size ? [...text.slice(0, 4000).matchAll(hump)] : [];
  const end = ({ index, 0: word }) => index + word.length;
  const rank = (first, last) => {
    if (/\s/.test(text.slice(first.index, last.index))) return 7.5;
    return /[\p{L}\d]/u.test((text[first.index - 1] ?? "") + (text[end(last)] ?? "")) ? 4.5 : 4;
  };
  humps.forEach((first, from) => {
    let name = "";
    let last;
    for (const next of humps.slice(from, from + 8)) {
      if (last && !/^(?:[_-]|\s)?$/.test(text.slice(end(last), next.index))) break;
      name += key(next[0]);
      last = next;
      for (const entry of names.get(name) ?? []) found(rank(first, last), first.index, entry.code, true);
    }
  });
};

// A number alone, where a code of the site ends in it.
const number = /(?<![A-Z\d_/@-]|[a-z](?<!code|error)|\d\.|(?<!\d)\d{1,3},)\d{4,9}(?![\da-z_@/]|[.-]\d|,\d{1,3}(?!\d)|-[a-z])/gu;
const numbers = ({ text, found, knows }) => {
  for (const { 0: digits, index } of text.matchAll(number)) {
    const code = `AADSTS${digits}`;
    const isWrong = wrong.test(before(text, index));
    if (!knows(code) || isAmount(text, index, index + digits.length) || (text[index - 1] === "#" && !isWrong)) continue;
    found(isWrong ? 3 : 7, index, code, true);
  }
};

const readers = [signIn, own, windows, bounce, office, web, parameters, symbols, numbers];

// What is spelt exactly so comes first.
const look = (map, text) => {
  const all = map.get(key(text)) ?? [];
  return all.some(({ code }) => code === text) ? [...all].sort((a, b) => (b.code === text) - (a.code === text)) : all;
};

// Returns the codes, names and parameters in `typed`, the surest first; `entry` is what `site` knows of each.
export const recognise = (typed, site) => {
  const whole = plain(typed);
  const lookedUp = [...look(site.index, whole), ...look(site.names, whole)];
  if (lookedUp.length) return lookedUp.map((entry) => ({ code: entry.code, entry }));
  const all = [];
  const knows = (code) => look(site.index, code)[0];
  const found = (rank, at, code, onlyKnown) => {
    const entry = knows(code);
    if (entry || !onlyKnown) all.push({ rank, at, code: entry?.code ?? code, entry });
  };
  const view = { ...site, text: bare(whole), found, knows };
  for (const reader of readers) reader(view);
  // Of what is equally sure, what the site knows comes first, and then what stands first.
  const surer = (a, b) => Math.floor(a.rank) - Math.floor(b.rank) || !a.entry - !b.entry || a.rank - b.rank || a.at - b.at;
  all.sort(surer);
  const isSure = all[0]?.rank < 5;
  const once = new Map();
  for (const { rank, code, entry } of all) if (!once.has(code) && !(isSure && rank >= 7)) once.set(code, { code, entry });
  return [...once.values()];
};

// Returns the codes that are spelt most like `code`, by pairs of neighbouring characters.
export const nearest = (code, { entries }) => {
  const pairs = (text) => new Set([...text].slice(1).map((char, at) => [...text][at] + char));
  const wanted = pairs(key(code));
  const likeness = (entry) => {
    const have = pairs(key(entry.code));
    return (2 * [...wanted].filter((pair) => have.has(pair)).length) / (wanted.size + have.size || 1);
  };
  const rated = entries.map((entry) => [likeness(entry), entry]).filter(([value]) => value >= 0.5);
  return rated.sort((a, b) => b[0] - a[0]).map(([, entry]) => entry).slice(0, 6);
};

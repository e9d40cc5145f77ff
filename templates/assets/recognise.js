// Finds error codes in whatever was typed or pasted. Nothing here knows a page or the network.

// ---- Making the text plain ----

const entity = (all, decimal, hex, name) => {
  const number = decimal ? Number(decimal) : parseInt(hex, 16);
  if (name) return { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }[name.toLowerCase()];
  return number > 0 && number < 0x110000 ? String.fromCodePoint(number) : all;
};
const percent = (bytes) => {
  try {
    return decodeURIComponent(bytes);
  } catch {
    return bytes.replace(/%(..)/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  }
};
// A part of an address, with `+` for blanks.
const query = (word) =>
  /%[\da-f]{2}|[?&#](?:error|code|state)\w*=|^error\w*=/i.test(word)
    ? word.replaceAll("+", " ").replace(/(?:%[\da-f]{2})+/gi, percent)
    : word;
const unescaped = (text) =>
  text
    .replace(/\\+u([\da-f]{4})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/\\+[rn]/g, "\n")
    .replace(/\\+t/g, " ")
    .replace(/\\+(["'/])/g, "$1")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi, entity)
    .replace(/\S+/g, query);
// Digits of any script are those of ours.
const digit = (char) => {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(char.codePointAt() - value - 1))) value++;
  return value;
};

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
    .replace(/[AАΑ]{2}[DԀ][SЅ][TТΤ][SЅ](?=\P{L}{0,3}\d)/giu, (word) => (/^[a-z]+$/i.test(word) ? word : "AADSTS"))
    .trim();
};

// Letters and digits; a dot or hyphen counts between digits only.
export const key = (text) =>
  text.toLowerCase().replace(/[^\p{L}\p{N}.-]/gu, "").replace(/(?<!\d)[.-]|[.-](?!\d)/g, "");

// ---- What a site knows ----

// Spellings of codes that programs are built to print; all others are a site's own.
const builtIn = /^(?:AADSTS\d+|0x[\dA-F]{8}|[245](?:\.\d{1,3}){2}|\d{5}-\d{1,4}|HTTP \d{3})$/;
const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
// The form of a code: `ACME-1234` has letters, a sign that may be another, and four digits.
const form = (code) =>
  (code.match(/\d+|\p{L}+|[^\d\p{L}]+/gu) ?? [])
    .map((part) => (/\d/.test(part) ? `\\d{${part.length}}` : /\p{L}/u.test(part) ? quoted(part) : "[\\s._/:#-]{0,2}"))
    .join("")
    .replace(/(\p{L})(\\d)/gu, "$1[\\s:#-]?$2");
const forms = (codes) => {
  const all = [...new Set(codes.filter((code) => !builtIn.test(code)).map(form))].sort((a, b) => b.length - a.length);
  return all.length ? new RegExp(`(?<![\\p{L}\\d])(?:${all.join("|")})(?![a-z\\d])`, "giu") : null;
};

// Returns what `data`, a locale's file of codes, knows, to be looked up by `key`; links begin with `home`.
export const known = (data, home) => {
  const index = new Map();
  const add = (name, entry) => {
    if (!name) return;
    const others = index.get(name) ?? index.set(name, []).get(name);
    if (!others.includes(entry)) others.push(entry);
  };
  const entries = data.codes.map(([code, slug, name, title]) => ({ code, name, title, href: `${home}errors/${slug}/` }));
  data.codes.forEach(([code, slug], at) => {
    add(key(code), entries[at]);
    add(key(slug), entries[at]);
  });
  const parameters = data.parameters.map((code) => ({ code, name: "", title: "", href: `${home}parameters/${code}/` }));
  for (const entry of parameters) add(key(entry.code), entry);
  // A number alone, where that is all that was typed.
  for (const entry of entries) add(/^(?:AADSTS|HTTP )(\d+)$/.exec(entry.code)?.[1], entry);
  const names = new Map();
  for (const entry of entries) if (entry.name) names.set(key(entry.name), [...(names.get(key(entry.name)) ?? []), entry]);
  return { entries, index, names, forms: forms(entries.map((entry) => entry.code)) };
};

// ---- Recognising ----

const hresult = (number) => `0x${(number >>> 0).toString(16).padStart(8, "0").toUpperCase()}`;
// What holds digits and is no error: ids, times, addresses, versions. Each goes, so that its parts are not read.
const idle = [
  /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?<![\da-z])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}[\da-f-]*|(?<![\da-z])[\da-f]{20,}(?![\da-z])/gi,
  /(?<!\d)\d{4}-\d\d-\d\dT\d\d:?\d\d(?::?\d\d)?(?:[.,]\d+)?|(?<![\d.])(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}(?!\d)|(?<![\d.])\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?!\d)/g,
  /(?<![\da-f:])(?:[\da-f]{1,4}:){2,7}(?::?[\da-f]{1,4}){1,6}(?![\da-f:])|(?<![\d.])\d+(?:\.\d+){3,}(?::\d+)?/gi,
  /<[^<>\s]*@[^<>\s]*>|(?<![\w.+=-])[\w.+=-]{1,64}@[\w-]{1,63}(?:\.[a-z-]+)+/gi,
  /(?<=\.[a-z]{2,}|localhost|\]):\d{2,5}(?!\d)/gi,
  /\b(?:kb|cve-|rfc ?)\d+(?:-\d+)?/gi,
];
const strong = /a{1,3}d?sts\W{0,3}\d{4,}|0x[\da-f]{8}/gi;
const address = (url) => url.replace(/^[^?#]*/, (path) => ` ${(path.match(strong) ?? []).join(" ")} `);
const bare = (text) => {
  const joined = text.replace(/(?<![\d.,])[1-4]([.,' ])\d{3}\1\d{3}\1\d{3}(?![\d.,]\d)/g, (all) => all.replace(/\D/g, ""));
  return idle.reduce((rest, form) => rest.replace(form, " | "), joined.replace(/\bhttps?:\/\/[^\s"'<>]+/gi, address));
};

const version =
  /(?:\b(?:v|ver|version|versi|versione?|versión|build|release|rev|php|net|tls|ios|android|windows|firefox|chrome)|верси\S{0,3}|сборк\S{0,2}|различic\S{0,2}|različic\S{0,2}|버전|빌드|版本|版|バージョン|الإصدار|إصدار|גרסה|\w\/)[\s.:(]*$/iu;
const mail =
  /smtp|e-?mail|\bndr\b|\bdsn\b|bounce|deliver|recipient|mailer|postmaster|메일|반송|邮件|郵件|退信|メール|почт|письм|pošt|surel|بريد|رسال|דוא|correo|courriel|(?<!\d)[245]\d\d[ -]#?[245]\.\d|#[245]\.\d/iu;
const wrong =
  /(?:err|code|c[oó]dig|fail|fault|ошибк|код|오류|에러|코드|错误|錯誤|代码|代碼|エラー|コード|napak|kod|galat|kesalahan|خطأ|رمز|fehler|erreur|erro|fout|שגיא|קוד|hata|chyb|błąd|lỗi)[^\d\n.,;|]{0,20}$/iu;
const unit =
  /^ ?(?:%|°|ms\b|sec|px|[kKMGT]i?[bB]\b|bytes?\b|(?:user|item|message|row|time|hour|day|second|minute)s\b|元|円|원|₽|руб|€|eur|usd|명|개|건|人|件)/u;
const before = (text, at) => text.slice(Math.max(0, at - 40), at);
// A bare number that something beside it makes no code: an amount, a port, a line, the value of another key.
const isAmount = (text, at, end) => {
  const head = before(text, at);
  const value = /([\w.-]+)["']?\s*=\s*["'[]*$|["']([\w.-]+)["']\s*:\s*["'[]*$/.exec(head);
  const name = value?.[1] ?? value?.[2];
  return (
    (name && !/code|err|number|value/i.test(name)) ||
    /[$€£¥₩₽]\s?$|\+[\d\s()-]+$|\b(?:port|pid|process|thread|line|ln|row|tick\w*|sku)\W{0,3}$|(?:порт\S?|포트|端口|ポート|строк\S|行|줄|vrata|baris|منفذ)\s?:?\s?$/iu.test(head) ||
    version.test(head) ||
    unit.test(text.slice(end))
  );
};

// Each gives `found(rank, at, code)` what it sees, the lower the rank the surer.
const signIn = ({ text, found }) => {
  for (const { 1: digits, index } of text.matchAll(/aadsts[^\d\n]{0,12}?(\d{4,18})/gi)) found(1, index, `AADSTS${digits}`);
  for (const { 1: digits, index } of text.matchAll(/(?<![a-z])(?:adsts|aadst|aadts|aasts|adst|addsts|aadds?ts|aadssts|aadstss)[\s:#-]{0,2}(\d{4,18})/gi))
    found(1.5, index, `AADSTS${digits}`);
};
const own = ({ text, found, forms }) => {
  for (const { 0: code, index } of forms ? text.matchAll(forms) : [])
    if (/\p{L}/u.test(code)) found(1, index, code);
    else if (!isAmount(text, index, index + code.length)) found(wrong.test(before(text, index)) ? 3 : 7, index, code, true);
};
// Windows numbers: hexadecimal with and without `0x`, and decimal with and without a sign.
const windows = ({ text, found, knows }) => {
  for (const { 1: hex, index } of text.matchAll(/(?<![\da-zA-Z])(?:0[xX]|&[hH]) ?(?:[fF]{8})?([\da-fA-F]{8})(?=[uU]?[lLhH]?(?![\da-zA-Z])|[A-Z][a-z])/g))
    found(/^[89a-f]/i.test(hex) || knows(`0x${hex}`) ? 2 : 6.5, index, hresult(parseInt(hex, 16)));
  for (const { 1: hex, index } of text.matchAll(/(?<![\da-z@._/\\-])([89a-f][\da-f]{7})l?(?![\da-z@_/]|[.-][\da-z])/gi))
    found(2.5, index, hresult(parseInt(hex, 16)), true);
  for (const { 0: number, index } of text.matchAll(/(?<![\d.,a-zA-Z_])-?\d{9,10}(?![\d_]|[.,]\d|[a-z])/g))
    if (Math.abs(number) <= 4294967295 && number >= -2147483648)
      found(2.5, index, hresult(Number(number)), number[0] !== "-" || number > -1e9);
};
// A mail server's reply, with the number before it or without.
const bounce = ({ text, found }) => {
  const isMail = mail.test(text);
  for (const { 1: sure, 2: code, index } of text.matchAll(/(?<![\d.])((?:[245]\d\d[ -]*)?#|[245]\d\d[ -]+)?([245]\.\d{1,3}\.\d{1,3})(?!\d|\.\d|-?(?:alpha|beta|rc|preview))/gi)) {
    if (!sure && version.test(before(text, index))) continue;
    const general = /^\d\.0\.\d+$/.test(code) ? 0.2 : 0;
    found((sure ? 1.7 : isMail ? 2.2 : 3.5) + general, index, code, !sure && !isMail);
  }
};
const office = ({ text, found }) => {
  for (const { 0: all, 1: number, 2: detail, index } of text.matchAll(/(?<![\d.\w+-])(\d{5}) ?- ?(\d{1,4})(?![\d-]|[.,]\d)/g))
    if (!/[A-Z]{2} $/.test(before(text, index)) || all.length < 10) found(1.9, index, `${number}-${detail}`, !/^30\d/.test(number));
};
const phrase =
  /^\W{0,3}(?:bad request|unauthori[sz]ed|forbidden|(?:file |page )?not found|request time|conflict|gone\b|too many|internal server|bad gateway|service unavail|gateway time)/i;
const status =
  /(?:https?(?:\/[\d.]+)?|stat[eu]\w*|статус\S?|состояни\S|상태|状态|狀態|ステータス|حالة|סטטוס|response|응답|响应)(?:[ _-]?(?:error|code|코드|码|碼|コード|koda?))?["'\s:=({[-]*$/iu;
const web = ({ text, found }) => {
  for (const { 1: http, 2: number, index, 0: all } of text.matchAll(/(?<![\d.,\p{L}_#+/:-])(https?[ _-]?)?([1-5]\d\d)(?![\d_%]|[.,:]\d|[ -]#?[245]\.\d)/giu)) {
    const head = before(text, index);
    const sure = http || status.test(head) || phrase.test(text.slice(index + all.length));
    if (sure || (wrong.test(head) && !isAmount(text, index, index + all.length))) found(6, index, `HTTP ${number}`, !http && !status.test(head));
  }
};
// Error parameters, most of all behind `error=`; and symbolic names, whole or as parts of a longer word.
const words = ({ text, found, index, names }) => {
  for (const match of text.matchAll(/(?<![\w.])(["']?(?:sub)?error["']? ?[:=] ?(?:{ ?["']code["'] ?: ?)?["']?)?([a-z][a-z\d]*(?:_[a-z\d]+)+|[a-z]{4,}(?=["'&]))(?![a-z\d_])/g))
    if (match[1] || match[2].includes("_")) found(match[1] ? 5 : 5.5, match.index, match[2], !match[1] || !match[2].includes("_"), index);
  for (const { 0: word, index: at } of text.matchAll(/[a-z][a-z\d]*_[a-z\d_]*[a-z\d]/gi)) found(5.6, at, word, true);
  const parts = [...text.slice(0, 4000).matchAll(/\p{Lu}?\p{Ll}+|\p{Lu}+(?!\p{Ll})|\d+/gu)];
  parts.forEach((part, from) => {
    let name = "";
    for (const [more, next] of parts.slice(from, from + 8).entries()) {
      const last = more ? parts[from + more - 1] : undefined;
      if (last && /[^\s_-]|\s\s/.test(text.slice(last.index + last[0].length, next.index))) break;
      name += key(next[0]);
      for (const entry of names.get(name) ?? []) {
        const whole = !/[\p{L}\d]/u.test((text[part.index - 1] ?? " ") + (text[next.index + next[0].length] ?? " "));
        const spaced = /\s/.test(text.slice(part.index, next.index));
        found(spaced ? 7.5 : whole ? 4 : 4.5, part.index, entry.code, true);
      }
    }
  });
};
// A number alone, where a code of the site ends in it.
const numbers = ({ text, found, index }) => {
  for (const { 0: number, index: at } of text.matchAll(/(?<![A-Z\d_#/@-]|[a-z](?<!code|error)|\d[.,])\d{4,9}(?![\da-z_@/]|[.,-]\d|-[a-z])/gu))
    if (index.has(`aadsts${number}`) && !isAmount(text, at, at + number.length))
      found(wrong.test(before(text, at)) ? 3 : 7, at, `AADSTS${number}`, true);
};

// Returns the codes, names and parameters in `typed`, the surest first; `entry` is what `site` knows of each.
export const recognise = (typed, site) => {
  const whole = plain(typed);
  const exact = [...(site.index.get(key(whole)) ?? []), ...(site.names.get(key(whole)) ?? [])];
  if (whole && exact.length) return exact.map((entry) => ({ code: entry.code, entry }));
  const text = bare(whole);
  const all = [];
  const knows = (code) => site.index.get(key(code));
  const found = (rank, at, code, onlyKnown) => {
    const entry = knows(code)?.[0];
    if (entry || !onlyKnown) all.push({ rank, at, code: entry?.code ?? code, entry });
  };
  for (const reader of [signIn, own, windows, bounce, office, web, words, numbers]) reader({ ...site, text, found, knows });
  all.sort((a, b) => Math.floor(a.rank) - Math.floor(b.rank) || !a.entry - !b.entry || a.rank - b.rank || a.at - b.at);
  const sure = all[0]?.rank < 5;
  const once = new Map(all.filter(({ rank }) => !sure || rank < 7).reverse().map((one) => [one.code, one]));
  return all.filter((one) => once.get(one.code) === one).map(({ code, entry }) => ({ code, entry }));
};

// Returns the codes that are spelt most like `code`, by pairs of neighbouring characters.
export const nearest = (code, { entries }) => {
  const pairs = (text) => new Set([...text].slice(1).map((char, at) => [...text][at] + char));
  const wanted = pairs(key(code));
  const score = (entry) => {
    const have = pairs(key(entry.code));
    return (2 * [...wanted].filter((pair) => have.has(pair)).length) / (wanted.size + have.size || 1);
  };
  const scored = entries.map((entry) => [score(entry), entry]).filter(([value]) => value >= 0.5);
  return scored.sort((a, b) => b[0] - a[0]).map(([, entry]) => entry).slice(0, 6);
};

// Returns what the address `path`, below the site's root, may ask for, the likeliest reading first.
export const asked = (path, locales) => {
  const files = path.split("/").filter((part) => part !== "404.html");
  const parts = files.map((part) => plain(part.replace(/\.(?:html?|md|json)$/i, "")));
  if (locales.some((locale) => locale.toLowerCase() === parts[0]?.toLowerCase())) parts.shift();
  const said = parts.filter((part) => part && !/^(?:errors?|codes?|articles?|parameters?|search|index)$/i.test(part));
  return said.length ? [said.at(-1), said.join(" "), said.join(" ").replace(/[-_+]+/g, " ")] : [];
};

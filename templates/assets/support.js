// What a pasted message holds beside its code, to be copied into a request for support. It is kept in this tab.
import { plain } from "./recognise.js";

const guid = "[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}";
const labels = [
  ["Trace ID", /trace|trac[ck]ing|추적|跟踪|跟蹤|追踪|追蹤|трассир|sled|pelaca|jejak|التتبع|تتبع|ablaufverf|トレース|מעקב|seguimiento|suivi|rastre/giu],
  ["Correlation ID", /corr?[eé]la|korr?ela|상관|相关|相關|関連|関係|коррел|ارتباط|מתאם|קורלצ/giu],
  ["Request ID", /request|요청|请求|要求|請求|запрос|zahtev|permintaan|طلب|anforder|anfrage|リクエスト|בקש|solicitud|requête|demande/giu],
  ["Session ID", /session|sitzung|세션|会话|сеанс|sej[ei]|sesi|جلسة/giu],
  ["Activity ID", /activity|aktivit|작업|活动|действи|dejavnost|aktivitas|نشاط/giu],
];
const times = [
  /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d))?/,
  /(?:time ?stamp|타임스탬프|时间戳|時間戳記|метка времени|časovni žig|stempel waktu|cap waktu|طابع زمني|الطابع الزمني|zeitstempel|タイムスタンプ|חותמת זמן)[^\d\n]{0,12}(\d[\d/.: ,-]{6,24}(?: ?[AP]M)?(?: ?(?:Z|UTC|GMT))?)/iu,
  /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? ?(?:[+-]\d{4}|GMT|UTC|Z)?/,
];
// Which label stands last before an id; what has a sign of its own before it and no known label is left out.
const label = (head) => {
  if (!/[:=]\s*["'({<[]*$|\bid\b["'\s({<[]*$/i.test(head)) return undefined;
  const near = head.slice(-36);
  const last = labels.map(([name, form]) => [[...near.matchAll(form)].at(-1)?.index ?? -1, name]);
  const [at, name] = last.sort((a, b) => b[0] - a[0])[0];
  return at < 0 ? undefined : name;
};

// Returns the ids and the time that `typed` holds beside the code, each with the name that servers give it.
export const details = (typed) => {
  const text = plain(typed);
  const rows = new Map();
  let end = 0;
  for (const { 0: id, index } of text.matchAll(new RegExp(guid, "gi"))) {
    const name = label(text.slice(Math.max(end, index - 60), index));
    if (name && !rows.has(name)) rows.set(name, id);
    end = index + id.length;
  }
  const message = /message[- ]?id[^<\n]{0,20}(<[^<>\s]+@[^<>\s]+>)/i.exec(text)?.[1];
  if (message) rows.set("Message ID", message);
  const time = times.map((form) => form.exec(text)).find(Boolean);
  if (time && (rows.size || /timestamp|aadsts/i.test(text) || time[1])) rows.set("Timestamp", (time[1] ?? time[0]).trim());
  return [...rows];
};

// ---- Showing it ----

const kept = (href) => `support ${new URL(href, location.href).pathname}`;
const make = (name, inside, properties) => Object.assign(inside.appendChild(document.createElement(name)), properties);
const copy = (button, text, words) => async () => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return;
  }
  button.textContent = words.copied;
  setTimeout(() => (button.textContent = words.copy), 2000);
};

// Returns what is copied: the code, then a line for each of `rows`.
export const lines = (code, rows) => [code, ...rows.map(([name, value]) => `${name}: ${value}`)].join("\n");

// Returns a block with `text` and a button that copies it.
export const block = (text, words, heading) => {
  const section = document.createElement("section");
  section.className = "support";
  make(heading, section, { textContent: words.support, id: "page--support" });
  section.setAttribute("aria-labelledby", "page--support");
  make("pre", section, { textContent: text, dir: "ltr", translate: false });
  const button = make("button", section, { type: "button", className: "copy", textContent: words.copy });
  button.setAttribute("aria-live", "polite");
  button.onclick = copy(button, text, words);
  return section;
};

// Keeps `text` for the page at `href`, which shows it.
export const keep = (href, text) => {
  try {
    sessionStorage.setItem(kept(href), text);
  } catch {}
};

// Shows on this page what was kept for it.
export const arrive = (words) => {
  let text = null;
  try {
    text = sessionStorage.getItem(kept(""));
  } catch {}
  if (text) (document.querySelector(".body") ?? document.querySelector("main")).append(block(text, words, "h2"));
};

// The box: says which error was typed or pasted, and leads to its page. What is typed goes nowhere.
import { key, known, nearest, plain, recognise } from "./recognise.js";

const form = document.querySelector(".box form");
const input = form.querySelector("input");
const answer = form.querySelector(".answer");
const panel = form.querySelector(".found");
const list = panel.querySelector("ul");
const most = 8;
// The locale whose pages are meant: another one where a page without a language was asked for.
let { home, codes } = form.dataset;
let site;
let target;
// Keeps what the page that is gone to will show.
let leave = () => {};
// What was pasted, with the line ends that the box can't show.
let pasted = "";

const load = () =>
  (site ??= fetch(codes)
    .then((response) => response.json())
    .then((data) => {
      if (!document.querySelector(".privacy")) make("p", panel, { className: "privacy", textContent: data.words.privacy });
      return { ...known(data, home), words: data.words };
    })
    .catch(() => {
      site = undefined;
      return known({ codes: [], parameters: [] }, home);
    }));

const make = (name, inside, properties) => Object.assign(inside.appendChild(document.createElement(name)), properties);
const row = ({ code, title, href, lang }) => {
  const item = document.createElement("li");
  const link = make("a", item, { href });
  if (code) make("code", link, { textContent: code, translate: false, dir: "ltr" });
  make("span", link, { className: "title", textContent: title, ...(lang && { lang, dir: "auto" }) });
  return item;
};

// What is listed under what was recognised: codes whose code, name or title has the text.
const alike = (typed, { entries }) => {
  const wanted = key(typed);
  const has = (entry) => key(`${entry.code} ${entry.name} ${entry.title}`).includes(wanted);
  return wanted.length > 1 ? entries.filter(has) : [];
};
// What the box says, what it lists and where Enter leads.
const answerTo = (typed, site) => {
  const { words } = site;
  const say = (text, what) => text.replace("{what}", () => `\u2068${what}\u2069`);
  const found = recognise(typed, site);
  const there = found.flatMap(({ entry }) => entry ?? []);
  if (found[0]?.entry) {
    const names = there.slice(0, 3).map(({ code }) => code);
    return { text: `${say(words.recognised, names.join(", "))} · ${words.enter}`, rows: there, to: there[0], isNamed: true };
  }
  // A code that is not typed to its end is the beginning of others.
  const like = alike(typed, site);
  if (like.length) {
    const text = words.results[Math.min(like.length, most) - 1];
    return { text, rows: like, to: like.length === 1 ? like[0] : undefined };
  }
  const short = plain(typed).length <= 40;
  const close = found.length || short ? nearest(found[0]?.code ?? typed, site) : [];
  const nothing = found.length ? say(words.unknown, found[0].code) : words.none;
  return { text: close.length ? `${nothing} · ${words.nearest}:` : nothing, rows: [...new Set([...there, ...close])], isNamed: found.length > 0, isGuess: true };
};
const show = ({ text, rows, to }) => {
  target = to;
  answer.textContent = text;
  list.replaceChildren(...rows.slice(0, most).map(row));
};
// What support will ask for, under the list: ids and times come with a script of their own.
const showSupport = async (code, typed, words) => {
  const { block, details, keep, lines } = code && /[\da-f]{8}-|\d:\d\d|@/i.test(typed) ? await import("./support.js") : {};
  const rows = details?.(typed) ?? [];
  panel.querySelector(".support")?.remove();
  leave = rows.length ? (href) => keep(href, lines(code, rows)) : () => {};
  if (rows.length) list.after(block(lines(code, rows), words, "h2"));
};
// The text without blanks, in which a box leaves line ends out.
const joined = (text) => text.replace(/\s/g, "");
const message = () => (joined(pasted) === joined(input.value) ? pasted : input.value);
// What the articles of the locale say of it, where no error was named; nothing where they are not asked or say nothing.
const isResults = form.action === location.origin + location.pathname;
const isList = isResults || document.querySelector(".asked");
const searched = async (typed, answer, words) => {
  if (!words || answer.isNamed || !form.dataset.search || !typed.trim()) return undefined;
  const { passages, results } = await import(new URL(form.dataset.searchScript, location.href));
  const rows = await results(form, typed, answer.isGuess ? [] : answer.rows);
  const shown = rows.slice(0, most);
  return { shown, text: words.results[shown.length - 1], decorate: await passages(shown, typed, isResults) };
};
const update = async () => {
  const typed = message();
  const site = await load();
  if (typed !== message()) return undefined;
  const answer = typed.trim() && site.words ? answerTo(typed, site) : { text: "", rows: [] };
  // A page that is there for the list shows it once it is whole, so that nothing moves.
  if (isList) target = answer.to;
  else show(answer);
  await showSupport(recognise(typed, site)[0]?.code, typed, site.words);
  const found = await searched(typed, answer, site.words);
  // Who walks through the list already keeps it.
  if (typed !== message() || list.contains(document.activeElement)) return undefined;
  if (found?.shown.length) {
    show({ text: found.text, rows: found.shown, to: target });
    found.decorate(list);
  } else if (isList) show(answer);
  return answer;
};

const empty = () => {
  input.value = pasted = "";
  input.focus();
  update();
};
// Up and down go through the links, Escape back to an empty box.
const keys = (event) => {
  const stops = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = at < 0 ? undefined : stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN)];
  if (event.key === "Escape") empty();
  else if (next) next.focus();
  else return;
  event.preventDefault();
};
const go = async (event) => {
  event.preventDefault();
  const answer = await update();
  // A code without a page has its like in the list already. What is looked for stays in the browser: behind the # it is sent to nobody.
  if (!target && !answer?.isNamed && form.dataset.search && !isResults) return location.assign(`${form.action}#q=${encodeURIComponent(message())}`);
  if (!target) return list.querySelector("a")?.focus();
  leave(target.href);
  location.href = target.href;
};

input.oninput = update;
input.onpaste = ({ clipboardData }) => (pasted = input.value + clipboardData.getData("text"));
form.onkeydown = keys;
form.onsubmit = go;
list.onclick = ({ target }) => target.closest("a") && leave(target.closest("a").href);
// A press on a link keeps the list open in browsers that don't give links the focus.
list.onmousedown = (event) => event.preventDefault();

// A page that is not there has its question in its address; one that a message led to has something to show.
const start = async () => {
  const place = document.querySelector(".asked");
  const missing = place && (await import("./missing.js"));
  ({ home, codes } = (await missing?.language(panel)) ?? form.dataset);
  const site = await load();
  if (missing) input.value = missing.read(place, site);
  else if (form.dataset.arrived === "") (await import("./support.js")).arrive(site.words);
  if (input.value) update();
};
start();

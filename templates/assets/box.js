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
// Keeps what the page that is gone to will show.
let leave = () => {};

const load = () =>
  (site ??= fetch(codes)
    .then((response) => response.json())
    .then((data) => ({ ...known(data, home), words: data.words }))
    .catch(() => {
      site = undefined;
      return known({ codes: [], parameters: [] }, home);
    }));

const make = (name, inside, properties) => Object.assign(inside.appendChild(document.createElement(name)), properties);
// Stands below the list, which on some pages is there only when it is whole.
const assure = ({ words }) => {
  if (words && !document.querySelector(".privacy")) make("p", panel, { className: "privacy", textContent: words.privacy });
};
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
  const like = alike(found[0]?.code ?? typed, site);
  if (like.length) {
    const text = words.results[Math.min(like.length, most) - 1];
    return { text, rows: like, to: like.length === 1 ? like[0] : undefined };
  }
  const short = plain(typed).length <= 40;
  const close = found.length || short ? nearest(found[0]?.code ?? typed, site) : [];
  const nothing = found.length ? say(words.unknown, found[0].code) : words.none;
  const text = close.length ? `${nothing} · ${words.nearest}:` : nothing;
  return { text, rows: [...new Set([...there, ...close])], isGuess: true, isNamed: found.length > 0, nothing, unknown: found[0]?.code };
};
// The text whose list is shown, and that whose list somebody points at.
let listed;
let held;
const show = (typed, { text, rows, decorate }) => {
  const items = rows.slice(0, most).map(row);
  const isHeld = held === typed || list.contains(document.activeElement);
  const known = [...list.querySelectorAll("a")].map(({ href }) => href);
  // Nothing moves under a reader's hand: what comes later stands below.
  if (isHeld) list.append(...items.filter(({ firstChild }) => !known.includes(firstChild.href)));
  else {
    listed = typed;
    answer.textContent = text;
    list.replaceChildren(...items);
  }
  decorate?.(items);
};
// The text without blanks, in which a box leaves line ends out: those of what was pasted are kept beside it.
const joined = (text = "") => text.replace(/\s/g, "");
const message = () => (joined(input.pasted) === joined(input.value) ? (input.pasted ?? "") : input.value);
// What support will ask for, under the list: ids and times come with a script of their own.
const showSupport = async (code, typed, words) => {
  const { block, details, keep, lines } = code && /[\da-f]{8}-|\d:\d\d|@/i.test(typed) ? await import("./support.js") : {};
  if (typed !== message()) return;
  const rows = details?.(typed) ?? [];
  panel.querySelector(".support")?.remove();
  leave = rows.length ? (href) => keep(href, lines(code, rows)) : () => {};
  if (rows.length) list.after(block(lines(code, rows), words, "h2"));
};
const answered = async (typed) => {
  const site = await load();
  if (!site.words) asked = {};
  const answer = typed.trim() && site.words ? answerTo(typed, site) : { text: "", rows: [] };
  await showSupport(recognise(typed, site)[0]?.code, typed, site.words);
  return { ...answer, words: site.words };
};
// The answer with what the articles of the locale say, of an error without a page too; as it was where they are not
// asked or say nothing.
const isResults = form.action === location.origin + location.pathname;
const isList = isResults || document.querySelector(".asked");
const searched = async (typed, answer) => {
  const { words, isNamed, unknown } = answer;
  if (!words || (isNamed && !unknown) || !form.dataset.search || !typed.trim()) return answer;
  const { found } = await import(new URL(form.dataset.searchScript, location.href));
  return (await found(form, typed, answer, isResults)) ?? answer;
};
// A list waits a moment for what articles say, so that it seldom changes; a page that is there for the list shows it
// once it is whole.
const PATIENCE = 300;
const put = async (typed, answer) => {
  const search = searched(typed, answer).catch(() => answer);
  const soon = isList ? search : Promise.race([search, new Promise((late) => setTimeout(late, PATIENCE, answer))]);
  const first = await soon;
  assure(answer);
  if (typed === message()) show(typed, first);
  const last = await search;
  if (last !== first && typed === message()) show(typed, last);
};
// What is asked at present: its answer, and when that is shown.
let asked = {};
const update = () => {
  const typed = message();
  if (asked.typed !== typed) {
    asked = { typed, answer: answered(typed) };
    asked.shown = asked.answer.then((answer) => put(typed, answer));
  }
  return asked;
};

const empty = () => {
  input.value = "";
  input.focus();
  update();
};
// Up and down go through the links, Escape back to an empty box.
const keys = (event) => {
  const stops = [input, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  const next = at >= 0 && stops[at + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? NaN)];
  if (event.key === "Escape") empty();
  else if (next) next.focus();
  else return;
  event.preventDefault();
};
const go = async (event) => {
  event.preventDefault();
  const { typed, shown, answer } = update();
  const { to, isNamed } = await answer;
  if (typed !== message()) return;
  if (to) {
    leave(to.href);
    location.href = to.href;
  } else if (!isNamed && form.dataset.search && !isResults) {
    // What is looked for stays in the browser: behind the # it is sent to nobody.
    location.assign(`${form.action}#q=${encodeURIComponent(typed)}`);
  } else {
    // A code without a page has its like in the list.
    await shown;
    list.querySelector("a")?.focus();
  }
};

input.oninput = update;
form.onkeydown = keys;
form.onsubmit = go;
list.onclick = ({ target }) => target.closest("a") && leave(target.closest("a").href);
list.onpointermove = list.onpointerdown = () => (held = listed);
list.onpointercancel = () => (held = undefined);
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
  else assure(site);
};
start();

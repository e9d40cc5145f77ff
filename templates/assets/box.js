// The box: says which error was typed or pasted, and leads to its page. What is typed goes nowhere.
import { asked, details, key, known, nearest, plain, recognise } from "./recognise.js";

const form = document.querySelector(".box form");
const { home, codes } = form.dataset;
const input = form.querySelector("input");
const answer = form.querySelector(".answer");
const list = form.querySelector(".found ul");
const most = 8;
let site;
let target;
// What was pasted, with the line ends that the box can't show.
let pasted = "";

const load = () =>
  (site ??= fetch(codes)
    .then((response) => response.json())
    .then((data) => ({ ...known(data, home), words: data.words }))
    .catch(() => {
      site = undefined;
      return { ...known({ codes: [], parameters: [] }, home), words: {} };
    }));

const make = (name, inside, properties = {}) => Object.assign(inside.appendChild(document.createElement(name)), properties);
const row = ({ code, title, href }) => {
  const item = document.createElement("li");
  const link = make("a", item, { href });
  make("code", link, { textContent: code, translate: false, dir: "ltr" });
  make("span", link, { className: "title", textContent: title });
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
    return { text: `${say(words.recognised, names.join(", "))} · ${words.enter}`, rows: there, to: there[0] };
  }
  const like = found.length ? [] : alike(typed, site);
  if (like.length) return { text: words.results[Math.min(like.length, most) - 1], rows: like, to: like.length === 1 ? like[0] : undefined };
  const short = plain(typed).length <= 40;
  const close = found.length || short ? nearest(found[0]?.code ?? typed, site) : [];
  const nothing = found.length ? say(words.unknown, found[0].code) : words.none;
  return { text: close.length ? `${nothing} · ${words.nearest}:` : nothing, rows: [...new Set([...there, ...close])] };
};
const show = ({ text, rows, to }) => {
  target = to;
  answer.textContent = text;
  list.replaceChildren(...rows.slice(0, most).map(row));
};
const message = () => (pasted && plain(pasted).replace(/\s/g, "") === plain(input.value).replace(/\s/g, "") ? pasted : input.value);
const update = async () => {
  const typed = message();
  const site = await load();
  if (typed === message()) show(typed.trim() ? answerTo(typed, site) : { text: "", rows: [] });
};

const empty = () => {
  input.value = pasted = "";
  input.focus();
  update();
};
// Up and down go through the links, Escape back to an empty box.
const keys = (event) => {
  const stops = [input, ...list.querySelectorAll("a")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = stops[stops.indexOf(document.activeElement) + step];
  if (event.key === "Escape") empty();
  else if (next) next.focus();
  else return;
  event.preventDefault();
};
const go = async (event) => {
  event.preventDefault();
  await update();
  if (target) location.href = target.href;
  else list.querySelector("a")?.focus();
};

input.oninput = update;
input.onpaste = ({ clipboardData }) => (pasted = input.value + clipboardData.getData("text"));
form.onkeydown = keys;
form.onsubmit = go;
// A press on a link keeps the list open in browsers that don't give links the focus.
list.onmousedown = (event) => event.preventDefault();
if (input.value) update();
else load();

// Results of full-text search in the box's list: with what was looked for marked, and on the page of results with
// the passage that has most of it.
import { alike, fold, open, runs, units } from "./search.js";

const MOST = 8;
let index;
// What is listed for a query: what the articles have and the rows that the box has, those first where the query has a
// number.
const listed = async (query, rows) => {
  const found = await index.search(query).catch(() => []);
  const all = /\d/.test(query) ? [...rows, ...found] : [...found, ...rows];
  const places = all.map(({ href }) => new URL(href, location.href).href);
  return found.length ? all.filter((_, at) => places.indexOf(places[at]) === at).slice(0, MOST) : [];
};
// Returns the box's answer to a text with what the articles say of it, or of the error without a page that is named in
// it; nothing where they say nothing.
export const found = async (form, typed, { words, rows, isGuess, nothing, unknown }, isPage) => {
  index ??= open(new URL(form.dataset.search, location.href).href);
  let list = await listed(unknown ?? typed, isGuess && !unknown ? [] : rows);
  // A name that nobody has heard of may be no name.
  if (!list.length && /^\D+$/.test(unknown)) list = await listed(typed, rows);
  if (!list.length) return undefined;
  const count = words.results[list.length - 1];
  return { text: unknown ? `${nothing} · ${count}` : count, rows: list, decorate: (items) => decorate(items, list, typed, isPage) };
};

// A text in pieces, those that the query has marked.
export const mark = (text, query) => {
  const wanted = units(query);
  const known = new Set(wanted.map((unit) => unit.text));
  const parts = [];
  const put = (piece, hit) => {
    if (piece && parts.at(-1)?.hit === hit) parts.at(-1).text += piece;
    else if (piece) parts.push({ text: piece, hit });
  };
  let at = 0;
  for (const { run, index, pairs } of runs(text)) {
    put(text.slice(at, index), false);
    at = index + run.length;
    const chars = [...run];
    const is = (from) => known.has(fold(chars[from] ?? "") + fold(chars[from + 1] ?? ""));
    if (pairs) chars.forEach((char, from) => put(char, is(from) || is(from - 1)));
    else put(run, wanted.some((unit) => !unit.pairs && alike(unit, fold(run)) > 0.5));
  }
  put(text.slice(at), false);
  return parts;
};

// The text of an article's Markdown twin, without its title.
const prose = (markdown) =>
  markdown
    .replace(/^# .*\n/, "")
    .replace(/^\s*(?:\x60{3,}|~{3,}).*/gm, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/^#+ (.*)$/gm, "$1 ·")
    .replace(/^\s*(?:[-*+>]+|\d+\.)\s+|\||<[^>]*>/gm, " ")
    .replace(/[*\x60\\]+/g, "")
    .replace(/\s+/g, " ");
const LENGTH = 160;
// The passage of an article that says most of what was looked for.
export const excerpt = async (result, query) => {
  const twin = await fetch(result.twin);
  if (!twin.ok) return [];
  const parts = mark(prose(await twin.text()), query);
  const from = (start) => {
    let left = LENGTH;
    return parts.slice(start).filter(({ text }) => left > 0 && (left -= text.length, true));
  };
  const said = (start) => new Set(from(start).flatMap(({ text, hit }) => (hit ? fold(text) : []))).size;
  let best = 0;
  parts.forEach(({ hit }, at) => {
    if (hit && (!parts[best].hit || said(at) > said(best))) best = at;
  });
  const before = best ? [{ text: `…${parts[best - 1].text.slice(-30).replace(/^\S*\s[-\s]*/, "")}`, hit: false }] : [];
  const shown = from(best);
  const last = shown.pop();
  const room = shown.reduce((left, { text }) => left - text.length, LENGTH);
  const isCut = last && !last.hit && last.text.length > room;
  return [...before, ...shown, ...(isCut ? [{ text: `${last.text.slice(0, room)}…`, hit: false }] : last ? [last] : [])];
};

const fill = (element, parts) => {
  const piece = ({ text, hit }) => (hit ? Object.assign(document.createElement("mark"), { textContent: text }) : text);
  element.replaceChildren(...parts.map(piece));
};
// On the page of results the first few have a passage. It comes when its row is seen, and its room is kept.
const PASSAGES = 4;
const passage = (row, title, result) => {
  const text = Object.assign(document.createElement("span"), { className: "excerpt" });
  title.append(text);
  const seen = new IntersectionObserver(async (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    seen.disconnect();
    fill(text, await excerpt(result, result.said).catch(() => []));
  });
  seen.observe(row);
};
// Marks the items of a list, which are those of `results`. On the page of results the query stands in the address:
// behind `#`, which no request and no link tells to anybody.
const decorate = (items, results, query, isPage) => {
  if (isPage) history.replaceState(null, "", `${location.pathname}#q=${encodeURIComponent(query)}`);
  results.forEach((result, at) => {
    const title = items[at].querySelector(".title");
    fill(title, mark(title.textContent, result.said ?? query));
    if (isPage && at < PASSAGES && result.twin) passage(items[at], title, result);
  });
};

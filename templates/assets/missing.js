// On a page that is not there: whether its address names an error.
import { plain, recognise } from "./recognise.js";

// Returns what the address `path`, below the site's root, may ask for, the likeliest reading first; `locales` are
// the folders of languages.
export const readings = (path, locales) => {
  const files = path.split("/").filter((part) => part !== "404.html");
  const parts = files.map((part) => plain(part.replace(/\.(?:html?|md|json)$/i, "")));
  if (locales.some((locale) => locale.toLowerCase() === parts[0]?.toLowerCase())) parts.shift();
  const said = parts.filter((part) => part && !/^(?:errors?|codes?|articles?|parameters?|search|index)$/i.test(part));
  const all = said.join(" ");
  return said.length ? [said.at(-1), all, all.replace(/[-_+]+/g, " ")] : [];
};

// Returns where the data of the reader's language are, once it is known, on a page without a language of its own.
export const language = async (panel) => {
  if (document.readyState !== "complete")
    await new Promise((loaded) => addEventListener("load", loaded, { once: true }));
  const chosen = document.querySelector("a[data-chosen]");
  if (!chosen) return undefined;
  panel.lang = chosen.hreflang;
  panel.dir = chosen.firstElementChild.dir;
  return { home: chosen.getAttribute("href"), codes: chosen.dataset.codes };
};

// Goes to the page that the address asks for; where there is none, shows in `place` what was asked for, and returns it.
export const read = (place, site) => {
  const { pathname, search, hash } = location;
  const { root } = place.dataset;
  const folder = (link) => new URL(link.href).pathname.slice(root.length, -1);
  const locales = [...document.querySelectorAll("a[hreflang]")].map(folder);
  const asked = readings(pathname.startsWith(root) ? pathname.slice(root.length) : pathname, locales);
  const found = [...asked, search + hash].map((text) => ({ text, first: recognise(text, site)[0] }));
  const there = found.find(({ first }) => first?.entry)?.first.entry.href;
  if (there && new URL(there, location.href).pathname !== pathname) {
    location.replace(there);
    return "";
  }
  const shown = found.find(({ first }) => first)?.text ?? asked[0] ?? "";
  place.firstElementChild.textContent = shown;
  place.hidden = !shown;
  return shown;
};

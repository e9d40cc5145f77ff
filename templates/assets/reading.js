// What a reader asks for now and then: the original text beside the translation, and the answer to copy.

// What a page says is in its head and in its text. Each of these holds one passage, or further ones.
const passages = ".head h1, .head .lead, .text :is(h2, h3, h4, h5, h6, p, li, dd, th, td, pre)";
const inner = "p, ul, ol, pre, div, table, blockquote, dl";
// What is no part of a passage.
const apart = ".self, .original, .copy, [role='doc-backlink']";

const page = async (address) => {
  if (new URL(address).pathname === location.pathname) return document;
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return new DOMParser().parseFromString(await response.text(), "text/html");
};

// The original text. Side-by-side markup brings it along; otherwise it is fetched, and what belongs together is known
// by its number: a switch is only where the outlines of both articles are equal, block by block, and both pages are
// made from their blocks in one order by one program. Should an included fragment spoil that, the elements differ in
// number or name, and the original's page is shown instead.
const fetched = async (link) => {
  const of = (root) => [...root.querySelectorAll(passages)].filter((element) => !element.closest(`${apart}, .alert-label`));
  const [here, there] = [of(document), of(await page(link.href))];
  const name = ({ tagName }) => tagName;
  if (`${here.map(name)}` !== `${there.map(name)}`) return false;
  here.forEach((element, number) => {
    const original = document.createElement("span");
    original.className = "original";
    original.lang = link.lang;
    original.dir = link.dir;
    original.hidden = true;
    original.append(...words(there[number]).map((node) => document.importNode(node, true)));
    for (const box of original.querySelectorAll(".task")) box.remove();
    for (const known of original.querySelectorAll("[id]")) known.removeAttribute("id");
    for (const name of ["href", "src"])
      for (const used of original.querySelectorAll(`[${name}]:not([href^="#"])`))
        used.setAttribute(name, new URL(used.getAttribute(name), link.href));
    // What reads the same in both is a literal.
    const [mine, theirs] = [words(element), [original]].map((nodes) => nodes.map((node) => node.textContent).join("").trim());
    if (!theirs || mine === theirs) return;
    if (element.matches("pre")) (element.nextElementSibling?.closest(".copy") ?? element).after(original);
    else element.insertBefore(original, [...element.children].find((child) => child.matches(inner)) ?? null);
  });
  return true;
};

// The nodes of an element's own passage, before further passages in it.
const words = (element) => {
  const nodes = [...element.childNodes].filter((node) => !node.matches?.(apart));
  const end = nodes.findIndex((node) => node.matches?.(inner));
  return end < 0 ? nodes : nodes.slice(0, end);
};

let complete;

// Shows the original text or hides it. What the reader looks at stays where it is.
export const original = async (toggle) => {
  const link = toggle.closest(".notice").querySelector("a[lang]");
  if (link && toggle.dataset.original !== undefined) {
    complete ??= fetched(link).catch(() => false);
    if (!(await complete)) {
      // It is no choice to keep: every page would lead away.
      toggle.closest("span").hidden = true;
      return link.focus();
    }
  }
  const shown = toggle.getAttribute("aria-pressed") === "true";
  const seen = [...document.querySelectorAll(".text > *")].find((block) => block.getBoundingClientRect().bottom > 0);
  const top = seen?.getBoundingClientRect().top;
  for (const sentence of document.querySelectorAll(".original")) sentence.hidden = !shown;
  if (seen && top < 0) scrollBy(0, seen.getBoundingClientRect().top - top);
};

// A passage as plain text: links with their addresses, literals as they are.
const plain = (nodes) =>
  nodes
    .map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/[\t\n\r ]+/g, " ");
      if (node.nodeType !== Node.ELEMENT_NODE || node.matches(apart)) return "";
      if (node.matches("code, kbd, samp, bdi")) return node.textContent;
      if (node.matches("img")) return node.alt;
      if (node.matches("br")) return "\n";
      const text = plain([...node.childNodes]);
      const target = node.getAttribute("href") ?? "";
      return /^(?:https?|mailto):/.test(target) && target !== text ? `${text} (${target})` : text;
    })
    .join("");

// The lines of a block and what stands in it.
const lines = (block, indent = "") => {
  const within = (parts, more) => parts.flatMap((part) => lines(part, indent + more));
  if (block.matches(apart)) return [];
  if (block.matches("ol, ul")) {
    const first = block.start ?? 1;
    return [...block.children].flatMap((item, number) => {
      const mark = block.matches("ol") ? `${first + number}. ` : "- ";
      const [line, ...rest] = plain(words(item)).trim().split("\n");
      const blocks = [...item.children].filter((child) => child.matches(inner));
      const parts = [...(line ? [line, ...rest] : []), ...blocks.flatMap((child) => lines(child))];
      return parts.map((part, at) => indent + (at ? " ".repeat(mark.length) : mark) + part);
    });
  }
  if (block.matches("pre")) return block.textContent.replace(/\n$/, "").split("\n").map((line) => indent + line);
  if (block.matches("tr")) return [indent + [...block.children].map((cell) => plain([...cell.childNodes]).trim()).join("\t")];
  if (block.matches("dl")) return [...block.children].map((part) => indent + part.textContent);
  if (block.matches("div, table, thead, tbody, blockquote, section")) return within([...block.children], "");
  return plain([...block.childNodes]).trim().split("\n").map((line) => indent + line);
};

// What an article says to do: the sections with numbered steps, else all of it but the error parameters.
const steps = (text) => {
  const sections = [];
  for (const block of text.children) {
    if (/^H\d$/.test(block.tagName) || !sections.length) sections.push([]);
    sections.at(-1).push(block);
  }
  const isNumbered = (section) => section.some((block) => block.matches("ol"));
  const level = ([first]) => Number(/^H(\d)$/.exec(first.tagName)?.[1] ?? 7);
  const kept = sections.some(isNumbered)
    ? sections.flatMap((section, at) => {
        if (isNumbered(section)) return [section];
        // A heading without a text of its own belongs to the sections below it.
        const next = sections.findIndex((other, number) => number > at && level(other) <= level(section));
        const below = sections.slice(at + 1, next < 0 ? undefined : next);
        return section.length === 1 && level(section) < 7 && below.some(isNumbered) ? [section] : [];
      })
    : sections;
  return kept.map((section) => section.filter((block) => !block.matches("dl, .footnotes, .copy")));
};

// Copies what the page at `address` means and says to do, and where it stands; tells whether that worked.
export const answer = async (address) => {
  const text = async () => {
    const from = await page(address);
    const head = [...from.querySelectorAll(".head :is(h1, .name, .lead)")].map((part) => plain(words(part)).trim());
    const body = steps(from.querySelector(".text")).flatMap((section) =>
      section.map((block) => lines(block).join("\n")).filter((block) => block.trim()),
    );
    const link = from.querySelector('link[rel="canonical"]')?.href ?? address.replace(/#.*/, "");
    return [head.join("\n"), ...body, link].join("\n\n") + "\n";
  };
  try {
    // Some browsers allow it only to what began with the press: a text that is still to come.
    const item = { "text/plain": text().then((copied) => new Blob([copied], { type: "text/plain" })) };
    await navigator.clipboard.write([new ClipboardItem(item)]);
    return true;
  } catch {
    return text()
      .then((copied) => navigator.clipboard.writeText(copied))
      .then(() => true, () => false);
  }
};

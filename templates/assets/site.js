// What pages can do with a script: copying, the original text, colours, languages.
(() => {
  const root = document.documentElement;
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const words = document.getElementById("page--words")?.dataset ?? {};

  // A reader's choices; without storage they hold for the page.
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const keep = (key, value) => {
    try {
      value ? localStorage.setItem(key, value) : localStorage.removeItem(key);
    } catch {}
  };

  // Colours.
  const paint = (theme) => (theme ? (root.dataset.theme = theme) : delete root.dataset.theme);
  paint(kept("theme"));
  for (const label of all(".theme")) {
    const select = label.querySelector("select");
    select.value = kept("theme") ?? "";
    select.onchange = () => {
      keep("theme", select.value);
      paint(select.value);
    };
    label.hidden = false;
  }

  // Copy buttons.
  const button = (label, text, made = document.createElement("button")) => {
    made.type = "button";
    made.className = "copy";
    made.textContent = words.copy;
    made.setAttribute("aria-label", label);
    made.onclick = async () => {
      try {
        await navigator.clipboard.writeText(text());
      } catch {
        return;
      }
      made.textContent = words.copied;
      made.setAttribute("aria-label", words.copied);
      setTimeout(() => {
        made.textContent = words.copy;
        made.setAttribute("aria-label", label);
      }, 2000);
    };
    made.setAttribute("aria-live", "polite");
    return made;
  };
  for (const copy of all("h1 + .copy")) button(copy.getAttribute("aria-label"), () => copy.previousElementSibling.textContent, copy);
  for (const list of all("dl.parameters"))
    for (const described of all("dd", list)) {
      const name = described.previousElementSibling.textContent;
      const whole = described.dataset.literal ?? `${name}: ${described.textContent}`;
      described.append(button(`${words.parameter}: ${name}`, () => whole));
    }
  for (const block of all(".text pre")) block.after(button(words.copy, () => block.textContent));
  for (const code of all(".text p > code:only-child:not(.short)"))
    if (code.parentNode.textContent.trim() === code.textContent.trim()) code.after(button(words.copy, () => code.textContent));

  // Links of headings to themselves, for whoever wants to share a place.
  for (const heading of all(".text :is(h2, h3, h4, h5, h6)[id]")) {
    const link = document.createElement("a");
    link.className = "self";
    link.tabIndex = -1;
    link.setAttribute("aria-hidden", "true");
    link.href = `#${heading.id}`;
    heading.prepend(link);
  }

  // The original text and the answer to copy: their script comes when it is asked for.
  const reading = () => import(new URL(document.querySelector("[data-reading]").dataset.reading, location.href));
  for (const toggle of all(".original-switch")) {
    const show = async (shown) => {
      toggle.setAttribute("aria-pressed", shown);
      (await reading()).original(toggle);
    };
    toggle.onclick = () => {
      const shown = toggle.getAttribute("aria-pressed") !== "true";
      keep("original", shown ? "shown" : "");
      show(shown);
    };
    if (kept("original")) show(true);
  }
  for (const copy of all(".copy-answer button")) {
    const own = all(".others a:not([data-kind='fallback'])");
    const select = document.createElement("select");
    select.setAttribute("aria-label", copy.dataset.language);
    const chosen = kept("answer") ?? document.querySelector(".text").lang;
    for (const { hreflang, href, textContent } of own) {
      const option = new Option(textContent, href, false, hreflang === chosen);
      option.lang = hreflang;
      select.append(option);
    }
    select.onchange = () => keep("answer", select.selectedOptions[0].lang);
    if (own.length > 1) copy.after(select);
    const offer = copy.textContent;
    copy.onclick = async () => {
      const address = select.selectedOptions[0]?.value ?? location.href;
      const { answer } = await reading();
      if (!(await answer(address))) return;
      copy.textContent = words.copied;
      setTimeout(() => (copy.textContent = offer), 2000);
    };
  }

  // Languages: a link keeps the place on the page, and the choice is remembered. A page with their list at its end
  // shows it in its head, too.
  const menu = document.querySelector(".languages");
  const list = document.querySelector(".others ul");
  if (menu && list && !menu.querySelector("ul")) menu.lastElementChild.replaceWith(list.cloneNode(true));
  addEventListener("click", (event) => {
    if (menu && !menu.contains(event.target)) menu.open = false;
    const link = event.target.closest?.(".languages a, .others a[hreflang]");
    if (!link) return;
    keep("locale", link.hreflang);
    link.hash = location.hash;
  });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu?.open) {
      menu.open = false;
      menu.firstElementChild.focus();
    }
  });

  // The box: its script comes when it is needed. "/" goes to it; a page of results, and a page that is not
  // there, have their question in the address; a page that was found by a message keeps what support needs.
  const form = document.querySelector(".box form");
  if (!form?.dataset.codes) return;
  const input = form.querySelector("input");
  const start = () => import(new URL(form.dataset.script, location.href));
  input.addEventListener("focus", start, { once: true });
  // What is pasted, with the line ends that the box can't show.
  input.onpaste = ({ clipboardData }) => (input.pasted = input.value + clipboardData.getData("text"));
  // Whoever is faster than the script waits for it.
  form.onsubmit = (event) => {
    event.preventDefault();
    start().then(() => form.requestSubmit(), () => form.submit());
  };
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || /^(?:input|select|textarea)$/i.test(event.target.tagName)) return;
    event.preventDefault();
    input.focus();
  });
  try {
    if (sessionStorage.getItem(`support ${location.pathname}`)) form.dataset.arrived = "";
  } catch {}
  const asked = (part) => new URLSearchParams(part.slice(1)).get("q");
  input.value = asked(location.search) ?? asked(location.hash) ?? input.value;
  if (input.value || document.activeElement === input || form.dataset.arrived === "" || document.querySelector(".asked")) start();
})();

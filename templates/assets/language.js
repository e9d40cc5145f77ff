// Chooses the reader's language on a page that has none of its own: the one chosen before, else the first of the
// browser's that there is. A list of languages sends the reader on; without a match, or without this script, it
// stands. A page that is not there only marks the language, and goes by the one in its address first.
(() => {
  const links = [...document.querySelectorAll(".choose a[hreflang]")];
  const likely = (tag) => {
    try {
      return new Intl.Locale(tag).maximize();
    } catch {
      return null;
    }
  };
  let chosen = null;
  try {
    chosen = localStorage.getItem("locale");
  } catch {}
  // Exactly, then the same language in the same script, then the same language.
  const find = (tag) => {
    const wanted = likely(tag);
    const same = (link, ...parts) => {
      const have = likely(link.hreflang);
      return wanted && have && parts.every((part) => have[part] === wanted[part]);
    };
    return (
      links.find((link) => link.hreflang.toLowerCase() === tag.toLowerCase()) ??
      links.find((link) => same(link, "language", "script")) ??
      links.find((link) => same(link, "language"))
    );
  };
  const asked = document.querySelector(".asked");
  const first = asked && location.pathname.slice(asked.dataset.root.length).split("/")[0];
  for (const tag of [first, chosen, ...(navigator.languages ?? [])]) {
    const link = tag && find(tag);
    if (!link) continue;
    if (asked) {
      link.dataset.chosen = "";
      return;
    }
    link.hash = location.hash;
    location.replace(link.href);
    return;
  }
})();

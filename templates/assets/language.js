// Sends a reader on from a page that has no language of its own: to the language chosen before, else to
// the first of the browser's that there is. Without a match, or without this script, the list stands.
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
  for (const tag of [chosen, ...(navigator.languages ?? [])]) {
    const link = tag && find(tag);
    if (link) {
      link.hash = location.hash;
      location.replace(link.href);
      return;
    }
  }
})();

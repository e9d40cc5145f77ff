// Of the preview server only: reloads the page when the site was built anew, and shows over it what is
// wrong with the content. Everything is put in as text, and styled by rules that a strict policy allows.
(() => {
  const { build } = document.currentScript.dataset;
  let panel = null;

  const style = new CSSStyleSheet();
  style.replaceSync(`
    section { position: fixed; inset: auto 0 0; z-index: 2147483647; max-height: 60vh; overflow: auto;
      padding: 16px; box-sizing: border-box; direction: ltr; color: #fff; background: #24201f;
      border-top: 4px solid #e5484d; font: 14px/1.5 ui-monospace, Consolas, monospace; }
    pre { margin: 0; font: inherit; white-space: pre; }
    button { position: sticky; float: right; top: 0; right: 0; padding: 4px 12px; font: inherit; color: inherit;
      background: none; border: 1px solid; border-radius: 6px; cursor: pointer; }
    @media print { section { display: none; } }
  `);

  const show = (problem) => {
    panel?.remove();
    panel = null;
    if (!problem) return;
    panel = document.createElement("div");
    panel.lang = "en";
    const root = panel.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
    const section = document.createElement("section");
    section.setAttribute("role", "alert");
    const close = document.createElement("button");
    close.textContent = "Close";
    close.addEventListener("click", () => show(null));
    const text = document.createElement("pre");
    text.textContent = problem;
    section.append(close, text);
    root.append(section);
    document.body.append(panel);
  };

  const listen = () => {
    const events = new EventSource("/_/reload");
    events.addEventListener("message", ({ data }) => {
      const state = JSON.parse(data);
      if (state.build === build) show(state.problem);
      else location.reload();
    });
    // The browser tries again by itself, except where the server was not there at all.
    events.addEventListener("error", () => {
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 1000);
    });
    addEventListener("pagehide", () => events.close(), { once: true });
  };
  // A page that comes back out of the browser's memory has no connection any more.
  addEventListener("pageshow", ({ persisted }) => persisted && listen());
  listen();
})();

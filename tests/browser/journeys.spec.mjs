// Whole ways to an answer: by keyboard alone, without a script, in the dark, on paper.
import { inflateSync } from "node:zlib";
import { expect, test } from "./sites.mjs";

// The text of a PDF that Chromium printed: what its fonts say that their glyphs mean.
const textOf = (pdf) => {
  const source = pdf.toString("latin1");
  const objects = new Map([...source.matchAll(/^(\d+) 0 obj\r?\n([^]*?)endobj/gm)].map(([, id, body]) => [id, body]));
  const stream = (body) => {
    const [start, length] = [/stream\r?\n/.exec(body), /\/Length (\d+)/.exec(body)];
    if (!start || !length) return "";
    const from = start.index + start[0].length;
    const data = Buffer.from(body.slice(from, from + Number(length[1])), "latin1");
    return (/FlateDecode/.test(body.slice(0, from)) ? inflateSync(data) : data).toString("latin1");
  };
  const character = (hex) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  const meanings = (font) => {
    const map = stream(objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font))?.[1]) ?? "");
    const known = new Map([...map.matchAll(/^<(\w+)> <((?:\w{4})+)>$/gm)].map(([, glyph, hex]) => [glyph, character(hex)]));
    for (const [, from, to, hex] of map.matchAll(/^<(\w+)> <(\w+)> <(\w{4})>$/gm))
      for (let at = 0; at <= parseInt(to, 16) - parseInt(from, 16); at++) {
        const glyph = (parseInt(from, 16) + at).toString(16).toUpperCase().padStart(from.length, "0");
        known.set(glyph, String.fromCharCode(parseInt(hex, 16) + at));
      }
    // Fonts of pictures of glyphs have numbers of one byte, the others of two.
    return { known, glyphs: /\/Type3/.test(objects.get(font)) ? /../g : /..../g };
  };
  const fonts = new Map([...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name, meanings(id)]));
  let text = "";
  for (const body of objects.values()) {
    let font;
    for (const [, name, glyphs] of stream(body).matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-F]+)>/g)) {
      if (name) font = fonts.get(name);
      else for (const glyph of glyphs.match(font?.glyphs ?? /$^/g) ?? []) text += font.known.get(glyph) ?? "";
    }
  }
  return text;
};

for (const path of ["ko/errors/aadsts50000/", "rtl/he/errors/aadsts50000/", "en/articles/read-a-sign-in-error/"])
  test(`the PDF of ${path} holds its text, and where its links lead`, async ({ page }) => {
    await page.goto(path);
    const links = await page.locator('.text a[href^="https"]').evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    const literals = await page.locator("dl.parameters dt").allTextContents();
    const text = textOf(await page.pdf({ format: "A4" }));
    for (const link of links) expect(text).toContain(link);
    for (const literal of literals) expect(text).toContain(literal.trim());
    if (path.startsWith("ko")) expect(links.length).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    for (const control of await page.locator("button, select, input, summary").all()) await expect(control).toBeHidden();
  });

test.describe("by keyboard alone", () => {
  // Goes on with Tab until what `query` names has the focus.
  const tab = async (page, query) => {
    for (let times = 0; times < 60; times++) {
      await page.keyboard.press("Tab");
      if (await page.locator(query).first().evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab never comes to ${query}`);
  };

  for (const [home, typed, message] of [
    ["en/", "AADSTS50000", "/en/"],
    ["ko/", "로그인하지 못했습니다 (AADSTS50126)", "/ko/"],
    ["rtl/ar/", "AADSTS50000: تعذر", "/rtl/ar/"],
    ["rtl/he/", "שגיאה 50000", "/rtl/he/"],
  ])
    test(`from ${home} to the answer, its first step and another language`, async ({ page }) => {
      await page.goto(home);
      await page.keyboard.press("Tab");
      await expect(page.locator(".skip")).toBeFocused();
      await tab(page, 'input[type="search"]');
      await page.keyboard.insertText(typed);
      await expect(page.getByRole("status")).toContainText(/AADSTS\d+/);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/\/errors\/aadsts\d+\/$/);
      expect(page.url()).toContain(message);
      await page.waitForLoadState();
      await tab(page, ".first-step a");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/#./);
      const fragment = new URL(page.url()).hash;
      await expect(page.locator(`[id="${decodeURIComponent(fragment.slice(1))}"]`)).toBeInViewport();
      await page.keyboard.press("Shift+Tab");
      await page.locator(".languages summary").focus();
      await page.keyboard.press("Enter");
      await tab(page, '.languages a[hreflang="ru"]');
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(new RegExp(`/ru/errors/aadsts\\d+/${fragment}$`));
    });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  for (const home of ["ko/", "rtl/ar/"])
    test(`from ${home} by the index of codes to the steps`, async ({ page }) => {
      await page.goto(home);
      await page.locator(".colophon a").first().click();
      await expect(page).toHaveURL(`${home}errors/`);
      await page.locator('main a[href*="aadsts50000"]').first().click();
      await expect(page).toHaveURL(`${home}errors/aadsts50000/`);
      await page.locator(".first-step a").click();
      await expect(page.locator(":target")).toBeInViewport();
    });
});

test.describe("in the dark", () => {
  test.use({ colorScheme: "dark" });
  for (const path of ["ko/", "rtl/ar/errors/aadsts50000/", "en/search/?q=sign-in", "rtl/he/errors/aadsts50001/"])
    test(`${path} is dark from the first paint`, async ({ page }) => {
      await page.goto(path, { waitUntil: "commit" });
      await page.waitForFunction(() => performance.getEntriesByName("first-paint").length > 0);
      const [ground, ink] = await page.locator("body").evaluate((body) => {
        const { backgroundColor, color } = getComputedStyle(body);
        return [backgroundColor, color].map((text) => text.match(/\d+/g).reduce((sum, part) => sum + Number(part), 0));
      });
      expect(ground).toBeLessThan(3 * 40);
      expect(ink).toBeGreaterThan(3 * 200);
    });
});

// Limits that every kind of page keeps: what a first view costs, what may run, that nothing moves, that what scripts
// make of a page is valid too.
import { HtmlValidate } from "html-validate";
import { expect, kinds, languages, roots, slowly, test, watchMoves } from "./sites.mjs";
import config from "./html-validate.json" with { type: "json" };

const KB = 1024;
// Words of articles that the page of results shows passages of.
const queries = { en: "sign-in", ko: "로그인", ru: "вход", ar: "تسجيل الدخول" };
const results = (language) => `rtl/${language}/search/?q=${encodeURIComponent(queries[language])}`;
const pagesIn = (language) => [...Object.values(kinds).map((path) => path.replace("{}", language)), results(language)];
const sizes = [{ width: 360, height: 640 }, { width: 1280, height: 900 }];

// Tells, in the page, what moved and what the policy forbade.
const watch = async (page) => {
  await watchMoves(page);
  await page.addInitScript(() => {
    window.forbidden = [];
    addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => window.forbidden.push([violatedDirective, blockedURI]));
  });
};

for (const language of ["en", "ko", "ar"])
  for (const kind of ["article", "code", "code in one language", "code whose source is rebuilt"])
    test(`the first view of ${kind} in ${language} costs little`, async ({ page }) => {
      const loading = [];
      page.on("response", (response) => {
        const type = response.request().resourceType();
        // Pictures are the author's; the icon is asked for once a site.
        if (type === "image" || response.url().includes("/icon.")) return;
        loading.push(response.finished().then(() => response.request().sizes()).then((size) => ({ type, bytes: size.responseBodySize })));
      });
      await page.goto(kinds[kind].replace("{}", language), { waitUntil: "networkidle" });
      const spent = await Promise.all(loading);
      const sum = (parts) => parts.reduce((sum, { bytes }) => sum + bytes, 0);
      expect(spent.length).toBeLessThanOrEqual(3);
      expect(sum(spent)).toBeLessThanOrEqual(25 * KB);
      expect(sum(spent.filter(({ type }) => type === "script"))).toBeLessThanOrEqual(8 * KB);
    });

const nowhere = ["rtl/errors/aadsts50012/", "rtl/AADSTS50001"];
test.describe("for a reader of none of the languages", () => {
  test.use({ locale: "fr-FR" });
  for (const [named, paths] of [...languages.map((language) => [`pages in ${language}`, pagesIn(language)]), ["the others", [...roots, ...nowhere]]])
    for (const size of sizes)
      test(`nothing moves and nothing is forbidden at ${size.width}: ${named}`, async ({ page }) => {
        await page.setViewportSize(size);
        await watch(page);
        await slowly(page);
        for (const path of paths) {
          const answer = await page.goto(path, { waitUntil: "networkidle" });
          expect(answer.headers()["content-security-policy"], path).toMatch(/^default-src 'self'; base-uri 'none';/);
          await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
          expect(await page.evaluate(() => [window.moved, window.forbidden]), path).toEqual([[], []]);
        }
      });
});

test("results are there with their passages", async ({ page }) => {
  for (const language of languages) {
    await page.goto(results(language));
    await expect(page.locator(".found .excerpt").first()).toBeVisible();
  }
});

for (const language of ["ko", "ar"])
  test(`what scripts make of pages in ${language} is valid HTML`, async ({ page }) => {
    const validator = new HtmlValidate(config);
    const validate = async (path) => {
      // The browser writes void elements and attributes in its own way.
      const rules = { "attribute-boolean-style": "off", "attribute-empty-style": "off", "void-style": "off", doctype: "off" };
      const { results } = await validator.validateString(await page.content(), path, { rules });
      expect(results.flatMap(({ messages }) => messages.map(({ line, message }) => `${path}:${line} ${message}`))).toEqual([]);
    };
    for (const path of pagesIn(language).filter((path) => path.startsWith(`rtl/${language}/`))) {
      await page.goto(path, { waitUntil: "networkidle" });
      const original = page.locator("button.original-switch");
      if (await original.isVisible()) await original.click();
      const box = page.getByRole("searchbox");
      if (!path.includes("?")) await box.fill("AADSTS5001");
      if (!path.includes("?")) await expect(page.locator(".found a").first()).toBeVisible();
      await validate(path);
    }
  });

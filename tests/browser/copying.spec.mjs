// What is copied is what the server sent and the author wrote, byte for byte.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./sites.mjs";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

// The literals that stand alone on a line, as an article has them.
const parameters = (file) => [...readFileSync(file, "utf8").matchAll(/^`(\w+: .+)`\r?$/gm)].map(([, literal]) => literal);

// A button says for two seconds that it has copied, of the page's own time.
const stopped = async (page, address) => {
  await page.clock.install();
  await page.goto(address);
  await page.clock.pauseAt(Date.now() + 60_000);
};

// Copies with every one of the buttons.
const copies = async (page, buttons) => {
  const copied = [];
  for (const button of await buttons.all()) {
    const offer = await button.getAttribute("aria-label");
    await button.click();
    await expect(button).not.toHaveAttribute("aria-label", offer);
    copied.push(await page.evaluate(() => navigator.clipboard.readText()));
  }
  return copied;
};

const articles = [
  ["content", "../../content", (locale) => `${locale}/errors/aadsts50000/`, "aadsts50000.md"],
  ["rtl", "../fixtures/rtl/content", (locale) => `rtl/${locale}/errors/aadsts50000/`, "aadsts50000.md"],
];
const seeds = process.env.SEEDS;
if (seeds)
  articles.push(["seeds", seeds, (l) => `seeds/${l.toLowerCase()}/errors/aadsts50000/`, "troubleshoot-aadsts50000-error-code.md"]);

for (const [site, folder, address, name] of articles)
  for (const locale of readdirSync(folder).filter((locale) => existsSync(join(folder, locale, name))))
    test(`parameters of ${site}, ${locale}`, async ({ page }) => {
      await stopped(page, address(locale));
      const literals = parameters(join(folder, locale, name));
      expect(literals.length).toBeGreaterThan(1);
      expect(await copies(page, page.locator("dl.parameters .copy"))).toEqual(literals);
      const shown = await page.locator("dl.parameters dd > code").allTextContents();
      expect(shown).toEqual(literals.map((literal) => literal.replace(/^\w+: /, "")));
    });

test("a parameter selected by hand keeps its blanks", async ({ page }) => {
  await page.goto("en/errors/aadsts50000/");
  const text = await page.locator("#invalid_client + dd > code").evaluate((code) => {
    getSelection().selectAllChildren(code);
    return getSelection().toString();
  });
  expect(text).toContain("method).  The authorization server");
});

test("the code, and blocks of code", async ({ page }) => {
  await stopped(page, "rtl/ar/errors/aadsts50000/");
  expect(await copies(page, page.locator("h1 + .copy"))).toEqual(["AADSTS50000"]);
  const [, block] = /```powershell\n([^]*?)```/.exec(readFileSync("../fixtures/rtl/content/ar/aadsts50000.md", "utf8"));
  expect(await copies(page, page.locator("pre + .copy"))).toEqual([block]);
});

test("a button says what it copies, and that it has", async ({ page }) => {
  await stopped(page, "ko/errors/aadsts50000/");
  const button = page.locator("#invalid_grant + dd .copy");
  await expect(button).toHaveAccessibleName("매개 변수 복사: invalid_grant");
  await button.click();
  await expect(button).toHaveText("복사됨");
  await page.clock.runFor(2000);
  await expect(button).toHaveText("복사");
});

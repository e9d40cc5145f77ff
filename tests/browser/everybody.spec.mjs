// Every kind of page is for everybody: any language, light or dark, small or large.
import AxeBuilder from "@axe-core/playwright";
import { expect, kinds, languages, roots, test } from "./sites.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What colours change.
const colours = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

// Looks at a page in every width, and with axe in the narrow and the wide layout, in light and dark colours.
const inspect = async (page, path) => {
  await page.goto(path);
  if (/\?q=|aadsts50001/.test(path)) await expect(page.locator(".found a").first()).toBeVisible();
  const passes = async (axe, about) => {
    const { violations } = await axe.analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0].html]), `${path}, ${about}`).toEqual([]);
  };
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, `${path} at ${width} needs no scrolling sideways`).toBeLessThanOrEqual(0);
    if (width === 320) continue;
    await page.emulateMedia({ colorScheme: "light" });
    await passes(new AxeBuilder({ page }).withTags(tags), `${width}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await passes(new AxeBuilder({ page }).withRules(colours), `${width}, dark`);
  }
};

for (const language of languages)
  for (const [kind, path] of Object.entries(kinds))
    test(`${kind} in ${language}`, ({ page }) => inspect(page, path.replace("{}", language)));

test.describe("for a reader of none of the languages", () => {
  test.use({ locale: "fr-FR" });
  for (const path of roots) test(`/${path}`, ({ page }) => inspect(page, path));
});

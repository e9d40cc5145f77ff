// Every kind of page is for everybody: any language, light or dark, small or large.
import { expect, faults, kinds, languages, roots, test } from "./sites.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// What colours change.
const colours = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

// Looks at a page in every width, and with axe in the narrow and the wide layout, in light and dark colours.
const inspect = async (page, path) => {
  await page.goto(path);
  if (/\?q=|aadsts50001/.test(path)) await expect(page.locator(".found a").first()).toBeVisible();
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 640 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(beyond, `${path} at ${width} needs no scrolling sideways`).toBeLessThanOrEqual(0);
    if (width === 320) continue;
    await page.emulateMedia({ colorScheme: "light" });
    expect(await faults(page, tags), `${path} at ${width}`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await faults(page, colours), `${path} at ${width}, dark`).toEqual([]);
  }
};

for (const language of languages)
  for (const [kind, path] of Object.entries(kinds))
    test(`${kind} in ${language}`, ({ page }) => inspect(page, path.replace("{}", language)));

test.describe("for a reader of none of the languages", () => {
  test.use({ locale: "fr-FR" });
  for (const path of roots) test(`/${path}`, ({ page }) => inspect(page, path));
});

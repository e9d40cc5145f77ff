import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

const kinds = [
  "", "errors/", "errors/aadsts50000/", "articles/", "articles/sample/", "parameters/invalid_grant/",
  "errors/aadsts16000/", "search/", "lists/aadsts/2/", "nowhere/",
];
const code = "ko/errors/aadsts50000/";

for (const language of ["en", "ko", "ru", "ar"])
  for (const colorScheme of ["light", "dark"])
    test(`pages in ${language}, ${colorScheme}, are for everybody`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 320, height: 640 } });
      const page = await context.newPage();
      const errors = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
      for (const kind of kinds) {
        await page.goto(`/${language}/${kind}`);
        const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"];
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes[0].html]), kind).toEqual([]);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wide, `${kind} fits`).toBeLessThanOrEqual(0);
      }
      expect(errors).toEqual([]);
    });

for (const [typed, recognised] of [
  ["AADSTS50000", "AADSTS50000"],
  ["aadsts 50000", "AADSTS50000"],
  ["50000", "AADSTS50000"],
  ["ＡＡＤＳＴＳ５００００", "AADSTS50000"],
  ["Sorry, but we're having trouble. AADSTS700016: Application was not found", "AADSTS700016"],
  ["0X8004de40", "0x8004DE40"],
  ["-2147164608", "0x8004DE40"],
  ["550 5.7.750 Service unavailable", "5.7.750"],
  ["TokenIssuanceError", "AADSTS50000"],
  ["invalid_grant", "invalid_grant"],
])
  test(`the box recognises ${typed}`, async ({ page }) => {
    await page.goto("/en/");
    await page.keyboard.press("/");
    await page.keyboard.insertText(typed);
    await expect(page.getByRole("status")).toContainText(recognised);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/(errors|parameters)/${recognised.toLowerCase()}/$`));
  });

test("the box offers what is spelt alike", async ({ page }) => {
  await page.goto("/en/");
  await page.getByRole("searchbox").fill("AADSTS50001");
  await expect(page.locator(".found a").first()).toContainText("AADSTS50000");
});

test("a parameter is copied whole", async ({ browser }) => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto(`/${code}`);
  const parameter = page.locator("#invalid_client + dd");
  await parameter.getByRole("button").click();
  await expect(parameter.getByRole("button")).toHaveText("복사됨");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("invalid_client: Client authentication failed");
  expect(copied).toContain("method).  The authorization server");
});

test("the original is shown on demand, and stays shown", async ({ page }) => {
  await page.goto(`/${code}`);
  await expect(page.locator(".original").first()).toBeHidden();
  await page.locator(".original-switch").click();
  await expect(page.locator(".original").first()).toBeVisible();
  await page.reload();
  await expect(page.locator(".original").first()).toBeVisible();
});

test("a change of language keeps the place and is remembered", async ({ page }) => {
  await page.goto(`/${code}#invalid_grant`);
  await page.locator(".languages summary").click();
  await page.locator(".languages").getByRole("link", { name: "Русский" }).click();
  await expect(page).toHaveURL("/ru/errors/aadsts50000/#invalid_grant");
  await page.goto("/errors/aadsts50000/");
  await expect(page).toHaveURL("/ru/errors/aadsts50000/");
});

test("the root chooses the browser's language", async ({ browser }) => {
  const page = await browser.newPage({ locale: "ko-KR" });
  await page.goto("/");
  await expect(page).toHaveURL("/ko/");
});

test("without a script all is there", async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`/${code}`);
  await expect(page.locator("dl.parameters dt")).toHaveCount(2);
  await expect(page.locator(".original").first()).toBeHidden();
  await page.goto("/");
  await expect(page.getByRole("link", { name: "한국어" })).toBeVisible();
});

test("a choice of colours is kept", async ({ page }) => {
  await page.goto("/en/");
  await page.getByRole("combobox").selectOption("dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("combobox").selectOption("");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

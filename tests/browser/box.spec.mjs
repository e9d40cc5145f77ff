// The box knows a code, a symbolic name and a parameter in any spelling, and in what people paste.
import { expect, test } from "./sites.mjs";

for (const [typed, recognised] of [
  ["AADSTS50000", "AADSTS50000"],
  ["aadsts 50000", "AADSTS50000"],
  ["aadsts-50000 ", "AADSTS50000"],
  ["50000", "AADSTS50000"],
  ["ＡＡＤＳＴＳ５００００", "AADSTS50000"],
  ["Sorry, but we're having trouble. AADSTS700016: Application was not found", "AADSTS700016"],
  ["Anmeldung fehlgeschlagen (AADSTS50126).\nRequest Id: 3f1c50000a", "AADSTS50126"],
  ["TokenIssuanceError", "AADSTS50000"],
  ["tokenissuanceerror", "AADSTS50000"],
  ["invalid_grant", "invalid_grant"],
  ['{"error":"invalid_scope","error_description":"The requested scope is invalid"}', "invalid_scope"],
])
  test(`recognises ${typed}`, async ({ page }) => {
    await page.goto("en/");
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.insertText(typed);
    await expect(page.getByRole("status")).toContainText(recognised);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/en/(errors|parameters)/${recognised.toLowerCase()}/$`));
  });

test("offers what is spelt alike, and goes there by keyboard", async ({ page }) => {
  await page.goto("ko/errors/aadsts50126/");
  await page.getByRole("searchbox").fill("AADSTS50127");
  await expect(page.locator(".found a").first()).toContainText("AADSTS50126");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.locator(".found a").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("ko/errors/aadsts50126/");
});

test("is emptied by Escape, and lets go of the page when the reader does", async ({ page }) => {
  await page.goto("en/errors/aadsts50000/");
  const box = page.getByRole("searchbox");
  await box.fill("AADSTS50126");
  await expect(page.locator(".found a").first()).toBeVisible();
  await box.press("Escape");
  await expect(box).toHaveValue("");
  await expect(page.locator(".found")).toBeHidden();
  await box.fill("AADSTS50126");
  await expect(page.locator(".found a").first()).toBeVisible();
  await page.locator(".lead").click();
  await expect(page.locator(".found")).toBeHidden();
});

test("a slash in a text is a slash", async ({ page }) => {
  await page.goto("en/");
  await page.getByRole("searchbox").fill("a");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox")).toHaveValue("a/");
});

test("the search page answers the question in its address", async ({ page }) => {
  await page.goto("ru/search/?q=AADSTS65001");
  await expect(page.getByRole("status")).toContainText("AADSTS65001");
  await expect(page.locator(".found a").first()).toHaveAttribute("href", /errors\/aadsts65001\/$/);
});

test("a page that is not there asks for what is nearest", async ({ page }) => {
  await page.goto("en/errors/aadsts50127/");
  await expect(page.locator(".asked")).toHaveText("aadsts50127");
  await expect(page.locator(".found a").first()).toContainText("AADSTS50126");
  await page.locator(".found a").first().click();
  await expect(page).toHaveURL("en/errors/aadsts50126/");
});

// Full-text search: results while typing, on a page with an address of its own, and from the keyboard.
import { expect, test } from "./sites.mjs";

// What excerpts are taken from, whatever the site says.
test.beforeEach(({ page }) => page.route("**/index.md", (route) => route.fulfill({ body: "# Title\n\n- **One** calling [support](https://example.com/x) line.\n" })));

const box = (page) => page.getByRole("searchbox");
const found = (page) => page.locator(".found li a");

test("articles are found while typing, with what was typed marked", async ({ page }) => {
  await page.goto("rtl/en/articles/");
  await box(page).pressSequentially("call supp");
  await expect(found(page).first()).toBeVisible();
  await expect(page.locator(".found mark").first()).toBeVisible();
});

test("a query leads to the page of results, and stays in the browser on the way", async ({ page, baseURL }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("rtl/en/");
  await box(page).fill("calling support");
  await box(page).press("Enter");
  await expect(page).toHaveURL(`${baseURL}rtl/en/search/#q=calling%20support`);
  await expect(box(page)).toHaveValue("calling support");
  await expect(found(page).first()).toBeVisible();
  await expect(page.locator(".excerpt").first()).toHaveText("…One calling support line. ");
  await expect(page.locator(".excerpt").first().locator("mark")).toHaveText(["calling", "support"]);
  expect(asked.filter((url) => url.includes("q="))).toEqual([]);
  await box(page).press("ArrowDown");
  await expect(found(page).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(box(page)).toHaveValue("");
});

test("a page of results can be linked", async ({ page }) => {
  await page.goto("rtl/ko/search/?q=%EB%A1%9C%EA%B7%B8%EC%9D%B8");
  await expect(box(page)).toHaveValue("로그인");
  await expect(found(page).first()).toBeVisible();
});

test("Arabic words are found in other forms", async ({ page }) => {
  await page.goto("rtl/ar/search/");
  await box(page).fill("اتصال الدعم");
  await expect(found(page).first()).toBeVisible();
});

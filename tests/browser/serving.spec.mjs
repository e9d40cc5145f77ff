// What a host of files has to send: little, valid, and from below any path.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";
import { expect, kinds, languages, roots, test } from "./sites.mjs";
import config from "./html-validate.json" with { type: "json" };

const { SITES, SEEDS } = process.env;

const redirect = "rtl/ar/articles/aadsts50000/";

// The first view of the longest page: requests, bytes, bytes of scripts; compressed, as hosts send them. The icon is
// asked for once a site.
const budget = { requests: 3, bytes: 25 * 1024, script: 8 * 1024 };

for (const path of ["en/errors/aadsts50000/", "ru/errors/aadsts50000/", "rtl/ar/errors/aadsts50000/", "en/"])
  test(`the first view of ${path} is small`, async ({ page }) => {
    const spent = { requests: 0, bytes: 0, script: 0 };
    const spend = async (response, type) => {
      const bytes = gzipSync(await response.body()).length;
      spent.requests++;
      spent.bytes += bytes;
      if (type === "script") spent.script += bytes;
    };
    const loading = [];
    page.on("response", (response) => {
      const type = response.request().resourceType();
      // Pictures are the author's, and wait until they come into view.
      if (type !== "image" && !response.url().includes("/icon.")) loading.push(spend(response, type));
    });
    await page.goto(path, { waitUntil: "networkidle" });
    await Promise.all(loading);
    for (const [what, limit] of Object.entries(budget)) expect(spent[what], what).toBeLessThanOrEqual(limit);
  });

test("a site below a path finds its parts", async ({ page, baseURL }) => {
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  page.on("response", (response) => response.status() >= 400 && asked.push(`${response.status()} ${response.url()}`));
  await page.goto("docs/");
  await expect(page).toHaveURL("docs/en/");
  await page.waitForLoadState("load");
  await page.getByRole("searchbox").fill("50126");
  await expect(page.getByRole("status")).toContainText("AADSTS50126");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL("docs/en/errors/aadsts50126/");
  const canonical = page.locator('link[rel="canonical"]');
  await expect(canonical).toHaveAttribute("href", `${baseURL}docs/en/errors/aadsts50126/`);
  await expect(page.locator('link[hreflang="ko"]')).toHaveAttribute("href", `${baseURL}docs/ko/errors/aadsts50126/`);
  await page.locator(".breadcrumb a").first().click();
  await expect(page).toHaveURL("docs/en/errors/");
  await page.locator(".languages summary").click();
  await page.locator(".languages").getByRole("link", { name: "Indonesia" }).click();
  await expect(page).toHaveURL("docs/id/errors/");
  expect(asked.filter((path) => !path.startsWith("/docs/"))).toEqual([]);
});

test("below a path a page that is not there leads back", async ({ page }) => {
  await page.goto("docs/en/errors/nowhere/at/all/");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(253, 253, 251)");
  await page.locator(".brand").click();
  await expect(page).toHaveURL("docs/en/");
  await page.waitForLoadState("load");
});

test("an article of a code leads to the code's page", async ({ page }) => {
  await page.goto(redirect);
  await expect(page).toHaveURL("rtl/ar/errors/aadsts50000/");
});

test("pages are valid HTML", async () => {
  const validator = new HtmlValidate(config);
  const paths = languages.flatMap((language) => Object.values(kinds).map((path) => path.replace("{}", language)));
  const files = [...paths, ...roots, redirect].filter((path) => !/aadsts50001|nowhere|\?/.test(path)).map((path) => `${path}index.html`);
  for (const site of ["content", ...(SEEDS ? ["seeds"] : [])])
    files.push(...readdirSync(join(SITES, site), { recursive: true }).filter((name) => name.endsWith(".html")).map((name) => `${site}/${name}`));
  for (const file of [...files, "rtl/404.html", "rtl/ar/404.html"]) {
    const { results } = await validator.validateFile(join(SITES, file));
    expect(results.flatMap(({ messages }) => messages.map(({ line, message }) => `${file}:${line} ${message}`))).toEqual([]);
  }
});

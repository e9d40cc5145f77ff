// What other programs read: feeds and sitemaps as the browser's parser of XML takes them, linked data, Markdown.
import { expect, languages, test } from "./sites.mjs";

const parsed = (page, address) =>
  page.evaluate(async (address) => {
    const answer = await fetch(address);
    const document = new DOMParser().parseFromString(await answer.text(), "application/xml");
    const texts = (name) => [...document.getElementsByTagName(name)].map((element) => element.textContent);
    return {
      error: document.querySelector("parsererror")?.textContent,
      root: document.documentElement.nodeName,
      lang: document.documentElement.getAttribute("xml:lang"),
      ids: texts("id"),
      updated: texts("updated"),
      addresses: texts("loc"),
    };
  }, address);

for (const language of languages)
  test(`the feed of ${language} is one, and every page of it is there`, async ({ page, baseURL }) => {
    await page.goto(`rtl/${language}/`);
    const address = await page.locator('link[type="application/atom+xml"]').getAttribute("href");
    const feed = await parsed(page, address);
    expect([feed.error, feed.root, feed.lang]).toEqual([undefined, "feed", language]);
    expect(new Set(feed.ids).size).toBe(feed.ids.length);
    for (const updated of feed.updated) expect(Number.isNaN(Date.parse(updated))).toBe(false);
    for (const id of feed.ids.filter((id) => !id.endsWith(".xml")))
      expect((await page.request.get(id)).status(), id).toBe(200);
    expect(feed.ids[0]).toBe(`${baseURL}rtl/feed/${language}.xml`);
  });

test("the sitemap names pages that are there", async ({ page }) => {
  await page.goto("rtl/en/");
  const sitemap = await parsed(page, "../sitemap.xml");
  expect([sitemap.error, sitemap.root]).toEqual([undefined, "urlset"]);
  expect(sitemap.addresses.length).toBeGreaterThan(10);
  for (const address of sitemap.addresses) expect((await page.request.get(address)).status(), address).toBe(200);
});

test("pages say what they are, and have their text as Markdown", async ({ page }) => {
  await page.goto("rtl/ar/errors/aadsts50000/");
  const [article, way] = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent())["@graph"];
  expect([article["@type"], article.inLanguage, article.url]).toEqual(["TechArticle", "ar", page.url()]);
  expect(way.itemListElement.map(({ position }) => position)).toEqual([1, 2, 3]);
  const address = await page.locator('link[type="text/markdown"]').getAttribute("href");
  const markdown = await page.evaluate(async (address) => (await fetch(address)).text(), address);
  expect(markdown).toMatch(/^# AADSTS50000/);
  for (const literal of await page.locator(".text :is(p, li, td) code").allTextContents()) expect(markdown).toContain(literal);
});

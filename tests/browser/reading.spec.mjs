// Reading: the original text, languages, a page without a script, from a file, on paper, from right to left.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "./sites.mjs";

const { SITES, SEEDS } = process.env;

test.describe("the original text", () => {
  const translated = "rtl/ar/errors/aadsts50000/";

  test("is shown when it is asked for, and stays shown", async ({ page }) => {
    await page.goto(translated);
    const original = page.getByText("Without one, the sign-in stops.");
    const toggle = page.locator(".original-switch");
    await expect(original).toBeHidden();
    await expect(toggle).toHaveAttribute("aria-pressed", "false");
    await toggle.click();
    await expect(original).toBeVisible();
    await expect(original).toHaveAttribute("lang", "en");
    await expect(original).toHaveCSS("direction", "ltr");
    await page.reload();
    await expect(original).toBeVisible();
    await expect(toggle).toHaveAttribute("aria-pressed", "true");
    await toggle.click();
    await page.reload();
    await expect(original).toBeHidden();
  });

  test("does not push away what is being read", async ({ page }) => {
    await page.goto(translated);
    for (const query of [".text ol", "#invalid_scope", ".text table"]) {
      const read = page.locator(query).first();
      await read.evaluate((element) => element.scrollIntoView({ block: "start" }));
      const before = (await read.boundingBox()).y;
      for (const shown of [true, false]) {
        await page.locator(".original-switch").evaluate((toggle) => toggle.click());
        await expect(page.locator(".text .original").first()).toBeVisible({ visible: shown });
        expect(Math.abs((await read.boundingBox()).y - before), query).toBeLessThan(2);
      }
    }
  });

  for (const locale of ["sl-SI", "id-ID"])
    test(`no sentence of it is seen unasked in ${locale}`, async ({ page }) => {
      test.skip(!SEEDS, "there are no seeds");
      await page.goto(`seeds/${locale.toLowerCase()}/errors/aadsts50000/`);
      const article = readFileSync(join(SEEDS, locale, "troubleshoot-aadsts50000-error-code.md"), "utf8");
      const sentences = [...article.matchAll(/data-stu-id="[^"]*">(.*?)<\/span>/g)]
        .map(([, text]) => text.replace(/\*\*|\[|\]\(.*?\)/g, ""))
        .filter((text) => text.includes(" "));
      expect(sentences.length).toBeGreaterThan(4);
      const main = page.getByRole("main");
      for (const sentence of sentences) expect(await main.innerText()).not.toContain(sentence);
      await page.locator(".original-switch").click();
      await expect(page.locator(".text .original").first()).toBeVisible();
      const shown = await page.locator(".text").innerText();
      for (const sentence of sentences.slice(2)) expect(shown).toContain(sentence);
    });
});

test("a change of language keeps the place, and is remembered", async ({ page }) => {
  await page.goto("ko/errors/aadsts50000/#invalid_grant");
  await page.locator(".languages summary").click();
  await page.locator(".languages").getByRole("link", { name: "Русский" }).click();
  await expect(page).toHaveURL("ru/errors/aadsts50000/#invalid_grant");
  await expect(page.locator("#invalid_grant")).toBeInViewport();
  for (const [root, place] of [["", "ru/"], ["errors/aadsts50000/#invalid_scope", "ru/errors/aadsts50000/#invalid_scope"]]) {
    await page.goto(root);
    await expect(page).toHaveURL(place);
  }
});

test("the list of languages is closed by Escape and by a click elsewhere", async ({ page }) => {
  await page.goto("en/");
  const list = page.locator(".languages ul");
  for (const close of [() => page.keyboard.press("Escape"), () => page.locator("h1").click()]) {
    await page.locator(".languages summary").click();
    await expect(list).toBeVisible();
    await close();
    await expect(list).toBeHidden();
  }
});

test("every heading's id is the same in all languages", async ({ page }) => {
  const ids = async (language) => {
    await page.goto(`${language}/errors/aadsts50000/`);
    return page.locator(".text :is(h2, h3)[id]").evaluateAll((headings) => headings.map(({ id }) => id));
  };
  const english = await ids("en");
  expect(english.length).toBeGreaterThan(5);
  for (const language of ["ko", "zh", "ru", "sl", "id"]) expect(await ids(language), language).toEqual(english);
});

for (const [browser, place] of [["ko-KR", "ko/"], ["zh-Hans-SG", "zh/"], ["sl", "sl/"], ["en-AU", "en/"]])
  test.describe(() => {
    test.use({ locale: browser });
    test(`the root chooses for a browser in ${browser}`, async ({ page }) => {
      await page.goto("");
      await expect(page).toHaveURL(place);
    });
  });

test.describe("a browser in none of the languages", () => {
  test.use({ locale: "fr-FR" });
  test("is shown the list", async ({ page }) => {
    await page.goto("errors/aadsts50000/");
    await expect(page.getByRole("main").getByRole("link")).toHaveCount(6);
    await page.getByRole("link", { name: "Slovenščina" }).click();
    await expect(page).toHaveURL("sl/errors/aadsts50000/");
  });
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });
  test("all is there to read, and nothing that does not work", async ({ page }) => {
    await page.goto("rtl/ar/errors/aadsts50000/");
    await expect(page.locator("dl.parameters dt")).toHaveCount(2);
    await expect(page.locator(".original").first()).toBeHidden();
    await expect(page.locator(".original-switch")).toBeHidden();
    await expect(page.getByRole("button")).toHaveCount(0);
    await page.locator(".languages summary").click();
    await page.locator(".languages").getByRole("link").click();
    await page.locator(".others").getByRole("link", { name: "한국어" }).click();
    await expect(page).toHaveURL("rtl/ko/errors/aadsts50000/");
    await page.goto("");
    await page.getByRole("link", { name: "한국어" }).click();
    await expect(page).toHaveURL("ko/");
  });
  test("the box leads to a page that says what is missing", async ({ page }) => {
    await page.goto("en/");
    await page.getByRole("searchbox").fill("AADSTS50000");
    await page.getByRole("searchbox").press("Enter");
    // What was typed is sent nowhere, so the address does not have it.
    await expect(page).toHaveURL(/en\/search\/\??$/);
    await expect(page.getByRole("main").getByRole("link")).toHaveAttribute("href", "../errors/");
  });
});

test("a page from a file reads and looks right", async ({ page }) => {
  await page.goto(pathToFileURL(join(SITES, "content/ko/errors/aadsts50000/index.html")).href);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("AADSTS50000");
  await expect(page.locator("dl.parameters dd > code").first()).toHaveCSS("white-space-collapse", "break-spaces");
  await expect(page.locator("h1 + .copy")).toBeVisible();
});

test.describe("on paper", () => {
  test.use({ colorScheme: "dark" });
  test("there is the text, black on white, and where its links lead", async ({ page }) => {
    await page.goto("en/errors/aadsts50000/");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    for (const query of [".box", ".languages", ".toc", ".copy", ".colophon", ".others"])
      for (const part of await page.locator(query).all()) await expect(part, query).toBeHidden();
    await expect(page.locator("body")).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(page.locator(".text p").first()).toHaveCSS("color", "rgb(0, 0, 0)");
    await expect(page.locator("dl.parameters dd")).toHaveCount(6);
    const after = await page.locator('.text a[href^="https"]').first().evaluate((link) => getComputedStyle(link, "::after").content);
    expect(after).toContain("https://");
  });
});

test("from right to left all but the literals stand right", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto("rtl/ar/errors/aadsts50000/");
  const x = async (query) => {
    const { x, width } = await page.locator(query).first().boundingBox();
    return x + width / 2;
  };
  expect(await x(".brand")).toBeGreaterThan(await x(".languages"));
  expect(await x(".body")).toBeGreaterThan(await x(".tail"));
  expect(await x("thead th:first-child")).toBeGreaterThan(await x("thead th:last-child"));
  expect(await x("h1 code")).toBeGreaterThan(await x("h1 + .copy"));
  await expect(page.locator(".text ol").first()).toHaveCSS("direction", "rtl");
  for (const query of ["dl.parameters", "pre", "h1 code", ".text li code"])
    await expect(page.locator(query).first(), query).toHaveCSS("direction", "ltr");
  const step = await page.locator(".text ol li").first().boundingBox();
  const text = await page.locator(".text").boundingBox();
  expect(step.x + step.width).toBeLessThanOrEqual(text.x + text.width + 32);
});

test("a table wider than a phone shows that it goes on, and is moved by keys", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  for (const [path, key] of [["en/errors/aadsts50011/", "ArrowRight"], ["rtl/ar/errors/aadsts50000/", "ArrowLeft"]]) {
    await page.goto(path);
    const table = page.locator(".text .table").first();
    await table.evaluate((table) => (table.firstElementChild.style.inlineSize = "600px"));
    await expect(table).toHaveAccessibleName(/./);
    await expect(table).toHaveCSS("background-attachment", "local, local, scroll, scroll");
    await table.focus();
    await page.keyboard.press(key);
    await expect.poll(() => table.evaluate(({ scrollLeft }) => Math.abs(scrollLeft))).toBeGreaterThan(0);
  }
});

test("a choice of colours is kept", async ({ page }) => {
  await page.goto("en/");
  await page.getByRole("combobox").selectOption("dark");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(21, 24, 27)");
  await page.getByRole("combobox").selectOption("");
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

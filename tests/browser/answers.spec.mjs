// The answer on the first screen, in the reader's language and the author's, for eyes, ears, paper and clipboard.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, faults, slowly, test, watchMoves } from "./sites.mjs";

const { SITES, SEEDS } = process.env;
const hebrew = "rtl/he/errors/aadsts50000/";
const phone = { width: 360, height: 640 };

// The pages of a site's files, by their paths.
const pages = (site) =>
  readdirSync(join(SITES, site), { recursive: true })
    .filter((name) => name.endsWith("index.html"))
    .map((name) => `${site}/${name.replace(/index\.html$/, "")}`);
// Those about codes that have an article.
const codes = (site) =>
  pages(site).filter((path) => {
    const page = /\/[\w-]+\/errors\/[^/]+\/$/.test(path) && readFileSync(join(SITES, path, "index.html"), "utf8");
    return page && page.includes('<p class="lead"');
  });

test.describe("the first screen of a phone", () => {
  test.use({ viewport: phone });
  for (const site of ["content", "rtl", ...(SEEDS ? ["seeds"] : [])])
    test(`has the code, what it means and the way to the first step: ${site}`, async ({ page }) => {
      const found = codes(site);
      expect(found.length).toBeGreaterThan(4);
      for (const path of found) {
        await page.goto(path);
        const seen = await page.evaluate(() => {
          const bottom = (query) => document.querySelector(query)?.getBoundingClientRect().bottom ?? 0;
          const notice = document.querySelector(".notice");
          const way = document.querySelector(".first-step a");
          const step = way && document.getElementById(decodeURIComponent(way.hash.slice(1)));
          const parameters = document.querySelector("dl.parameters");
          return {
            bottom: Math.max(bottom("h1"), bottom(".lead"), bottom(".first-step")),
            lines: notice ? notice.getBoundingClientRect().height / parseFloat(getComputedStyle(notice).lineHeight) : 0,
            leads: !way || Boolean(step),
            late: !parameters || !step || Boolean(step.compareDocumentPosition(parameters) & 4),
          };
        });
        expect(seen.bottom, path).toBeLessThanOrEqual(640);
        expect(Math.round(seen.lines), `lines of notices on ${path}`).toBeLessThanOrEqual(2);
        expect([seen.leads, seen.late], `steps before parameters on ${path}`).toEqual([true, true]);
      }
    });

  test("steps that follow the parameters come before them", async ({ page }) => {
    test.skip(!SEEDS, "there are no seeds");
    await page.goto("seeds/id-id/errors/aadsts50000/");
    await page.locator(".first-step a").click();
    const y = async (query) => (await page.locator(query).first().boundingBox()).y;
    expect(await y("#page--first-step ~ p")).toBeLessThan(await y("dl.parameters"));
    await expect(page.locator("dl.parameters dt")).toHaveCount(6);
  });
});

test.describe("the answer", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"], viewport: phone });
  // The button says for two seconds that it has copied, of the page's own time.
  test.beforeEach(({ page }) => page.clock.install());
  const copied = async (page) => {
    await page.clock.pauseAt(Date.now() + 60_000);
    await page.locator(".copy-answer button").click();
    await expect(page.locator(".copy-answer button")).toHaveText("복사됨");
    return page.evaluate(() => navigator.clipboard.readText());
  };

  test("is copied as plain text in the page's language", async ({ page, baseURL }) => {
    await page.goto("rtl/ko/errors/aadsts50000/");
    expect(await copied(page)).toBe(`AADSTS50000
TokenIssuanceError
로그인 서비스가 토큰을 발급하지 못했습니다.

해결 방법

1. 몇 분 기다린 후 다시 로그인합니다.
2. 로그인 로그에서 Failure reason을 확인합니다.
3. 자세한 내용을 관리자에게 보냅니다.

${baseURL}rtl/ko/errors/aadsts50000/
`);
  });

  test("is copied in another language, which is remembered", async ({ page, baseURL }) => {
    await page.goto("ko/errors/aadsts50000/");
    await page.getByRole("combobox", { name: "복사할 답변의 언어" }).selectOption({ label: "English" });
    const text = await copied(page);
    expect(text).toMatch(/^AADSTS50000\nTokenIssuanceError\nThe sign-in service /);
    expect(text).toContain("\n\nWhat to do\n\nIf you are signing in\n\n1. ");
    expect(text).toContain("(https://passwordreset.microsoftonline.com/)");
    expect(text.trimEnd().split("\n").at(-1)).toMatch(/\/en\/errors\/aadsts50000\/$/);
    expect(text).not.toMatch(/[가-힣*]|invalid_grant/);
    await page.goto("ko/errors/aadsts50126/");
    expect(await copied(page)).toMatch(/^AADSTS50126\n[\w ]+\n[^가-힣]+$/);
  });

  test("holds what an article without numbers says, and no source sentence", async ({ page }) => {
    test.skip(!SEEDS, "there are no seeds");
    await page.goto("seeds/ko-kr/errors/aadsts50000/");
    const text = await copied(page);
    expect(text).toContain("https://");
    expect(text).not.toContain("invalid_request");
    expect(text).not.toContain("perform the following step");
  });
});

test.describe("the original of a translation without side-by-side markup", () => {
  test("stands under each passage, in its own language", async ({ page }) => {
    const asked = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(hebrew);
    const toggle = page.locator(".original-switch");
    await expect(toggle).toHaveAccessibleName("הצגת המקור");
    expect(asked).not.toContain("/rtl/en/errors/aadsts50000/");
    await toggle.focus();
    await page.keyboard.press("Enter");
    await expect(toggle).toHaveAttribute("aria-pressed", "true");
    await expect(toggle).toHaveAccessibleName("הצגת המקור");
    const originals = page.locator(".original");
    await expect(originals).toHaveText([
      "The sign-in service could not issue a token.",
      "What it means",
      "A token tells the application who you are. Without one, the sign-in stops.",
      "The error often goes away by itself.",
      "What to do",
      "Wait a few minutes, then sign in again.",
      "Read Failure reason in the sign-in log1.",
      "Send the details to your administrator.",
      "Error parameters",
      "Where to look",
      "Setting",
      "Where it stands",
      "Days",
      "If you see AADSTS16000, choose another account.",
      "Do not share your password.",
      "Looked at the log",
      "Called support",
      "It goes back thirty days.",
    ], { useInnerText: true });
    for (const original of await originals.all()) {
      await expect(original).toHaveAttribute("lang", "en");
      await expect(original).toHaveCSS("direction", "ltr");
    }
    await expect(page.locator("li", { hasText: "המתינו" }).locator(".original")).toHaveText(/^Wait a few minutes/);
    expect(await page.locator(":target, [id]").evaluateAll((known) => new Set(known.map(({ id }) => id)).size === known.length)).toBe(true);
    expect(await faults(page)).toEqual([]);
    await page.reload();
    await expect(originals.first()).toBeVisible();
    await toggle.click();
    await expect(originals.first()).toBeHidden();
  });

  for (const locale of ["ko", "zh", "ru", "sl", "id"])
    test(`belongs to its passage in ${locale}`, async ({ page }) => {
      await page.goto("en/errors/aadsts50000/");
      const steps = await page.locator(".text ol li").allInnerTexts();
      await page.goto(`${locale}/errors/aadsts50000/`);
      await page.locator(".original-switch").click();
      await expect(page.locator(".text ol li > .original")).toHaveText(steps, { useInnerText: true });
    });

  test("is a link where its outline is another", async ({ page }) => {
    await page.goto("rtl/ru/errors/aadsts50000/");
    await expect(page.locator(".original-switch")).toHaveCount(0);
    await page.locator(".notice").getByRole("link", { name: "English" }).click();
    await expect(page).toHaveURL("rtl/en/errors/aadsts50000/");
  });

  test("is shown itself where the page in the other language is another one", async ({ page }) => {
    await page.route("**/rtl/en/errors/aadsts50000/", (route) => route.fulfill({ status: 500, body: "" }));
    await page.route("**/*", (route) => route.fallback());
    await page.goto(hebrew);
    await page.evaluate(() => (document.querySelector(".notice a[lang]").href += "nowhere/"));
    await page.locator(".original-switch").click();
    await expect(page.locator(".original-switch")).toBeHidden();
    await expect(page.locator(".notice a[lang]")).toBeFocused();
  });
});

test("two lines are enough for all notices in each language of the interface", async ({ page }) => {
  await page.setViewportSize(phone);
  for (const locale of readdirSync("../../locales")) {
    const messages = Object.fromEntries(
      ["site", "read"].flatMap((name) =>
        [...readFileSync(`../../locales/${locale}/${name}.ftl`, "utf8").matchAll(/^([\w-]+) = (.+)$/gm)].map(([, id, text]) => [id, text]),
      ),
    );
    const language = new Intl.DisplayNames(locale, { type: "language" }).of("en");
    const offers = ["original-show", "English", "notice-report"];
    for (const parts of [
      ["notice-machine-outdated", ...offers],
      ["notice-outdated", ...offers],
      ["notice-machine", ...offers],
      ["notice-fallback", "notice-machine", "notice-report"],
      ["notice-fallback", "notice-rebuilt", "notice-report"],
    ]) {
      await page.goto(["ar", "he"].includes(locale) ? hebrew : "rtl/en/errors/aadsts50000/");
      const texts = parts.map((part) => (messages[part] ?? part).replace("{ $language }", language).replace(/\{ "\\u206\d" \}/g, ""));
      const lines = await page.evaluate(
        ([texts, locale]) => {
          document.documentElement.lang = locale;
          document.querySelector(".notice")?.remove();
          const notice = document.createElement("p");
          notice.className = "notice";
          notice.append(...texts.flatMap((text) => [Object.assign(document.createElement("span"), { textContent: text }), " "]));
          document.querySelector(".head").append(notice);
          return notice.getBoundingClientRect().height / parseFloat(getComputedStyle(notice).lineHeight);
        },
        [texts, locale],
      );
      expect(Math.round(lines), `${locale}: ${texts}`).toBeLessThanOrEqual(2);
    }
  }
});

test("a notice says what the text is worth, and leads on", async ({ page, baseURL }) => {
  await page.goto(hebrew);
  const notice = page.locator(".notice");
  await expect(notice).toContainText("תרגום מכונה, לא מעודכן");
  await expect(notice.getByRole("link", { name: "English" })).toHaveAttribute("lang", "en");
  const report = new URL(await notice.getByRole("link", { name: "דיווח" }).getAttribute("href"));
  expect(report.searchParams.get("title")).toBe("AADSTS50000: לא הונפק אסימון");
  expect(report.searchParams.get("url")).toBe(`${baseURL}${hebrew}`);
  expect(report.searchParams.get("path")).toMatch(/content\/he\/aadsts50000\.md$/);
  await page.goto("rtl/he/errors/aadsts50011/");
  await expect(notice.getByRole("link")).toHaveText("דיווח");
  await page.goto("rtl/en/errors/aadsts50000/");
  await expect(notice).toHaveCount(0);
});

test("every literal is left alone by translators and by the direction of the page", async ({ page }) => {
  await page.goto("rtl/he/");
  const paths = ["content", "rtl", ...(SEEDS ? ["seeds"] : [])].flatMap(pages);
  const wrong = await page.evaluate(async (paths) => {
    const wrong = [];
    for (const path of paths) {
      const text = await (await fetch(new URL(path, location.origin))).text();
      for (const literal of new DOMParser().parseFromString(text, "text/html").querySelectorAll("code, pre, samp, kbd"))
        if (!literal.closest('[translate="no"]') || literal.closest("[dir]").dir !== "ltr") wrong.push([path, literal.outerHTML]);
    }
    return wrong;
  }, paths);
  expect(paths.length).toBeGreaterThan(100);
  expect(wrong).toEqual([]);
});

test("codes in plain text and in titles keep their order from right to left", async ({ page }) => {
  await page.goto(hebrew);
  await expect(page.locator(".text bdi", { hasText: "AADSTS16000" })).toHaveAttribute("translate", "no");
  await page.goto("rtl/ar/articles/sign-in-help/");
  await expect(page.locator(".text a bdi")).toHaveAttribute("dir", "ltr");
});

for (const [width, height] of [[360, 640], [1280, 900]])
  test(`nothing moves when the scripts come late, at ${width}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await watchMoves(page);
    await slowly(page);
    for (const path of ["ko/errors/aadsts50000/", "rtl/he/errors/aadsts50000/", "rtl/ar/errors/aadsts50000/", "en/articles/read-a-sign-in-error/", "en/", "ru/errors/0x8004de40/", "ru/errors/aadsts7000222/", "rtl/ru/parameters/invalid_grant/"]) {
      await page.goto(path);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      expect(await page.evaluate(() => window.moved), path).toEqual([]);
    }
  });

test("a first view is three requests and few bytes, and the next page brings its text alone", async ({ page }) => {
  const spent = [];
  const loading = [];
  page.on("response", (response) => {
    const type = response.request().resourceType();
    // Pictures are the author's; the icon is asked for once a site.
    if (type === "image" || response.url().includes("/icon.")) return;
    loading.push(response.body().then((body) => spent.push({ type, url: response.url(), bytes: gzipSync(body).length })));
  });
  const view = async (path) => {
    spent.length = loading.length = 0;
    await page.goto(path, { waitUntil: "networkidle" });
    await Promise.all(loading);
    return spent.map(({ url }) => url).filter((url) => url.includes("/_/"));
  };
  const longest = codes("content").map((path) => [readFileSync(join(SITES, path, "index.html")).length, path]).sort(([a], [b]) => b - a)[0][1];
  let assets;
  for (const path of [longest, "content/ru/errors/aadsts50000/", "content/en/articles/read-a-sign-in-error/"]) {
    const used = await view(path);
    expect(spent.map(({ url }) => url), path).toHaveLength(3);
    expect(spent.reduce((sum, { bytes }) => sum + bytes, 0), path).toBeLessThanOrEqual(25 * 1024);
    expect(spent.filter(({ type }) => type === "script").reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(8 * 1024);
    expect(used.sort()).toEqual((assets ??= used.sort()));
    for (const url of used) expect(url).toMatch(/\.[0-9a-f]{8}\.\w+$/);
  }
});

test("with forced colours controls have edges, and the code stands out", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto(hebrew);
  for (const query of [".copy-answer button", ".copy-answer select", ".copy", ".box input", "pre"])
    await expect(page.locator(query).first(), query).toHaveCSS("border-top-style", "solid");
  await page.locator(".original-switch").click();
  await expect(page.locator(".original").first()).toHaveCSS("border-inline-start-style", "solid");
});

for (const path of [hebrew, "en/errors/aadsts50000/"])
  test(`by keyboard every control of ${path} is reached in order and seen`, async ({ page }) => {
    await page.goto(path);
    const stops = [];
    for (let number = 0; number < 200; number++) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const at = document.activeElement;
        if (!at || at === document.body) return null;
        const { outlineStyle, outlineWidth } = getComputedStyle(at);
        const all = [...document.querySelectorAll("*")];
        return { order: all.indexOf(at), seen: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2, html: at.outerHTML.slice(0, 60) };
      });
      if (!stop) break;
      stops.push(stop);
    }
    expect(stops.length).toBeGreaterThan(12);
    expect(stops.filter(({ seen }) => !seen)).toEqual([]);
    const orders = stops.map(({ order }) => order);
    expect(orders).toEqual([...orders].sort((a, b) => a - b));
  });

test.describe("at 400 % of 1280 pixels", () => {
  test.use({ viewport: { width: 320, height: 256 } });
  for (const path of [hebrew, "ko/errors/aadsts50000/", "ru/articles/read-a-sign-in-error/"])
    test(`${path} needs no scrolling sideways, with the original neither`, async ({ page }) => {
      await page.goto(path);
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await beyond()).toBeLessThanOrEqual(0);
      await page.locator(".original-switch").click();
      await expect(page.locator(".original").first()).toBeVisible();
      expect(await beyond()).toBeLessThanOrEqual(0);
    });
});

test("a Hebrew page is mirrored, its literals are not", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(hebrew);
  const x = async (query) => {
    const { x, width } = await page.locator(query).first().boundingBox();
    return x + width / 2;
  };
  expect(await x(".brand")).toBeGreaterThan(await x(".languages"));
  expect(await x(".body")).toBeGreaterThan(await x(".tail"));
  expect(await x("h1 code")).toBeGreaterThan(await x("h1 + .copy"));
  expect(await x(".copy-answer button")).toBeGreaterThan(await x(".copy-answer select"));
  await expect(page.locator(".text ol").first()).toHaveCSS("direction", "rtl");
  for (const query of ["dl.parameters", "pre", "h1 code", ".text li code"])
    await expect(page.locator(query).first(), query).toHaveCSS("direction", "ltr");
});

test("on paper are the text, its notices and where links lead, and no control", async ({ page }) => {
  await page.goto(hebrew);
  await page.locator(".original-switch").click();
  await expect(page.locator(".original").first()).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(page.locator(".notice")).toContainText("לא מעודכן");
  for (const control of await page.locator("button, select, input, summary").all()) await expect(control).toBeHidden();
  await expect(page.locator(".original").first()).toBeVisible();
  const marks = await page.locator(".notice > span").evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).map((part) => getComputedStyle(part, "::after").content));
  expect(marks.at(-1)).toBe("none");
  await page.goto("en/errors/aadsts50000/");
  const printed = await page.pdf({ format: "A4" });
  expect(printed.subarray(0, 5).toString()).toBe("%PDF-");
  expect(printed.length).toBeGreaterThan(20_000);
});

test("the list of languages in the head is that at the end, and leads there without a script", async ({ browser, page }) => {
  await page.goto("ko/errors/aadsts50000/");
  await page.locator(".languages summary").click();
  const links = (query) => page.locator(`${query} a`).evaluateAll((all) => all.map((link) => link.href));
  const others = await links(".others");
  expect(others.length).toBeGreaterThan(1);
  await expect.poll(() => links(".languages")).toEqual(others);
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(page.url());
  await plain.locator(".languages summary").click();
  await plain.locator(".languages a").click();
  await expect(plain.locator(".others a").first()).toBeInViewport();
  for (const query of [".copy-answer", ".original-switch"]) await expect(plain.locator(query).first()).toBeHidden();
  await plain.close();
});

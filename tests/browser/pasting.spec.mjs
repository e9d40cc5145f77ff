// What people paste, in six languages; addresses that are no pages; the keyboard alone; what support asks for.
import { expect, faults, test } from "./sites.mjs";

const trace = "6b9f1f2e-50a3-4c55-9b1a-70008aadf500";
const correlation = "50126abc-5001-4500-8004-de4080070005";
const time = "2026-11-21 16:05:33Z";

// Puts `text` on the clipboard of the page and pastes it, as a reader does.
const paste = async (page, text) => {
  const box = page.getByRole("searchbox");
  await box.focus();
  await page.evaluate(async (text) => {
    const input = document.activeElement;
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", text);
    input.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    document.execCommand("insertText", false, text);
  }, text);
  return box;
};

const pasted = {
  en: [
    [`AADSTS50011: The redirect URI does not match.\nTrace ID: ${trace}\nCorrelation ID: ${correlation}`, "AADSTS50011"],
    ["There were problems installing some updates (0x80070643)", "0x80070643"],
    ["Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound'", "5.1.10"],
    ["We had a problem installing Office. Error Code: 30015-11 (0)", "30015-11"],
  ],
  ko: [
    [`AADSTS50105: 로그인한 사용자가 할당되지 않았습니다.\n추적 ID: ${trace}\n타임스탬프: ${time}`, "AADSTS50105"],
    ["오류코드:0x8004de40입니다", "0x8004DE40"],
    ["메일이 반송됐어요 5.7.750이라고 나옵니다", "5.7.750"],
    ["오피스 설치 중 오류 코드 30088-4(0)가 표시됨", "30088-4"],
  ],
  zh: [
    [`抱歉，登录时遇到问题。AADSTS50011：重定向 URI 不匹配。跟踪 ID：${trace}`, "AADSTS50011"],
    ["错误代码：５０１２６，用户名或密码无效", "AADSTS50126"],
    ["邮件无法送达：550 5.1.10 找不到收件人", "5.1.10"],
    ["安装失败，代码-2147023293", "0x80070643"],
  ],
  ru: [
    [`AADSTS50053: Учётная запись заблокирована.\nИд. трассировки: ${trace}\nМетка времени: ${time}`, "AADSTS50053"],
    ["при входе ошибка50126 (неверный пароль), порт 50000", "AADSTS50126"],
    ["Письмо не доставлено: 550 5.7.708 Служба недоступна", "5.7.708"],
    ["Ошибка установки: код «0x80070005», версия 5.7.1", "0x80070005"],
  ],
  sl: [
    [`Napaka pri prijavi AADSTS50034: račun ne obstaja. ID sledenja: ${trace}`, "AADSTS50034"],
    ["Koda napake 30088-4; namestitev ni uspela 21. 11. 2026 ob 16.05", "30088-4"],
    [`{"error":"invalid_grant","error_description":"AADSTS50126: …\\r\\nTrace ID: ${trace}","error_codes":[50126]}`, "AADSTS50126"],
  ],
  id: [
    [`AADSTS50055: Kata sandi telah kedaluwarsa. ID Pelacakan: ${trace}`, "AADSTS50055"],
    ["https://app.example.com/cb?error=x&error_description=AADSTS65001%253A%2Bizin&state=50126", "AADSTS65001"],
    ["muncul kesalahan 50057, akun dinonaktifkan", "AADSTS50057"],
  ],
};

for (const [language, messages] of Object.entries(pasted))
  for (const [text, code] of messages)
    test(`${language}: ${text.slice(0, 60)} is ${code}`, async ({ page }) => {
      await page.goto(`${language}/`);
      const sent = [];
      page.on("request", (request) => sent.push(decodeURIComponent(request.url()) + (request.postData() ?? "")));
      const box = await paste(page, text);
      await expect(page.getByRole("status")).toContainText(code);
      await expect(page.locator(".found .codes a").first()).toContainText(code);
      await box.press("Enter");
      await expect(page).toHaveURL(`${language}/errors/${code.toLowerCase()}/`);
      expect(sent.filter((request) => request.includes(trace) || request.includes(text))).toEqual([]);
    });

const support = `AADSTS50011\nTrace ID: ${trace}\nCorrelation ID: ${correlation}\nTimestamp: ${time}`;
const message = `AADSTS50011: x\nTrace ID: ${trace}\nCorrelation ID: ${correlation}\nTimestamp: ${time}`;

test("what support asks for is shown, copied, and there again on the code's page of this tab", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("docs/ko/");
  const box = await paste(page, message);
  const block = page.getByRole("region", { name: "지원 요청에 첨부할 정보" });
  await expect(block.locator("pre")).toHaveText(support);
  await block.getByRole("button").click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(support);
  await box.press("Enter");
  await expect(page).toHaveURL("docs/ko/errors/aadsts50011/");
  await expect(block.locator("pre")).toHaveText(support);
  await page.goto("docs/ko/errors/aadsts50126/");
  await expect(page.locator("h1")).toContainText("AADSTS50126");
  await expect(page.locator(".support")).toHaveCount(0);
  await page.goBack();
  await expect(block.locator("pre")).toHaveText(support);
  const other = await context.newPage();
  await other.goto("docs/ko/errors/aadsts50011/");
  await expect(other.locator(".support")).toHaveCount(0);
});

test("an error without a page is named, with those that are spelt alike", async ({ page }) => {
  await page.goto("en/errors/aadsts50000/");
  await page.getByRole("searchbox").fill("Sorry! AADSTS50019: no such thing");
  await expect(page.getByRole("status")).toContainText("No page for \u2068AADSTS50019\u2069 here");
  await expect(page.locator(".found a").first()).toContainText("AADSTS5001");
});

test("a name without a page is looked for in the articles, alone and in a message", async ({ page }) => {
  await page.goto("en/");
  const box = page.getByRole("searchbox");
  for (const name of ["interaction_required", "access_token"])
    for (const typed of [name, `error: ${name}`]) {
      await box.fill("");
      await expect(page.locator(".found a")).toHaveCount(0);
      await box.fill(typed);
      await expect(page.getByRole("status")).toHaveText(/\d results?$/);
      await expect(page.locator(".found a mark").first()).toBeVisible();
    }
  await expect(page.getByRole("status")).toHaveText(/^No page for \u2068access_token\u2069 here · /);
  await box.press("Enter");
  await expect(page.locator(".found a").first()).toBeFocused();
});

test("a code that is not typed to its end lists those that begin so", async ({ page }) => {
  await page.goto("en/");
  await page.getByRole("searchbox").fill("AADSTS5005");
  await expect(page.getByRole("status")).toHaveText(/^\d results$/);
  await expect(page.locator(".found .codes a").first()).toContainText("AADSTS50053");
});

test("the keyboard is enough", async ({ page }) => {
  await page.goto("en/errors/aadsts50000/");
  await page.keyboard.press("/");
  await page.keyboard.type("password");
  const links = page.locator(".found .codes a");
  await expect(links.nth(1)).toBeVisible();
  await expect(page.getByRole("status")).toContainText(/\d results?/);
  await page.keyboard.press("ArrowDown");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expect(page.getByRole("searchbox")).toHaveValue("");
  await page.keyboard.type("AADSTS50126");
  await expect(page.getByRole("status")).toContainText("AADSTS50126");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("en/errors/aadsts50126/");
});

// Holds back what articles say; returns what lets it go.
const searchHeld = async (page) => {
  let release;
  const released = new Promise((done) => (release = done));
  await page.route("**/search/index.txt", async (route) => {
    await released;
    await route.continue();
  });
  return release;
};

test("what articles say, when it comes late, leaves the list to whoever walks through it", async ({ page }) => {
  const release = await searchHeld(page);
  await page.goto("en/errors/aadsts50000/");
  await page.getByRole("searchbox").fill("password");
  const links = page.locator(".found .codes a");
  await expect(links.nth(1)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  const shards = page.waitForResponse(/\/_\/search\/en\/.*\/d\d+\.txt$/);
  release();
  await (await shards).finished();
  await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(links.nth(1)).toBeFocused();
});

test("what articles say, when it comes late, stands below what somebody points at", async ({ page }) => {
  const release = await searchHeld(page);
  await page.goto("en/errors/aadsts50000/");
  await page.getByRole("searchbox").fill("conditional");
  const links = page.locator(".found .codes a");
  await expect(links.first()).toBeVisible();
  const before = await links.allTextContents();
  await links.first().hover();
  release();
  await expect(links).not.toHaveCount(before.length);
  expect((await links.allTextContents()).slice(0, before.length)).toEqual(before);
});

test("a finger is enough", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await page.goto("en/errors/aadsts50000/");
  await page.getByRole("searchbox").tap();
  await page.getByRole("searchbox").fill("password");
  await page.locator(".found .codes a").first().tap();
  await expect(page).not.toHaveURL(/aadsts50000/);
  await context.close();
});

test("without a script nothing that was typed leaves the page", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("en/");
  await page.getByRole("searchbox").fill(message.replaceAll("\n", " "));
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/\/en\/search\/\??$/);
  await expect(page.getByRole("link", { name: "Errors" }).first()).toBeVisible();
  await context.close();
});

for (const scheme of ["light", "dark"])
  for (const language of ["rtl/ko", "rtl/ar", "rtl/en"])
    test(`the open box of ${language} has no fault that axe finds in ${scheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`${language}/errors/aadsts50011/`);
      await paste(page, message.replace("50011", "50000"));
      await expect(page.locator(".found .support")).toBeVisible();
      expect(await faults(page)).toEqual([]);
    });

// Addresses without a page, below a site's root, and where they lead.
const addresses = [
  ["AADSTS50000", "en/errors/aadsts50000/"],
  ["errors/50000", "en/errors/aadsts50000/"],
  ["ko/0x8004DE40", "ko/errors/0x8004de40/"],
  ["en/errors/AADSTS50000", "en/errors/aadsts50000/"],
  ["ko/aadsts-50000/", "ko/errors/aadsts50000/"],
  ["ru/errors/-2147023293/", "ru/errors/0x80070643/"],
  ["KO/errors/AADSTS%2050126", "ko/errors/aadsts50126/"],
  ["zh/%EF%BC%95%EF%BC%90%EF%BC%91%EF%BC%92%EF%BC%96", "zh/errors/aadsts50126/"],
  ["sl/550-5.1.10/", "sl/errors/5.1.10/"],
  ["id/30015-11", "id/errors/30015-11/"],
  ["login?error=x&error_description=AADSTS50126%3a+x", "en/errors/aadsts50126/"],
];

// How hosts answer: the nearest 404 page, or one for all.
for (const root of ["", "docs/"])
  for (const all of [false, true])
    test(`addresses below /${root} lead to errors${all ? " from the page for all" : ""}`, async ({ page, baseURL }) => {
      const one = await (await page.request.get(`${baseURL}${root}404.html`)).text();
      const answer = (route) => route.fulfill({ status: 404, contentType: "text/html", body: one });
      for (const [from, to] of addresses) {
        const { pathname } = new URL(baseURL + root + from);
        if (all) await page.route((url) => url.pathname === pathname, answer);
        await page.goto(root + from);
        await expect(page).toHaveURL(root + to);
      }
    });

test("an address without a language is read in the one chosen before, else in the browser's", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, locale: "ru-RU" });
  const page = await context.newPage();
  await page.goto("docs/AADSTS50126");
  await expect(page).toHaveURL("docs/ru/errors/aadsts50126/");
  await page.evaluate(() => localStorage.setItem("locale", "sl"));
  await page.goto("docs/AADSTS50011");
  await expect(page).toHaveURL("docs/sl/errors/aadsts50011/");
  await page.goto("docs/ko/AADSTS50011");
  await expect(page).toHaveURL("docs/ko/errors/aadsts50011/");
  await page.goto("docs/AADSTS50019");
  await expect(page.locator(".asked")).toHaveText("AADSTS50019");
  await expect(page.getByRole("status")).toHaveText(/Za \S+ tukaj ni strani/);
  await expect(page.locator(".found a").first()).toHaveAttribute("href", /^\/docs\/sl\/errors\//);
  await context.close();
});

test("an address that names no error says what was looked for", async ({ page }) => {
  await page.goto("ko/somewhere/else");
  await expect(page.locator(".asked")).toHaveText("else");
  await page.goto("ko/404.html");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".asked")).toBeHidden();
});

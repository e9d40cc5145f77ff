// The search in a browser's stead: node --test tests/search/search.test.mjs, with SITE and ASKED, the folders of built
// sites (tests/it/search.rs builds tests/search/site.txt, and one of the articles in tests/search/questions.json).
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fold, key, open, tokens } from "../../templates/assets/search.js";

const site = process.env.SITE;
const cases = JSON.parse(readFileSync(new URL("cases.json", import.meta.url), "utf8"));

for (const [text, expected] of cases.fold) test(`folds ${text}`, () => assert.equal(fold(text), expected));
for (const [text, expected] of cases.tokens) test(`splits ${text}`, () => assert.deepEqual(tokens(text), expected));

const index = (locale) => readFileSync(join(site, locale, "search/index.txt"), "utf8").split("\n");
const rules = (locale) => JSON.parse(index(locale)[0])[5].map(([from, to]) => [new RegExp(from, "g"), to]);
for (const [locale, term, expected] of cases.keys) test(`files ${term} (${locale})`, () => assert.equal(key(term, rules(locale)), expected));

let fetched = [];
globalThis.fetch = async (url) => {
  const { host, pathname } = new URL(url);
  const path = join(host === "asked" ? process.env.ASKED : site, decodeURIComponent(pathname));
  fetched.push(path);
  return existsSync(path) ? { ok: true, text: async () => readFileSync(path, "utf8") } : { ok: false };
};
const search = (locale, query, host = "site") => open(`http://${host}/${locale}/search/`).search(query);

// As readers type: questions, other words, other forms, without blanks and marks, mistyped from the first letter on.
for (const [locale, { articles, questions }] of Object.entries(JSON.parse(readFileSync(new URL("questions.json", import.meta.url), "utf8"))))
  test(`answers questions in ${locale}`, async () => {
    const places = [];
    for (const [question, article] of questions) {
      const found = await search(locale, question, "asked");
      places.push([question, found.findIndex(({ title }) => title === articles[article][0])]);
    }
    const missed = places.filter(([, at]) => at < 0 || at > 2);
    assert.deepEqual(missed, []);
    assert.ok(places.filter(([, at]) => at === 0).length >= 0.95 * places.length, JSON.stringify(places.filter(([, at]) => at)));
  });

const first = [
  ["en", "calendar permission", "Set calendar permissions"],
  ["en", "calender permissions", "Set calendar permissions"],
  ["en", "clendar", "Set calendar permissions"],
  ["en", "xalendar", "Set calendar permissions"],
  ["en", "permisions", "Set calendar permissions"],
  ["en", "calendarpermissions", "Set calendar permissions"],
  ["en", "mailboxfull", "The mailbox is full"],
  ["en", "Add-MailboxFolderPermission", "Set calendar permissions"],
  ["en", "invitations for sharing", "Set calendar permissions"],
  ["en", "subscription", "Assign a license to a user"],
  ["en", "mailbox ful", "The mailbox is full"],
  ["en", "aadsts50034", "The user account does not exist"],
  ["en", "50034", "The user account does not exist"],
  ["en", "UserAccountNotFound", "The user account does not exist"],
  ["en", "Sorry, AADSTS50034: the password of the account is wrong. Trace ID: 5f0c8e1a-77aa-4c1f-9f7c-1f2b3c4d5e6f Timestamp: 2026-03-14 09:26:53Z", "The user account does not exist"],
  ["de", "passworter", "Passwörter zurücksetzen und Schlüssel ändern"],
  ["de", "Schluessel Passwort", "Passwörter zurücksetzen und Schlüssel ändern"],
  ["de", "Postfach", "Das Benutzerpostfach ist voll"],
  ["ko", "일정 권한을 설정하는 방법", "일정 사용 권한 설정"],
  ["ko", "메일 보내기", "사서함이 가득 차서 메일을 보낼 수 없음"],
  ["ko", "메일을 보냅니다", "사서함이 가득 차서 메일을 보낼 수 없음"],
  ["ko", "서명을 만드는", "전자 메일 서명 만들기"],
  ["ko", "라이선스를 할당합니다", "사용자에게 라이선스 할당"],
  ["ja", "送った", "メールを送ることができない"],
  ["ja", "ｻｰﾊﾞｰ 証明書", "サーバーの証明書を更新する"],
  ["ja", "予定表アクセス", "予定表のアクセス許可を設定する"],
  ["zh-cn", "日历权限", "设置日历权限"],
  ["zh-cn", "发送邮件", "邮箱已满，无法发送邮件"],
  ["ar", "رسالة", "صندوق البريد ممتلئ ولا يمكن إرسال الرسائل"],
  ["ar", "جهاز", "إدارة الأجهزة المسجلة"],
  ["ar", "اذن التقويم", "تعيين أذونات التقويم"],
  ["id", "kirim pesan", "Kotak surat penuh dan pengiriman pesan gagal"],
  ["id", "pengaturan", "Mengatur izin kalender"],
  ["ru", "разрешения для календарей", "Настройка разрешений календаря"],
  ["ru", "почтового ящика", "Почтовый ящик переполнен"],
  ["sl", "napake prijava", "Napaka pri prijavi v poštni nabiralnik"],
  ["sl", "postnega nabiralnika", "Napaka pri prijavi v poštni nabiralnik"],
  ["he", "דואר", "תיבת הדואר מלאה"],
  ["th", "จดหมาย", "กล่องจดหมายเต็ม"],
];
for (const [locale, query, title] of first)
  test(`finds in ${locale}: ${query.slice(0, 60)}`, async () => {
    const found = await search(locale, query);
    assert.equal(found[0]?.title, title, found.map((result) => result.title).join(" | "));
  });

test("leads to the page and its twin", async () => {
  const [code] = await search("en", "aadsts50126");
  assert.deepEqual([code.href, code.code, code.twin], ["http://site/en/errors/aadsts50126/", "AADSTS50126", "http://site/en/errors/aadsts50126/index.md"]);
  const [article] = await search("en", "calendar");
  assert.equal(article.href, "http://site/en/articles/calendar/");
});

test("finds nothing where nothing is, and does not fail", async () => {
  for (const query of ["", "  ", "zzzzzzzz", "constructor __proto__", "\u0000 ~ ~abc", "a", "…", "\ud800", "ﷺ".repeat(500), "x".repeat(9000), "日".repeat(3000)]) await search("en", query);
  assert.deepEqual(await search("en", "unreachable"), []);
  assert.deepEqual(await search("ko", "quarantine"), []);
});

test("a retired article is not found", async () => {
  const found = await search("en", "retired calendar 2019");
  assert.ok(found.every(({ title }) => !title.startsWith("Retired")));
});

test("a query takes few files, and none twice", async () => {
  const { search } = open("http://site/en/search/");
  fetched = [];
  await search("calendar permissions");
  assert.ok(fetched.length < 8 && new Set(fetched).size === fetched.length, fetched.join("\n"));
  const before = fetched.length;
  await search("calendar permissions");
  assert.equal(fetched.length, before);
});

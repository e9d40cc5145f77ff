// Measures each type of page and writes the table in docs/reader.md: npm ci, then node table.mjs, after `cargo build`.
// Arguments are languages or types of pages, to measure only these again. CHROMIUM is the browser, FAULTBOOK the program.
import axe from "axe-core";
import lighthouse from "lighthouse";
import puppeteer from "puppeteer-core";
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { table } from "./document.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const { FAULTBOOK = here("../../target/debug/faultbook"), CHROMIUM = "/usr/bin/chromium" } = process.env;
const sites = here("../../target/tmp/reader");
const kept = `${sites}/measured.json`;

// A page of each type, and what its language is read in. The site in `content` has no Arabic.
const folders = { Korean: "ko", Arabic: "rtl/ar", English: "en" };
const searches = { Korean: "로그인", Arabic: "تسجيل الدخول", English: "sign-in log" };
const articles = { Korean: "read-a-sign-in-error", Arabic: "sign-in-help", English: "read-a-sign-in-error" };
const mentions = { Korean: "aadsts7000222", Arabic: "aadsts16000", English: "aadsts7000222" };
const types = {
  home: () => "/",
  "code page": () => "/errors/aadsts50000/",
  "article page": (language) => `/articles/${articles[language]}/`,
  "index of codes": () => "/errors/",
  "all articles": () => "/articles/",
  "parameter page": () => "/parameters/invalid_grant/",
  "mention page": (language) => `/errors/${mentions[language]}/`,
  "search results": (language) => `/search/?q=${encodeURIComponent(searches[language])}`,
  "not found (404)": () => "/errors/aadsts50001/",
  "language root": () => "/../errors/aadsts50000/",
};
// Pages that search engines are told to leave out, and the status of the latter: what says so is not held against them.
const unlisted = {
  "mention page": ["is-crawlable"],
  "search results": ["is-crawlable"],
  "not found (404)": ["is-crawlable", "http-status-code", "errors-in-console"],
};

const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

const build = (site, name, address) =>
  execFileSync(FAULTBOOK, ["build", here(site), "--out", `${sites}/${name}`, "--base-url", address, "--for", "cloudflare", "--quiet"]);

// What is sent for the first view, headers too, without the icon: it is asked for once a site.
const firstView = async (browser, url) => {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  const client = await page.createCDPSession();
  await client.send("Network.enable");
  const scripts = new Set();
  const icons = new Set();
  const spent = { requests: 0, bytes: 0, script: 0 };
  client.on("Network.responseReceived", ({ requestId, type }) => type === "Script" && scripts.add(requestId));
  client.on("Network.requestWillBeSent", ({ requestId, request }) => request.url.includes("/icon.") && icons.add(requestId));
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    if (icons.has(requestId)) return;
    spent.requests++;
    spent.bytes += encodedDataLength;
    if (scripts.has(requestId)) spent.script += encodedDataLength;
  });
  await page.goto(url, { waitUntil: "networkidle0" });
  await context.close();
  return spent;
};

const tags = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = { light: ["light", 1280], dark: ["dark", 1280], phone: ["light", 360] };

const violations = async (browser, url) => {
  const page = await browser.newPage();
  const found = {};
  for (const [look, [scheme, width]] of Object.entries(looks)) {
    await page.setViewport({ width, height: 800 });
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await page.goto(url, { waitUntil: "networkidle0" });
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate((values) => globalThis.axe.run({ runOnly: { type: "tag", values } }), tags);
    found[look] = violations.length;
    for (const { id, nodes } of violations) console.warn(`${url}: ${look}: ${id}: ${nodes[0].html}`);
  }
  await page.close();
  return found;
};

const categories = ["performance", "accessibility", "best-practices", "seo"];

const audited = async (browser, url, type) => {
  const page = await browser.newPage();
  const settings = { onlyCategories: categories, skipAudits: unlisted[type] ?? [], ignoreStatusCode: true };
  const { lhr } = await lighthouse(url, { logLevel: "silent" }, { extends: "lighthouse:default", settings }, page);
  await page.close();
  return lhr;
};

// The best of three runs: what else the machine does only takes from a score.
const scores = async (browser, url, type) => {
  const best = {};
  for (let run = 0; run < 3; run++) {
    const { audits, categories: found } = await audited(browser, url, type);
    for (const category of categories) best[category] = Math.max(best[category] ?? 0, Math.round(found[category].score * 100));
    if (categories.every((category) => best[category] === 100)) break;
    for (const { id, weight } of categories.flatMap((category) => found[category].auditRefs)) {
      const { score, title, displayValue = "" } = audits[id];
      if (weight > 0 && score !== null && score < 1) console.warn(`${url}: ${id}: ${score} ${title} ${displayValue}`);
    }
  }
  return best;
};

const wanted = process.argv.slice(2);
const port = await freePort();
const address = `http://127.0.0.1:${port}/`;
mkdirSync(sites, { recursive: true });
build("../..", "content", address);
build("../fixtures/rtl", "rtl", `${address}rtl/`);
const server = spawn("node", [here("../browser/server.mjs")], { env: { ...process.env, SITES: sites, PORT: port } });
// A reader of none of the languages is shown the list of them instead of being sent on.
const args = ["--no-sandbox", "--disable-dev-shm-usage", "--accept-lang=fr"];
const browser = await puppeteer.launch({ executablePath: CHROMIUM, args });
const measured = existsSync(kept) ? JSON.parse(readFileSync(kept, "utf8")) : {};
try {
  for (const [type, path] of Object.entries(types))
    for (const [language, folder] of Object.entries(folders)) {
      const name = `${type}, ${language}`;
      if (wanted.length && !wanted.includes(type) && !wanted.includes(language)) continue;
      const { href } = new URL(folder + path(language), address);
      const row = { type, language, ...(await firstView(browser, href)), axe: await violations(browser, href) };
      measured[name] = { ...row, ...(await scores(browser, href, type)) };
      console.log(JSON.stringify(measured[name]));
      writeFileSync(kept, JSON.stringify(measured));
    }
} finally {
  await browser.close();
  server.kill();
}
const order = Object.keys(types).flatMap((type) => Object.keys(folders).map((language) => measured[`${type}, ${language}`]));
const text = table(order.filter(Boolean));
writeFileSync(here("../../docs/reader.md"), text);
console.log(text);

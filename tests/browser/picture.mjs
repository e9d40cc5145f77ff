// Takes the pictures of the site in `content/` that the README shows: node picture.mjs, after `cargo build`. CHROMIUM is
// the browser, where it is not Playwright's own.
import { chromium } from "@playwright/test";
import { execFileSync, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const wide = { width: 1280, height: 800 };
const phone = { width: 360, height: 640 };
const pictures = {
  "code-page": { path: "en/errors/aadsts50000/", viewport: wide },
  "home-phone": { path: "en/", viewport: phone },
  "code-phone": { path: "ko/errors/aadsts50126/", viewport: phone, colorScheme: "dark" },
  "search-phone": { path: `ru/search/?q=${encodeURIComponent("пароль")}`, viewport: phone },
};

const port = "8737";
const sites = here("../../target/tmp/pictures");
execFileSync(here("../../target/debug/faultbook"), ["build", here("../.."), "--out", `${sites}/content`, "--quiet"]);
const env = { ...process.env, SITES: sites, PORT: port };
const server = spawn("node", [here("server.mjs")], { env, stdio: ["ignore", "pipe", "inherit"] });
await once(server.stdout, "data");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
for (const [name, { path, ...look }] of Object.entries(pictures)) {
  const page = await browser.newPage({ deviceScaleFactor: 2, colorScheme: "light", ...look });
  await page.goto(`http://127.0.0.1:${port}/${path}`, { waitUntil: "networkidle" });
  const client = await page.context().newCDPSession(page);
  const { data } = await client.send("Page.captureScreenshot", { format: "webp", quality: 80 });
  writeFileSync(here(`../../docs/${name}.webp`), Buffer.from(data, "base64"));
  await page.close();
}
await browser.close();
server.kill();

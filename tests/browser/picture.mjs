// Takes the picture of a code's page that the README shows: node picture.mjs, after `faultbook build`.
import { chromium } from "@playwright/test";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
await page.goto(pathToFileURL(here("../../public/en/errors/aadsts50000/index.html")).href);
await page.screenshot({ path: here("../../docs/code-page.png") });
await browser.close();

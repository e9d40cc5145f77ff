// Tests of the pages in a browser: those that `cargo test --test it pages` leaves in target/tmp/pages,
// or a built site in the folder PAGES. CHROMIUM names the browser where it is not Playwright's own.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testMatch: "*.spec.mjs",
  outputDir: "../../target/tmp/playwright",
  use: {
    baseURL: "http://127.0.0.1:8735",
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
  webServer: {
    command: "node server.mjs",
    url: "http://127.0.0.1:8735/en/",
    env: { PAGES: process.env.PAGES ?? "../../target/tmp/pages" },
  },
});

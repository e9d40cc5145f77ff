// Tests of built sites in a browser. `cargo test --test browser` builds them and starts these tests with
//
//   SITES     the folder that holds the sites (server.mjs says which is which)
//   PORT      where they are served
//   CHROMIUM  the browser, where it is not Playwright's own
//   SEEDS     the articles that the site `seeds` was built from, where there is one
//   SLOW      milliseconds that an answer of the server may take; a test that does not wait for what it looks at fails then
import { defineConfig } from "@playwright/test";

process.env.SITES ??= "../../target/tmp/browser";
process.env.PORT ??= "8735";
const address = `http://127.0.0.1:${process.env.PORT}/`;

export default defineConfig({
  testMatch: "*.spec.mjs",
  outputDir: "../../target/tmp/playwright",
  forbidOnly: !!process.env.CI,
  // Where nobody looks on, a test that failed is tried once more, and the list of tests says so ("flaky").
  retries: process.env.CI ? 1 : 0,
  fullyParallel: true,
  workers: 2,
  // Generous, for machines that do other work beside it: what is waited for comes in a second.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    baseURL: address,
    // A colour on its way to another has a contrast of its own.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: ["--no-sandbox", "--disable-dev-shm-usage"],
    },
  },
  webServer: {
    command: "node server.mjs",
    url: `${address}en/`,
    env: { SITES: process.env.SITES, PORT: process.env.PORT },
    timeout: 120_000,
  },
});

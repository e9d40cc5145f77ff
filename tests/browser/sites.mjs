// The sites that are tested, and what every test does with a page.
import { expect, test as base } from "@playwright/test";
import axe from "axe-core";

export const languages = ["en", "ko", "ru", "ar"];

// Every kind of page that a language has, by what it shows.
export const kinds = {
  home: "rtl/{}/",
  errors: "rtl/{}/errors/",
  code: "rtl/{}/errors/aadsts50000/",
  "code in one language": "rtl/{}/errors/aadsts50011/",
  "code whose source is rebuilt": "rtl/{}/errors/aadsts65001/",
  "code that is mentioned": "rtl/{}/errors/aadsts16000/",
  articles: "rtl/{}/articles/",
  article: "rtl/{}/articles/sign-in-help/",
  parameter: "rtl/{}/parameters/invalid_grant/",
  search: "rtl/{}/search/",
  "search results": "rtl/{}/search/?q=AADSTS",
  "not found": "rtl/{}/errors/aadsts50001/",
  status: "rtl/status/{}/",
  "part of a list": "long/{}/lists/aadsts/2/",
  "list of mentions": "long/{}/lists/mentions/aadsts16000/1/",
  "long list of errors": "long/{}/errors/",
};

// Those that have no language of their own.
export const roots = ["rtl/", "rtl/errors/aadsts50000/", "rtl/status/", "rtl/nowhere/"];

// Lets a page come as slowly as it may: its style when all of it is read, so that no half of it is ever painted, and its
// scripts when it has been painted without them.
export const slowly = async (page) => {
  const once = (ready) => page.waitForFunction(ready, null, { polling: 20 }).catch(() => {});
  await page.route("**/_/style.*.css", async (route) => {
    await once(() => document.readyState !== "loading");
    await route.continue();
  });
  await page.route("**/_/*.js", async (route) => {
    await once(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    await route.continue();
  });
};

// A test whose pages ask nobody but the site, and say no error, unless they ask for a page that is not there.
export const test = base.extend({
  context: async ({ context, baseURL }, use) => {
    const strangers = [];
    const errors = [];
    context.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(baseURL) && !/^(?:file|data|blob|about):/.test(url)) strangers.push(url);
    });
    context.on("weberror", (error) => errors.push(`${error.error()}`));
    context.on("console", (message) => {
      const missing = message.text().includes("404") && !/\.\w+$/.test(message.location().url);
      if (["error", "warning"].includes(message.type()) && !missing) errors.push(message.text());
    });
    await use(context);
    expect(strangers, "requests to others").toEqual([]);
    expect(errors, "errors and warnings in the console").toEqual([]);
  },
});

// Tells, in the page, what moved. A part of a pixel, by which letters shift where their font comes late, is nothing that
// anybody sees.
export const watchMoves = (page) =>
  page.addInitScript(() => {
    window.moved = [];
    const named = ({ node }) => node?.outerHTML?.slice(0, 80) ?? node?.nodeName;
    const note = (list) =>
      window.moved.push(...list.getEntries().filter(({ value }) => value > 0.0005).map(({ value, sources }) => [value, ...sources.map(named)]));
    new PerformanceObserver(note).observe({ type: "layout-shift", buffered: true });
  });
// What axe finds wrong with a page as it is at present: each rule that is broken, and where it is first. `runOnly` names
// the rules or their tags; else it is all of them.
export const faults = async (page, runOnly) => {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, { ...(runOnly && { runOnly }), resultTypes: ["violations"] });
    return violations.map(({ id, nodes }) => [id, nodes[0].html]);
  }, runOnly);
};

export { expect };

// The search benchmark: builds a content folder, asks the built index questions made from its titles, and prints a
// table. Needs a built program and Node.js 20:
//
//   cargo build --release && node benches/search/run.mjs CONTENT [--program target/release/faultbook] [--verbose]
//
// A query succeeds when the article that it was made from is the first, or among the first three, results; articles
// of one title are one. Bytes are those of all files that one query fetches with nothing in a cache, uncompressed,
// without the script; requests are their number.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { open } from "../../templates/assets/search.js";
import { queries } from "./queries.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { program: { type: "string", default: "target/release/faultbook" }, verbose: { type: "boolean", default: false }, most: { type: "string", default: "200" }, site: { type: "string" } },
});
const content = positionals[0];
const site = values.site ?? mkdtempSync(join(tmpdir(), "search-"));
if (!values.site) {
  const built = spawnSync(values.program, ["build", content, "--out", join(site, "out"), "--quiet"], { encoding: "utf8" });
  if (built.status !== 0) {
    console.error(built.stderr);
    process.exit(1);
  }
}

// The titles that a reader sees: each article's first heading.
const title = (file) => {
  const text = readFileSync(file, "utf8");
  const heading = /^#\s+(.*)$/m.exec(text)?.[1] ?? "";
  return heading
    .replace(/<span class="sxs-lookup">.*?<\/span><\/span>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s*\{#[^}]*\}/, "")
    .replace(/\\(.)/g, "$1")
    .replace(/[*`]/g, "")
    .replace(/&amp;/g, "&")
    .trim();
};
let fetched;
globalThis.fetch = async (url) => {
  const path = join(site, "out", decodeURIComponent(new URL(url).pathname));
  if (!existsSync(path)) return { ok: false, status: 404 };
  const bytes = readFileSync(path);
  fetched.push(bytes.length);
  return { ok: true, text: async () => bytes.toString() };
};
const percent = (part, whole) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : "–");
const rows = [];
for (const locale of readdirSync(content, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const segment = locale.name.toLowerCase();
  if (!existsSync(join(site, "out", segment, "search/index.txt"))) continue;
  const files = readdirSync(join(content, locale.name), { recursive: true }).filter((name) => name.endsWith(".md") && !name.includes("includes"));
  const titles = [...new Set(files.sort().map((name) => title(join(content, locale.name, name))))].filter(Boolean);
  const step = Math.max(1, Math.floor(titles.length / Number(values.most)));
  const asked = queries(titles.filter((_, at) => at % step === 0), segment.split("-")[0]);
  for (const [kind, list] of Object.entries(asked)) {
    if (!list.length) continue;
    const row = { locale: locale.name, kind, count: list.length, first: 0, third: 0, bytes: [], requests: [] };
    for (const { query, title } of list) {
      fetched = [];
      const results = await open(`http://site/${segment}/search/`).search(query);
      const code = /AADSTS\d{4,}|0x[\da-f]{8}|\d{5}-\d{1,4}|[245]\.\d{1,3}\.\d{1,3}/i.exec(query)?.[0];
      const is = (result) =>
        result.title === title || (result.code && title.endsWith(result.title)) || (kind === "message" && result.title.toLowerCase().includes(code.toLowerCase())) || (kind === "message" && result.code?.toLowerCase() === code.toLowerCase());
      const at = results.findIndex(is);
      if (at === 0) row.first++;
      if (at >= 0 && at < 3) row.third++;
      else if (values.verbose) console.log(`${locale.name} ${kind} «${query}» for «${title}» found ${results.slice(0, 3).map((result) => `«${result.title}»`).join(" ")} (${at})`);
      row.bytes.push(fetched.reduce((a, b) => a + b, 0));
      row.requests.push(fetched.length);
    }
    rows.push(row);
  }
}
const sorted = (list) => list.sort((a, b) => a - b);
const kib = (bytes) => (bytes / 1024).toFixed(1);
console.log("| locale | queries | number | first | first three | median KB | most KB | median requests |\n|---|---|---:|---:|---:|---:|---:|---:|");
for (const row of rows) {
  const [bytes, requests] = [sorted(row.bytes), sorted(row.requests)];
  console.log(`| ${row.locale} | ${row.kind} | ${row.count} | ${percent(row.first, row.count)} | ${percent(row.third, row.count)} | ${kib(bytes[bytes.length >> 1])} | ${kib(bytes.at(-1))} | ${requests[requests.length >> 1]} |`);
}
if (!values.site) rmSync(site, { recursive: true });

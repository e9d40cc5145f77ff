// Serves the sites in the folder SITES on loopback as a host of static files does, compressed and with the headers
// that a site asks for in `_headers`: each under its folder's name, `content` at the root too. The site's own 404 page
// answers where there is nothing.
import { existsSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";

const { SITES, PORT, SLOW = 0 } = process.env;
const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".md": "text/markdown; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
};

const nearest = (folder) => {
  const page = join(folder, "404.html");
  return existsSync(join(SITES, page)) || folder === "." ? page : nearest(dirname(folder));
};

// What the site in a folder says in `_headers`: a pattern of paths on a line of its own, then its headers, indented.
const rules = {};
const rulesOf = (site) => {
  const file = join(SITES, site, "_headers");
  rules[site] ??= (existsSync(file) ? readFileSync(file, "utf8") : "")
    .split(/\n(?=\S)/)
    .map((rule) => rule.trim().split(/\n\s+/))
    .map(([pattern, ...lines]) => [pattern, lines.map((line) => line.split(/: (.*)/).slice(0, 2))]);
  return rules[site];
};
const matches = (pattern, path) => (pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern);

createServer(async (request, response) => {
  const url = new URL(request.url, "http://localhost");
  const path = normalize(decodeURIComponent(url.pathname)).slice(1);
  const own = existsSync(join(SITES, path.split("/")[0], "index.html"));
  const site = own ? path.split("/")[0] : "content";
  const file = join(own ? "" : site, path, /(^|\/)$/.test(path) ? "index.html" : "");
  const headers = rulesOf(site).filter(([pattern]) => matches(pattern, url.pathname)).flatMap(([, headers]) => headers);
  const answer = async (status, name) => {
    if (SLOW) await pause(Math.random() * SLOW);
    const body = await readFile(join(SITES, name));
    const type = types[extname(name)] ?? "application/octet-stream";
    const packed = type !== "image/png" && /gzip/.test(request.headers["accept-encoding"]);
    if (packed) headers.push(["content-encoding", "gzip"]);
    response.writeHead(status, { ...Object.fromEntries(headers), "content-type": type });
    response.end(packed ? gzipSync(body) : body);
  };
  await answer(200, file).catch(() => answer(404, nearest(dirname(file)))).catch(() => response.writeHead(404).end());
}).listen(PORT, "127.0.0.1", () => console.log(`http://127.0.0.1:${PORT}/`));

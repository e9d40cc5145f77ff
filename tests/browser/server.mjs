// Serves the sites in the folder SITES on loopback, as plainly as a host of static files does: each under
// its folder's name, `content` at the root too. The site's own 404 page answers where there is nothing.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { dirname, extname, join, normalize } from "node:path";

const { SITES, PORT } = process.env;
const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

const nearest = (folder) => {
  const page = join(folder, "404.html");
  return existsSync(join(SITES, page)) || folder === "." ? page : nearest(dirname(folder));
};

createServer(async (request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname)).slice(1);
  const own = existsSync(join(SITES, path.split("/")[0], "index.html"));
  const file = join(own ? "" : "content", path, /(^|\/)$/.test(path) ? "index.html" : "");
  const answer = async (status, name) => {
    const body = await readFile(join(SITES, name));
    const type = types[extname(name)] ?? "application/octet-stream";
    response.writeHead(status, { "content-type": type, "content-security-policy": "default-src 'self'" }).end(body);
  };
  await answer(200, file).catch(() => answer(404, nearest(dirname(file)))).catch(() => response.writeHead(404).end());
}).listen(PORT, "127.0.0.1");

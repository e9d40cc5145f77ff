// The text of docs/reader.md around what was measured.
const size = (bytes) => `${(bytes / 1024).toFixed(1)} KB`;

const columns = [
  ["Page", "---", ({ type }) => type],
  ["Language", "---", ({ language }) => language],
  ["Requests", "--:", ({ requests }) => requests],
  ["Bytes", "--:", ({ bytes }) => size(bytes)],
  ["Script", "--:", ({ script }) => size(script)],
  ["Performance", "--:", ({ performance }) => performance],
  ["Accessibility", "--:", ({ accessibility }) => accessibility],
  ["Best practices", "--:", (row) => row["best-practices"]],
  ["SEO", "--:", ({ seo }) => seo],
  ["axe light", "--:", ({ axe }) => axe.light],
  ["axe dark", "--:", ({ axe }) => axe.dark],
  ["axe phone", "--:", ({ axe }) => axe.phone],
];

const line = (cells) => `| ${cells.join(" | ")} |\n`;

export const table = (rows) => `# The reader's pages, measured

What a first view of each type of page costs a reader, and what Lighthouse and axe-core say about it. The table is
made by \`node table.mjs\` in \`tests/reader/\` (after \`cargo build\` and \`npm ci\` there), from the site in \`content/\` and,
for Arabic, the one in \`tests/fixtures/rtl/\`. Both are served on loopback as a host of static files does: compressed
with gzip, with the headers that \`faultbook build --for cloudflare\` writes.

${line(columns.map(([name]) => name))}${line(columns.map(([, rule]) => rule))}${rows.map((row) => line(columns.map(([, , cell]) => cell(row)))).join("")}
- *Requests*, *Bytes*, *Script*: what is sent for a first view with an empty cache, on a screen 1280 px wide, headers
  included and the icon left out, which browsers ask for once a site. Bytes, and those of them that are scripts, are
  counted as they are sent. The search results are a page with the query in its address, and the data
  that answers it. The code page in Arabic shows a picture of its author.
- *Performance* to *SEO*: the scores of Lighthouse 12 for its phone, of 100; the best of up to three runs, as other
  work on the machine only takes from them. Mention pages (a code that has no article), search results and the 404
  page ask search engines to leave them out, and the browser reports the status of the last as an error: these are not
  counted.
- *axe*: the number of rules of axe-core 4 that are broken, of WCAG 2.2 A to AA, 2.1 AAA for contrast, and its best
  practices, in light and dark colours at 1280 px, and on a phone 360 px wide.
- The language root is the page at \`/errors/aadsts50000/\`, which belongs to no language: it sends readers on to theirs
  and shows a list to those who read none of them.
`;

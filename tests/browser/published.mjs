// Walks a published site as a visitor's browser would: served over HTTP with the headers that docs/publishing.md
// advises, from the first page along every link.
//
//   node published.mjs FOLDER
//
// Prints a line for every fault, and at the end what was seen. Exit code 1: there are faults, or the walk saw too little.
import { readFile, realpath } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { chromium } from "playwright-core";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".pdf": "application/pdf",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
};
const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
};

const folder = await realpath(process.argv[2]);
const server = createServer(async (request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  // No site needs an icon, and browsers ask for one by themselves.
  if (path === "/favicon.ico") return response.writeHead(204, HEADERS).end();
  const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
  try {
    if (!file.startsWith(folder + sep)) throw new Error("outside the site");
    const content = await readFile(file);
    response.writeHead(200, { ...HEADERS, "Content-Type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(content);
  } catch {
    response.writeHead(404, HEADERS).end();
  }
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://127.0.0.1:${server.address().port}`;

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const args = [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const browser = await chromium.launch({ executablePath, args });
const page = await browser.newPage();
const faults = new Set();
let at = "";
page.on("console", (message) => faults.add(`${at}: console: ${message.text()}`));
page.on("pageerror", (error) => faults.add(`${at}: console: ${error.message}`));
page.on("request", (request) => {
  if (new URL(request.url()).origin !== origin) faults.add(`${at}: fetches ${request.url()}`);
});
page.on("response", (response) => {
  if (!response.ok()) faults.add(`${at}: ${response.status()} for ${response.url()}`);
});

const seen = { pages: 0, pdfs: 0, languages: new Set() };
const known = new Set([`${origin}/`]);
for (const url of known) {
  at = url.slice(origin.length);
  if (url.endsWith(".pdf")) {
    const response = await page.request.get(url);
    const start = (await response.body()).subarray(0, 5).toString();
    if (!response.ok() || start !== "%PDF-") faults.add(`${at}: no PDF, ${response.status()}`);
    seen.pdfs += 1;
    continue;
  }
  await page.goto(url);
  seen.pages += 1;
  seen.languages.add(await page.evaluate(() => document.documentElement.lang));
  const links = await page.evaluate(() => [...document.querySelectorAll("a[href]")].map((link) => link.href));
  for (const link of links) {
    const { origin: where, pathname, hash } = new URL(link);
    if (where !== origin) continue;
    known.add(`${origin}${pathname}`);
    const here = pathname === new URL(url).pathname;
    if (here && hash && !(await page.evaluate((id) => !!document.getElementById(id), decodeURIComponent(hash.slice(1)))))
      faults.add(`${at}: no ${hash} on the page`);
  }
  // Styled, so that the style sheet was really allowed and found.
  if (!(await page.evaluate(() => document.styleSheets.length))) faults.add(`${at}: no style sheet`);
}

await browser.close();
server.close();
for (const fault of faults) console.log(fault);
console.log(`${seen.pages} pages in ${[...seen.languages].sort().join(" and ")}, ${seen.pdfs} PDFs, ${faults.size} faults`);
process.exitCode = faults.size || seen.pages < 5 || seen.pdfs < 4 || seen.languages.size < 2 ? 1 : 0;

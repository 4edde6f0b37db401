// Serves built sites as a careful host would, below an address of their own and under a strict
// Content-Security-Policy without unsafe-inline, and walks every link of them in a real Chromium.
//
//   node site.mjs FOLDER...      each a folder to be put on a website: output/<organisation>/public
//
// Each must work at an address like https://example.org/privacy/: every link arrives, every page has its style and its
// fonts, no page asks for anything outside the folder, and the console stays empty. Every file of the folder must be
// reached, but for the sitemap. Prints a line for every fault; exit code 1: there are faults.
import { createReadStream, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize, relative, resolve } from "node:path";
import { chromium } from "playwright-core";

const POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TYPES = { ".html": "text/html; charset=utf-8", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".pdf": "application/pdf", ".xml": "application/xml" };
const ROOT = "/privacy/";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const args = [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const browser = await chromium.launch({ executablePath, args });

/** Every file below a folder. */
function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

/** A server for one folder; what it gave and what it did not have. */
async function serve(folder) {
  const given = new Set();
  const missing = new Set();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    if (path === "/favicon.ico") {
      response.writeHead(204).end(); // the website's own: it lies above the folder
      return;
    }
    let file = join(folder, normalize(path.slice(ROOT.length)));
    if (path.startsWith(ROOT) && path.endsWith("/")) file = join(file, "index.html");
    const there = path.startsWith(ROOT) && file.startsWith(folder) && statSync(file, { throwIfNoEntry: false })?.isFile();
    if (!there) {
      missing.add(path);
      response.writeHead(404).end();
      return;
    }
    given.add(file);
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
    });
    createReadStream(file).pipe(response);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { server, given, missing, top: `http://127.0.0.1:${server.address().port}${ROOT}` };
}

/** The faults of one folder. */
async function faultsOf(folder) {
  const faults = new Set();
  const { server, given, missing, top } = await serve(folder);
  const origin = new URL(top).origin;
  const page = await browser.newPage();
  page.on("console", (message) => faults.add(`${page.url().replace(top, "")}: console: ${message.text()}`));
  page.on("pageerror", (error) => faults.add(`${page.url().replace(top, "")}: ${error.message}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(top) && !request.url().endsWith("/favicon.ico")) faults.add(`asks for ${request.url()}`);
  });
  const seen = new Set();
  const waiting = [top];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const name = url.replace(top, "");
    if (extname(new URL(url).pathname) === ".pdf") {
      const head = await (await page.request.get(url)).body();
      if (head.subarray(0, 5).toString() !== "%PDF-") faults.add(`${name}: is no PDF`);
      continue;
    }
    await page.goto(url);
    const looks = await page.evaluate(async () => {
      await document.fonts.ready;
      return {
        title: document.title,
        links: [...document.querySelectorAll("a[href], link[rel=alternate]")].map((link) => link.href),
        styled: getComputedStyle(document.body).maxWidth !== "none",
        fonts: [...document.fonts].filter((font) => font.status === "loaded").length,
        broken: [...document.images].filter((image) => !image.naturalWidth).length,
      };
    });
    if (!looks.title) faults.add(`${name}: has no title`);
    if (!looks.styled) faults.add(`${name}: has no style`);
    if (!looks.fonts) faults.add(`${name}: has no font of its own`);
    if (looks.broken) faults.add(`${name}: a picture does not show`);
    for (const link of looks.links) {
      if (link.startsWith(origin)) waiting.push(link.split("#")[0]);
    }
  }
  for (const path of missing) faults.add(`is not there: ${path}`);
  for (const file of filesIn(folder)) {
    if (!given.has(file) && !/\.woff2$|sitemap\.xml$/.test(file)) faults.add(`nothing leads to ${relative(folder, file)}`);
  }
  await page.close();
  server.close();
  return [faults, seen.size];
}

let failed = 0;
const folders = process.argv.slice(2).map((folder) => resolve(folder));
for (const folder of folders) {
  const [faults, pages] = await faultsOf(folder);
  for (const fault of faults) console.log(`${folder}: ${fault}`);
  failed += faults.size;
  console.log(`${folder}: ${pages} addresses, ${faults.size} faults`);
}
await browser.close();
process.exitCode = failed || !folders.length ? 1 : 0;

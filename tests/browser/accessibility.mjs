// Judges pages in a real Chromium with axe-core (WCAG 2.2 AA and its best practices), light and dark, at three widths,
// with what a reader opens closed and open, and looks for what axe does not see: sideways scrolling (also with text at
// 200 %), messages on the console, the keyboard (keyboard.mjs), and paper and addresses of closed parts (parts.mjs).
//
//   node accessibility.mjs PAGE.html...
//
// Prints a line for every fault, and at the end how many pages passed and failed. Exit code 1: there are faults.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { keyboardFaults } from "./keyboard.mjs";
import { addressFaults, paperFaults } from "./parts.mjs";

const WIDTHS = [320, 768, 1280];
const SCHEMES = ["light", "dark"];
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const args = [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu", "--disable-background-networking", "--disable-component-update"];
const browser = await chromium.launch({ executablePath, args });

/** The faults of one page, each a line. */
async function faultsOf(file) {
  const found = new Set();
  const url = pathToFileURL(resolve(file)).href;

  const plain = await browser.newPage();
  plain.on("console", (message) => found.add(`console: ${message.text()}`));
  plain.on("pageerror", (error) => found.add(`console: ${error.message}`));
  plain.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) found.add(`fetches ${request.url()}`);
  });
  await plain.goto(url);
  for (const width of WIDTHS) {
    for (const size of ["100%", "200%"]) {
      await plain.evaluate((open) => document.querySelectorAll("details").forEach((part) => (part.open = open)), size === "200%");
      await plain.setViewportSize({ width: size === "200%" ? Math.max(width, 640) : width, height: 900 });
      await plain.evaluate((value) => (document.documentElement.style.fontSize = value), size === "100%" ? "" : size);
      const wide = await plain.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) found.add(`scrolls sideways by ${wide} px at ${width} px with text at ${size}`);
    }
  }
  await plain.evaluate(() => (document.documentElement.style.fontSize = ""));
  for (const fault of await keyboardFaults(plain)) found.add(fault);
  for (const fault of await paperFaults(plain)) found.add(fault);
  for (const fault of await addressFaults(plain, url)) found.add(fault);
  await plain.close();

  // axe is injected, which the pages' own Content-Security-Policy forbids.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(axe);
  const hasParts = await page.evaluate(() => document.querySelector("details") !== null);
  for (const open of hasParts ? [false, true] : [false]) {
    await page.evaluate((all) => document.querySelectorAll("details").forEach((part) => (part.open = all)), open);
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      // What was closed stands below each other at any width: the narrowest is the hardest.
      for (const width of open ? WIDTHS.slice(0, 1) : WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        const { violations } = await page.evaluate(
          (values) => axe.run({ runOnly: values, resultTypes: ["violations"] }),
          TAGS,
        );
        for (const { id, help, nodes } of violations) {
          const [first] = nodes;
          const how = `${colorScheme} at ${width} px${open ? ", all open" : ""}`;
          found.add(`${id} (${help}), ${nodes.length} times, ${how}: ${first.html.slice(0, 160)}`);
        }
      }
    }
  }
  await context.close();
  return found;
}

const files = process.argv.slice(2);
const waiting = [...files];
let failed = 0;
async function work() {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const faults = await faultsOf(file);
    for (const fault of faults) console.log(`${file}: ${fault}`);
    if (faults.size) failed += 1;
  }
}
await Promise.all(Array.from({ length: availableParallelism() }, work));
await browser.close();
console.log(`${files.length - failed} passed, ${failed} failed`);
process.exitCode = failed || !files.length ? 1 : 0;

/**
 * `npm run report-speed`: how fast the page of a run of 100,000 cases opens and filters in this system's Chromium.
 *
 *     npm run report-speed                     five times
 *     npm run report-speed -- --times 20 --cases 1000000
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Browser, Page } from "playwright-core";
import { renderHtml } from "../../reports/html.ts";
import { launchChromium } from "../../scripts/chromium.mjs";
import { allOps } from "../../src/program/program.ts";
import { syntheticRun } from "./synthetic.ts";

const { values: flags } = parseArgs({
  options: {
    times: { type: "string", default: "5" },
    cases: { type: "string", default: "100000" },
    findings: { type: "string", default: "5000" },
  },
});

/** What is to be done in the page, and where: each is timed from the event to the frame after it. */
const DEEDS: readonly { readonly name: string; readonly at: string; readonly deed: string }[] = [
  { name: "matrix: a letter", at: "#/", deed: `write("s")` },
  { name: "matrix: a word", at: "#/?text=s", deed: `write("sin")` },
  { name: "matrix: all again", at: "#/?text=sin", deed: `write("")` },
  { name: "matrix: an engine", at: "#/", deed: `choose("Engine", "tfjs-wasm")` },
  { name: "matrix: a kind", at: "#/", deed: `choose("Kind", "throws")` },
  { name: "matrix: sorted", at: "#/", deed: `choose("Sort by", "findings first")` },
  { name: "findings: a letter", at: "#/findings", deed: `write("s")` },
  { name: "findings: all again", at: "#/findings?text=sin", deed: `write("")` },
  { name: "findings: a kind", at: "#/findings", deed: `choose("Kind", "throws")` },
  { name: "coverage: a letter", at: "#/coverage", deed: `write("s")` },
  { name: "coverage: all again", at: "#/coverage?text=sin", deed: `write("")` },
  { name: "to the findings", at: "#/", deed: `go("#/findings")` },
  { name: "to the coverage", at: "#/", deed: `go("#/coverage")` },
  { name: "to the matrix", at: "#/findings", deed: `go("#/")` },
  { name: "to an op", at: "#/", deed: `go("#/op/sin")` },
  { name: "to a finding", at: "#/findings", deed: `go("#/finding/000003")` },
  { name: "to the accuracy", at: "#/", deed: `go("#/accuracy")` },
];

/** What the deeds are written with; each resolves to the milliseconds until its frame is painted. */
const TOOLS = `
  const painted = (act) => new Promise((resolve) => {
    let from;
    addEventListener("hashchange", () => requestAnimationFrame(() => {
      // A message is read after the frame that was asked for is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - from);
      port2.postMessage(null);
    }), { once: true });
    from = performance.now();
    act();
  });
  const set = (element, value, event) => painted(() => {
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), "value").set.call(element, value);
    element.dispatchEvent(new Event(event, { bubbles: true }));
  });
  const write = (text) => set(document.querySelector("input[type=search]"), text, "input");
  const choose = (label, option) =>
    set([...document.querySelectorAll("label")].find((one) => one.innerText.startsWith(label)).querySelector("select"), option, "change");
  const go = (place) => painted(() => { location.hash = place; });
`;

/** Notes when the rows of the matrix are there and painted. */
const WATCH = `
  const look = () => {
    if (document.querySelector("table tbody tr[data-index]") === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => { window.ready = performance.now(); });
  };
  requestAnimationFrame(look);
`;

const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") resolve(startTime);
  }).observe({ type: "paint", buffered: true });
})`;

const size = { ops: allOps.length, cases: Number(flags.cases), findings: Number(flags.findings) };
const run = syntheticRun(size);
const template = readFileSync("dist/page/index.html", "utf8");
const start = performance.now();
const html = renderHtml(run, template);
const rendering = performance.now() - start;
console.log(
  `${String(run.coverage.length)} rows of coverage, ${String(run.findings.length)} findings: ${(JSON.stringify(run).length / 1e6).toFixed(1)} MB of JSON, ` +
    `${(html.length / 1e6).toFixed(2)} MB of page, rendered in ${rendering.toFixed(0)} ms`,
);

const folder = mkdtempSync(path.join(tmpdir(), "cotangent-speed-"));
const browser = await launchChromium();
try {
  const file = path.join(folder, "index.html");
  writeFileSync(file, html);
  await measure(browser, pathToFileURL(file).href, Number(flags.times));
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

/** Opens the page some times, and does all deeds each time. */
async function measure(browser: Browser, address: string, times: number): Promise<void> {
  const figures = new Map<string, number[]>();
  const note = (name: string, ms: number): void => {
    figures.set(name, [...(figures.get(name) ?? []), ms]);
  };
  for (let i = 0; i < times; i++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, offline: true });
    const page = await context.newPage();
    await page.addInitScript(WATCH);
    await page.goto(address);
    await page.waitForFunction("window.ready !== undefined");
    note("first paint", await page.evaluate<number>(FIRST_PAINT));
    note("matrix there", await page.evaluate<number>("window.ready"));
    for (const { name, at, deed } of DEEDS) note(name, await timed(page, at, deed));
    await context.close();
  }
  console.log("\nms, median and largest:");
  for (const [name, all] of figures) {
    const sorted = all.toSorted((a, b) => a - b);
    const [median, most] = [sorted[Math.floor(sorted.length / 2)]!, sorted.at(-1)!];
    console.log(`${name.padEnd(22)} ${median.toFixed(0).padStart(6)} ${most.toFixed(0).padStart(6)}`);
  }
}

async function timed(page: Page, at: string, deed: string): Promise<number> {
  await page.evaluate(`location.hash = ${JSON.stringify(at)}`);
  await page.evaluate("new Promise((resolve) => requestIdleCallback(resolve))");
  return page.evaluate<number>(`(() => { ${TOOLS} return ${deed}; })()`);
}

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import type { Comparison } from "../../../reports/comparison.ts";
import { renderHtml } from "../../../reports/html.ts";
import { launchChromium } from "../../../scripts/chromium.mjs";
import type { Results } from "../../../src/suite/results.ts";

const template = fileURLToPath(new URL("../../../dist/page/index.html", import.meta.url));

/** Where the page opens, and how. */
export interface Opening extends Pick<
  BrowserContextOptions,
  "colorScheme" | "javaScriptEnabled" | "permissions" | "viewport"
> {
  /** What stands after the address of the file: `#/findings`. */
  readonly at?: string;
  readonly comparison?: Comparison;
}

/** A browser with no network, for the tests of one file. */
export interface PageTests {
  /** Opens the report of a run in a new profile. */
  readonly open: (results: Results, opening?: Opening) => Promise<Page>;
  /**
   * What went wrong in pages since the test began: errors on the console, those of the policy too, exceptions, dialogs, requests.
   * A test that means them takes them out; what is left fails it.
   */
  readonly problems: string[];
}

/** The page as it is built. */
function builtPage(): string {
  if (!existsSync(template)) throw new Error('dist/page is missing: run "npm run page" first');
  return readFileSync(template, "utf8");
}

/** One browser for all tests of a file; each test has a page of its own. */
export function usePages(): PageTests {
  const folder = mkdtempSync(path.join(tmpdir(), "cotangent-page-"));
  const problems: string[] = [];
  const contexts: BrowserContext[] = [];
  let browser: Browser | undefined;
  let files = 0;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(problems.splice(0), "the page said").toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  return {
    problems,
    open: async (results, { at = "#/", comparison, ...options } = {}) => {
      const file = path.join(folder, `${String(files++)}.html`);
      writeFileSync(file, renderHtml(results, builtPage(), comparison));
      const address = pathToFileURL(file).href;
      const context = await browser!.newContext({ viewport: { width: 1280, height: 900 }, ...options, offline: true });
      contexts.push(context);
      context.setDefaultTimeout(10_000);
      const page = await context.newPage();
      watch(page, address, problems);
      await page.goto(`${address}${at}`);
      return page;
    },
  };
}

/** Notes all that a page of one file, that only shows what is in it, does not do. */
function watch(page: Page, address: string, problems: string[]): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => {
    problems.push(`exception: ${error.message}`);
  });
  page.on("dialog", (dialog) => {
    problems.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) problems.push(`request: ${request.url()}`);
  });
}

/** Goes to a place of the page that is open, as by typing its address. */
export async function go(page: Page, place: string): Promise<void> {
  await page.goto(`${page.url().split("#")[0]!}${place}`);
}

/** The place that a page is at: what stands after the address of the file. */
export function placeOf(page: Page): string {
  return new URL(page.url()).hash;
}

/** The text of the page's content, as it is seen. */
export function textOf(page: Page): Promise<string> {
  return page.getByRole("main").innerText();
}

/** Waits for the view of this heading. */
export async function expectHeading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
}

/** Waits until this is to be seen. */
export async function expectText(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).waitFor();
}

/** Waits until the focus is on it. */
export async function expectFocus(page: Page, element: Locator): Promise<void> {
  await element.and(page.locator(":focus")).waitFor({ state: "attached" });
}

/** The cells of a table, row by row, as they are seen. */
export async function tableOf(page: Page, name: string): Promise<string[][]> {
  const table = page.getByRole("table", { name, exact: true });
  await table.waitFor();
  return table
    .locator("tr:not([aria-hidden])")
    .evaluateAll((rows: readonly Row[]) =>
      rows.map((row) => Array.from(row.querySelectorAll("th, td"), (cell) => cell.innerText.trim())),
    );
}

/** What is asked of an element of the page, whose own types are not among those of the tests. */
interface Row {
  readonly querySelectorAll: (selector: string) => Iterable<{ readonly innerText: string }>;
}

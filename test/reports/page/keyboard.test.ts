import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectFocus, expectHeading, expectText, go, placeOf, usePages } from "./browser.ts";
import { findings } from "./findings.ts";
import { everything, long } from "./runs.ts";

const { open } = usePages();

/** Presses a key, some times. */
async function press(page: Page, key: string, times: number = 1): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}

/** Presses Tab until the focus is on what is looked for, at most so many times; says how many it took. */
async function tabTo(page: Page, selector: string, most: number = 40): Promise<number> {
  for (let n = 1; n <= most; n++) {
    await page.keyboard.press("Tab");
    if ((await page.locator(":focus").and(page.locator(selector)).count()) > 0) return n;
  }
  throw new Error(`${String(most)} times Tab did not lead to ${selector}`);
}

/** The table of the matrix: what scrolls, and is one stop. */
const MATRIX = '[aria-label="Ops and engines, table"]';

describe("with the keyboard alone", () => {
  it("skips to the content", async () => {
    const page = await open(everything);
    await press(page, "Tab");
    const skip = page.getByRole("link", { name: "Skip to the content" });
    await expectFocus(page, skip);
    const box = await skip.boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    await press(page, "Enter");
    await expectFocus(page, page.getByRole("main"));
    await press(page, "Tab");
    await expectFocus(page, page.getByRole("main").getByRole("link", { name: "What was not checked, and why" }));
    expect(placeOf(page)).toBe("#/");
  });

  it("goes from page to page, each beginning at its top with the focus on it", async () => {
    const page = await open(everything);
    await tabTo(page, "nav a:nth-child(2)");
    await press(page, "Enter");
    await expectHeading(page, "Findings");
    await expectFocus(page, page.getByRole("main"));
    // No ring around all there is.
    expect(await page.evaluate<Stop>(STOP)).toMatchObject({ ring: false });
    const pages = page.getByRole("navigation", { name: "Pages" });
    expect(await pages.locator("[aria-current=page]").allInnerTexts()).toEqual(["Findings"]);
    await page.getByRole("link", { name: "Coverage" }).press("Enter");
    await expectHeading(page, "Coverage");
    await press(page, "End");
    await expect.poll(() => page.evaluate<number>("scrollY")).toBeGreaterThan(0);
    await page.getByRole("link", { name: "clip" }).click();
    await expectHeading(page, "clip");
    await expectFocus(page, page.getByRole("main"));
    expect(await page.evaluate<number>("scrollY")).toBe(0);
  });

  it("filters, without losing the place in the filters", async () => {
    const page = await open(everything);
    await tabTo(page, "input");
    await page.keyboard.type("trig");
    await expectText(page, "2 ops of 12");
    await expectFocus(page, page.getByRole("searchbox"));
    await press(page, "Tab", 3);
    await expectFocus(page, page.getByRole("combobox", { name: "Standing" }));
    await page.keyboard.type("agree");
    await expectText(page, "1 op of 12");
    await expectFocus(page, page.getByRole("combobox", { name: "Standing" }));
    expect(placeOf(page)).toBe("#/?text=trig&mark=agree");
  });

  it("goes through a table that is one stop of the Tab key, and opens what it is on", async () => {
    const page = await open(everything);
    await tabTo(page, MATRIX);
    await press(page, "Tab");
    expect(await page.locator(MATRIX).locator(":focus").count()).toBe(0);
    await press(page, "Shift+Tab");
    await press(page, "ArrowDown", 2);
    await expectFocus(page, page.getByRole("link", { name: "clip", exact: true }));
    await press(page, "ArrowRight", 3);
    await expectFocus(page, page.getByRole("row", { name: /^clip/ }).getByRole("link", { name: "unexpected" }));
    await press(page, "ArrowUp");
    // The row above has one cell that leads somewhere.
    await expectFocus(page, page.getByRole("row", { name: /^add/ }).getByRole("link", { name: "unexpected" }));
    await press(page, "ArrowLeft", 5);
    await expectFocus(page, page.getByRole("link", { name: "add", exact: true }));
    await press(page, "ArrowRight");
    await press(page, "Enter");
    await expectHeading(page, "add");
    expect(placeOf(page)).toBe("#/op/add?engine=tfjs-cpu&order=1");
  });

  it("goes in a table past the rows that are drawn", async () => {
    const page = await open(long);
    const op = (n: number) => page.getByRole("link", { name: `op${String(n).padStart(3, "0")}`, exact: true });
    await tabTo(page, MATRIX);
    await press(page, "ArrowDown");
    await expectFocus(page, op(0));
    expect(await op(299).count()).toBe(0);
    await press(page, "End");
    await expectFocus(page, op(299));
    await press(page, "ArrowDown");
    await expectFocus(page, op(299));
    expect(await op(0).count()).toBe(0);
    await press(page, "PageUp");
    await expectFocus(page, op(287));
    await press(page, "Home");
    await expectFocus(page, op(0));
    for (const n of [12, 24, 36, 48, 60]) {
      await press(page, "PageDown");
      await expectFocus(page, op(n));
    }
    await press(page, "ArrowDown", 60);
    await expectFocus(page, op(120));
    await press(page, "ArrowUp", 60);
    await expectFocus(page, op(60));
    // What has the focus is seen, and not behind the head of the table.
    expect(await page.evaluate<Stop>(STOP)).toMatchObject({ uppermost: true });
    await press(page, "Enter");
    await expectHeading(page, "op060");
  });

  it("reads findings, and copies what shows them", async () => {
    const page = await open(everything, {
      at: `#/finding/${findings.matrix.id}`,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await tabTo(page, '[aria-label="Copy the program in TensorFlow.js"]');
    await press(page, "Enter");
    await expectText(page, "copied");
    expect(await page.evaluate<string>("navigator.clipboard.readText()")).toBe(findings.matrix.repro.tfjs);
    await tabTo(page, "summary");
    await press(page, "Space");
    await expectText(page, "import torch");
    await tabTo(page, '[aria-label="Copy the replay command"]');
    await press(page, "Space");
    await expect.poll(() => page.evaluate<string>("navigator.clipboard.readText()")).toBe(findings.matrix.replay);
  });

  it("is told where the browser does not let it copy", async () => {
    const page = await open(everything, { at: `#/finding/${findings.matrix.id}` });
    await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
    await page.getByRole("button", { name: "Copy the replay command" }).click();
    await expectText(page, "select it and copy by hand: the browser does not let this page");
  });

  it("sees where it is", async () => {
    const page = await open(everything);
    for (const at of ["#/", `#/finding/${findings.matrix.id}`, "#/op/sin", "#/example", "#/coverage"]) {
      await go(page, at);
      await page.reload();
      await page.getByRole("heading", { level: 1 }).waitFor();
      // There and back: what stands still at the top would cover what comes from above.
      for (const key of ["Tab", "Shift+Tab"]) {
        const stops = new Set<string>();
        for (;;) {
          await press(page, key);
          const stop = await page.evaluate<Stop | null>(STOP);
          if (stop === null || stops.has(stop.name)) break;
          stops.add(stop.name);
          expect(stop, `${key} ${String(stops.size)} at ${at}`).toMatchObject({ ring: true, uppermost: true });
        }
        expect(stops.size).toBeGreaterThan(10);
      }
    }
  });
});

/** Where the focus is, and whether that can be seen. */
interface Stop {
  readonly name: string;
  /** Whether it has an outline. */
  readonly ring: boolean;
  /** Whether it is uppermost, at its middle as far as that is in view. */
  readonly uppermost: boolean;
}

/** The {@link Stop} that the focus is at; null on the page itself. */
const STOP = `(() => {
  const at = document.activeElement;
  if (at === null || at === document.body) return null;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(at);
  const { left, right, top, bottom } = at.getBoundingClientRect();
  const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
  return {
    name: [at.tagName, at.getAttribute("aria-label") ?? at.innerText, Math.round(left), Math.round(top + scrollY)].join(" "),
    ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 1 && outlineColor !== "rgba(0, 0, 0, 0)",
    uppermost: at.contains(document.elementFromPoint(middle(left, right, innerWidth), middle(top, bottom, innerHeight))),
  };
})()`;

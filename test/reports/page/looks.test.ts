import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { compare } from "../../../reports/comparison.ts";
import type { Results } from "../../../src/suite/results.ts";
import { finding, hostile, row, run } from "../fixture.ts";
import { go, usePages } from "./browser.ts";
import { findings } from "./findings.ts";
import { nasty } from "./nasty.ts";
import { clean, everything, long, nothing } from "./runs.ts";

const { open } = usePages();

const before = run(
  [row({}), row({ op: "clip", worstUlp: 9 })],
  [findings.known, finding({ id: "9", op: "exp", title: "exp differed" }), { ...findings.matrix, error: 3 }],
);
const comparison = compare(everything, before);

/** Every view, and what it is of. */
const views = [
  "#/",
  "#/?text=none&engine=tfjs-cpu",
  "#/findings",
  ...Object.values(findings).map(({ id }) => `#/finding/${id}`),
  "#/op/sin",
  "#/op/clip?engine=tfjs-cpu&order=1",
  "#/example?rows=1&cotangent=3,-1",
  "#/accuracy",
  "#/coverage",
  "#/timing",
  "#/compare",
  "#/nowhere",
];

const WIDTHS = [1280, 360];

/** Opens what is folded up, so that it is looked at too. */
async function unfold(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(`for (const one of document.querySelectorAll("details")) one.open = true`);
}

/** What axe finds wrong with the page as it stands, by all of its rules. */
async function violations(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate<Pick<AxeResults, "violations">>(
    "axe.run(document, { resultTypes: ['violations'] })",
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

/** By how many pixels the page is wider than what it is seen through. */
const OVERFLOW = "document.documentElement.scrollWidth - innerWidth";

/** Everything that is wrong with the looks of these places. */
async function faultsOf(page: Page, places: readonly string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const at of places) {
    await go(page, at);
    await unfold(page);
    faults.push(...(await violations(page)).map((violation) => `${at} ${violation}`));
    const more = await page.evaluate<number>(OVERFLOW);
    if (more > 0) faults.push(`${at} is ${String(more)} px wider than the screen`);
  }
  return faults;
}

describe.each(["light", "dark"] as const)("in the %s", (colorScheme) => {
  it.each(WIDTHS)(
    "every view is accessible and fits: %s px",
    async (width) => {
      const page = await open(everything, { colorScheme, viewport: { width, height: 800 }, comparison });
      expect(await faultsOf(page, views)).toEqual([]);
    },
    60_000,
  );
});

it.each([
  ["a run that found nothing", clean, ["#/", "#/findings", "#/coverage"]],
  ["an empty run", nothing, ["#/", "#/findings", "#/example", "#/accuracy", "#/coverage", "#/timing"]],
  ["a run of many ops", long, ["#/", "#/coverage"]],
  ["long texts of others", nasty(hostile), ["#/", "#/findings", "#/finding/e1", "#/op/sin", "#/coverage", "#/timing"]],
])("is accessible and fits a narrow screen: %s", async (_, results, places) => {
  const page = await open(results, { viewport: { width: 360, height: 800 } });
  expect(await faultsOf(page, places)).toEqual([]);
});

describe("on paper", () => {
  it("has all rows of a long table, and nothing to press", async () => {
    const page = await open(long);
    const last = page.getByRole("rowheader", { name: "op299" });
    expect(await last.count()).toBe(0);
    await page.emulateMedia({ media: "print" });
    await last.waitFor();
    expect(await page.getByRole("table", { name: "Ops and engines" }).locator("tbody tr").count()).toBe(300);
    for (const role of ["navigation", "search", "button", "searchbox"] as const)
      expect(await page.getByRole(role).count(), `a ${role}`).toBe(0);
    // Nothing of it is cut off by what scrolls on a screen.
    const box = await page.getByRole("region", { name: "Ops and engines, table" }).boundingBox();
    expect(box!.height).toBeGreaterThan(300 * 15);
    await page.emulateMedia({ media: "screen" });
    await last.waitFor({ state: "detached" });
  });

  it("is printed so by the browser too", async () => {
    const [few, many] = [await pagesOf(clean), await pagesOf(long)];
    expect(few).toBeGreaterThan(0);
    expect(many).toBeGreaterThan(few + 3);
  });

  it("has open what is folded up on a screen", async () => {
    const page = await open(everything, { at: `#/finding/${findings.matrix.id}` });
    const torch = page.getByText("import torch");
    await torch.waitFor({ state: "hidden" });
    await page.emulateMedia({ media: "print" });
    await torch.waitFor();
    await page.getByRole("table", { name: /^Errors of central differences/ }).waitFor();
    await go(page, "#/op/sin");
    await page.getByRole("table", { name: "Law by law" }).getByText("second").waitFor();
    expect(await page.getByRole("button").count()).toBe(0);
  });

  /** How many pages the first view of a run takes. */
  async function pagesOf(results: Results): Promise<number> {
    const page = await open(results);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return (await page.pdf()).toString("latin1").match(/\/Type \/Page\b/g)?.length ?? 0;
  }
});

import { expect, it } from "vitest";
import { syntheticRun } from "../../../bench/report/synthetic.ts";
import { expectText, go, usePages } from "./browser.ts";

const { open } = usePages();
const run = syntheticRun({ ops: 120, cases: 20_000, findings: 400 });

/** More rows than a screen has, with some above and below. */
const SCREEN = 60;

it("holds only the rows of a table that are seen", async () => {
  const page = await open(run);
  for (const [at, name, count] of [
    ["#/", "Ops and engines", 120],
    ["#/findings", "Findings", 400],
    ["#/coverage", "Laws by ops", 120],
  ] as const) {
    await go(page, at);
    const table = page.getByRole("table", { name, exact: true });
    const row = (n: number) => table.locator(`tr[aria-rowindex="${String(n + 1)}"]`);
    await row(1).waitFor();
    expect(await table.locator("tbody tr").count(), `rows of ${name}`).toBeLessThan(SCREEN);
    expect(await table.getAttribute("aria-rowcount")).toBe(String(count + 1));
    // Scrolled to its end it holds the last ones in place of the first.
    await page.getByRole("region", { name: `${name}, table`, exact: true }).press("End");
    await row(count).waitFor();
    expect(await row(1).count()).toBe(0);
    expect(await table.locator("tbody tr").count(), `rows of ${name}`).toBeLessThan(SCREEN);
  }
});

it("finds one of very many", async () => {
  const page = await open(run, { at: "#/findings" });
  await expectText(page, "400 findings of 400");
  await page.getByRole("searchbox").fill("finding 399");
  await expectText(page, "1 finding of 400");
  expect(await page.getByRole("table", { name: "Findings" }).locator("tbody tr").count()).toBe(1);
});

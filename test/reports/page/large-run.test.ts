import { expect, it } from "vitest";
import { laws } from "../../../properties/laws/index.ts";
import { syntheticRun } from "../../../bench/report/synthetic.ts";
import { go, usePages } from "./browser.ts";

const { open } = usePages();
const run = syntheticRun({ ops: 120, cases: 20_000, findings: 400 });

/** More rows than a screen has, with some above and below. */
const SCREEN = 60;

it("holds only the rows of a table that are seen", async () => {
  const page = await open(run);
  for (const [at, name, count, heads] of [
    ["#/", "Ops and engines", 120, 2],
    ["#/findings", "Findings", 400, 1],
    ["#/coverage", "Laws by ops", 120, 1],
    ["#/op/abs", "Law by law", 4 * laws.length, 1],
  ] as const) {
    await go(page, at);
    const table = page.getByRole("table", { name, exact: true });
    const row = (n: number) => table.locator(`tr[aria-rowindex="${String(n + heads)}"]`);
    if (at === "#/op/abs") await page.getByText("Law by law").click();
    await row(1).waitFor();
    expect(await table.locator("tbody tr").count(), `rows of ${name}`).toBeLessThan(SCREEN);
    expect(await table.getAttribute("aria-rowcount")).toBe(String(count + heads));
    expect(await table.locator("thead tr").count()).toBe(heads);
    // Scrolled to its end it holds the last ones in place of the first.
    await page.getByRole("region", { name: `${name}, table`, exact: true }).press("End");
    await row(count).waitFor();
    expect(await row(1).count()).toBe(0);
    expect(await table.locator("tbody tr").count(), `rows of ${name}`).toBeLessThan(SCREEN);
  }
});

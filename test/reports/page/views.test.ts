import { describe, expect, it } from "vitest";
import { compare } from "../../../reports/comparison.ts";
import { finding, row, run } from "../fixture.ts";
import { expectHeading, expectText, go, tableOf, textOf, usePages } from "./browser.ts";
import { findings } from "./findings.ts";
import { clean, everything, nothing, old } from "./runs.ts";

const { open } = usePages();

describe("a run of everything", () => {
  it("opens with the verdict, what it stands on, and what to read first", async () => {
    const page = await open(everything);
    await expectHeading(
      page,
      /^unexpected 7 unexpected findings in tfjs-cpu, 1 known difference that no longer occurs/,
    );
    const text = await textOf(page);
    expect(text).toContain("498 cases of 12 ops under 4 laws on 2 engines");
    expect(text).toMatch(
      /Not settled: 4 inconclusive \(most often: .+\), 2 unsupported \(most often: .+\) and 2 failed \(most often: .+\)\./,
    );
    expect(text).toContain("(most often: too wide)");
    expect(text).toContain("tfjs-node could not run: its addon is missing; `npm run setup` builds it.");
    expect(text).toContain("throws of abs, order 1, on tfjs-cpu: expected because old");
    expect(text).toContain(
      "exp on tfjs-cpu, order 1, agrees-with-exact: 1 check went wrong and no finding explains it",
    );
    expect(await page.title()).toMatch(/^Cotangent: 7 unexpected findings in tfjs-cpu/);
    const first = page.getByRole("region", { name: "What was found" });
    expect(await first.getByRole("listitem").count()).toBe(5);
    await first.getByRole("link", { name: "All 8 findings" }).click();
    await expectHeading(page, "Findings");
    expect(await tableOf(page, "Findings")).toHaveLength(1 + 8);
  });

  it("shows every op on every engine, a cell for each order, with what stands behind it", async () => {
    const page = await open(everything);
    const table = await tableOf(page, "Ops and engines");
    expect(table.map(([op]) => op)).toEqual([
      "Op",
      "1",
      "add",
      "clip",
      "exp",
      "log",
      "mean",
      "pow",
      "program",
      "sigmoid",
      "sin",
      "sort",
      "take",
      "tan",
    ]);
    expect(table.find(([op]) => op === "clip")).toEqual(["clip", "✓", "✓", "✗", "·", "2.5 ulp"]);
    expect(table.find(([op]) => op === "sort")).toEqual(["sort", "·", "·", "–", "·", ""]);
    const cell = page.getByRole("row", { name: /^clip/ }).getByRole("link", { name: "unexpected" });
    expect(await cell.getAttribute("title")).toBe("40 of 41 checks agree, worst error 2.5 ulp, 1 finding");
  });

  it("shows what an op is, how it stands, how exact it is and what it was tried on", async () => {
    const page = await open(everything, { at: "#/op/sin" });
    await expectHeading(page, "sin");
    expect(await page.title()).toBe("Cotangent: sin");
    await page.getByRole("region", { name: "Its definition" }).getByRole("math").waitFor();
    expect(await tableOf(page, "How it stands by engine and order")).toEqual([
      ["Engine", "order 1", "order 2"],
      ["cotangent", "✓ agree\n40 of 40 agree\nworst 0.75 ulp", ""],
      ["tfjs-cpu", "", "✗ unexpected\n40 of 41 agree\nworst 1.5 ulp"],
    ]);
    const [value] = await page.getByRole("img", { name: "Error of the value over x, in ulp" }).all();
    await value!.waitFor();
    await page.getByText("The numbers").first().click();
    expect(await tableOf(page, "Error of the value over x, in ulp")).toEqual([
      ["x", "cotangent", "tfjs-cpu"],
      ["-2", "0", "0.5"],
      ["-1", "0.5", "1.5"],
      ["0", "0", "0"],
      ["1", "0.5", "Infinity"],
      ["2", "0.25", "0.75"],
    ]);
    await page.getByRole("button", { name: "Show samples" }).click();
    expect(await page.getByRole("region", { name: "Sample 4" }).innerText()).toMatch(/^inputs x\n/);
    await page.getByRole("button", { name: "Show more" }).click();
    await page.getByRole("region", { name: "Sample 9" }).waitFor();
  });

  it("shows conventions at kinks, the wrong ones marked", async () => {
    const page = await open(run([row({ op: "max" })], []), { at: "#/op/max" });
    expect(await tableOf(page, "What engines answer at kinks")).toEqual([
      ["At", "tfjs-cpu", "cotangent"],
      ["ties", "✗ all to each, not a subgradient", "no gradient"],
    ]);
  });

  it("shows errors by size, with their quantiles and the largest", async () => {
    const page = await open(everything, { at: "#/accuracy" });
    await expectHeading(page, "Accuracy");
    expect((await tableOf(page, "Quantiles of errors, in ulp"))[1]).toEqual([
      "tfjs-cpu",
      "value",
      "60",
      "0.25",
      "1.5",
      "3",
      "3.75",
    ]);
    await page.getByRole("img", { name: /^Errors by size: value on tfjs-cpu, 60 checks/ }).waitFor();
    await page.getByText("The numbers").first().click();
    expect((await tableOf(page, "Errors by size, value on tfjs-cpu, 60 checks")).slice(1)).toEqual([
      ["exactly 0", "20"],
      ["below 0.5 ulp", "15"],
      ["below 1 ulp", "0"],
      ["below 2 ulp", "20"],
      ["below 4 ulp", "5"],
    ]);
    expect((await tableOf(page, "The largest errors by op"))[1]).toEqual(["pow", "tfjs-cpu", "order 1", "Infinity"]);
  });

  it("shows what was checked, and what was not and why", async () => {
    const page = await open(everything, { at: "#/coverage" });
    await expectHeading(page, "Coverage");
    expect(await tableOf(page, "What was not checked")).toContainEqual([
      "? inconclusive",
      "3",
      "too wide",
      "log on tfjs-cpu",
    ]);
    expect(await tableOf(page, "Checks by law")).toContainEqual([
      "agrees-with-exact",
      "1",
      "10",
      "335",
      "97.6%",
      "5,280",
      "94%",
    ]);
    expect((await tableOf(page, "Engines and their versions")).at(-1)!.at(-1)).toContain(
      "no, because its addon is missing",
    );
    await page.getByText("1 answer that a golden vector does not expect").click();
    await expectText(page, "exp/tails-1, vjp: got 2, want 1");
    await page.getByRole("search", { name: "Filter the ops" }).getByRole("searchbox").fill("cli");
    await expectText(page, "1 op of 12");
    expect((await tableOf(page, "Laws by ops")).at(-1)).toEqual(["clip", "121", "", "40", "81", "", ""]);
  });

  it("shows where the time went, the longest by name and the rest together", async () => {
    const page = await open(everything, { at: "#/timing" });
    await expectHeading(page, "Timing");
    expect(await textOf(page)).toContain("Started 2026-01-01 00:00:00 UTC, took 2 min 5 s.");
    const ops = await tableOf(page, "Time by ops");
    expect([ops[1], ops.at(-1)]).toEqual([
      ["op0", "", "2 s", "9.7%"],
      ["3 more", "", "1.2 s", "5.8%"],
    ]);
  });

  it("shows what differs from a run before, and leads there", async () => {
    const gone = finding({ id: "9", op: "exp", title: "exp differed", diagnosis: "It was wrong." });
    const before = run(
      [row({}), row({ op: "clip", worstUlp: 9 })],
      [findings.known, gone, { ...findings.matrix, error: 3 }],
    );
    const page = await open(everything, { comparison: compare(everything, before) });
    await expectText(page, "Compared with the run before: 6 new findings, 1 gone.");
    await page.getByRole("link", { name: "What differs" }).click();
    await expectHeading(page, "6 new findings, 1 gone, 1 changed, 1 as before");
    expect(await textOf(page)).toContain("exp differed: It was wrong.");
    expect(await tableOf(page, "Changed findings")).toContainEqual([
      "clip on tfjs-cpu: wrong gradient",
      "error 6, was 3",
    ]);
    expect(await tableOf(page, "Where errors moved")).toContainEqual(["clip", "tfjs-cpu", "order 1", "9", "2.5"]);
    expect(await tableOf(page, "Totals that differ")).toContainEqual(["cases", "80", "498"]);
  });
});

describe("a run that lacks something", () => {
  it("found nothing, and says so", async () => {
    const page = await open(clean);
    await expectHeading(page, "agree Nothing unexpected: 120 of 120 checks agree.");
    expect(await textOf(page)).toContain("Every check came to agreement or disagreement.");
    expect(await page.getByRole("heading", { name: "What was found" }).count()).toBe(0);
    await go(page, "#/findings");
    await expectText(page, "Nothing was found.");
    await go(page, "#/coverage");
    await expectText(page, "Every check came to agreement or disagreement.");
  });

  it("compared nothing, and does not call it a success", async () => {
    const page = await open(nothing);
    await expectHeading(page, "inconclusive Nothing was compared: 0 checks, none conclusive.");
    expect(await textOf(page)).toContain("Engines: none.");
    for (const [place, name] of [
      ["findings", "Findings"],
      ["example", "The worked example"],
      ["accuracy", "Accuracy"],
      ["coverage", "Coverage"],
      ["timing", "Timing"],
    ] as const) {
      await go(page, `#/${place}`);
      await expectHeading(page, name);
    }
    const vague = await open(run([row({ agree: 0, inconclusive: 5 })], []));
    await expectHeading(vague, "inconclusive Nothing was compared: 5 checks, none conclusive.");
  });

  it("was written by an older version, and is shown as far as it goes", async () => {
    const page = await open(old);
    await expectHeading(page, /known difference occurred\.$/);
    for (const [place, says] of [
      ["#/accuracy", "This run has no sizes of errors."],
      ["#/timing", "This run did not record where its time went."],
      ["#/example", "No engine of this run was asked for it."],
    ] as const) {
      await go(page, place);
      await expectText(page, says);
    }
    await go(page, "#/coverage");
    expect((await tableOf(page, "Engines and their versions"))[1]).toContain("not asked");
    await go(page, "#/op/sin");
    await expectHeading(page, "sin");
    expect(await page.getByRole("heading", { name: "Accuracy over its domain" }).count()).toBe(0);
    // An address of a run that was compared, opened in one that was not.
    await go(page, "#/compare");
    await expectHeading(page, "There is no comparison in this run");
  });

  it("has engines that gave no answer to the worked example", async () => {
    const some = run([row({})], [], {
      workedExample: {
        ...everything.workedExample!,
        engines: [{ engine: "tfjs-cpu", error: "it does not have square" }],
      },
    });
    const page = await open(some, { at: "#/example" });
    await expectText(page, "tfjs-cpu gave no answer: it does not have square");
    expect(await page.getByRole("heading", { name: "On every engine" }).count()).toBe(0);
  });

  it("was changed by hand so that a view cannot be drawn: the others stand", async () => {
    const page = await open({ ...everything, run: { ...everything.run, timing: { start: 1e300, stop: 0 } } });
    await expectHeading(page, /7 unexpected findings/);
    await page.getByRole("link", { name: "Timing" }).click();
    await expectHeading(page, "This view could not be drawn");
    await expectText(page, "The results may have been changed by hand. What went wrong: Invalid time value");
    await page.getByRole("link", { name: "Findings", exact: true }).click();
    await expectHeading(page, "Findings");
  });
});

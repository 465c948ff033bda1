import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { finding, row, run } from "../fixture.ts";
import { expectHeading, expectText, go, placeOf, tableOf, textOf, usePages } from "./browser.ts";
import { everything } from "./runs.ts";

const { open } = usePages();

/** The ops that the matrix lists. */
const opsOf = async (page: Page): Promise<string[]> =>
  (await tableOf(page, "Ops and engines")).slice(2).map(([op]) => op!);

/** Waits until the matrix lists these ops, and no others. */
async function expectOps(page: Page, ops: readonly string[]): Promise<void> {
  await expectText(page, `${String(ops.length)} op${ops.length === 1 ? "" : "s"} of 12`);
  await expect.poll(() => opsOf(page)).toEqual(ops);
}

/** Chooses of a filter. */
const choose = async (page: Page, label: string, option: string): Promise<void> => {
  await page.getByRole("combobox", { name: label }).selectOption(option);
};

const all = ["add", "clip", "exp", "log", "mean", "pow", "program", "sigmoid", "sin", "sort", "take", "tan"];

describe("the first page", () => {
  it("has tiles that lead to what they count", async () => {
    const page = await open(everything);
    const tile = (name: string) => page.getByRole("link", { name, exact: true });
    await tile("unexpected unexpected 7").click();
    await expectText(page, "7 findings of 8");
    expect(await page.getByRole("combobox", { name: "Known" }).inputValue()).toBe("new");
    await page.goBack();
    await tile("known known 1").click();
    await expectText(page, "1 finding of 8");
    expect((await tableOf(page, "Findings"))[1]![0]).toMatch(/^△ pow/);
    await page.goBack();
    await tile("failed failed 2").click();
    await expectHeading(page, "Coverage");
  });

  it("leads from a cell to the op with its engine and order chosen, and stays there when loaded anew", async () => {
    const page = await open(everything);
    const row = page.getByRole("table", { name: "Ops and engines" }).getByRole("row", { name: /^clip/ });
    expect(await row.getByRole("link").count()).toBe(4);
    await row.getByRole("link", { name: "unexpected" }).click();
    await expectHeading(page, "clip");
    const expectChosen = async (): Promise<void> => {
      expect(placeOf(page)).toBe("#/op/clip?engine=tfjs-cpu&order=1");
      await expectText(page, "tfjs-cpu, order 1. Every engine and order");
      expect(await tableOf(page, "How it stands by engine and order")).toEqual([
        ["Engine", "order 1"],
        ["tfjs-cpu", "✗ unexpected\n40 of 41 agree\nworst 2.5 ulp"],
      ]);
    };
    await expectChosen();
    await page.reload();
    await expectChosen();
    await page.getByRole("link", { name: "Every engine and order" }).click();
    await expect.poll(async () => (await tableOf(page, "How it stands by engine and order")).length).toBe(1 + 2);
    // Law by law, of the op alone.
    await page.getByText("Law by law").click();
    expect((await tableOf(page, "Law by law")).slice(1).map(([law]) => law)).toEqual([
      "agrees-with-exact",
      "agrees-with-exact",
      "value",
    ]);
  });
});

it("shows a finding from a program at the op that it is named after, though that was not asked for by itself", async () => {
  const one = run(
    [row({ op: "program", disagree: 1 }), row({ op: "exp" })],
    [
      finding({ id: "1", op: "sigmoid", title: "sigmoid differs" }),
      finding({ id: "2", op: "exp", law: "rows-sum", title: "exp differs" }),
    ],
  );
  const page = await open(one);
  await expectText(page, "3 ops of 3");
  const cell = (op: string) =>
    page.getByRole("row", { name: new RegExp(`^${op} `) }).getByRole("link", { name: "unexpected" });
  expect(await cell("exp").getAttribute("title")).toBe("40 of 40 checks agree, worst error 1.5 ulp, 1 finding");
  await cell("sigmoid").click();
  await expectHeading(page, "sigmoid");
  await page.getByRole("link", { name: "sigmoid differs" }).click();
  await expectHeading(page, "sigmoid differs");
});

describe("the filters of the matrix", () => {
  it("go by family, engine, standing, kind, and whether findings are new", async () => {
    const page = await open(everything);
    for (const [label, option, ops] of [
      ["Family", "arithmetic", ["add", "clip", "pow"]],
      ["Engine", "cotangent", ["clip", "program", "sin"]],
      ["Standing", "unsupported", ["sort"]],
      ["Standing", "agree", ["clip", "program", "sin"]],
      ["Kind", "throws", ["take"]],
      ["Findings", "known", ["pow"]],
      ["Findings", "new", ["add", "clip", "mean", "sigmoid", "sin", "take", "tan"]],
    ] as const) {
      await expectOps(page, all);
      await choose(page, label, option);
      await expectOps(page, ops);
      await choose(page, label, "");
    }
    await expectOps(page, all);
    expect(placeOf(page)).toBe("#/");
  });

  it("go by text as it is written, of the op or of its family", async () => {
    const page = await open(everything);
    const text = page.getByRole("searchbox", { name: "Text" });
    await text.pressSequentially("TRIG si", { delay: 5 });
    await expectOps(page, ["sin"]);
    expect(await text.inputValue()).toBe("TRIG si");
    await text.fill("sig");
    await expectOps(page, ["sigmoid"]);
    await text.fill("");
    await expectOps(page, all);
  });

  it("combine, stand in the address, and outlive a reload and the way back", async () => {
    const page = await open(everything);
    const entries = await page.evaluate<number>("history.length");
    await choose(page, "Engine", "tfjs-cpu");
    await expectOps(
      page,
      all.filter((op) => op !== "program"),
    );
    await choose(page, "Kind", "wrong-gradient");
    await expectOps(page, ["clip", "pow", "sigmoid", "sin", "tan"]);
    await choose(page, "Findings", "new");
    await choose(page, "Sort by", "largest error first");
    await expectOps(page, ["sigmoid", "clip", "sin", "tan"]);
    await page.getByRole("searchbox", { name: "Text" }).fill("trig");
    await expectOps(page, ["sin", "tan"]);
    const place = placeOf(page);
    // Filters are no entries of the history: one step back is where the reader came from.
    expect(await page.evaluate<number>("history.length")).toBe(entries);
    await page.reload();
    await expectOps(page, ["sin", "tan"]);
    expect(await page.getByRole("combobox", { name: "Engine" }).inputValue()).toBe("tfjs-cpu");
    expect(await page.getByRole("combobox", { name: "Sort by" }).inputValue()).toBe("largest error first");
    expect(await page.getByRole("searchbox", { name: "Text" }).inputValue()).toBe("trig");
    await page.getByRole("link", { name: "tan", exact: true }).click();
    await expectHeading(page, "tan");
    await page.goBack();
    await expectOps(page, ["sin", "tan"]);
    expect(placeOf(page)).toBe(place);
    await page.goForward();
    await expectHeading(page, "tan");
  });

  it("sort by name, by findings, and by the largest error", async () => {
    const page = await open(everything);
    await choose(page, "Sort by", "findings first");
    await expect
      .poll(() => opsOf(page))
      .toEqual(["add", "clip", "mean", "sigmoid", "sin", "take", "tan", "pow", "exp", "log", "program", "sort"]);
    await choose(page, "Sort by", "largest error first");
    await expect.poll(async () => (await opsOf(page)).slice(0, 3)).toEqual(["pow", "sigmoid", "clip"]);
  });

  it("show one engine alone", async () => {
    const page = await open(everything, { at: "#/?engine=cotangent" });
    expect((await tableOf(page, "Ops and engines")).slice(0, 2)).toEqual([["Op", "cotangent", "Worst error"], ["1"]]);
  });

  it("that leave nothing say so", async () => {
    const page = await open(everything, { at: "#/?text=softmax" });
    await expectText(page, "0 ops of 12");
    await expectText(page, "Nothing fits these filters.");
    await go(page, "#/findings?kind=crash");
    await expectText(page, "0 findings of 8");
    await expectText(page, "Nothing fits these filters.");
  });

  it("ask all of one finding", async () => {
    const known = { because: "so it is", link: null };
    const both = run(
      [row({ op: "exp", disagree: 2 }), row({ op: "log", disagree: 1 })],
      [
        finding({ id: "1", op: "exp", kind: "throws", known }),
        finding({ id: "2", op: "exp", kind: "wrong-gradient" }),
        finding({ id: "3", op: "log", kind: "throws" }),
      ],
    );
    const page = await open(both, { at: "#/?kind=throws&known=new" });
    await expectText(page, "1 op of 2");
    expect(await opsOf(page)).toEqual(["log"]);
  });

  it("tell engines apart of which one's name begins with another's", async () => {
    const two = run([row({ op: "exp", engine: "toy" }), row({ op: "log", engine: "toy 2" })], [], { engines: [] });
    const page = await open(two, { at: "#/?engine=toy" });
    await expectText(page, "1 op of 2");
    expect(await opsOf(page)).toEqual(["exp"]);
  });
});

it("filters findings by text, engine, kind, order and whether they are known", async () => {
  const page = await open(everything, { at: "#/findings" });
  const expectTitles = async (titles: readonly RegExp[]): Promise<void> => {
    await expectText(page, `${String(titles.length)} finding${titles.length === 1 ? "" : "s"} of 8`);
    const listed = (await tableOf(page, "Findings")).slice(1).map(([title]) => title);
    expect(listed).toEqual(titles.map((title) => expect.stringMatching(title) as unknown));
  };
  await expectText(page, "8 findings of 8");
  await page.getByRole("searchbox", { name: "Text" }).fill("SIGN wrong");
  await expectTitles([/^✗ sin/]);
  await page.getByRole("searchbox", { name: "Text" }).fill("");
  await choose(page, "Order", "value");
  await expectTitles([/^✗ mean/]);
  await choose(page, "Order", "order 1");
  await choose(page, "Kind", "wrong-gradient");
  await choose(page, "Known", "known");
  await expectTitles([/^△ pow/]);
  await choose(page, "Engine", "tfjs-cpu");
  await page.reload();
  await expectTitles([/^△ pow/]);
});

describe("an address", () => {
  it("that leads nowhere says so, with a way back", async () => {
    const page = await open(everything);
    for (const [at, says] of [
      ["#/op/nope", 'There is no op "nope" in this run'],
      ["#/op/constructor", 'There is no op "constructor" in this run'],
      ["#/op", 'There is no op "" in this run'],
      ["#/op/%E0%A4%A", 'There is no op "%E0%A4%A" in this run'],
      ["#/finding/none?x", 'There is no finding "none" in this run'],
      ["#/no/such/page", 'There is no page "no" in this run'],
      ["#/__proto__", 'There is no page "__proto__" in this run'],
      ["#/<img src=x onerror=alert(1)>", 'There is no page "<img src=x onerror=alert(1)>" in this run'],
    ] as const) {
      await go(page, at);
      await expectHeading(page, says);
      await page.getByRole("link", { name: "The verdict of this one" }).click();
      await expectHeading(page, /7 unexpected findings/);
    }
  });

  it("of junk does not break the page", async () => {
    const page = await open(everything, { at: "#/op/%E0%A4%A" });
    for (const [at, name] of [
      ["#", /7 unexpected findings/],
      ["#/?sort=__proto__", /7 unexpected findings/],
      ["#/?sort=valueOf", /7 unexpected findings/],
      ["#/?engine=%ZZ&text=%F0%9F&family=<b>&known=maybe&mark=%00", /7 unexpected findings/],
      ["#//op///sin?order=abc&engine=none", "sin"],
      ["#/findings?text=(((&kind=__proto__", "Findings"],
      ["#/coverage?text=%5B", "Coverage"],
      ["#/example?cotangent=,,x&rows=-1e9", "The worked example"],
      ["#/example?cotangent=1e999,Infinity", "The worked example"],
    ] as const) {
      await go(page, at);
      await page.reload();
      await expectHeading(page, name);
      expect(await textOf(page)).not.toContain("NaN");
      await page.getByRole("link", { name: "Timing" }).click();
      await expectHeading(page, "Timing");
    }
  });
});

import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { byImportance } from "../../../reports/importance.ts";
import { expectHeading, expectText, tableOf, textOf, usePages } from "./browser.ts";
import { findings, known } from "./findings.ts";
import { everything } from "./runs.ts";

const { open } = usePages();

describe("a finding", () => {
  /** Opens the page of a finding. */
  const at = async ({ id, title }: { readonly id: string; readonly title: string }): Promise<Page> => {
    const page = await open(everything, { at: `#/finding/${id}` });
    await expectHeading(page, title);
    expect(await page.title()).toBe(`Cotangent: ${title}`);
    return page;
  };

  it("says what is wrong, how it was seen, who says so, and how to see it elsewhere", async () => {
    const page = await at(findings.matrix);
    const text = await textOf(page);
    expect(text).toContain("The gradient passes where the input is clipped.");
    expect(text).toContain("Error 6, which is 2.4e6 times the bound of 2.5e-6.");
    await page.getByRole("img", { name: "error 6, bound 2.5e-6" }).waitFor();
    expect(await page.getByRole("region", { name: "Inputs" }).innerText()).toBe(
      "x = [[0.5, 2, -3],\n     [0.25, -0.5, 4]]",
    );
    expect(await tableOf(page, "Difference, x")).toEqual([
      ["", "0", "1", "2"],
      ["0", "0", "2", "3"],
      ["1", "0", "0", "6"],
    ]);
    // The Jacobian is computed in the page: nothing passes where the input is clipped.
    const jacobian = await tableOf(page, "∂y/∂x");
    expect(jacobian.slice(1).map((cells, i) => cells[i + 1])).toEqual(["1", "0", "0", "1", "1", "0"]);
    await page.getByRole("img", { name: /^Errors of central differences toward x\[5\], by step/ }).waitFor();
    expect(await page.getByRole("heading", { name: "With tfjs-cpu" }).locator("..").innerText()).toContain(
      "the engine's forward mode",
    );
    await page.getByText("In PyTorch").click();
    await page.getByRole("region", { name: "the program in PyTorch" }).getByText("import torch").waitFor();
    // In the order of importance: the one after it.
    const beside = byImportance(everything.findings);
    const next = beside[beside.findIndex(({ id }) => id === findings.matrix.id) + 1]!;
    await page.getByRole("navigation", { name: "Findings beside this one" }).getByText(`${next.title} →`).click();
    await expectHeading(page, next.title);
  });

  it("that was written down in advance says why, and where", async () => {
    const page = await at(findings.known);
    await expectText(page, "Written down in advance: the exponent's gradient is not masked");
    expect(await page.getByRole("link", { name: known.link }).getAttribute("href")).toBe(known.link);
    // NaN and infinities stand as words.
    expect((await tableOf(page, "Got, p"))[1]).toEqual(["0", "NaN", "-Infinity"]);
    expect(await textOf(page)).toContain("Error NaN against a bound of 1.19e-7.");
  });

  it("without numbers has words in their place, and no charts", async () => {
    const page = await at(findings.throws);
    const text = await textOf(page);
    expect(text).toContain("Error: gradient is not implemented");
    expect(text).toContain("No number was compared.");
    expect(text).toContain("None of TensorFlow.js, PyTorch and JAX has every op of the program.");
    for (const name of ["Witnesses", "Differences, step by step"])
      expect(await page.getByRole("heading", { name }).count()).toBe(0);
  });

  it("of a value has no derivative", async () => {
    const page = await at(findings.value);
    expect(await page.getByRole("region", { name: "Got", exact: true }).innerText()).toBe("m = 3");
    expect(await textOf(page)).toContain("Rounding explains nothing here: the bound is 0.");
    for (const name of ["The Jacobian at this point", "Differences, step by step"])
      expect(await page.getByRole("heading", { name }).count()).toBe(0);
  });

  it("of order 2 tells the tangents and draws the differences of the gradient", async () => {
    const page = await at(findings.second);
    expect(await page.getByRole("region", { name: "Tangents", exact: true }).innerText()).toBe("x = [1, 0]");
    await page.getByRole("img", { name: /^Errors of central differences toward x\[0\], by step/ }).waitFor();
    await page.getByRole("region", { name: "Differences, step by step" }).getByText("The numbers").click();
    const steps = await tableOf(page, "Errors of central differences toward x[0], by step");
    const errors = steps.slice(1).map(([, error]) => Number(error));
    // The differences find the true number: the bottom of the U is far below the engine's error, and both its ends are above.
    expect(Math.min(...errors)).toBeLessThan(1e-9);
    expect(errors[0]).toBeGreaterThan(1e-3);
    expect(errors.at(-1)).toBeGreaterThan(1e-6);
    expect(new Set(steps.slice(1).map(([, , engine]) => engine))).toEqual(new Set(["0.959"]));
  });

  it("of a long program is drawn with the steps at fault marked", async () => {
    const page = await at(findings.long);
    const graph = page.getByRole("img", { name: /^The program as a graph: inputs x, w a = sin\(x\)/ });
    const labels = (await graph.locator("text").allTextContents()).toSorted();
    expect(labels).toEqual([
      "a = sin",
      "b = exp",
      "c = multiply",
      "d = tanh",
      "f = add",
      "g = square",
      "s = sum",
      "w",
      "x",
      "✗ e = sigmoid",
      "✗ h = sigmoid",
    ]);
    expect((await tableOf(page, "Got, w"))[1]).toEqual(["0", "0.1", "Infinity"]);
    expect((await tableOf(page, "Difference, x"))[1]).toEqual(["0", "0.2", "0.1"]);
  });

  it("of empty arrays and scalars is written out", async () => {
    const page = await at(findings.empty);
    expect(await page.getByRole("region", { name: "Got", exact: true }).innerText()).toBe("x = 0");
    expect(await page.getByRole("region", { name: "Want", exact: true }).innerText()).toBe("x = [] of shape [0]");
  });

  it("of a program that our engine cannot run stands without what is computed", async () => {
    const page = await at(findings.foreign);
    await page.getByRole("img", { name: /y = no_such_op\(x\)/ }).waitFor();
    expect(await textOf(page)).toContain("Error 1, which is 1e7 times the bound of 1e-7.");
    expect(await page.getByRole("heading", { name: "The Jacobian at this point" }).count()).toBe(0);
  });
});

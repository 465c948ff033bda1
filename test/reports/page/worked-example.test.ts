import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { averageLoss, losses, workedInputs } from "../../../golden/programs/worked-example.ts";
import { vjpOfProgram } from "../../../src/oracles/cotangent.ts";
import { tensor } from "../../../src/tensor/tensor.ts";
import { expectHeading, expectText, placeOf, tableOf, usePages } from "./browser.ts";
import { everything } from "./runs.ts";

const { open } = usePages();

const wrt = ["W", "b"];
const TRIED = "The gradient for this cotangent, beside that of the mean loss";
const ROWS = "Rows of ½ ∂losses/∂W, and their sum";

/** What the engine makes of a cotangent, to all its digits. */
function gradientsOf(cotangent: readonly [number, number]): Record<"W" | "b", number[]> {
  const { gradients } = vjpOfProgram({
    program: losses,
    inputs: workedInputs,
    wrt,
    cotangents: { losses: tensor([[...cotangent]]) },
  });
  return { W: [...gradients["W"]!.data], b: [...gradients["b"]!.data] };
}

const average = vjpOfProgram({ program: averageLoss, inputs: workedInputs, wrt }).gradients;

/** Reads the numbers of a cell, one a line: these, but for the last digit, as the browser's own exp is not that of Node. */
function expectNumbers(cell: string | undefined, right: readonly number[]): void {
  const seen = (cell ?? "").split("\n").map(Number);
  expect(seen).toHaveLength(right.length);
  seen.forEach((x, i) => {
    expect(Math.abs(x - right[i]!), `${String(x)} for ${String(right[i])}`).toBeLessThanOrEqual(
      1e-14 * Math.abs(right[i]!),
    );
  });
}

/** Waits until the page shows what the engine makes of this cotangent. */
async function expectGradients(page: Page, g: readonly [number, number]): Promise<void> {
  await page.getByRole("rowheader", { name: `losses.backward([${g.join(", ")}])`, exact: true }).waitFor();
  const [, own, mixed, mean] = await tableOf(page, TRIED);
  const { W, b } = gradientsOf(g);
  expectNumbers(own![1], W);
  expectNumbers(own![2], b);
  expect(mixed![0]).toBe(`${String(g[0])} × row 0 + ${String(g[1])} × row 1`);
  expectNumbers(mixed![1], W);
  expectNumbers(mean![1], [...average["W"]!.data]);
  expectNumbers(mean![2], [...average["b"]!.data]);
}

it("begins with what avg_loss.backward() gives, as was published", async () => {
  const page = await open(everything, { at: "#/example" });
  await expectHeading(page, "The worked example");
  await expectGradients(page, [0.5, 0.5]);
  expect(gradientsOf([0.5, 0.5]).W).toEqual([...average["W"]!.data]);
  await expectText(page, "This is what avg_loss.backward() gives.");
  await page.getByText("The inputs").click();
  await expectText(page, "W = [[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]]");
  const engines = await tableOf(page, "avg_loss.backward() beside losses.backward([½, ½])");
  expect(engines.map(([engine, , , , , printed]) => [engine, printed])).toEqual([
    ["Engine", "As printed"],
    ["cotangent", "✓ all 11"],
    ["tfjs-cpu", "✓ all 11"],
    ["PyTorch, published", "the print"],
  ]);
});

it("follows a cotangent that is written, number by number", async () => {
  const page = await open(everything, { at: "#/example" });
  const [first, second] = [0, 1].map((i) => page.getByRole("textbox", { name: `of losses[${String(i)}]` }));
  await first!.fill("3");
  await expectGradients(page, [3, 0.5]);
  await second!.fill("-0.125");
  await expectGradients(page, [3, -0.125]);
  await expectText(page, "A mixture of the rows of the Jacobian.");
  await first!.fill("1e-3");
  await expectGradients(page, [0.001, -0.125]);
  expect(placeOf(page)).toBe("#/example?cotangent=0.001%2C-0.125");
  await page.reload();
  await expectGradients(page, [0.001, -0.125]);
});

it("has cotangents to choose, the chosen one marked", async () => {
  const page = await open(everything, { at: "#/example" });
  for (const [name, g, says] of [
    ["[1, 0]", [1, 0], "the first row of the Jacobian"],
    ["[0, 1]", [0, 1], "the second row of the Jacobian"],
    ["[1, 1]", [1, 1], "the gradient of the sum of the losses"],
    ["[½, ½]", [0.5, 0.5], "what avg_loss.backward() gives"],
  ] as const) {
    await page.getByRole("button", { name, exact: true }).click();
    await expectGradients(page, g);
    await expectText(page, `This is ${says}.`);
    expect(await page.getByRole("button", { pressed: true }).filter({ hasText: "[" }).allInnerTexts()).toEqual([name]);
    const fields = await page.getByRole("textbox").all();
    expect(await Promise.all(fields.map((field) => field.inputValue()))).toEqual(g.map(String));
  }
});

it("keeps the last cotangent while what is written is no number", async () => {
  const page = await open(everything, { at: "#/example?cotangent=2,-1" });
  await expectGradients(page, [2, -1]);
  const field = page.getByRole("textbox", { name: "of losses[0]" });
  for (const junk of ["", "-", "1e", "abc", "1e999", "NaN", "½"]) {
    await field.fill(junk);
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    expect(await field.inputValue()).toBe(junk);
    await expectGradients(page, [2, -1]);
  }
  await field.blur();
  await expect.poll(() => field.inputValue()).toBe("2");
  expect(await field.getAttribute("aria-invalid")).toBe("false");
  // Written key by key, by way of what is none yet.
  await field.fill("");
  await field.pressSequentially("-1.5e1");
  await expectGradients(page, [-15, -1]);
});

it("builds the Jacobian up row by row, to a sum that is W.grad", async () => {
  const page = await open(everything, { at: "#/example?rows=0" });
  const shown = async (): Promise<string[][]> => (await tableOf(page, ROWS)).slice(1).map((cells) => cells.slice(1));
  const round = (x: number): string => String(Number(x.toPrecision(3)));
  const [first, second] = (
    [
      [0.5, 0],
      [0, 0.5],
    ] as const
  ).map((g) => gradientsOf(g).W.map(round));
  const whole = [...average["W"]!.data].map(round);
  const none = ["", "", ""];
  await expectText(page, "2 to go until the sum is W.grad.");
  expect(await shown()).toEqual([none, none, ["0", "0", "0"], whole]);
  await page.getByRole("button", { name: "row 0" }).click();
  await expectText(page, "1 to go until the sum is W.grad.");
  expect(await shown()).toEqual([first, none, first, whole]);
  await page.getByRole("button", { name: "both rows" }).click();
  await page
    .getByText(/^The rows add up to W\.grad(, bit for bit\.| within \S+: the last bit of a float64\.)$/)
    .waitFor();
  expect(await shown()).toEqual([first, second, whole, whole]);
});

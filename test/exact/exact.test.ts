import { describe, expect, it } from "vitest";
import { tensor } from "../../src/index.ts";
import { exact } from "../../src/oracles.ts";
import type { Program } from "../../src/program/program.ts";

const oracle = exact();

const unary = (op: string, attrs?: Record<string, unknown>): Program => ({
  inputs: ["x"],
  steps: [{ out: "y", op, in: ["x"], ...(attrs === undefined ? {} : { attrs }) }],
  outputs: ["y"],
});
const binary = (op: string): Program => ({
  inputs: ["x", "y"],
  steps: [{ out: "z", op, in: ["x", "y"] }],
  outputs: ["z"],
});

async function valueAt(op: string, x: number): Promise<number> {
  return (await oracle.value({ program: unary(op), inputs: { x: tensor(x) } })).outputs["y"]!.data[0]!;
}

async function slopeAt(op: string, x: number): Promise<number> {
  return (await oracle.vjp({ program: unary(op), inputs: { x: tensor(x) }, wrt: ["x"] })).gradients["x"]!.data[0]!;
}

// Printed by mpmath at 60 digits, rounded to the nearest float64.
describe("values and slopes that naive formulas lose", () => {
  it.each([
    ["sigmoid", 40, 1, 4.248354255291589e-18],
    ["sigmoid", -745, 5e-324, 5e-324],
    ["tanh", 20, 1, 1.6993417021166355e-17],
    ["tanh", 1e-300, 1e-300, 1],
    ["softplus", -40, 4.248354255291589e-18, 4.248354255291589e-18],
    ["softplus", 800, 800, 1],
    ["log", 1e-310, -713.8013788281542, Infinity],
    ["exp", 1e-320, 1, 1],
    ["sqrt", 1e-320, 9.99994433575849e-161, 5.0000278322756814e159],
    ["square", 1e-170, 0, 2e-170],
  ])("%s at %d", async (op, x, value, slope) => {
    expect(await valueAt(op, x)).toBe(value);
    expect(await slopeAt(op, x)).toBe(slope);
  });
});

it("rounds once: a program is not evaluated step by step in float64", async () => {
  const program: Program = {
    inputs: ["a", "b", "c"],
    steps: [
      { out: "s", op: "add", in: ["a", "b"] },
      { out: "d", op: "subtract", in: ["s", "c"] },
    ],
    outputs: ["d"],
  };
  const inputs = { a: tensor(1e300), b: tensor(1e-300), c: tensor(1e300) };
  expect((await oracle.value({ program, inputs })).outputs["d"]!.data[0]).toBe(1e-300);
});

it("rounds ties to even, and only ties", async () => {
  const sum = async (x: number, y: number): Promise<number> =>
    (await oracle.value({ program: binary("add"), inputs: { x: tensor(x), y: tensor(y) } })).outputs["z"]!.data[0]!;
  expect(await sum(1, 2 ** -53)).toBe(1);
  expect(await sum(1 + 2 ** -52, 2 ** -53)).toBe(1 + 2 ** -51);
  const program: Program = {
    inputs: ["x"],
    steps: [{ out: "y", op: "sum", in: ["x"] }],
    outputs: ["y"],
  };
  const above = await oracle.value({ program, inputs: { x: tensor([1, 2 ** -53, 1e-300]) } });
  expect(above.outputs["y"]!.data[0]).toBe(1 + 2 ** -52);
});

it("finds that what cancels is zero", async () => {
  const { gradients } = await oracle.vjp({
    program: unary("softmax"),
    inputs: { x: tensor([0.1, 0.7]) },
    wrt: ["x"],
    cotangents: { y: tensor([1, 1]) },
  });
  expect([...gradients["x"]!.data]).toEqual([0, 0]);
});

it("gives second derivatives: σ″ = −σ′·tanh(x/2)", async () => {
  const { products } = await oracle.hvp({
    program: unary("sigmoid"),
    inputs: { x: tensor([0.5, 30]) },
    wrt: ["x"],
    cotangents: { y: tensor([1, 1]) },
    tangents: { x: tensor([1, 1]) },
  });
  expect([...products["x"]!.data]).toEqual([-0.05755679485232074, -9.357622968836672e-14]);
});

describe("points without a derivative", () => {
  it.each([
    ["relu", tensor([1, 0, 0.5]), /x\[1\].*kink.*0 before the point and/u],
    ["abs", tensor([0]), /./u],
    ["max", tensor([2, 2, 2]), /x\[0\].*kink/u],
    ["sign", tensor([1e-3, 0]), /./u],
    ["sqrt", tensor([0]), /./u],
  ])("%s", async (op, x, message) => {
    const cotangents = { y: op === "max" ? tensor(1) : tensor(Array.from(x.data, () => 1)) };
    const asked = oracle.vjp({ program: unary(op), inputs: { x }, wrt: ["x"], cotangents });
    await expect(asked).rejects.toThrow(message);
    await expect(asked).rejects.toMatchObject({ code: 4 });
  });

  it("do not matter where the cotangent is zero", async () => {
    expect(
      await oracle.vjp({
        program: unary("relu"),
        inputs: { x: tensor([1, 0]) },
        wrt: ["x"],
        cotangents: { y: tensor([3, 0]) },
      }),
    ).toMatchObject({ gradients: { x: { data: Float64Array.of(3, 0) } } });
  });

  it("may cancel: relu(x) − relu(−x) = x", async () => {
    const program: Program = {
      inputs: ["x"],
      steps: [
        { out: "p", op: "relu", in: ["x"] },
        { out: "m", op: "negative", in: ["x"] },
        { out: "n", op: "relu", in: ["m"] },
        { out: "y", op: "subtract", in: ["p", "n"] },
      ],
      outputs: ["y"],
    };
    expect(await oracle.vjp({ program, inputs: { x: tensor(0) }, wrt: ["x"] })).toMatchObject({
      gradients: { x: { data: Float64Array.of(1) } },
    });
  });
});

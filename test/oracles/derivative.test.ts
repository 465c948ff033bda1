import { describe, expect, it } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { cotangent, derivativeAlong, modesOf, type SweepMode } from "../../src/oracles/cotangent.ts";
import { tensor } from "../../src/tensor/tensor.ts";

const engine = cotangent("test");

/** x² · eʸ, whose derivatives are known. */
const program = {
  inputs: ["x", "y"],
  steps: [
    { out: "a", op: "square", in: ["x"] },
    { out: "b", op: "exp", in: ["y"] },
    { out: "out", op: "multiply", in: ["a", "b"] },
  ],
  outputs: ["out"],
};
const [x, y, s, t] = [1.5, 0.25, 2, -1];
const at = { program, inputs: { x: tensor(x), y: tensor(y) }, wrt: ["x", "y"], cotangents: { out: tensor(3) } };
const tangents = { x: tensor(s), y: tensor(t) };

/** The gradients of 3·(s∂x + t∂y)ⁿ⁻¹ x²eʸ. */
function known(order: number): { x: number; y: number } {
  const n = order - 1;
  const slope = 3 * Math.exp(y);
  return {
    x: slope * (t ** n * 2 * x + n * s * t ** (n - 1) * 2),
    y: slope * (t ** n * x ** 2 + n * s * t ** (n - 1) * 2 * x + ((n * (n - 1)) / 2) * s ** 2 * t ** (n - 2) * 2),
  };
}

describe("the derivative of our own engine", () => {
  it.each([1, 2, 3, 4])("of order %i", async (order) => {
    const { outputs, products } = await engine.derivative!({ ...at, tangents, order });
    expect(outputs["out"]!.data[0]).toBeCloseTo(x ** 2 * Math.exp(y), 12);
    expect(products["x"]!.data[0]).toBeCloseTo(known(order).x, 12);
    expect(products["y"]!.data[0]).toBeCloseTo(known(order).y, 12);
  });

  it("of orders 1 and 2 is what vjp and hvp give", async () => {
    const { gradients, products } = await engine.hvp({ ...at, tangents });
    expect((await engine.derivative!({ ...at, tangents, order: 1 })).products).toEqual(gradients);
    expect((await engine.derivative!({ ...at, tangents, order: 2 })).products).toEqual(products);
  });

  it("along one of several inputs alone, of the others", async () => {
    const { products } = await engine.derivative!({ ...at, wrt: ["x"], tangents: { y: tensor(t) }, order: 3 });
    expect(Object.keys(products)).toEqual(["x"]);
    expect(products["x"]!.data[0]).toBeCloseTo(3 * t ** 2 * 2 * x * Math.exp(y), 12);
  });

  it.each<[SweepMode, SweepMode]>([
    ["forward", "reverse"],
    ["reverse", "forward"],
    ["reverse", "reverse"],
  ])("by %s over %s over reverse is the same", (...modes) => {
    const [byX, byY] = derivativeAlong({ ...at, tangents }, at.inputs, modes);
    expect(byX).toMatchObject({ data: { 0: expect.closeTo(known(3).x, 10) as number } });
    expect(byY).toMatchObject({ data: { 0: expect.closeTo(known(3).y, 10) as number } });
    expect(modesOf(3, "forward")).toEqual(["forward", "forward"]);
  });

  it.each([0, 1.5, 5, Number.NaN])("has no order %d", async (order) => {
    await expect(engine.derivative!({ ...at, tangents, order })).rejects.toThrow(InputError);
  });
});

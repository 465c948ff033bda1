import { describe, expect, it } from "vitest";
import { grad, hessian, hvp, jacobian, jvp, ops, tensor, variable, vjp, type Value } from "../../src/index.ts";
import { asVariable, numbers } from "./support.ts";

const STEPS = 20_000;

/** x ↦ x + STEPS·c, a step at a time, and its square: a history deeper than any stack. */
function deep(x: Value): Value {
  let y = x;
  for (let i = 0; i < STEPS; i++) y = ops.add(y, 2 ** -10);
  return ops.sum(ops.square(y));
}

const x = tensor([1]);
const end = 1 + STEPS * 2 ** -10;

describe(`a history of ${String(STEPS)} steps`, () => {
  it("is gone through backward", () => {
    const v = variable([1]);
    asVariable(deep(v)).backward();
    expect(numbers(v.grad!)).toEqual([2 * end]);
  });

  it("is gone through by every transform", () => {
    expect(numbers(grad(deep)(x))).toEqual([2 * end]);
    expect(numbers(vjp(deep, x)[1](tensor(3)))).toEqual([6 * end]);
    expect(numbers(jvp(deep, [x], [tensor([3])])[1])).toEqual([6 * end]);
    for (const mode of ["reverse", "forward"] as const) expect(numbers(jacobian(deep, { mode })(x))).toEqual([2 * end]);
  });

  it("is gone through again for second derivatives", () => {
    expect(numbers(hvp(deep, [x], [tensor([3])]))).toEqual([6]);
    for (const mode of ["reverse", "forward"] as const) expect(numbers(hessian(deep, { mode })(x))).toEqual([2]);
    expect(numbers(grad((x: Value) => ops.sum(grad(deep)(x)))(x))).toEqual([2]);
  });

  it("is let go by backward, link by link", () => {
    const v = variable([1]);
    const y = asVariable(deep(v));
    y.backward();
    expect(() => y.backward()).toThrow("retainGraph");
  });
});

it("a value used 20,000 times adds up all of its uses", () => {
  const wide = (x: Value): Value => {
    let total: Value = tensor([0]);
    for (let i = 0; i < STEPS; i++) total = ops.add(total, ops.multiply(x, i % 7));
    return ops.sum(total);
  };
  let want = 0;
  for (let i = 0; i < STEPS; i++) want += i % 7;
  expect(numbers(grad(wide)(x))).toEqual([want]);
  expect(numbers(jvp(wide, [x], [x])[1])).toEqual([want]);
});

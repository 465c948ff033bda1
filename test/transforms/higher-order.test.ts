import { describe, expect, it } from "vitest";
import { grad, hessian, jacobian, jvp, ops, tensor, vjp, type Value } from "../../src/index.ts";
import { expectSame, numbers } from "./support.ts";

type Scalar = (x: Value) => Value;

const v = tensor([1, -2, 3]);

/** Every way to take the derivative of a scalar function along `v`, itself a scalar function. */
const MODES: Readonly<Record<string, (f: Scalar) => Scalar>> = {
  reverse: (f) => (x) => ops.matmul(grad(f)(x), v),
  forward: (f) => (x) => jvp(f, [x], [v])[1],
  pullback: (f) => (x) => ops.matmul(vjp(f, x)[1](tensor(1)), v),
  rows: (f) => (x) => ops.matmul(jacobian(f, { mode: "reverse" })(x), v),
  columns: (f) => (x) => ops.matmul(jacobian(f, { mode: "forward" })(x), v),
};

/** All ways to nest so many derivatives, innermost first. */
function mixes(depth: number, modes: readonly string[] = Object.keys(MODES)): string[][] {
  return depth === 0 ? [[]] : mixes(depth - 1, modes).flatMap((mix) => modes.map((mode) => [...mix, mode]));
}

function nest(f: Scalar, mix: readonly string[]): Scalar {
  return mix.reduce((g, mode) => MODES[mode]!(g), f);
}

/** x₀³x₁²x₂ + x₀⁴: arithmetic on whole numbers, so that every mode gives the same bits. */
function polynomial(x: Value): Value {
  const [a, b, c] = [0, 1, 2].map((i) => ops.take(x, i)) as [Value, Value, Value];
  const first = ops.multiply(ops.multiply(ops.multiply(a, ops.square(a)), ops.multiply(b, b)), c);
  return ops.add(first, ops.square(ops.square(a)));
}

/** The derivatives of t ↦ polynomial(x + t·v) at 0, from its Taylor coefficients, by multiplying polynomials in t. */
function derivatives(x: readonly number[], d: readonly number[], order: number): number {
  const times = (p: readonly number[], q: readonly number[]): number[] => {
    const out = Array.from({ length: p.length + q.length - 1 }, () => 0);
    p.forEach((a, i) => q.forEach((b, j) => (out[i + j]! += a * b)));
    return out;
  };
  const [a, b, c] = x.map((value, i) => [value, d[i]!]) as [number[], number[], number[]];
  const first = [a, a, a, b, b, c].reduce(times, [1]);
  const second = [a, a, a, a].reduce(times, [1]);
  const coefficient = (first[order] ?? 0) + (second[order] ?? 0);
  return coefficient * [1, 1, 2, 6, 24][order]!;
}

describe("derivatives of derivatives", () => {
  const x = [2, 3, -1];

  it.each([1, 2, 3, 4])("of order %i are the same numbers in every mix of modes", (order) => {
    const want = derivatives(x, numbers(v), order);
    expect(want).not.toBe(0);
    // A pullback is what grad is made of; at order 4 it would only double the time.
    const modes = Object.keys(MODES).filter((mode) => order < 4 || mode !== "pullback");
    for (const mix of mixes(order, modes))
      expect({ mix, found: numbers(nest(polynomial, mix)(tensor(x))) }).toEqual({ mix, found: [want] });
  });

  it("of e^x are e^x, at every order and in every mix", () => {
    const x = tensor([0.7, 0.7, 0.7]);
    const along = (x: Value): Value => ops.exp(ops.take(x, 0));
    for (const mix of mixes(4, ["reverse", "forward", "columns"]))
      expect({ mix, found: numbers(nest(along, mix)(x)) }).toEqual({ mix, found: [Math.exp(0.7)] });
  });

  it.each([
    {
      name: "tanh",
      f: ops.tanh,
      of: (t: number): number[] => {
        const y = Math.tanh(t);
        const s = 1 - y * y;
        return [s, -2 * y * s, s * (6 * y * y - 2), s * y * (16 - 24 * y * y)];
      },
    },
    {
      name: "sigmoid",
      f: ops.sigmoid,
      of: (t: number): number[] => {
        const y = 1 / (1 + Math.exp(-t));
        const s = y * (1 - y);
        return [s, s * (1 - 2 * y), s * (1 - 6 * s), s * (1 - 2 * y) * (1 - 12 * s)];
      },
    },
    { name: "log", f: ops.log, of: (t: number): number[] => [1 / t, -1 / t ** 2, 2 / t ** 3, -6 / t ** 4] },
    {
      name: "sqrt",
      f: ops.sqrt,
      of: (t: number): number[] => [0.5 * t ** -0.5, -0.25 * t ** -1.5, 0.375 * t ** -2.5, -0.9375 * t ** -3.5],
    },
    {
      name: "reciprocal",
      f: (x: Value): Value => ops.divide(1, x),
      of: (t: number): number[] => [-1 / t ** 2, 2 / t ** 3, -6 / t ** 4, 24 / t ** 5],
    },
    {
      name: "softplus",
      f: ops.softplus,
      of: (t: number): number[] => {
        const y = 1 / (1 + Math.exp(-t));
        const s = y * (1 - y);
        return [y, s, s * (1 - 2 * y), s * (1 - 6 * s)];
      },
    },
    {
      name: "pow",
      f: (x: Value): Value => ops.pow(x, 2.5),
      of: (t: number): number[] => [2.5 * t ** 1.5, 3.75 * t ** 0.5, 1.875 * t ** -0.5, -0.9375 * t ** -1.5],
    },
    {
      name: "exponential",
      f: (x: Value): Value => ops.pow(2, x),
      of: (t: number): number[] => [1, 2, 3, 4].map((n) => Math.LN2 ** n * 2 ** t),
    },
  ])("of $name follow the closed forms to order 4, in every mix", ({ f, of }) => {
    const t = 0.6;
    const along = (x: Value): Value => f(ops.take(x, 0));
    of(t).forEach((want, n) => {
      for (const mix of mixes(n + 1, ["reverse", "forward"])) {
        const found = nest(along, mix)(tensor([t, 0, 0])).data[0]!;
        // The closed forms and the rules cancel differently, by terms up to 30 times the result.
        const near = Math.abs(found - want) <= 64 * 2 ** -53 * Math.max(1, Math.abs(want));
        expect({ mix, want, found, near }).toEqual({ mix, want, found, near: true });
      }
    });
  });

  it("of x⁴ by nested grad are 4x³, 12x², 24x, 24, 0", () => {
    let f: Scalar = (x) => ops.pow(x, 4);
    const found: number[] = [];
    for (let n = 0; n < 5; n++) {
      f = grad(f);
      found.push(f(tensor(3)).data[0]!);
    }
    expect(found).toEqual([108, 108, 72, 24, 0]);
  });

  it("as tensors: the Jacobian of the Jacobian, in every pair of modes", () => {
    const f = (x: Value): Value => ops.multiply(ops.square(x), ops.sum(x));
    const x = tensor([1, 2]);
    const want: number[] = [];
    // f_i = x_i²·s: ∂²f_i/∂x_j∂x_k = 2s[i=j=k] + 2x_i([i=j] + [i=k])
    for (let i = 0; i < 2; i++)
      for (let j = 0; j < 2; j++)
        for (let k = 0; k < 2; k++)
          want.push((i === j && j === k ? 6 : 0) + 2 * (i + 1) * ((i === j ? 1 : 0) + (i === k ? 1 : 0)));
    for (const inner of ["reverse", "forward"] as const)
      for (const outer of ["reverse", "forward"] as const) {
        const second = jacobian(jacobian(f, { mode: inner }), { mode: outer })(x);
        expectSame(second, tensor({ shape: [2, 2, 2], data: want }));
      }
  });

  it("as tensors of third order, three ways", () => {
    const f = (x: Value): Value => ops.sum(ops.multiply(ops.pow(x, 4), tensor([1, 2])));
    const x = tensor([1, -1]);
    const third = tensor({ shape: [2, 2, 2], data: [24, 0, 0, 0, 0, 0, 0, -48] });
    const gradientSum = (x: Value): Value => ops.sum(grad(f)(x));
    // Adding 0 makes 0 of −0, which stands in some places in some of the modes.
    for (const mode of ["reverse", "forward"] as const) {
      expectSame(ops.add(jacobian(hessian(f), { mode })(x), 0), third);
      expectSame(ops.add(jacobian(jacobian(grad(f), { mode }), { mode })(x), 0), third);
      expectSame(ops.add(hessian(gradientSum, { mode })(x), 0), ops.sum(third, { axis: 0 }));
    }
  });
});

import { describe, expect, it } from "vitest";
import {
  grad,
  hessian,
  hvp,
  jacobian,
  jvp,
  ops,
  tensor,
  valueAndGrad,
  vjp,
  type Tensor,
  type Value,
} from "../../src/index.ts";
import { expectSame, expectWithinUlps, numbers } from "./support.ts";

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
    const out = new Array<number>(p.length + q.length - 1).fill(0);
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
      expect(numbers(nest(polynomial, mix)(tensor(x))), mix.join(" → ")).toEqual([want]);
  });

  it("of e^x are e^x, at every order and in every mix", () => {
    const x = tensor([0.7, 0.7, 0.7]);
    const along = (x: Value): Value => ops.exp(ops.take(x, 0));
    for (const mix of mixes(4, ["reverse", "forward", "columns"]))
      expect(numbers(nest(along, mix)(x)), mix.join(" → ")).toEqual([Math.exp(0.7)]);
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
        const got = nest(along, mix)(tensor([t, 0, 0])).data[0]!;
        // The closed forms and the rules cancel differently: a few units of the largest term, which is below 10.
        expect(Math.abs(got - want), mix.join(" → ")).toBeLessThanOrEqual(10 * 64 * 2 ** -53);
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
    const plus = (t: Tensor): Tensor => ops.add(t, 0);
    for (const mode of ["reverse", "forward"] as const) {
      expectSame(plus(jacobian(hessian(f), { mode })(x)), third);
      expectSame(plus(jacobian(jacobian(grad(f), { mode }), { mode })(x)), third);
      expectSame(
        plus(hessian((x: Value) => ops.sum(ops.matmul(grad(f)(x), tensor([1, 1]))), { mode })(x)),
        ops.sum(third, { axis: 0 }),
      );
    }
  });
});

describe("transforms inside transforms", () => {
  const a = tensor([1, 2]);

  it("differentiates a norm of a Jacobian", () => {
    // J = diag(2a·x), ‖J‖² = Σ 4a²x², by a: 8a·x²
    const x = tensor([3, 5]);
    const f = (a: Value): Value => ops.sum(ops.square(jacobian((x: Value) => ops.multiply(a, ops.square(x)))(x)));
    expectSame(grad(f)(a), tensor([72, 400]));
  });

  it("takes the Jacobian of a function that takes a gradient", () => {
    const f = (x: Value): Value => ops.multiply(x, grad((y: Value) => ops.sum(ops.pow(y, 3)))(x));
    expectSame(jacobian(f)(a), tensor([[9, 0], [0, 36]])); // prettier-ignore
  });

  it("differentiates value and gradient together", () => {
    const f = (x: Value): Value => {
      const [value, slope] = valueAndGrad((y: Value) => ops.sum(ops.pow(y, 3)))(x);
      return ops.add(value, ops.sum(slope));
    };
    expectSame(grad(f)(a), tensor([3 + 6, 12 + 12]));
  });

  it("differentiates a pullback by the point and by the cotangent", () => {
    const f = (x: Value, g: Value): Value => ops.sum(vjp((x: Value) => ops.pow(x, 3), x)[1](g));
    const [dx, dg] = grad(f)(a, tensor([1, 10]));
    expectSame(dx, tensor([6, 120]));
    expectSame(dg, tensor([3, 12]));
  });

  it("differentiates a jvp by the point and by the tangent", () => {
    const f = (x: Value, d: Value): Value => ops.sum(jvp((x: Value) => ops.pow(x, 3), [x], [d])[1]);
    const [dx, dd] = grad(f)(a, tensor([1, 10]));
    expectSame(dx, tensor([6, 120]));
    expectSame(dd, tensor([3, 12]));
  });

  it("differentiates a Hessian-vector product by the point and by the tangent", () => {
    const f = (x: Value, d: Value): Value => hvp((x: Value) => ops.sum(ops.pow(x, 4)), [x], [d]);
    const [Jx, Jd] = jacobian(f)(a, tensor([1, 10]));
    expectSame(Jx, tensor([[24, 0], [0, 480]])); // prettier-ignore
    expectSame(Jd, tensor([[12, 0], [0, 48]])); // prettier-ignore
  });

  it("differentiates through a step of gradient descent (MAML)", () => {
    const task = (w: Value): Value => ops.sum(ops.square(ops.subtract(w, tensor([3, 4]))));
    const adapted = (w: Value): Value => task(ops.subtract(w, ops.multiply(0.25, grad(task)(w))));
    // One step halves the distance: loss Σ (w − t)²/4, gradient (w − t)/2.
    expectSame(grad(adapted)(a), tensor([-1, -1]));
  });

  it("keeps the network's second derivatives apart from its first: a gradient penalty", () => {
    const W = tensor([[0.5, -1], [1, 2]]); // prettier-ignore
    const net = (x: Value, W: Value): Value => ops.sum(ops.tanh(ops.matmul(W, x)));
    const penalty = (W: Value): Value => ops.sum(ops.square(grad((x: Value) => net(x, W))(a)));
    const slope = grad(penalty)(W);
    const columns = [0, 1, 2, 3].map((k) => tensor([[k === 0 ? 1 : 0, k === 1 ? 1 : 0], [k === 2 ? 1 : 0, k === 3 ? 1 : 0]])); // prettier-ignore
    const forward = columns.map((d) => jvp(penalty, [W], [d])[1].data[0]!);
    // Forward over reverse and reverse over reverse add the same terms in other orders.
    expectWithinUlps(slope, forward, 64);
    expect(forward.every((d) => d !== 0)).toBe(true);
  });
});

describe("perturbations are not confused", () => {
  const derivative: Readonly<Record<string, (f: Scalar, x: Value) => Value>> = {
    reverse: (f, x) => grad(f)(x),
    forward: (f, x) => jvp(f, [x], [tensor(1)])[1],
    jacobian: (f, x) => jacobian(f)(x),
    columns: (f, x) => jacobian(f, { mode: "forward" })(x),
  };
  const pairs = Object.keys(derivative).flatMap((outer) => Object.keys(derivative).map((inner) => [outer, inner]));

  it.each(pairs)("%s over %s", (outer, inner) => {
    const D = derivative[outer!]!;
    const d = derivative[inner!]!;
    const at = (f: Scalar, x: number): number[] => numbers(D(f, tensor(x)));
    const one = tensor(1);
    // d/dx x·(d/dy (x + y)) = 1, not 2
    expect(
      at(
        (x) =>
          ops.multiply(
            x,
            d((y) => ops.add(x, y), one),
          ),
        5,
      ),
    ).toEqual([1]);
    // d/dx x·(d/dy x·y) = 2x
    expect(
      at(
        (x) =>
          ops.multiply(
            x,
            d((y) => ops.multiply(x, y), one),
          ),
        5,
      ),
    ).toEqual([10]);
    // d/dx (d/dy x·y at y = x) = 1: x in the body is held, x as the point has no part in it
    expect(at((x) => d((y) => ops.multiply(x, y), x), 5)).toEqual([1]);
    // d/dx (d/dy x·y² at y = x) = d/dx 2x² = 4x
    expect(at((x) => d((y) => ops.multiply(x, ops.square(y)), x), 5)).toEqual([20]);
    // Three deep: d/dx x·(d/dy y·(d/dz xyz)) = d/dx x·(2xy) at y = 1
    const three = (x: Value): Value =>
      ops.multiply(
        x,
        d(
          (y) =>
            ops.multiply(
              y,
              d((z) => ops.multiply(ops.multiply(x, y), z), one),
            ),
          one,
        ),
      );
    expect(at(three, 5)).toEqual([20]);
    // The inner derivative of what does not depend on the inner variable is zero, whatever the outer does.
    expect(at((x) => d((_) => ops.square(x), one), 5)).toEqual([0]);
  });
});

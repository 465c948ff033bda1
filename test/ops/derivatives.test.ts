import { describe, expect, it } from "vitest";
import { grad, hessian, jvp, ops, tensor, variable, type Operand, type Value } from "../../src/index.ts";

type Unary = (x: Value) => Value;

/** The derivative at a number, which reverse and forward mode have to agree on. */
function slope(f: Unary, x: number): number {
  const reverse = grad(f)(tensor(x)).data[0]!;
  expect(jvp(f, [tensor(x)], [tensor(1)])[1].data[0]).toBe(reverse);
  return reverse;
}

function slopes(f: (x: Value, y: Value) => Value, x: number, y: number): number[] {
  return grad(f)(tensor(x), tensor(y)).map((d) => d.data[0]!);
}

describe("at a kink, by the convention that the op's documentation states", () => {
  it.each([
    { name: "relu", f: ops.relu, at: 0, is: 0 },
    { name: "relu at −0", f: ops.relu, at: -0, is: 0 },
    { name: "abs", f: ops.abs, at: 0, is: 0 },
    { name: "sign", f: ops.sign, at: 0, is: 0 },
    { name: "clip at the lower bound", f: clipped, at: -1, is: 1 },
    { name: "clip at the upper bound", f: clipped, at: 1, is: 1 },
  ])("$name has slope $is", ({ f, at, is }) => {
    expect(Math.abs(slope(f, at))).toBe(is);
  });

  it("maximum and minimum give each side of a tie half", () => {
    expect(slopes((x, y) => ops.maximum(x, y), 2, 2)).toEqual([0.5, 0.5]);
    expect(slopes((x, y) => ops.minimum(x, y), 2, 2)).toEqual([0.5, 0.5]);
    expect(slopes((x, y) => ops.maximum(x, y), 0, -0)).toEqual([0.5, 0.5]);
    expect(slope((x) => ops.maximum(x, x), 2)).toBe(1);
  });

  it("max spreads over the elements that tie, lane by lane", () => {
    const x = tensor([[1, 3, 3], [2, 0, 2], [5, 4, 3], [7, 7, 7]]); // prettier-ignore
    const g = grad((x: Value) => ops.sum(ops.max(x, { axis: 1 })))(x);
    expect([...g.data]).toEqual([0, 0.5, 0.5, 0.5, 0, 0.5, 1, 0, 0, 1 / 3, 1 / 3, 1 / 3]);
    const all = grad((x: Value) => ops.max(x))(tensor([[4, 1], [4, 4]])); // prettier-ignore
    expect([...all.data]).toEqual([1 / 3, 0, 1 / 3, 1 / 3]);
  });
});

function clipped(x: Value): Value {
  return ops.clip(x, { min: -1, max: 1 });
}

describe("beside a kink", () => {
  it.each([
    { name: "relu", f: ops.relu, left: 0, right: 1, at: 0 },
    { name: "abs", f: ops.abs, left: -1, right: 1, at: 0 },
    { name: "clip at the lower bound", f: clipped, left: 0, right: 1, at: -1 },
    { name: "clip at the upper bound", f: clipped, left: 1, right: 0, at: 1 },
    { name: "clip without bounds", f: (x: Value): Value => ops.clip(x), left: 1, right: 1, at: 0 },
    { name: "maximum", f: (x: Value): Value => ops.maximum(x, 1), left: 0, right: 1, at: 1 },
    { name: "minimum", f: (x: Value): Value => ops.minimum(1, x), left: 1, right: 0, at: 1 },
  ])("$name has the slope of its side", ({ f, left, right, at }) => {
    const e = Number.EPSILON;
    expect(Math.abs(slope(f, at - e) - left)).toBe(0);
    expect(Math.abs(slope(f, at + e) - right)).toBe(0);
  });
});

describe("where a branch is not taken, nothing passes, not even the infinite slope of what comes after", () => {
  it.each<{ readonly name: string; readonly f: Unary }>([
    { name: "where", f: (x) => ops.where(ops.greater(x, 0), x, 0) },
    { name: "relu", f: (x) => ops.relu(x) },
    { name: "clip", f: (x) => ops.clip(x, { min: 0 }) },
    { name: "maximum", f: (x) => ops.maximum(x, 0) },
    { name: "minimum", f: (x) => ops.negative(ops.minimum(ops.negative(x), 0)) },
    { name: "max", f: (x) => ops.max(ops.concat(ops.reshape(x, { shape: [1] }), tensor([0]), { axis: 0 })) },
  ])("$name", ({ f }) => {
    // √(f(x)) is 0 all around x = −1. Backward, the slope ∞ of √ at 0 meets the branch; forward, it meets the tangent 0
    // of f first, and that is NaN here as it is in JAX.
    expect(Math.abs(grad((x: Value) => ops.sqrt(f(x)))(tensor(-1)).data[0]!)).toBe(0);
  });
});

describe("pow", () => {
  it.each([
    { x: 3, y: 2, dx: 6, dy: 9 * Math.log(3) },
    { x: -3, y: 2, dx: -6, dy: Number.NaN },
    { x: -2, y: 3, dx: 12, dy: Number.NaN },
    { x: 0, y: 2, dx: 0, dy: 0 },
    { x: 0, y: 1, dx: 1, dy: 0 },
    { x: 0, y: 0, dx: 0, dy: 0 },
    { x: 0, y: 0.5, dx: Infinity, dy: 0 },
    { x: 5, y: 0, dx: 0, dy: Math.log(5) },
    { x: 1, y: 7, dx: 7, dy: 0 },
    { x: 4, y: -1, dx: -1 / 16, dy: Math.log(4) / 4 },
  ])("at $x to the power $y", ({ x, y, dx, dy }) => {
    expect(slopes((x, y) => ops.pow(x, y), x, y)).toEqual([dx, dy]);
  });

  it.each([
    { power: 1, second: 0 },
    { power: 2, second: 2 },
    { power: 3, second: 0 },
    { power: 4, second: 0 },
  ])("x^$power at 0 has the second derivative $second", ({ power, second }) => {
    expect(hessian((x: Value) => ops.pow(x, power))(tensor(0)).data[0]).toBe(second);
    expect(grad((x: Value) => grad((x: Value) => ops.pow(x, power))(x))(tensor(0)).data[0]).toBe(second);
  });
});

describe("at the ends of the range", () => {
  it.each<{ readonly name: string; readonly f: Unary; readonly at: number; readonly is: number }>([
    { name: "sigmoid", f: ops.sigmoid, at: 1000, is: 0 },
    { name: "sigmoid", f: ops.sigmoid, at: -1000, is: 0 },
    { name: "sigmoid", f: ops.sigmoid, at: -700, is: Math.exp(-700) },
    { name: "tanh", f: ops.tanh, at: 1000, is: 0 },
    { name: "tanh", f: ops.tanh, at: -1000, is: 0 },
    { name: "softplus", f: ops.softplus, at: 1000, is: 1 },
    { name: "softplus", f: ops.softplus, at: -1000, is: 0 },
    { name: "softplus", f: ops.softplus, at: 0, is: 0.5 },
    { name: "exp", f: ops.exp, at: -1000, is: 0 },
    { name: "exp", f: ops.exp, at: 1000, is: Infinity },
    { name: "sqrt", f: ops.sqrt, at: 0, is: Infinity },
    { name: "log", f: ops.log, at: 0, is: Infinity },
    { name: "square", f: ops.square, at: -1e200, is: -2e200 },
    { name: "relu", f: ops.relu, at: Infinity, is: 1 },
    { name: "tanh", f: ops.tanh, at: NaN, is: NaN },
  ])("the slope of $name at $at is $is", ({ f, at, is }) => {
    expect(slope(f, at)).toBe(is);
  });

  it("the quotient's slopes are −x/y², without overflow on the way", () => {
    expect(slopes((x, y) => ops.divide(x, y), 3, 2)).toEqual([0.5, -0.75]);
    expect(slopes((x, y) => ops.divide(x, y), 1e300, 1e200)).toEqual([1e-200, -1e-100]);
    expect(slopes((x, y) => ops.divide(x, y), 1, 0)).toEqual([Infinity, -Infinity]);
  });

  it("softmax and log_softmax stay finite", () => {
    const x = tensor([1000, 0, -1000]);
    for (const op of [ops.softmax, ops.log_softmax]) {
      const g = grad((x: Value) => ops.sum(ops.multiply(op(x), tensor([1, 2, 3]))))(x);
      expect([...g.data].every(Number.isFinite)).toBe(true);
    }
    expect([...grad((x: Value) => ops.take(ops.log_softmax(x), 1))(x).data]).toEqual([-1, 1, 0]);
  });
});

describe("ops that pass no derivative", () => {
  const comparisons: Readonly<Record<string, (x: Operand, y: Operand) => Value>> = {
    equal: ops.equal,
    greater: ops.greater,
    greater_equal: ops.greater_equal,
    less: ops.less,
    less_equal: ops.less_equal,
  };

  it.each(Object.keys(comparisons))("%s", (name) => {
    const f = (x: Value, y: Value): Value => comparisons[name]!(x, y);
    expect(slopes(f, 1, 2)).toEqual([0, 0]);
    expect(slopes(f, 2, 2)).toEqual([0, 0]);
  });

  it("where, by its condition", () => {
    const [c, x, y] = [variable([1, 0]), variable([3, 4]), variable([5, 6])];
    ops.sum(ops.where(c, ops.square(x), ops.square(y))).backward();
    expect([c.grad, [...x.grad!.data], [...y.grad!.data]]).toEqual([null, [6, 0], [0, 12]]);
  });
});

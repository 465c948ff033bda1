import { describe, expect, it } from "vitest";
import { ulpDistance } from "../../src/base/ulp.ts";
import { grad, ops, ShapeError, tensor, type Value } from "../../src/index.ts";
import { expectTensor } from "./support.ts";

type Unary = (x: Value) => Value;

const slope = (f: Unary, x: number): number => grad((v: Value) => f(v))(tensor(x)).data[0]!;

/** By mpmath with 40 digits. */
const values: readonly [name: string, f: Unary, x: number, y: number][] = [
  ["sin", ops.sin, 1e300, -0.8178819121159085],
  ["cos", ops.cos, 1e22, 0.523214785395139],
  ["tan", ops.tan, 1.5, 14.101419947171719],
  ["asin", ops.asin, 0.9, 1.1197695149986342],
  ["atan", ops.atan, 1e-9, 1e-9],
  ["asinh", ops.asinh, -5, -2.3124383412727525],
  ["acosh", ops.acosh, 1.0000001, 0.0004472135919037347],
  ["atanh", ops.atanh, 0.25, 0.25541281188299536],
  ["sinh", ops.sinh, 1, 1.1752011936438014],
  ["cosh", ops.cosh, 1, 1.5430806348152437],
  ["expm1", ops.expm1, 1e-10, 1.00000000005e-10],
  ["log1p", ops.log1p, 1e-10, 9.999999999500001e-11],
  ["cbrt", ops.cbrt, 10, 2.154434690031884],
];

/** By mpmath, at the ends of domains and where squares overflow. */
const slopes: readonly [name: string, f: Unary, x: number, y: number][] = [
  ["log10", ops.log10, Number.MAX_VALUE, 2.415843246442137e-309],
  ["log2", ops.log2, 1.2e-308, 1.2022458674074698e308],
  ["asin", ops.asin, 1 - 2 ** -30, 23170.475011315586],
  ["acos", ops.acos, -1 + 2 ** -40, -741455.2001896339],
  ["atanh", ops.atanh, 1 - 2 ** -30, 536870912.25],
  ["acosh", ops.acosh, 1e200, 1e-200],
  ["asinh", ops.asinh, 1e200, 1e-200],
  ["atan", ops.atan, 1e155, 1e-310],
];

describe("elementary functions", () => {
  it.each(values)("%s is right to the last bits", (_, f, x, y) => {
    expect(ulpDistance(f(tensor(x)).data[0]!, y)).toBeLessThanOrEqual(2);
  });

  it.each(slopes)("the slope of %s keeps its digits", (_, f, x, y) => {
    expect(ulpDistance(slope(f, x), y)).toBeLessThanOrEqual(4);
  });

  it("are what C99 says at special values", () => {
    expectTensor(ops.sin(tensor([-0, Infinity])), tensor([-0, NaN]));
    expectTensor(ops.rsqrt(tensor([0, Infinity, -1])), tensor([Infinity, 0, NaN]));
    expectTensor(ops.log1p(tensor([-1, -2])), tensor([-Infinity, NaN]));
    expectTensor(ops.atanh(tensor([1, -1, 2])), tensor([Infinity, -Infinity, NaN]));
    expectTensor(ops.hypot(tensor([Infinity, 3e300]), tensor([NaN, 4e300])), tensor([Infinity, 5e300]));
    expectTensor(ops.atan2(tensor([0, -0, 0]), tensor([-0, -1, 1])), tensor([Math.PI, -Math.PI, 0]));
  });
});

describe("rounding", () => {
  const x = tensor([-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 0.49999999999999994, 2 ** 52 + 1]);

  it("takes of two nearest whole numbers the even one", () => {
    expectTensor(ops.round(x), tensor([-2, -2, -0, 0, 2, 2, 0, 2 ** 52 + 1]));
  });

  it("goes down, up or toward zero", () => {
    expectTensor(ops.floor(x), tensor([-3, -2, -1, 0, 1, 2, 0, 2 ** 52 + 1]));
    expectTensor(ops.ceil(x), tensor([-2, -1, -0, 1, 2, 3, 1, 2 ** 52 + 1]));
    expectTensor(ops.trunc(x), tensor([-2, -1, -0, 0, 1, 2, 0, 2 ** 52 + 1]));
  });
});

describe("remainder and floor_divide", () => {
  it("have the sign of the divisor", () => {
    const [x, y] = [tensor([7, -7, 7, -7, 6]), tensor([3, 3, -3, -3, 3])];
    expectTensor(ops.remainder(x, y), tensor([1, 2, -2, -1, 0]));
    expectTensor(ops.floor_divide(x, y), tensor([2, -3, -3, 2, 2]));
  });

  it("do not round a quotient up to the next whole number", () => {
    // 1 / 0.1 is 10 in float64, and 0.1 a little more than a tenth.
    expectTensor(ops.floor_divide(1, 0.1), tensor(9));
    expectTensor(ops.remainder(1, 0.1), tensor(0.09999999999999995));
  });

  it("are the limit at infinite divisors", () => {
    expectTensor(ops.remainder(tensor([5, -5]), Infinity), tensor([5, Infinity]));
    expectTensor(ops.remainder(tensor([5, Infinity]), tensor([0, 2])), tensor([NaN, NaN]));
  });
});

describe("divide_no_nan", () => {
  it("is 0 where the divisor is, and so is its derivative", () => {
    expectTensor(ops.divide_no_nan(tensor([1, NaN, 3]), tensor([0, -0, 2])), tensor([0, 0, 1.5]));
    expect(slope((x) => ops.divide_no_nan(x, 0), 3)).toBe(0);
    expect(slope((y) => ops.divide_no_nan(3, y), 0)).toBe(0);
  });
});

describe("cast, step, signs and logic", () => {
  it("convert numbers, and pass derivatives to floating point alone", () => {
    expectTensor(ops.cast(tensor([1.75, -1.75, 0]), { dtype: "int32" }), tensor([1, -1, 0]));
    expectTensor(ops.cast(tensor([0.5, -0, 2]), { dtype: "bool" }), tensor([1, 0, 1]));
    expect(slope((x) => ops.cast(x, { dtype: "float32" }), 0.1)).toBe(1);
    expect(slope((x) => ops.cast(x, { dtype: "int32" }), 0.1)).toBe(0);
  });

  it("take −0 for 0, but for its sign", () => {
    const x = tensor([-0, 0, -2, NaN]);
    expectTensor(ops.signbit(x), tensor([1, 0, 1, 0]));
    expectTensor(ops.step(x, { alpha: 0.5 }), tensor([0.5, 0.5, 0.5, NaN]));
    expectTensor(ops.copysign(3, x), tensor([-3, 3, -3, 3]));
    expectTensor(ops.logical_not(x), tensor([1, 1, 0, 0]));
    expectTensor(ops.logical_xor(x, 1), tensor([1, 1, 0, 0]));
  });
});

describe("add_n", () => {
  it("adds any number of tensors of one shape", () => {
    expectTensor(ops.add_n(tensor([1, 2]), tensor([3, 4]), tensor([5, 6])), tensor([9, 12]));
    expect(() => ops.add_n(tensor([1]), tensor([1, 2]))).toThrow(ShapeError);
    expect(() => ops.add_n(tensor([1]), tensor([1, 2]))).toThrow("add_n: expected tensors of one shape");
  });
});

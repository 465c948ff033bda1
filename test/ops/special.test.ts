import { describe, expect, it } from "vitest";
import { ulpDistance } from "../../src/base/ulp.ts";
import { grad, InputError, ops, tensor, type Value } from "../../src/index.ts";

type Unary = (x: Value) => Value;

const EULER = 0.5772156649015329;

function at(f: Unary, x: number): number {
  return f(tensor(x)).data[0]!;
}

/** The derivative of an order. */
function slope(f: Unary, x: number, order = 1): number {
  let g = f;
  for (let k = 0; k < order; k++) g = grad(g);
  return at(g, x);
}

function polygamma(n: number): Unary {
  return (x) => ops.polygamma(x, { n });
}

const tanhGelu: Unary = (x) => ops.gelu(x, { approximate: "tanh" });

/** By mpmath, to 17 digits. */
describe("known values", () => {
  it.each<[name: string, f: Unary, x: number, is: number]>([
    ["erf", ops.erf, 0.5, 0.5204998778130465],
    ["erf", ops.erf, -2, -0.9953222650189527],
    ["erfc", ops.erfc, 3, 2.209049699858544e-5],
    ["erfc", ops.erfc, 26, 5.663192408856143e-296],
    ["erfc", ops.erfc, -1, 1.8427007929497148],
    ["lgamma", ops.lgamma, 0.1, 2.252712651734206],
    ["lgamma", ops.lgamma, -0.5, 1.2655121234846454],
    ["lgamma", ops.lgamma, 100.5, 361.4355404677776],
    ["lgamma beside a zero", ops.lgamma, -2.4570247382208006, 5.619192358950097e-17],
    ["digamma", ops.digamma, 1, -EULER],
    ["digamma", ops.digamma, -1.5, 0.7031566406452432],
    ["digamma beside its zero", ops.digamma, 1.4616321449683622, -9.241265521729427e-17],
    ["trigamma", polygamma(1), 1, Math.PI ** 2 / 6],
    ["tetragamma", polygamma(2), 0.25, -129.32773993753693],
    ["pentagamma", polygamma(3), -2.5, 194.74787621918762],
    ["gelu", ops.gelu, -1, -0.15865525393145705],
    ["sinc", ops.sinc, 0.5, 2 / Math.PI],
    ["entr", ops.entr, 0.5, Math.LN2 / 2],
  ])("%s", (_, f, x, is) => {
    expect(ulpDistance(at(f, x), is)).toBeLessThanOrEqual(4);
  });
});

describe("special values", () => {
  it.each<[name: string, f: Unary, x: number, is: number]>([
    ["erf", ops.erf, Infinity, 1],
    ["erf", ops.erf, -Infinity, -1],
    ["erf", ops.erf, -0, -0],
    ["erf", ops.erf, NaN, NaN],
    ["erfc", ops.erfc, Infinity, 0],
    ["erfc", ops.erfc, -Infinity, 2],
    ["erfc", ops.erfc, 0, 1],
    ["lgamma", ops.lgamma, 1, 0],
    ["lgamma", ops.lgamma, 2, 0],
    ["lgamma", ops.lgamma, 0, Infinity],
    ["lgamma", ops.lgamma, -3, Infinity],
    ["lgamma", ops.lgamma, -Infinity, Infinity],
    ["lgamma", ops.lgamma, Number.MAX_VALUE, Infinity],
    ["digamma", ops.digamma, 0, -Infinity],
    ["digamma", ops.digamma, -0, Infinity],
    ["digamma", ops.digamma, -2, NaN],
    ["digamma", ops.digamma, Infinity, Infinity],
    ["trigamma", polygamma(1), -4, Infinity],
    ["trigamma", polygamma(1), Infinity, 0],
    ["tetragamma", polygamma(2), -4, NaN],
    ["sinc", ops.sinc, 0, 1],
    ["sinc", ops.sinc, 3, 0],
    ["gelu", ops.gelu, -Infinity, -0],
    ["gelu", ops.gelu, Infinity, Infinity],
    ["gelu, tanh", tanhGelu, -1e300, -0],
    ["gelu, tanh", tanhGelu, 1e300, 1e300],
    ["entr", ops.entr, 0, 0],
    ["entr", ops.entr, -1, -Infinity],
  ])("%s of %3$s", (_, f, x, is) => {
    // Zeros of either sign are one here.
    expect(at(f, x) + 0).toBe(is + 0);
  });

  it("xlogy and xlog1py are 0 where x is, and NaN where y is", () => {
    for (const [f, y] of [[ops.xlogy, 0], [ops.xlogy, Infinity], [ops.xlog1py, -1]] as const)
      expect(f(tensor(0), tensor(y)).data[0]).toBe(0); // prettier-ignore
    expect(ops.xlogy(tensor(0), tensor(NaN)).data[0]).toBeNaN();
    expect(ops.xlog1py(tensor(2), tensor(1e-20)).data[0]).toBe(2e-20);
  });
});

/** By mpmath. */
describe("logaddexp", () => {
  it.each([
    [1000, 1000, 1000.6931471805599],
    [-Math.LN2, -Math.LN2, 2.3190468138462996e-17],
    [-36, -1.5e-16, 8.195228302435695e-17],
    [3, -700, 3],
    [1e308, -1e308, 1e308],
    [-Infinity, -Infinity, -Infinity],
    [-Infinity, 2, 2],
    [Infinity, -Infinity, Infinity],
    [NaN, Infinity, NaN],
  ])("of %d and %d", (x, y, is) => {
    for (const out of [ops.logaddexp(tensor(x), tensor(y)), ops.logaddexp(tensor(y), tensor(x))])
      expect(ulpDistance(out.data[0]!, is)).toBeLessThanOrEqual(4);
  });
});

describe("derivatives", () => {
  it("of sinc at 0 are those of its series, of every order", () => {
    const expected = [1, 0, -(Math.PI ** 2) / 3, 0, Math.PI ** 4 / 5];
    for (const [order, is] of expected.entries())
      expect(Math.abs(slope(ops.sinc, 0, order) - is)).toBeLessThanOrEqual(4 * 2 ** -53 * Math.abs(is));
  });

  it("of lgamma are the polygamma functions", () => {
    expect(ulpDistance(slope(ops.lgamma, 1, 1), -EULER)).toBeLessThanOrEqual(1);
    expect(ulpDistance(slope(ops.lgamma, 1, 2), Math.PI ** 2 / 6)).toBeLessThanOrEqual(1);
    expect(ulpDistance(slope(ops.lgamma, 1, 4), Math.PI ** 4 / 15)).toBeLessThanOrEqual(2);
    expect(slope(ops.lgamma, 2 ** -1074)).toBe(-Infinity);
  });

  it("of gelu vanish at its least value", () => {
    expect(Math.abs(slope(ops.gelu, -0.7517915246935645))).toBeLessThan(2 ** -52);
    expect(slope(ops.gelu, 0)).toBe(0.5);
    expect(slope(tanhGelu, 0)).toBe(0.5);
  });

  it("of logaddexp are ½ on ties, however large, and all of the larger side far from them", () => {
    for (const x of [-1e300, 0, 1000, Infinity]) expect(slope((z) => ops.logaddexp(z, tensor(x)), x)).toBe(0.5);
    expect(slope((z) => ops.logaddexp(z, tensor(-Infinity)), 3)).toBe(1);
    expect(slope((z) => ops.logaddexp(z, tensor(1000)), -1000)).toBe(0);
  });

  it("of entr vanish at 1/e, and below 0", () => {
    expect(Math.abs(slope(ops.entr, Math.exp(-1)))).toBeLessThan(2 ** -52);
    expect(Math.abs(slope(ops.entr, -1))).toBe(0);
  });
});

describe("errors", () => {
  it("polygamma says which orders there are", () => {
    for (const n of [0, -1, 1.5, 101]) {
      expect(() => ops.polygamma(tensor(1), { n })).toThrow(InputError);
      expect(() => ops.polygamma(tensor(1), { n })).toThrow(
        `polygamma: attribute "n" must be integer from 1 to 100, got ${String(n)}`,
      );
    }
  });

  it("gelu says which approximations there are", () => {
    expect(() => ops.gelu(tensor(1), { approximate: "erf" as "none" })).toThrow(
      'gelu: attribute "approximate" must be "none" | "tanh", got "erf"',
    );
  });
});

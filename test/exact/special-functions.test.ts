import { describe, expect, it } from "vitest";
import { Balls } from "../../src/exact/balls.ts";

const real = new Balls(80, false);

/** By mpmath with 40 digits. */
const unary = [
  ["erf", 0.5, 0.5204998778130465],
  ["erf", -2.75, -0.9998993780778803],
  ["erfc", 0.25, 0.7236736098317631],
  ["erfc", 6, 2.1519736712498913e-17],
  ["erfc", 27, 5.23705e-319],
  ["lgamma", 0.5, 0.5723649429247001],
  ["lgamma", -2.5, -0.056243716497674054],
  ["lgamma", 100.25, 360.28455963776423],
  ["lgamma", 1e-300, 690.7755278982137],
] as const;
const polygamma = [
  [0, 0.5, -1.9635100260214235],
  [0, 3, 0.9227843350984671],
  [0, -1.25, 3.714139120213528],
  [1, 0.5, 4.934802200544679],
  [1, 3, 0.39493406684822646],
  [1, -1.25, 19.181879647671607],
  [4, 0.5, -771.4742498266672],
  [4, 3, -0.13626612344087824],
  [4, -1.25, 24481.063714184584],
] as const;

describe("special functions in exact arithmetic", () => {
  it.each(unary)("%s(%d)", (name, x, want) => {
    const { mid, radius } = real[name](real.real(x));
    expect(mid.toNumber()).toBe(want);
    expect(radius).toBeLessThan(Math.log10(Math.abs(want)) - 60);
  });

  it.each(polygamma)("polygamma(%d, %d)", (n, x, want) => {
    const { mid, radius } = real.polygamma(n, real.real(x));
    expect(mid.toNumber()).toBe(want);
    expect(radius).toBeLessThan(Math.log10(Math.abs(want)) - 60);
  });

  it("balls of more and of fewer digits overlap", () => {
    const [more, fewer] = [new Balls(400, false), new Balls(65, false)];
    for (const x of [-1000.25, -2.75, -1e-10, 1e-300, 0.3, 1.5, 5.9, 13.7, 40])
      for (const name of ["erf", "erfc", "lgamma"] as const) {
        const [a, b] = [more, fewer].map((arithmetic) => arithmetic[name](arithmetic.real(x)));
        expect(
          a!.mid
            .minus(b!.mid)
            .abs()
            .lessThanOrEqualTo(`1e${String(Math.ceil(b!.radius))}`),
          `${name} ${String(x)}`,
        ).toBe(true);
      }
  });

  it("knows the ends: zeros, poles, infinities, what underflows", () => {
    const at = (name: "erf" | "erfc" | "lgamma", x: number): number => real[name](real.real(x)).mid.toNumber();
    expect([at("erf", -Infinity), at("erf", 1e300), at("erfc", -Infinity), at("erfc", 1e150)]).toEqual([-1, 1, 2, 0]);
    expect([at("lgamma", 1), at("lgamma", 2), at("lgamma", -3), at("lgamma", Infinity)]).toEqual([
      0,
      0,
      Infinity,
      Infinity,
    ]);
    expect(real.polygamma(1, real.real(0)).mid.toNumber()).toBe(Infinity);
    expect(real.polygamma(0, real.real(-2)).mid.toNumber()).toBeNaN();
  });
});

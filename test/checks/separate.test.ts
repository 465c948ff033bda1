import { describe, expect, it } from "vitest";
import { randomFrom } from "../../src/base/random.ts";
import { separate, type HullSum } from "../../src/checks/separate.ts";

const point = (...x: readonly number[]): Float64Array => Float64Array.from(x);
const zeros = (n: number): Float64Array => new Float64Array(n);
/** What one result entry of `max` with three equal elements may answer for a cotangent of 1. */
const simplex: HullSum = { base: zeros(3), parts: [[point(1, 0, 0), point(0, 1, 0), point(0, 0, 1)]] };

describe("a point outside a sum of hulls is separated from it", () => {
  it("by a sum of entries that no point of the set has", () => {
    const found = separate(point(1, 1, 1), simplex, zeros(3));
    expect(found).toEqual({ weights: point(1, 1, 1), sum: 3, least: 1, most: 1 });
  });

  it.each([
    { name: "below", g: point(-0.1), set: { base: zeros(1), parts: [[point(0), point(1)]] } },
    { name: "above", g: point(2), set: { base: zeros(1), parts: [[point(0), point(1)]] } },
    { name: "beside a single point", g: point(1, 2.5), set: { base: point(1, 2), parts: [] } },
    { name: "in one entry that all share", g: point(0.5, 0.5, 1), set: { base: point(0, 0, 2), parts: [[point(1, 0, 0), point(0, 1, 0)]] } },
    { name: "though each entry is in range", g: point(1, 1), set: { base: zeros(2), parts: [[point(1, 0), point(0, 1)]] } },
    { name: "with a negative cotangent", g: point(-2, -2), set: { base: zeros(2), parts: [[point(-2, 0), point(0, -2)]] } },
  ])("$name", ({ g, set }) => {
    expect(separate(g, set, zeros(g.length))).not.toBeNull();
  }); // prettier-ignore

  it("unless it is within the bounds", () => {
    const g = point(1 / 3 + 2e-7, 1 / 3 + 2e-7, 1 / 3 + 2e-7);
    expect(separate(g, simplex, zeros(3))).not.toBeNull();
    expect(separate(g, simplex, zeros(3).fill(3e-7))).toBeNull();
    expect(separate(g, simplex, zeros(3).fill(1e-7))).not.toBeNull();
  });

  it("and nothing is proved with numbers that are not finite", () => {
    expect(separate(point(1, 1, 1), simplex, point(0, NaN, 0))).toBeNull();
    expect(separate(point(1, 1, 1), simplex, point(0, Infinity, 0))).toBeNull();
    expect(separate(point(5), { base: zeros(1), parts: [[point(NaN), point(1)]] }, zeros(1))).toBeNull();
  });
});

describe("random sums of hulls", () => {
  const random = randomFrom(7);
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const draw = (n: number): { readonly set: HullSum; readonly inside: Float64Array } => {
    const base = Float64Array.from({ length: n }, () => random() * 4 - 2);
    const parts = Array.from({ length: between(1, 5) }, () =>
      Array.from({ length: between(1, 5) }, () => Float64Array.from({ length: n }, () => between(-2, 2))),
    );
    const inside = base.slice();
    for (const points of parts) {
      // Zeros among the weights: answers at the border of the set, as all to the first is.
      const weights = points.map(() => (random() < 0.4 ? 0 : random()));
      const total = weights.reduce((sum, w) => sum + w, 0);
      points.forEach((p, k) => {
        const share = total > 0 ? weights[k]! / total : Number(k === 0);
        p.forEach((x, i) => (inside[i]! += share * x));
      });
    }
    return { set: { base, parts }, inside };
  };

  it("hold every combination of their points", () => {
    for (let i = 0; i < 2000; i++) {
      const { set, inside } = draw(between(1, 12));
      expect(separate(inside, set, inside.map((x) => 2 ** -48 * Math.abs(x)))).toBeNull();
    }
  }); // prettier-ignore

  it("do not hold a point beyond their farthest one", () => {
    for (let i = 0; i < 1000; i++) {
      const n = between(1, 12);
      const { set } = draw(n);
      const w = Float64Array.from({ length: n }, () => random() - 0.5);
      const dot = (x: Float64Array): number => x.reduce((sum, v, k) => sum + v * w[k]!, 0);
      // The farthest point along w, and a little more.
      const beyond = set.base.map((x, k) => x + 1e-5 * w[k]!);
      for (const points of set.parts) {
        const farthest = points.reduce((a, b) => (dot(b) > dot(a) ? b : a));
        farthest.forEach((x, k) => (beyond[k]! += x));
      }
      const found = separate(beyond, set, zeros(n));
      expect(found).not.toBeNull();
      expect(found!.sum > found!.most || found!.sum < found!.least).toBe(true);
    }
  });
});

import { describe, expect, it } from "vitest";
import { randomFrom, seedOf } from "../../src/base/random.ts";

function take(seed: number, count: number): number[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, random);
}

describe("randomFrom", () => {
  it("gives the same numbers for the same seed, others for another", () => {
    expect(take(7, 100)).toEqual(take(7, 100));
    expect(take(7, 10)).not.toEqual(take(8, 10));
  });

  it("gives the numbers that it always gave, so that a reported seed still finds its case", () => {
    expect(take(1, 3).map((x) => x * 2 ** 32)).toEqual([2_693_262_067, 11_749_833, 2_265_367_787]);
  });

  it("gives numbers from 0 to below 1, evenly", () => {
    const bins = Array.from({ length: 10 }, () => 0);
    for (const x of take(3, 10_000)) {
      expect(x >= 0 && x < 1).toBe(true);
      bins[Math.floor(x * 10)]! += 1;
    }
    for (const bin of bins) expect(Math.abs(bin - 1000)).toBeLessThan(150);
  });

  it("takes any number for a seed", () => {
    for (const seed of [0, -1, 2 ** 32, 1.5]) expect(take(seed, 3).every((x) => x >= 0 && x < 1)).toBe(true);
  });
});

describe("seedOf", () => {
  it("depends on every part and on where one ends", () => {
    const seeds = [
      seedOf("a", 1),
      seedOf("a", 2),
      seedOf("b", 1),
      seedOf("ab"),
      seedOf("a", "b"),
      seedOf("b", "a"),
      seedOf(),
    ];
    expect(new Set(seeds).size).toBe(seeds.length);
    expect(seedOf("a", 1)).toBe(seedOf("a", 1));
    for (const seed of seeds) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
  });
});

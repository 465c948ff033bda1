import { describe, expect, it } from "vitest";
import { laws } from "../../properties/laws/index.ts";
import { errorSizesOf, type ErrorSizes } from "../../src/suite/error-sizes.ts";
import type { Outcome } from "../../src/suite/journal.ts";

/** A check that agrees, unless told otherwise. */
function check(worstUlp: number | null, other: Partial<Outcome> = {}): Outcome {
  return {
    engine: "toy",
    law: "vjp-agreement",
    verdict: "agree",
    kind: null,
    because: null,
    comparisons: 1,
    entries: 6,
    nonzero: 6,
    worstUlp,
    ms: 1,
    ...other,
  };
}

function sizesOf(...outcomes: readonly Outcome[]): ErrorSizes[] {
  return errorSizesOf([{ unit: "exp", index: 0, outcomes }], laws);
}

function binsOf(...errors: readonly number[]): readonly (readonly [below: number, checks: number])[] {
  return sizesOf(...errors.map((error) => check(error)))[0]!.bins.map(({ below, checks }) => [below, checks]);
}

describe("the errors of an engine at an order", () => {
  it("are those of checks that agree, and compared numbers with the reference", () => {
    const others = [
      check(9, { verdict: "disagree" }),
      check(9, { verdict: "inconclusive" }),
      check(null),
      check(9, { law: "a law of another version" }),
      check(0, { entries: 0 }),
    ];
    expect(sizesOf(...others)).toEqual([]);
    expect(sizesOf(check(1.5), ...others)).toEqual([
      {
        engine: "toy",
        order: 1,
        checks: 1,
        quantiles: { p50: 1.5, p90: 1.5, p99: 1.5, max: 1.5 },
        bins: [
          { below: 0, checks: 0 },
          { below: 2, checks: 1 },
        ],
      },
    ]);
  });

  it("are told apart by engine and order", () => {
    const sizes = sizesOf(
      check(4, { law: "hvp-agreement" }),
      check(3),
      check(2, { engine: "other" }),
      check(1, { law: "value-agreement" }),
    );
    expect(sizes.map(({ engine, order, quantiles }) => [engine, order, quantiles.max])).toEqual([
      ["other", 1, 2],
      ["toy", 0, 1],
      ["toy", 1, 3],
      ["toy", 2, 4],
    ]);
  });

  it("have quantiles: the smallest error that so many are not above", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => check(100 - i));
    expect(sizesOf(...hundred)[0]!.quantiles).toEqual({ p50: 50, p90: 90, p99: 99, max: 100 });
  });

  it.each<readonly [string, readonly number[], readonly (readonly [number, number])[]]>([
    ["zeros alone", [0, 0, 0], [[0, 3]]],
    // prettier-ignore
    ["powers of two, each the first of its bin", [1, 2, 0.5], [[0, 0], [1, 1], [2, 1], [4, 1]]],
    // prettier-ignore
    ["numbers just below powers of two", [1 - 2 ** -53, 8 - 2 ** -50], [[0, 0], [1, 1], [2, 0], [4, 0], [8, 1]]],
    // prettier-ignore
    ["bins without checks between others", [3, 0, 0.3, 3.5], [[0, 1], [0.5, 1], [1, 0], [2, 0], [4, 2]]],
  ])("have bins: %s", (_, errors, bins) => {
    expect(binsOf(...errors)).toEqual(bins);
  });

  it("that are no numbers count in a last bin", () => {
    expect(binsOf(2 ** 99, Number.NaN, Number.POSITIVE_INFINITY)).toEqual([
      [0, 0],
      [2 ** 100, 1],
      [2 ** 101, 2],
    ]);
  });
});

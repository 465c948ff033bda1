import { describe, expect, it } from "vitest";
import { compare } from "../../src/checks/compare.ts";
import { tensor } from "../../src/index.ts";

const [NAN, INF] = [Number.NaN, Number.POSITIVE_INFINITY];

function one(got: number, want: number, bound: number, resolution?: number): ReturnType<typeof compare> {
  return compare(tensor(got), tensor(want), tensor(bound), "float64", resolution);
}

describe("one number against another", () => {
  it.each([
    // Finite numbers, within the bound and at it, beyond it, and within one too wide to tell.
    { got: 1, want: 1, bound: 0, verdict: "agree" },
    { got: 1 + 1e-10, want: 1, bound: 1e-9, verdict: "agree" },
    { got: 1.5, want: 1, bound: 0.5, verdict: "inconclusive" },
    { got: 1.002, want: 1, bound: 1e-3, verdict: "disagree", kind: "wrong-value" },
    { got: 1.0009765625, want: 1, bound: 0.0009765625, verdict: "agree" },
    { got: 1, want: 1, bound: 1e-3, verdict: "agree" },
    { got: 1, want: 1, bound: 1.0001e-3, verdict: "inconclusive" },
    { got: -2, want: -2, bound: 2e-3, verdict: "agree" },
    { got: -1, want: 1, bound: 1e-3, verdict: "disagree", kind: "wrong-value" },
    { got: 1 + 2e-16, want: 1, bound: 0, verdict: "disagree", kind: "wrong-value" },
    // Zeros have no sign; beside them only what is negligible is looked over.
    { got: 0, want: -0, bound: 0, verdict: "agree" },
    { got: -0, want: 0, bound: 0, verdict: "agree" },
    { got: 1e-12, want: 0, bound: 1e-9, verdict: "inconclusive" },
    { got: 1e-12, want: 0, bound: 1e-13, verdict: "disagree", kind: "wrong-value" },
    { got: 5e-324, want: 0, bound: 2 ** -1022, verdict: "agree" },
    // NaN agrees with NaN alone, and no bound excuses it.
    { got: NAN, want: NAN, bound: 0, verdict: "agree" },
    { got: NAN, want: 1, bound: 1e308, verdict: "disagree", kind: "non-finite" },
    { got: NAN, want: 0, bound: 1e300, verdict: "disagree", kind: "non-finite" },
    { got: 1, want: NAN, bound: 0, verdict: "disagree", kind: "wrong-value" },
    { got: INF, want: NAN, bound: 1e300, verdict: "disagree", kind: "wrong-value" },
    // A reference of NaN with a bound of ∞ is one that is not known.
    { got: 1, want: NAN, bound: INF, verdict: "inconclusive" },
    { got: NAN, want: NAN, bound: INF, verdict: "inconclusive" },
    { got: NAN, want: INF, bound: INF, verdict: "disagree", kind: "wrong-value" },
    // An infinity agrees with itself alone.
    { got: INF, want: INF, bound: 0, verdict: "agree" },
    { got: -INF, want: INF, bound: INF, verdict: "disagree", kind: "wrong-value" },
    { got: Number.MAX_VALUE, want: INF, bound: INF, verdict: "disagree", kind: "wrong-value" },
    { got: INF, want: 1, bound: 1e300, verdict: "disagree", kind: "non-finite" },
    // Where any number may be right, none is wrong.
    { got: 7, want: 1, bound: INF, verdict: "inconclusive" },
    { got: NAN, want: 1, bound: INF, verdict: "disagree", kind: "non-finite" },
    { got: INF, want: 1, bound: INF, verdict: "disagree", kind: "non-finite" },
    // Where a correct engine may overflow, nothing shows whether this one is.
    { got: 1, want: 1, bound: NAN, verdict: "inconclusive" },
    { got: 7, want: 1, bound: NAN, verdict: "inconclusive" },
    { got: INF, want: 1, bound: NAN, verdict: "inconclusive" },
    { got: NAN, want: 1, bound: NAN, verdict: "inconclusive" },
    { got: 1, want: INF, bound: NAN, verdict: "inconclusive" },
    // No bound is less than none.
    { got: 1, want: 1, bound: -1, verdict: "disagree", kind: "wrong-value" },
  ])("$got against $want within $bound: $verdict", ({ got, want, bound, verdict, kind }) => {
    expect(one(got, want, bound)).toMatchObject({ verdict, kind: kind ?? null });
  });

  it("is conclusive where the bound is wide for the number but below the resolution", () => {
    expect(one(1e-12, 0, 1e-9, 1e-8).verdict).toBe("agree");
    expect(one(1e-12, 0, 1e-9, 1e-10).verdict).toBe("inconclusive");
    expect(one(1e-5, 0, 1e-9, 1e-8).verdict).toBe("disagree");
  });

  it("takes what is smaller than any number that is not flushed for zero", () => {
    const beside0 = (bound: number, precision: "float32" | "float64"): string =>
      compare(tensor(0), tensor(0), tensor(bound), precision).verdict;
    expect([beside0(2 ** -110, "float32"), beside0(2 ** -109.99, "float32")]).toEqual(["agree", "inconclusive"]);
    expect([beside0(2 ** -1000, "float64"), beside0(2 ** -999.99, "float64")]).toEqual(["agree", "inconclusive"]);
  });

  it("has the zeros of float32 where that engine flushes", () => {
    const flushed = (precision: "float32" | "float64"): string =>
      compare(tensor(2 ** -127), tensor(0), tensor(2 ** -126), precision).verdict;
    expect([flushed("float32"), flushed("float64")]).toEqual(["agree", "inconclusive"]);
  });
});

describe("arrays", () => {
  const bounds = tensor([1e-6, 1e-6, 1e-6]);

  it("of other shapes disagree, whatever they hold", () => {
    for (const got of [tensor([[1, 2, 3]]), tensor([1, 2]), tensor(1), tensor([])])
      expect(compare(got, tensor([1, 2, 3]), bounds, "float64")).toMatchObject({
        verdict: "disagree",
        kind: "wrong-shape",
      });
    expect(compare(tensor([]), tensor([[]]), tensor([[]]), "float64").kind).toBe("wrong-shape");
  });

  it("disagree where one entry does, and show it", () => {
    const found = compare(tensor([1, 2.5, 3]), tensor([1, 2, 3]), bounds, "float64");
    expect(found).toMatchObject({
      verdict: "disagree",
      kind: "wrong-value",
      at: 1,
      error: 0.5,
      bound: 1e-6,
      entries: 3,
    });
  });

  it("show the entry that is off by most bounds, not by most", () => {
    const found = compare(tensor([1, 2.5, 3.1]), tensor([1, 2, 3]), tensor([1e-6, 1e-3, 1e-6]), "float64");
    expect(found).toMatchObject({ at: 2, kind: "wrong-value" });
    expect(compare(tensor([1.5, NAN, 3]), tensor([1, 2, 3]), bounds, "float64").verdict).toBe("disagree");
  });

  it("show the worst of what disagrees, and NaN before all else", () => {
    const at = (got: number[]): number => compare(tensor(got), tensor([1, 2, 3]), bounds, "float64").at;
    expect([at([9, 2.5, 3]), at([1.5, 2.5, 9]), at([1.5, NAN, 9]), at([1, 2, 3.1])]).toEqual([0, 2, 1, 2]);
  });

  it("show what disagrees after what nothing can be said of", () => {
    const found = compare(tensor([1, 2.5, 9]), tensor([1, 2, 3]), tensor([NAN, 1e-6, 1e-6]), "float64");
    expect(found).toMatchObject({ verdict: "disagree", at: 2 });
  });

  it("show the worst of what is wide, whatever else is nearer to its bound", () => {
    const found = compare(tensor([1, 2.9e-3, 3.0000009]), tensor([1, 2e-3, 3]), tensor([0.5, 1e-3, 1e-6]), "float64");
    expect(found).toMatchObject({ verdict: "inconclusive", at: 1 });
    expect(compare(tensor([3.0000009, 1]), tensor([3, 1]), tensor([1e-6, 0.5]), "float64").at).toBe(1);
    const wide = compare(tensor([1.1, 3]), tensor([1, 3]), tensor([0.5, 1e-6]), "float64");
    expect(wide).toMatchObject({ at: 0, worstUlp: 0 });
    expect(compare(tensor([1, 3.0000009]), tensor([1, 3]), tensor([0.5, 1e-6]), "float64").at).toBe(0);
  });

  it("show no entry that is right to the bit before one that is not", () => {
    const small = tensor([1e-6, 0]);
    expect(compare(tensor([2.0000005, 1]), tensor([2, 1]), small, "float64").at).toBe(0);
    expect(compare(tensor([INF, 1]), tensor([INF, 1]), small, "float64")).toMatchObject({ verdict: "agree", error: 0 });
  });

  it("show what disagrees before what is only wide", () => {
    const wide = tensor([1, 1e-6, 1]);
    const found = compare(tensor([1, 2.5, 3]), tensor([1, 2, 3]), wide, "float64");
    expect(found).toMatchObject({ verdict: "disagree", at: 1 });
    expect(compare(tensor([1, 2, 3]), tensor([1, 2, 3]), wide, "float64").verdict).toBe("inconclusive");
  });

  it("show an entry that has an error before one where both are NaN", () => {
    const found = compare(tensor([NAN, 2 + 5e-7, 3]), tensor([NAN, 2, 3]), bounds, "float64");
    expect(found).toMatchObject({ verdict: "agree", at: 1 });
    expect(found.error).toBeCloseTo(5e-7, 12);
  });

  it("count their entries, and those of the reference that are not 0", () => {
    const found = compare(tensor([0, -0, 3]), tensor([0, 0, 3]), tensor([0, 0, 1e-6]), "float64");
    expect(found).toMatchObject({ verdict: "agree", entries: 3, nonzero: 1, error: 0 });
    expect(compare(tensor([]), tensor([]), tensor([]), "float64")).toMatchObject({ entries: 0, nonzero: 0, error: 0 });
  });

  it("are so many ulps apart, in the engine's precision, where that is known", () => {
    const off = 1 + 4 * Number.EPSILON;
    expect(compare(tensor([off, NAN, INF]), tensor([1, NAN, INF]), bounds, "float64").worstUlp).toBe(4);
    expect(compare(tensor([1 + 2 ** -22]), tensor([1]), tensor([1e-6]), "float32").worstUlp).toBe(2);
  });
});

describe("the entry that stands out", () => {
  it("is the first of several that are equally far out", () => {
    const three = tensor([1, 1, 1]);
    expect(compare(tensor([1, 2, 2]), three, tensor([1e-3, 1e-3, 1e-3]), "float64")).toMatchObject({ at: 1, error: 1 });
  });

  it("has an error and a bound of 0 where there is no entry", () => {
    const none = tensor({ shape: [0], data: [] });
    expect(compare(none, none, none, "float64")).toMatchObject({ verdict: "agree", error: 0, bound: 0, entries: 0 });
  });
});

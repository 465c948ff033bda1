import { describe, expect, it } from "vitest";
import type { Kind } from "../../src/checks/kinds.ts";
import { knownFor } from "../../src/suite/known.ts";
import type { KnownDifference } from "../../src/suite/known-schema.ts";

const values: KnownDifference = {
  engines: ["toy"],
  op: "cumsum",
  kind: "wrong-value",
  order: 0,
  condition: { exclusive: true },
  because: "it is not exclusive",
  link: null,
};

function known(kind: Kind, order: number, facts: Record<string, boolean> = { exclusive: true }, difference = values) {
  return knownFor({ engine: "toy", op: "cumsum", kind, order }, facts, [difference]);
}

describe("a known difference of values", () => {
  it("is what it says, under its condition, on its engines", () => {
    expect(known("wrong-value", 0)).toBe(values);
    expect(known("wrong-value", 0, { exclusive: false })).toBeUndefined();
    expect(knownFor({ engine: "other", op: "cumsum", kind: "wrong-value", order: 0 }, { exclusive: true }, [values])).toBeUndefined(); // prettier-ignore
  });

  it.each<Kind>(["wrong-gradient", "wrong-shape", "non-finite", "throws"])(
    "is also that a derivative there is %s",
    (kind) => {
      expect(known(kind, 1)).toBe(values);
      expect(known(kind, 2)).toBe(values);
      expect(known(kind, 1, { exclusive: false })).toBeUndefined();
    },
  );

  it("is no other failure of the value, nor one of derivatives that is not about what they are", () => {
    expect(known("throws", 0)).toBeUndefined();
    expect(known("non-finite", 0)).toBeUndefined();
    for (const kind of ["missing-gradient", "timeout", "crash", "nondeterministic", "mutates-input"] as const)
      expect(known(kind, 1)).toBeUndefined();
  });

  it("says nothing of derivatives where it has no condition", () => {
    expect(known("wrong-gradient", 1, { exclusive: true }, { ...values, condition: {} })).toBeUndefined();
  });
});

describe("answers that are known to differ from one time to the next", () => {
  const chance: KnownDifference = { ...values, kind: "nondeterministic" };

  it.each<Kind>(["wrong-value", "wrong-shape", "non-finite", "throws", "nondeterministic"])("may be %s", (kind) => {
    expect(known(kind, 0, { exclusive: true }, chance)).toBe(chance);
    expect(known(kind, 0, { exclusive: false }, chance)).toBeUndefined();
  });

  it("make derivatives wrong, too, and nothing that chance does not do", () => {
    expect(known("wrong-gradient", 1, { exclusive: true }, chance)).toBe(chance);
    expect(known("wrong-gradient", 1, { exclusive: true }, { ...chance, order: 1 })).toMatchObject({ order: 1 });
    expect(known("wrong-gradient", 2, { exclusive: true }, { ...chance, order: 1 })).toBeUndefined();
    for (const kind of ["missing-gradient", "timeout", "mutates-input"] as const)
      expect(known(kind, 0, { exclusive: true }, chance)).toBeUndefined();
  });
});

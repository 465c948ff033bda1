import { describe, expect, it } from "vitest";
import { levelsOf } from "../../properties/attribute-space/levels.ts";
import { pairsOf } from "../../properties/attribute-space/pair-count.ts";
import { drawNumber } from "../../properties/attribute-space/pairs.ts";
import type { Case } from "../../src/checks/case.ts";
import { attrsOf, opNamed } from "../../src/program/program.ts";
import { drawCase } from "../../src/suite/plan.ts";

/** The pairs of levels that a case of one op shows. */
function pairsIn({ program, inputs }: Case): string[] {
  const [step] = program.steps;
  const shapes = step!.in.map((name) => inputs[name]!.shape);
  return pairsOf(levelsOf(opNamed(step!.op), { shapes, attrs: attrsOf(step!) }));
}

/** How many of the first cases each show a pair that none before does, and the pairs. */
function firstCases(seed: number, unit: string): { readonly count: number; readonly pairs: ReadonlySet<string> } {
  const pairs = new Set<string>();
  for (let index = 0; ; index++) {
    const before = pairs.size;
    for (const pair of pairsIn(drawCase(seed, { unit, index }))) pairs.add(pair);
    if (pairs.size === before) return { count: index, pairs };
  }
}

describe("the cases of an op", () => {
  it.each(["add", "clip", "cumsum", "one_hot", "top_k"])(
    "of %s show pairs of levels first, all that samples show",
    (unit) => {
      const { count, pairs } = firstCases(3, unit);
      expect(count).toBeGreaterThan(3);
      const op = opNamed(unit);
      const shown = new Set<string>();
      for (let i = 0; i < 2000; i++)
        for (const pair of pairsOf(levelsOf(op, op.face!.domain.sample(drawNumber(op, i, 3))))) shown.add(pair);
      expect(pairs.size).toBe(shown.size);
      expect([...pairs].filter((pair) => !shown.has(pair))).toEqual([]);
    },
  );

  it("hang on nothing but the seed, the op and their number", () => {
    const late = drawCase(11, { unit: "cumsum", index: 6 });
    Array.from({ length: 10 }, (_, index) => drawCase(11, { unit: "cumsum", index }));
    expect(drawCase(11, { unit: "cumsum", index: 6 })).toEqual(late);
    expect(drawCase(12, { unit: "cumsum", index: 6 })).not.toEqual(late);
  });
});

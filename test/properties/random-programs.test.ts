import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { survey, type Survey } from "../../bench/programs/survey.ts";
import { featuresOf, type Features } from "../../properties/generators/program-features.ts";
import { programCases } from "../../properties/generators/program-case.ts";
import type { Case } from "../../src/checks/case.ts";
import { kinksFor, kinksOf } from "../../src/checks/kinks.ts";
import { float64 } from "../../src/checks/budget.ts";
import { allOps } from "../../src/program/program.ts";
import { drawCase, PROGRAMS } from "../../src/suite/plan.ts";

/** The least share of programs that show a feature. */
const LEAST: Readonly<Record<keyof Features, number>> = {
  "a value used twice": 0.5,
  "one input twice": 0.1,
  broadcasting: 0.3,
  "a reduction": 0.3,
  "computed indices": 0.08,
  "a branch on a computed condition": 0.06,
  "an input that is not used": 0.08,
  "a constant": 0.4,
  "an output that is an input": 0.05,
  "several inputs": 0.6,
  "several outputs": 0.4,
  "an output used further": 0.2,
  "a step on the result of another": 0.6,
  "more than 5 steps": 0.2,
};

describe("random programs", () => {
  let seen: Survey;
  beforeAll(() => {
    seen = survey(3000, 1);
  });

  it("show every op, and none much more rarely than others", () => {
    expect([...seen.ops].filter(([, n]) => n < 5)).toEqual([]);
  });

  it.each(Object.entries(LEAST))("show %s", (feature, least) => {
    expect(seen.features.get(feature)! / seen.programs).toBeGreaterThan(least);
  });

  it("have 1 to 12 steps, mostly no more than 5", () => {
    expect(seen.steps.slice(1).every((n) => n > 0)).toBe(true);
    expect(seen.steps[0]).toBe(0);
    expect(seen.steps.slice(0, 6).reduce((a, b) => a + b, 0) / seen.programs).toBeGreaterThan(0.55);
  });

  it("put little of what was drawn aside", () => {
    expect(seen.wanted).toBeGreaterThan(seen.programs);
    expect(seen.replaced / seen.wanted).toBeLessThan(0.2);
  });

  it("stay in domains, of numbers that are neither large nor at kinks", () => {
    expect(seen.largest).toBeLessThan(512);
    const cases = Array.from({ length: 300 }, (_, index) => drawCase(1, { unit: PROGRAMS, index }));
    const atKinks = cases.filter((c) => kinksFor(1, kinksOf(c, float64)).length > 0);
    expect(atKinks.length / cases.length).toBeLessThan(0.02);
  });

  it.each(["a branch on a computed condition", "computed indices", "a value used twice"] as const)(
    "shrink where %s is what matters",
    (feature) => {
      const pairs = Array.from({ length: 6 }, (_, seed) => shrunk(seed, (c) => featuresOf(c)[feature]));
      const [first, last] = [pairs.map((pair) => pair.first), pairs.map((pair) => pair.last)];
      expect(total(last, steps)).toBeLessThan(total(first, steps));
      expect(total(last, numbers)).toBeLessThan(0.7 * total(first, numbers));
    },
  );
});

const steps = (c: Case): number => c.program.steps.length;
const numbers = ({ inputs }: Case): number => Object.values(inputs).reduce((n, { data }) => n + data.length, 0);

function total(cases: readonly Case[], count: (c: Case) => number): number {
  return cases.reduce((n, c) => n + count(c), 0);
}

/** The first case of a kind, and the one that fast-check shrinks it to. */
function shrunk(seed: number, is: (c: Case) => boolean): { readonly first: Case; readonly last: Case } {
  let first: Case | undefined;
  const { counterexample } = fc.check(
    fc.property(programCases(allOps), (c) => {
      if (!is(c)) return true;
      first ??= c;
      return false;
    }),
    { seed, numRuns: 200 },
  );
  return { first: first!, last: counterexample![0] };
}

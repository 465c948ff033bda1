import { describe, expect, it } from "vitest";
import { pairwiseCases } from "../../properties/attribute-space/cases.ts";
import { allOps } from "../../src/program/program.ts";
import { PROGRAMS } from "../../src/suite/plan.ts";
import { breaches, breachesAt, usualLaws } from "./breaches.ts";

/** What is zero only by cancellation, so that rounding hides whether it is: softmax sums to 1 whatever its input is. */
const hidden: Readonly<Record<string, readonly string[]>> = { softmax: ["mean-cotangent", "jacobian-rows"] };

/** Laws that speak of some ops, or of several inputs, only; test/properties/laws.test.ts shows that they do speak. */
const narrow = new Set([
  "homogeneity",
  "shift-invariance",
  "inverse-pairs",
  "argument-subsets",
  "shared-input",
  "chain-rule",
  "permutation-equivariance",
  "reshape-equivariance",
  "batch-equivariance",
]);

describe("every law holds on our own engine", () => {
  it.each(allOps.map((op) => op.name))("at cases of %s", async (op) => {
    const { found, conclusive } = await breaches(op, 30);
    expect(found).toEqual([]);
    for (const law of usualLaws.filter(
      (l) =>
        l.applies !== "others" && l.atKinks !== true && !narrow.has(l.name) && !(hidden[op]?.includes(l.name) ?? false),
    ))
      expect(conclusive.get(law.name) ?? 0, `times that ${law.name} came to a conclusion`).toBeGreaterThan(0);
  });

  it.each(allOps.map((op) => [op.name, op] as const))(
    "at cases that show every pair of levels of %s",
    async (_, op) => {
      expect((await breachesAt(pairwiseCases(op, 2000))).found).toEqual([]);
    },
  );

  it("at random programs", async () => {
    const { found, conclusive } = await breaches(PROGRAMS, 300);
    expect(found).toEqual([]);
    for (const { name, every = 1 } of usualLaws.filter((law) => conclusive.has(law.name) && !narrow.has(law.name)))
      expect(conclusive.get(name)! * every, `times that ${name} came to a conclusion`).toBeGreaterThan(150);
  }, 90_000);
});

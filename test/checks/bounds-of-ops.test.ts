import { describe, expect, it } from "vitest";
import { pairwiseCases } from "../../properties/attribute-space/cases.ts";
import { hvpBounds, valueBounds, vjpBounds } from "../../src/checks/bounds.ts";
import { arithmeticOf } from "../../src/oracles/arithmetic.ts";
import { allOps } from "../../src/program/program.ts";

const arithmetic = arithmeticOf({ engine: "any", version: "1", precision: "float32", methods: [], ops: [] });

describe("by every formula that engines use there is a bound, of nothing too", () => {
  it.each(allOps.map((op) => [op.name, op] as const))("%s", (_, op) => {
    for (const c of pairwiseCases(op, 150)) {
      const all = [
        valueBounds(c, arithmetic),
        vjpBounds(c, c.cotangents, arithmetic),
        hvpBounds(c, c.cotangents, c.tangents, arithmetic),
      ];
      for (const bound of all.flatMap((arrays) => Object.values(arrays)))
        expect(bound.data.every((b) => !(b < 0))).toBe(true);
    }
  });
});

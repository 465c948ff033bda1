import { describe, expect, it } from "vitest";
import { pairCoverage } from "../../properties/attribute-space/pairs.ts";
import { allOps } from "../../src/program/program.ts";

describe("samples show every pair of levels of an op's attribute space, or the entry says why not", () => {
  it.each(allOps.map((op) => [op.name, op] as const))("%s", (_name, op) => {
    const { pairs, holes, idle, possible } = pairCoverage(op);
    expect(pairs).toBeGreaterThan(0);
    expect(holes.filter(({ because }) => because === null).map(({ pair }) => pair.join(" and "))).toEqual([]);
    expect(idle, "excuses that are not so").toEqual([]);
    expect(possible, "excused pairs that the op takes").toEqual([]);
  });
});

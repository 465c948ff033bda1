import { describe, expect, it } from "vitest";
import { PROGRAMS, type Planned } from "../../src/suite/plan.ts";
import { searchOf } from "../../src/suite/search.ts";

const whole = { index: 1, count: 1 };

/** The first cases of a search in which only those of some units find something. */
function first(count: number, ops: readonly string[] | null, fruitful: readonly string[], shard = whole): Planned[] {
  const search = searchOf({ ops, shard });
  const cases: Planned[] = [];
  let isNew: boolean[] = [];
  while (cases.length < count) {
    const round = search.next(isNew);
    if (round.done === true) break;
    cases.push(...round.value);
    isNew = round.value.map(({ unit }) => fruitful.includes(unit));
  }
  return cases;
}

const timesOf = (cases: readonly Planned[], unit: string): number => cases.filter((one) => one.unit === unit).length;

describe("a search", () => {
  it("tries everything before it tries anything again, random programs and kinks among it", () => {
    const cases = first(300, null, []);
    const round = cases.findIndex(({ index }) => index === 1);
    expect(new Set(cases.slice(0, round).map(({ unit }) => unit)).size).toBe(round);
    expect(cases.slice(0, round).map(({ unit }) => unit)).toEqual(
      expect.arrayContaining(["matmul", PROGRAMS, "relu at kinks"]),
    );
  });

  it("spends more on what still finds something, and never gives up the rest", () => {
    const cases = first(4000, ["exp", "sin", "cos", "tanh"], ["sin"]);
    expect(timesOf(cases, "sin")).toBeGreaterThan(5 * timesOf(cases, "exp"));
    expect(timesOf(cases.slice(-200), "exp")).toBeGreaterThan(10);
  });

  it("numbers the cases of a unit one after the other", () => {
    const cases = first(500, ["exp", "sin"], []).filter(({ unit }) => unit === "exp");
    expect(cases.map(({ index }) => index)).toEqual(cases.map((_, i) => i));
  });

  it("has no unit in two parts", () => {
    const parts = [1, 2, 3].map((index) => first(50, ["exp", "sin", "cos", "relu"], [], { index, count: 3 }));
    const units = parts.map((cases) => [...new Set(cases.map(({ unit }) => unit))]);
    expect(units.flat().toSorted()).toEqual(["cos", "exp", "relu", "relu at kinks", "sin"]);
    expect(first(5, ["exp"], [], { index: 2, count: 2 })).toEqual([]);
  });
});

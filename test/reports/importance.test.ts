import { describe, expect, it } from "vitest";
import { byImportance } from "../../reports/importance.ts";
import type { Finding } from "../../src/suite/results.ts";
import { finding } from "./fixture.ts";

const known = { because: "it is known", link: null };

/** The ids of findings by importance. */
const order = (...findings: readonly Partial<Finding>[]): string[] =>
  byImportance(findings.map((one, i) => finding({ error: 2, bound: 1, id: String(i), op: String(i), ...one }))).map(
    ({ id }) => id,
  );

describe("by importance", () => {
  it("what nobody expected comes before what is known", () => {
    expect(order({ known, kind: "wrong-value" }, { kind: "throws" })).toEqual(["1", "0"]);
  });

  it.each([
    "wrong-value",
    "invalid-subgradient",
    "non-finite",
    "nondeterministic",
    "mutates-input",
    "wrong-shape",
  ] as const)("%s, of which the user is told nothing, comes before what says that it fails", (kind) => {
    expect(order({ kind: "throws" }, { kind: "missing-gradient" }, { kind: "timeout" }, { kind })[0]).toBe("3");
  });

  it("of an op, the proven, the lower orders and the farthest beyond the bound come first", () => {
    const op = "pow";
    expect(
      order(
        { op, order: 1, confirmed: true },
        { op, order: 0 },
        { op, order: 0, confirmed: true },
        { op, order: 0, confirmed: true, error: 1e-3, bound: 1e-9 },
        { op, order: 0, confirmed: true, error: "NaN" },
      ),
    ).toEqual(["4", "3", "2", "0", "1"]);
  });

  it("an error too small for a float32 weighs little, even where nothing may be", () => {
    const op = "divide";
    expect(order({ op, error: 3.57e-41, bound: 0 }, { op, error: 1, bound: 1e-7 }, { op, error: 2, bound: 0 })).toEqual(
      ["2", "1", "0"],
    );
  });

  it("another op comes before the same op again", () => {
    expect(order({ op: "a" }, { op: "a", order: 2 }, { op: "a", order: 3 }, { op: "b" }, { op: "c" })).toEqual([
      "0",
      "3",
      "4",
      "1",
      "2",
    ]);
  });

  it("what is alike stays in its order", () => {
    expect(order({}, {}, {})).toEqual(["0", "1", "2"]);
  });

  it("takes no longer for one op than for many", () => {
    const many = Array.from({ length: 100_000 }, (_, i) => finding({ id: String(i), order: i % 5 }));
    expect(byImportance(many)).toHaveLength(many.length);
  });
});

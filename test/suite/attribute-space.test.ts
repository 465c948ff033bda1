import { expect, it } from "vitest";
import { tensor, zeros } from "../../src/tensor/tensor.ts";
import { AttributeSpaces, type AttributeSpace } from "../../src/suite/attribute-space.ts";
import type { Case } from "../../src/checks/case.ts";

/** A case of one op alone, in which nothing matters but the shape. */
function caseOf(op: string, shape: readonly number[]): Case {
  return {
    program: { inputs: ["x"], steps: [{ out: "out", op, in: ["x"] }], outputs: ["out"] },
    inputs: { x: zeros(shape) },
    wrt: ["x"],
    cotangents: { out: tensor(1) },
    tangents: {},
  };
}

it("counts the pairs of levels that cases of an op alone show, and names those that they do not", () => {
  const spaces = new AttributeSpaces();
  const after = (shape: readonly number[]): AttributeSpace => {
    spaces.note({ unit: "expm1", index: 0 }, caseOf("expm1", shape));
    return spaces.all()[0]!;
  };
  const [empty, one] = ["dimensions=0 and rank=2", "dimensions=1 and rank=2"];
  expect(after([2, 3])).toEqual({ op: "expm1", pairs: 3, seen: 1, unseen: [empty, one] });
  expect(after([1, 3])).toEqual({ op: "expm1", pairs: 3, seen: 2, unseen: [empty] });
  // A scalar has no dimensions of 0 or 1: that is no pair.
  expect(after([])).toEqual({ op: "expm1", pairs: 4, seen: 3, unseen: [empty] });
});

it("leaves programs and cases at kinks alone", () => {
  const spaces = new AttributeSpaces();
  spaces.note({ unit: "program", index: 0 }, caseOf("abs", [2]));
  spaces.note({ unit: "abs at kinks", index: 0 }, caseOf("abs", [2]));
  expect(spaces.all()).toEqual([]);
});

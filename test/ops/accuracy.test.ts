import { expect, it } from "vitest";
import { measureConditioned, measureElementwise } from "../../bench/accuracy/measure.ts";
import { allOps } from "../../src/program/program.ts";

/** The goals of docs/accuracy.md, which `npm run accuracy` measures at many more points. */
const [MOST_STEPS, MOST_OF_CONDITION] = [4, 4];

it.each(allOps.filter((op) => op.face!.exact.scalar !== undefined))(
  "$name is within a few float64 steps of the exact value and derivative",
  (op) => {
    const worst = measureElementwise(op, 25, 3).filter((row) => !(row.worst <= MOST_STEPS));
    expect(worst).toEqual([]);
  },
);

it.each(allOps.filter((op) => op.face!.exact.element !== undefined))(
  "$name loses no more than its conditioning loses",
  (op) => {
    const worst = measureConditioned(op, 6, 3).filter((row) => !(row.worst <= MOST_OF_CONDITION));
    expect(worst).toEqual([]);
  },
);

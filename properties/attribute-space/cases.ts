import type { Case } from "../../src/checks/case.ts";
import type { Op } from "../../src/op/op.ts";
import { drawOpCase } from "../generators/op-case.ts";
import { NewPairs } from "./new-pairs.ts";
import { drawNumber } from "./pairs.ts";

/** Cases of an op that together show every pair of levels that so many samples show: each one shows a pair that those before it do not. */
export function pairwiseCases(op: Op, samples: number): Case[] {
  const pairs = new NewPairs(op, (sample) => drawNumber(op, sample), samples);
  const cases: Case[] = [];
  // A case is drawn from the numbers that its sample was drawn from, and more.
  for (let i = pairs.at(0); i !== null; i = pairs.at(cases.length)) cases.push(drawOpCase(drawNumber(op, i), op));
  return cases;
}

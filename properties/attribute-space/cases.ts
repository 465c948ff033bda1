import type { Case } from "../../src/checks/case.ts";
import type { Op } from "../../src/op/op.ts";
import { drawOpCase } from "../generators/op-case.ts";
import { levelsOf } from "./levels.ts";
import { drawNumber, pairsOf, sampleOf } from "./pairs.ts";

/** Cases of an op that together show every pair of levels that so many samples show: each one shows a pair that those before it do not. */
export function pairwiseCases(op: Op, samples: number): Case[] {
  const seen = new Set<string>();
  const cases: Case[] = [];
  for (let i = 0; i < samples; i++) {
    const before = seen.size;
    for (const pair of pairsOf(levelsOf(op, sampleOf(op, i)))) seen.add(pair);
    // A case is drawn from the numbers that its sample was drawn from, and more.
    if (seen.size > before) cases.push(drawOpCase(drawNumber(op, i), op));
  }
  return cases;
}

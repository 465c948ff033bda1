import { drawProgram } from "../../properties/generators/program-case.ts";
import { FEATURES, featuresOf } from "../../properties/generators/program-features.ts";
import { randomFrom, seedOf } from "../../src/base/random.ts";
import { drawFrom } from "../../src/op/draw.ts";
import { allOps, parseProgram } from "../../src/program/program.ts";

/** What random programs are like. */
export interface Survey {
  readonly programs: number;
  /** How many programs have so many steps; the first is of none. */
  readonly steps: readonly number[];
  /** How many programs have a step of each op. */
  readonly ops: ReadonlyMap<string, number>;
  /** How many programs show each feature. */
  readonly features: ReadonlyMap<string, number>;
  /** Operands that were to be values of the program, and those that are new inputs for want of room. */
  readonly wanted: number;
  readonly replaced: number;
  /** The largest magnitude of an input. */
  readonly largest: number;
}

/** Draws programs and counts. */
export function survey(programs: number, seed: number): Survey {
  const steps = Array.from({ length: 13 }, () => 0);
  const ops = new Map(allOps.map((op) => [op.name, 0]));
  const features = new Map(FEATURES.map((feature): [string, number] => [feature, 0]));
  let [wanted, replaced, largest] = [0, 0, 0];
  for (let i = 0; i < programs; i++) {
    const random = randomFrom(seedOf("survey", seed, i));
    const draw = drawFrom((low, high) => low + Math.floor(random() * (high - low + 1)));
    const drawn = drawProgram(draw, allOps);
    const { program, inputs } = drawn.case;
    parseProgram(program);
    steps[program.steps.length]!++;
    for (const op of new Set(program.steps.map((step) => step.op))) ops.set(op, ops.get(op)! + 1);
    for (const [feature, shown] of Object.entries(featuresOf(drawn.case)))
      if (shown) features.set(feature, features.get(feature)! + 1);
    wanted += drawn.wanted;
    replaced += drawn.replaced;
    for (const x of Object.values(inputs)) for (const v of x.data) largest = Math.max(largest, Math.abs(v));
  }
  return { programs, steps, ops, features, wanted, replaced, largest };
}

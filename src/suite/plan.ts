import fc from "fast-check";
import { NewPairs } from "../../properties/attribute-space/new-pairs.ts";
import { drawNumber } from "../../properties/attribute-space/pairs.ts";
import { opCases } from "../../properties/generators/op-case.ts";
import { hasBreaks, kinkCases, kinkProgramCases } from "../../properties/generators/kink-case.ts";
import { programCases } from "../../properties/generators/program-case.ts";
import { seedOf } from "../base/random.ts";
import type { Case } from "../checks/case.ts";
import type { Draw } from "../op/domain.ts";
import { allOps, opNamed } from "../program/program.ts";

/** The unit of cases that are random programs over several ops. */
export const PROGRAMS = "program";

/** The unit of cases at the kinks and jumps of an op, or of programs. */
const AT_KINKS = " at kinks";
/** One case at kinks for so many others of the op. */
const KINKS_EVERY = 4;

/** The op that the cases of a unit are of, or `program`. */
export function opOf(unit: string): string {
  return unit.endsWith(AT_KINKS) ? unit.slice(0, -AT_KINKS.length) : unit;
}

/** The units of cases at kinks, of those that have some. */
export function kinkUnitsOf(units: readonly string[]): string[] {
  return [...new Set(units)]
    .filter((unit) => unit === PROGRAMS || hasBreaks(opNamed(unit)))
    .map((unit) => unit + AT_KINKS);
}

/** The units of a run over these ops; null for all, and random programs with them. */
export function unitsOf(ops: readonly string[] | null): readonly string[] {
  return ops ?? [...allOps.map((op) => op.name), PROGRAMS];
}

/** One case of a run, before it is drawn. */
export interface Planned {
  readonly unit: string;
  readonly index: number;
}

/**
 * Every case of a run in the order they are tried: the first of each op, then the second of each … In the first round and every
 * fourth one after it, ops that have kinks are tried at these too.
 */
export function planOf(options: {
  readonly ops: readonly string[] | null;
  readonly cases: number;
  readonly shard: { readonly index: number; readonly count: number };
}): Planned[] {
  const units = options.ops ?? [...unitsOf(null), PROGRAMS];
  const atKinks = kinkUnitsOf(units);
  const plan: Planned[] = [];
  for (let round = 0; round < options.cases; round++) {
    const met = new Map<string, number>();
    for (const unit of units) {
      const times = units.filter((u) => u === unit).length;
      const nth = met.get(unit) ?? 0;
      met.set(unit, nth + 1);
      plan.push({ unit, index: round * times + nth });
    }
    if (round % KINKS_EVERY === 0) plan.push(...atKinks.map((unit) => ({ unit, index: round / KINKS_EVERY })));
  }
  return plan.filter((_, i) => i % options.shard.count === options.shard.index - 1);
}

/** Samples of an op, at most, among which those are found that show new pairs of levels of its attribute space. */
const SAMPLES = 2000;

const found = new Map<string, NewPairs>();

/** What makes the choices of shapes and attributes for a case that is to show a new pair of levels; null once there is none. */
function newPair(seed: number, { unit, index }: Planned): (() => Draw) | null {
  const op = opNamed(unit);
  const key = [seed, unit].join("\0");
  const pairs = found.get(key) ?? new NewPairs(op, (sample) => drawNumber(op, sample, seed), SAMPLES);
  found.set(key, pairs);
  const sample = pairs.at(index);
  return sample === null ? null : () => drawNumber(op, sample, seed);
}

/**
 * The cases that a planned one is drawn from. The first of an op show each a pair of levels of its
 * attribute space that those before do not.
 */
function casesOf(seed: number, planned: Planned): fc.Arbitrary<Case> {
  const { unit } = planned;
  const op = opOf(unit);
  if (op !== unit) return op === PROGRAMS ? kinkProgramCases(allOps) : kinkCases(opNamed(op));
  return unit === PROGRAMS ? programCases(allOps) : opCases(opNamed(unit), newPair(seed, planned) ?? undefined);
}

/** The seed of one case: its own, whatever else a run holds. */
function seedOfCase(seed: number, { unit, index }: Planned): number {
  return seedOf(seed, unit, index) | 0;
}

/** Draws a planned case. */
export function drawCase(seed: number, planned: Planned): Case {
  let drawn: Case | undefined;
  fc.check(
    fc.property(casesOf(seed, planned), (c) => {
      drawn = c;
    }),
    { seed: seedOfCase(seed, planned), numRuns: 1 },
  );
  return drawn!;
}

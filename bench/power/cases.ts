import { drawOpCase } from "../../properties/generators/op-case.ts";
import { randomFrom, seedOf } from "../../src/base/random.ts";
import type { Case } from "../../src/checks/case.ts";
import { kinksFor, kinksOf } from "../../src/checks/kinks.ts";
import { derivativeTask, jvpTask, valueTask, vjpTask, type Task } from "../../src/checks/tasks.ts";
import { drawFrom } from "../../src/op/draw.ts";
import { families } from "../../src/ops/families.ts";
import type { Arithmetic } from "../../src/oracles/arithmetic.ts";
import { allOps, opNamed } from "../../src/program/program.ts";
import { drawCase, PROGRAMS } from "../../src/suite/plan.ts";

/** Random programs in a round of cases; every op has one small case and one large. */
const PROGRAMS_A_ROUND = 16;
/** Large cases hold so many elements in a tensor, and their dimensions are no longer than this. */
const LARGE = { elements: 400, dimension: 8 };

/** A case, and the family that it is counted under. */
interface Drawn {
  readonly family: string;
  readonly case: Case;
}

/** One round: a small and a large case of each op, and random programs. */
export function roundOf(seed: number, index: number): Drawn[] {
  const small = allOps.map(({ name }) => ({ family: families[name]!, case: drawCase(seed, { unit: name, index }) }));
  const large = allOps.map(({ name }) => ({
    family: families[name]!,
    case: largeCase(name, seedOf(seed, name, index)),
  }));
  const programs = Array.from({ length: PROGRAMS_A_ROUND }, (_, n) => ({
    family: PROGRAMS,
    case: drawCase(seed, { unit: PROGRAMS, index: index * PROGRAMS_A_ROUND + n }),
  }));
  return [...small, ...large, ...programs];
}

/** What engines of an arithmetic are asked for at a case, with the order of the derivatives, but for what a kink spoils. */
export function tasksOf(c: Case, arithmetic: Arithmetic): { readonly order: number; readonly task: Task }[] {
  const kinks = kinksOf(c, arithmetic);
  const isJudged = ({ order }: { readonly order: 0 | 1 | 2 }): boolean => kinksFor(order, kinks).length === 0;
  return [
    { order: 0 as const, task: valueTask(c) },
    { order: 1 as const, task: vjpTask(c, c.cotangents) },
    { order: 1 as const, task: jvpTask(c, c.tangents) },
    { order: 2 as const, task: derivativeTask(c, c.cotangents, c.tangents, 2) },
  ].filter(isJudged);
}

function largeCase(name: string, seed: number): Case {
  const random = randomFrom(seed);
  return drawOpCase(
    drawFrom((low, high) => low + Math.floor(random() * (high - low + 1)), LARGE),
    opNamed(name),
  );
}

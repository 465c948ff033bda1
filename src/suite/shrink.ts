import fc from "fast-check";
import type { Case } from "../checks/case.ts";
import { judge } from "../checks/judge.ts";
import type { Kind } from "../checks/kinds.ts";
import type { Law } from "../checks/law.ts";
import { Reference, Subject } from "../checks/subject.ts";
import type { Engine } from "../oracles/engine.ts";
import { casesOf, seedOfCase, type Planned } from "./plan.ts";

/** Smaller cases that are tried for one finding: a count, not a time, so that the same seed gives the same finding. */
const MOST_TRIES = 400;

/** What a smaller case has to show. */
export interface SameFailure {
  readonly engine: Engine;
  readonly law: Law;
  readonly kind: Kind;
  /** What else has to hold of it. */
  readonly also: (c: Case) => boolean;
}

/** The smallest case found on which the law still fails in the same way; the first one where none is smaller. */
export async function shrink(
  seed: number,
  planned: Planned,
  { engine, law, kind, also }: SameFailure,
  first: Case,
): Promise<Case> {
  let smallest = first;
  let tries = 0;
  await fc.check(
    fc.asyncProperty(casesOf(seed, planned), async (c) => {
      if (tries++ >= MOST_TRIES || !also(c) || !(await failsWith(kind, engine, law, c))) return true;
      smallest = c;
      return false;
    }),
    { seed: seedOfCase(seed, planned), numRuns: 1 },
  );
  return smallest;
}

async function failsWith(kind: Kind, engine: Engine, law: Law, c: Case): Promise<boolean> {
  return (await judge(law, new Subject(engine, new Reference(c)))).kind === kind;
}

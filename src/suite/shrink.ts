import type { Case } from "../checks/case.ts";
import { judge } from "../checks/judge.ts";
import type { Kind } from "../checks/kinds.ts";
import type { Law } from "../checks/law.ts";
import { Reference, Subject } from "../checks/subject.ts";
import type { Engine } from "../oracles/engine.ts";

/** Smaller cases that are tried for one finding: a count, not a time, so that the same seed gives the same finding. */
const MOST_TRIES = 200;
/** How many of these a try counts for that takes a new process, or as long as an engine may take. */
const DEARER: Readonly<Partial<Record<Kind, number>>> = { crash: 16, timeout: 50, protocol: 16 };

/** What a smaller case has to show. */
export interface SameFailure {
  readonly engine: Engine;
  readonly law: Law;
  readonly kind: Kind;
  /** What else has to hold of it. */
  readonly also: (c: Case) => boolean;
}

/**
 * The smallest case found on which the law still fails in the same way; the first one where none is smaller.
 *
 * @param ways to make a case smaller, each of which is gone as far as it leads.
 */
export async function shrink(
  { engine, law, kind, also }: SameFailure,
  first: Case,
  ways: readonly ((c: Case) => Generator<Case>)[],
): Promise<Case> {
  let tries = MOST_TRIES;
  let smallest = first;
  const go = async (way: (c: Case) => Generator<Case>): Promise<void> => {
    for (const c of way(smallest)) {
      if (tries <= 0) return;
      if (!also(c)) continue;
      const came = (await judge(law, new Subject(engine, new Reference(c)))).kind;
      tries -= (came === null ? undefined : DEARER[came]) ?? 1;
      if (came !== kind) continue;
      smallest = c;
      await go(way);
      return;
    }
  };
  for (;;) {
    const before = smallest;
    for (const way of ways) await go(way);
    if (smallest === before) return smallest;
  }
}

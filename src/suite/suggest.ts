import type { Law } from "../checks/law.ts";
import { conditionOf } from "./condition.ts";
import type { FailingFacts } from "./findings.ts";
import type { JournalEntry, Outcome } from "./journal.ts";
import { factsOf, meets, type Facts } from "./known.ts";
import type { KnownDifference } from "./known-schema.ts";
import { isConclusive } from "./try-case.ts";
import { drawCase, opOf, PROGRAMS } from "./plan.ts";
import type { Finding } from "./results.ts";

/** What a run met, to be written down. */
export interface Met {
  readonly seed: number;
  readonly entries: readonly JournalEntry[];
  readonly laws: readonly Law[];
  readonly failing: readonly FailingFacts[];
  readonly findings: readonly Finding[];
}

/**
 * What `--update-known` writes: a known difference for each op, kind and order that fails, engines that share it
 * together, under the condition that tells failing cases from the others. Reasons that stand in `before` are kept.
 */
export function suggestKnown(met: Met, before: readonly KnownDifference[]): KnownDifference[] {
  const suggested = new Map<string, KnownDifference & { readonly engines: string[] }>();
  const others = otherFacts(met);
  // A program that came down to one op when it was shrunk is that op's failure.
  const failures = met.failing.filter(({ op }) => op !== PROGRAMS || met.findings.some((f) => f.op === PROGRAMS));
  for (const [, failing] of [...byFailure(failures)].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { op, kind, order, engine } = failing[0]!;
    const condition = conditionOf(
      failing.map(({ facts }) => facts),
      others
        .filter(
          (other) =>
            other.key === keyOf({ op, order, engine, atKinks: kind === "invalid-subgradient" }) &&
            other.kinds.every((k) => k !== kind),
        )
        .map(({ facts }) => facts),
    );
    const same = JSON.stringify([op, kind, order, condition]);
    const known = suggested.get(same);
    if (known !== undefined) known.engines.push(engine);
    else suggested.set(same, { engines: [engine], op, kind, order, condition, ...reasonFor(failing[0]!, condition) });
  }
  return [...suggested.values()];

  function reasonFor({ op, kind, order }: FailingFacts, condition: Facts): { because: string; link: string | null } {
    const old = before.find(
      (k) => k.op === op && k.kind === kind && k.order === order && meets(k.condition, condition),
    );
    const found = met.findings.find((f) => f.op === op && f.kind === kind && f.order === order);
    return { because: old?.because ?? found?.diagnosis ?? "found by a run", link: old?.link ?? null };
  }
}

/** Failing cases of one op, kind, order and engine, together. */
function byFailure(failing: readonly FailingFacts[]): Map<string, FailingFacts[]> {
  const groups = new Map<string, FailingFacts[]>();
  for (const failure of failing) {
    const key = [failure.op, failure.kind, failure.order, failure.engine].join("\0");
    groups.set(key, [...(groups.get(key) ?? []), failure]);
  }
  return groups;
}

/** What is tried apart: at kinks only subgradients are judged, and only there. */
function keyOf(tried: { op: string; order: number; engine: string; atKinks: boolean }): string {
  return [tried.op, tried.order, tried.engine, tried.atKinks].join("\0");
}

interface Other {
  /** Op, order, engine, and whether it was tried at a kink. */
  readonly key: string;
  readonly facts: Facts;
  /** The ways in which it fails; none where it passes. */
  readonly kinds: readonly string[];
}

/** Every case of a single op by op, order and engine, that passes or fails in some way; not those that prove nothing. */
function otherFacts({ seed, entries, laws }: Met): Other[] {
  const byName = new Map(laws.map((law) => [law.name, law]));
  return entries
    .filter(({ unit }) => opOf(unit) !== PROGRAMS)
    .flatMap((entry) => {
      const c = drawCase(seed, entry);
      const op = opOf(entry.unit);
      const facts = factsOf(op, c.program, c.inputs);
      const groups = new Map<string, Outcome[]>();
      for (const outcome of entry.outcomes) {
        const { order, atKinks = false } = byName.get(outcome.law)!;
        const key = keyOf({ op, order, engine: outcome.engine, atKinks });
        groups.set(key, [...(groups.get(key) ?? []), outcome]);
      }
      return [...groups].flatMap(([key, outcomes]): Other[] => {
        const kinds = outcomes.flatMap(({ kind }) => (kind === null ? [] : [kind]));
        return kinds.length > 0 || passes(outcomes, byName) ? [{ key, facts, kinds }] : [];
      });
    });
}

/** Whether every law that the engine could be tried on holds, and there is one. */
function passes(outcomes: readonly Outcome[], laws: ReadonlyMap<string, Law>): boolean {
  const answered = outcomes.filter(({ verdict }) => verdict !== "unsupported");
  return answered.length > 0 && answered.every((o) => o.kind === null && isConclusive(o, laws.get(o.law)!));
}

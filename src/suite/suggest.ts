import type { FindingKind } from "../checks/judge.ts";
import type { Law } from "../checks/law.ts";
import { conditionOf } from "./condition.ts";
import type { JournalEntry, Outcome } from "./journal.ts";
import { factsOf, meets, type Facts } from "./known.ts";
import type { KnownDifference } from "./known-schema.ts";
import { drawCase, PROGRAMS } from "./plan.ts";
import type { Finding } from "./results.ts";

interface Tried {
  readonly failing: Facts[];
  readonly passing: Facts[];
}

/**
 * What `--update-known` writes: a known difference for each failure of a single op, engines that share it together,
 * under the condition that tells failing cases from passing ones. Reasons that stand in `before` are kept.
 */
export function suggestKnown(
  seed: number,
  entries: readonly JournalEntry[],
  laws: readonly Law[],
  findings: readonly Finding[],
  before: readonly KnownDifference[],
): KnownDifference[] {
  const suggested = new Map<string, KnownDifference & { engines: string[] }>();
  for (const [key, { failing, passing }] of [...triedCases(seed, entries, laws)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (failing.length === 0) continue;
    const [op, kind, order, engine] = JSON.parse(key) as [string, FindingKind, number, string];
    const condition = conditionOf(failing, passing);
    const same = JSON.stringify([op, kind, order, condition]);
    const known = suggested.get(same);
    if (known !== undefined) known.engines.push(engine);
    else suggested.set(same, { engines: [engine], op, kind, order, condition, ...reason(op, kind, order, condition) });
  }
  return [...suggested.values()];

  function reason(
    op: string,
    kind: FindingKind,
    order: number,
    condition: Facts,
  ): { because: string; link: string | null } {
    const old = before.find(
      (k) => k.op === op && k.kind === kind && k.order === order && meets(condition, k.condition),
    );
    const found = findings.find((f) => f.op === op && f.kind === kind && f.order === order);
    return { because: old?.because ?? found?.diagnosis ?? "found by a run", link: old?.link ?? null };
  }
}

/** Whether every law that the engine could be tried on holds, and there is one. */
function passes(outcomes: readonly Outcome[]): boolean {
  const answered = outcomes.filter(({ verdict }) => verdict !== "unsupported");
  return answered.length > 0 && answered.every(({ verdict }) => verdict === "agree");
}

/** The facts of the cases that fail so, and of those that pass or fail in another way: by op, kind, order and engine. */
function triedCases(seed: number, entries: readonly JournalEntry[], laws: readonly Law[]): Map<string, Tried> {
  const orders = new Map(laws.map((law) => [law.name, law.order]));
  const failures = new Set<string>();
  for (const { unit, outcomes } of entries)
    for (const { engine, law, kind } of outcomes)
      if (kind !== null && unit !== PROGRAMS) failures.add(JSON.stringify([unit, kind, orders.get(law), engine]));
  const tried = new Map<string, Tried>([...failures].map((key) => [key, { failing: [], passing: [] }]));
  for (const entry of entries) {
    if (entry.unit === PROGRAMS) continue;
    const c = drawCase(seed, entry);
    const facts = factsOf(entry.unit, c.program, c.inputs);
    for (const [key, cases] of tried) {
      const [op, kind, order, engine] = JSON.parse(key) as [string, FindingKind, number, string];
      const own = entry.outcomes.filter((o) => o.engine === engine && orders.get(o.law) === order);
      if (op !== entry.unit || own.length === 0) continue;
      if (own.some((o) => o.kind === kind)) cases.failing.push(facts);
      else if (passes(own) || own.some((o) => o.kind !== null)) cases.passing.push(facts);
    }
  }
  return tried;
}

import type { Finding } from "../../src/suite/results.ts";
import { groupBy } from "../group-by.ts";
import { isSilent } from "../importance.ts";

/** One defect: the findings of it, one for each engine and order, that which shows it best first. */
export interface Defect {
  readonly op: string;
  readonly kind: Finding["kind"];
  readonly condition: NonNullable<Finding["condition"]>;
  readonly orders: readonly number[];
  readonly engines: readonly string[];
  readonly findings: readonly [Finding, ...Finding[]];
}

/**
 * The defects that findings are of. Engines that fail in the same way share one; where an op throws the same at two orders
 * under the same condition, these share one, too.
 */
export function defectsOf(findings: readonly Finding[]): Defect[] {
  const defects = [...groupBy(findings, keyOf).values()].map((group): Defect => {
    const [first, ...more] = group.toSorted(byUse) as [Finding, ...Finding[]];
    const { op, kind, condition = {} } = first;
    const orders = [...new Set(group.map(({ order }) => order))].toSorted((a, b) => a - b);
    const engines = [...new Set(group.map(({ engine }) => engine))].toSorted(byName);
    return { op, kind, condition, orders, engines, findings: [first, ...more] };
  });
  return defects.toSorted((a, b) => byName(placeOf(a), placeOf(b)));
}

function keyOf({ op, kind, order, condition = {}, got }: Finding): string {
  const facts = Object.entries(condition).toSorted(([a], [b]) => byName(a, b));
  return JSON.stringify([op, kind, facts, typeof got === "string" ? wordsOf(got) : order]);
}

/** A message without what differs from case to case. */
function wordsOf(message: string): string {
  return message.split("\n", 1)[0]!.replaceAll(/-?\d+(\.\d+)?/g, "#");
}

/** Lower orders first, then those with a repro, then by engine (`tfjs-cpu` runs everywhere), then the shorter ones. */
function byUse(a: Finding, b: Finding): number {
  return (
    a.order - b.order ||
    Number(a.repro.tfjs === null) - Number(b.repro.tfjs === null) ||
    byName(a.engine, b.engine) ||
    (a.repro.tfjs?.length ?? 0) - (b.repro.tfjs?.length ?? 0) ||
    byName(a.id, b.id)
  );
}

function placeOf({ op, orders, kind, condition }: Defect): string {
  return JSON.stringify([op, orders, !isSilent({ kind }), kind, condition]);
}

/** The order of code points, which is the same everywhere. */
export function byName(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

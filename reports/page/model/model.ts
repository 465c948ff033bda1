import { families } from "../../../src/ops/families.ts";
import type { Finding, Results } from "../../../src/suite/results.ts";
import { outcomesOf, type Outcome } from "../../outcome.ts";
import { verdictOf, type Verdict } from "../../verdict.ts";
import type { Comparison } from "../../comparison.ts";
import { groupBy } from "../../group-by.ts";
import { byImportance } from "../../importance.ts";
import type { Shown } from "../../packed.ts";
import type { Mark } from "./marks.ts";
import { shortfallsOf, type Shortfall } from "./shortfalls.ts";

/** One op on one engine at one order of differentiation, over all laws. */
export interface Cell {
  readonly engine: string;
  readonly order: number;
  readonly mark: Mark;
  readonly cases: number;
  readonly agree: number;
  /** The largest error in units of the engine's precision; null where none was measured. */
  readonly worstUlp: number | null;
  readonly findings: readonly Finding[];
}

/** An op, and how it stands on every engine. */
export interface OpRow {
  readonly op: string;
  readonly family: string;
  /** By engine and order: `tfjs-cpu 1`. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly findings: readonly Finding[];
}

/** A run as the page shows it. */
export interface Model {
  readonly results: Results;
  /** What differs from a run before, where that was asked for. */
  readonly comparison: Comparison | null;
  readonly verdict: Verdict;
  /** The most important first. */
  readonly findings: readonly Finding[];
  readonly outcomes: readonly Outcome[];
  /** Why checks settled nothing, the most frequent reason first. */
  readonly shortfalls: readonly Shortfall[];
  /** The engines that something was asked of. */
  readonly engines: readonly string[];
  readonly orders: readonly number[];
  readonly rows: readonly OpRow[];
}

/** The name of a cell. */
export function cellKey(engine: string, order: number): string {
  return `${engine} ${String(order)}`;
}

/** What is read off a run once, before anything of it is shown. */
export function modelOf({ results, comparison }: Shown): Model {
  const ended = outcomesOf(results);
  const { rows: outcomes, orphans } = ended;
  const byOp = groupBy(outcomes, ({ row }) => row.op);
  const findings = byImportance(results.findings);
  const findingsOf = groupBy(findings, ({ op }) => op);
  // A finding from a program of several ops is named after the op at fault, which no row of the coverage need speak of.
  const strays = groupBy(orphans, ({ op }) => op);
  const rows = [...new Set([...byOp.keys(), ...strays.keys()])].map((op): OpRow => ({
    op,
    family: Object.hasOwn(families, op) ? families[op]! : "programs",
    cells: cellsOf(byOp.get(op) ?? [], strays.get(op) ?? []),
    findings: findingsOf.get(op) ?? [],
  }));
  const asked = new Set(outcomes.map(({ row }) => row.engine));
  return {
    results,
    comparison: comparison ?? null,
    verdict: verdictOf(results, ended),
    findings,
    outcomes,
    shortfalls: shortfallsOf(results.coverage),
    engines: [...new Set([...results.engines.map(({ name }) => name).filter((name) => asked.has(name)), ...asked])],
    orders: [...new Set(outcomes.map(({ row }) => row.order))].toSorted((a, b) => a - b),
    rows: rows.toSorted((a, b) => (a.op < b.op ? -1 : 1)),
  };
}

function cellsOf(outcomes: readonly Outcome[], strays: readonly Finding[]): ReadonlyMap<string, Cell> {
  const own = groupBy(outcomes, ({ row }) => cellKey(row.engine, row.order));
  const more = groupBy(strays, ({ engine, order }) => cellKey(engine, order));
  return new Map(
    [...new Set([...own.keys(), ...more.keys()])].map((key) => [key, cellOf(own.get(key) ?? [], more.get(key) ?? [])]),
  );
}

/** The cell of outcomes and of findings beside them, all of one engine and order. */
function cellOf(outcomes: readonly Outcome[], strays: readonly Finding[]): Cell {
  const { engine, order } = outcomes[0]?.row ?? strays[0]!;
  let worstUlp: number | null = null;
  for (const { row } of outcomes) {
    const ulp = typeof row.worstUlp === "string" ? Number.POSITIVE_INFINITY : row.worstUlp;
    if (ulp !== null) worstUlp = Math.max(worstUlp ?? 0, ulp);
  }
  return {
    engine,
    order,
    mark: markOf(outcomes, strays),
    cases: total(outcomes, "cases"),
    agree: total(outcomes, "agree"),
    worstUlp,
    findings: [...new Set([...outcomes.flatMap(({ findings }) => findings), ...strays])],
  };
}

function total(outcomes: readonly Outcome[], member: "cases" | "agree" | "inconclusive" | "unsupported"): number {
  return outcomes.reduce((sum, { row }) => sum + row[member], 0);
}

function markOf(outcomes: readonly Outcome[], strays: readonly Finding[]): Mark {
  if (outcomes.some(({ status }) => status === "failed") || strays.some(({ known }) => known === null))
    return "unexpected";
  if (outcomes.some(({ status }) => status === "known") || strays.length > 0) return "known";
  if (total(outcomes, "agree") > 0) return "agree";
  if (total(outcomes, "inconclusive") > 0) return "inconclusive";
  return total(outcomes, "unsupported") > 0 ? "unsupported" : "nothing";
}

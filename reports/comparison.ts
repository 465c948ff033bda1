import type { JsonNumber } from "../src/base/codec.ts";
import type { CoverageRow, Finding, Results, Run, Totals } from "../src/suite/results.ts";
import { conditionText } from "./finding-text.ts";
import { roughly } from "./format.ts";
import { groupBy } from "./group-by.ts";
import { byImportance } from "./importance.ts";

/** A finding of two runs that is not the same in both. */
export interface Changed {
  readonly now: Finding;
  readonly before: Finding;
  /** Which members, in words. */
  readonly what: readonly string[];
}

/** Something that two runs say otherwise. */
export interface Difference<T> {
  readonly before: T;
  readonly now: T;
}

/** The largest error of an op on an engine at an order, in units of the engine's precision; null where none was measured. */
export interface Shift extends Difference<JsonNumber | null> {
  readonly op: string;
  readonly engine: string;
  readonly order: number;
}

/** What a run says otherwise than one before. */
export interface Comparison {
  /** How the run compared with was made. */
  readonly before: Run;
  /** Each list with the most important first. */
  readonly findings: {
    readonly new: readonly Finding[];
    readonly gone: readonly Finding[];
    readonly changed: readonly Changed[];
    readonly same: number;
    /** Findings of the run before where this one came to no conclusion: whether they are gone is not known. */
    readonly untold: readonly Finding[];
  };
  /** Where the largest error moved, the largest factor first. */
  readonly shifts: readonly Shift[];
  readonly totals: readonly (Difference<number> & { readonly name: keyof Totals })[];
  /** Of engines, and of what else the numbers depend on; null where it took no part. */
  readonly versions: readonly (Difference<string | null> & { readonly name: string })[];
}

type Place = Pick<CoverageRow, "engine" | "op" | "order">;

const placeOf = ({ engine, op, order }: Place): string => JSON.stringify([engine, op, order]);
const kindOf = (finding: Finding): string => JSON.stringify([placeOf(finding), finding.kind]);
/** A finding's id is made of the same. */
const identityOf = (finding: Finding): string => JSON.stringify([kindOf(finding), finding.condition ?? {}]);

const numbers = [
  "cases",
  "comparisons",
  "agree",
  "disagree",
  "inconclusive",
  "unsupported",
  "failed",
] as const satisfies readonly (keyof Totals)[];

/** Compares a run with one before. */
export function compare(now: Results, before: Results): Comparison {
  return {
    before: before.run,
    findings: compareFindings(now, before),
    shifts: shiftsOf(now, before),
    totals: numbers
      .map((name) => ({ name, before: before.totals[name], now: now.totals[name] }))
      .filter((total) => total.before !== total.now),
    versions: differences(versionsOf(now), versionsOf(before)).map(([name, version]) => ({ name, ...version })),
  };
}

function compareFindings(now: Results, before: Results): Comparison["findings"] {
  const alike = matched(now.findings, before.findings, identityOf);
  // Where but one of a kind is left in a place, it fails under another condition than before.
  const moved = matched(alike.left, alike.leftBefore, kindOf, 1);
  const pairs = [...alike.pairs, ...moved.pairs];
  const changed = new Map<Finding, Changed>();
  for (const pair of pairs) {
    const what = changesOf(pair);
    if (what.length > 0) changed.set(pair.now, { ...pair, what });
  }
  const concluded = new Set(
    now.coverage.filter(({ agree, disagree, failed }) => agree + disagree + failed > 0).map(placeOf),
  );
  const missing = byImportance(moved.leftBefore);
  return {
    new: byImportance(moved.left),
    gone: missing.filter((finding) => concluded.has(placeOf(finding))),
    changed: byImportance([...changed.keys()]).map((finding) => changed.get(finding)!),
    same: pairs.length - changed.size,
    untold: missing.filter((finding) => !concluded.has(placeOf(finding))),
  };
}

/** Pairs findings of the same key, in their order, and gives what is left of both; keys of more than `most` stay apart. */
function matched(
  now: readonly Finding[],
  before: readonly Finding[],
  keyOf: (finding: Finding) => string,
  most: number = Number.POSITIVE_INFINITY,
): {
  readonly pairs: readonly Difference<Finding>[];
  readonly left: readonly Finding[];
  readonly leftBefore: readonly Finding[];
} {
  const earlier = groupBy(before, keyOf);
  const pairs = [...groupBy(now, keyOf)].flatMap(([key, ours]) => {
    const theirs = earlier.get(key) ?? [];
    if (Math.max(ours.length, theirs.length) > most) return [];
    return ours.slice(0, theirs.length).map((finding, i) => ({ now: finding, before: theirs[i]! }));
  });
  const paired = new Set(pairs.flatMap((pair) => [pair.now, pair.before]));
  const rest = (findings: readonly Finding[]): Finding[] => findings.filter((finding) => !paired.has(finding));
  return { pairs, left: rest(now), leftBefore: rest(before) };
}

function changesOf({ now, before }: Difference<Finding>): string[] {
  const [condition, conditionBefore] = [now, before].map((finding) => conditionText(finding.condition ?? {}));
  const [error, errorBefore] = [now, before].map((finding) => sizeText(finding.error));
  return [
    ...(now.known === null && before.known !== null ? ["no longer known"] : []),
    ...(now.known !== null && before.known === null ? ["known now"] : []),
    ...(now.law === before.law ? [] : [`law ${now.law}, was ${before.law}`]),
    ...(condition === conditionBefore ? [] : [`where ${condition!}, was ${conditionBefore!}`]),
    ...(error === errorBefore ? [] : [`error ${error!}, was ${errorBefore!}`]),
    ...(now.diagnosis === before.diagnosis ? [] : ["another diagnosis"]),
  ];
}

/** Only what can be seen has changed. */
function sizeText(error: JsonNumber | null): string {
  return error === null ? "none" : roughly(error);
}

function shiftsOf(now: Results, before: Results): Shift[] {
  const earlier = worstOf(before);
  return [...worstOf(now)]
    .flatMap(([place, { op, engine, order, worst }]) => {
      const other = earlier.get(place);
      if (other === undefined || sizeOf(other.worst) === sizeOf(worst)) return [];
      return [{ op, engine, order, before: other.worst, now: worst }];
    })
    .map((shift) => ({ shift, factor: factorOf(shift) }))
    .toSorted((a, b) => (a.factor === b.factor ? 0 : a.factor > b.factor ? -1 : 1))
    .map(({ shift }) => shift);
}

/** The largest error over all laws, by place. */
function worstOf({ coverage }: Results): ReadonlyMap<string, Place & { readonly worst: JsonNumber | null }> {
  const worst = new Map<string, Place & { readonly worst: JsonNumber | null }>();
  for (const row of coverage) {
    const key = placeOf(row);
    const other = worst.get(key);
    if (other === undefined || (sizeOf(row.worstUlp) ?? -1) > (sizeOf(other.worst) ?? -1))
      worst.set(key, { op: row.op, engine: row.engine, order: row.order, worst: row.worstUlp });
  }
  return worst;
}

/** What is no finite number is the largest error. */
function sizeOf(x: JsonNumber | null): number | null {
  if (x === null) return null;
  return Number.isFinite(Number(x)) ? Math.abs(Number(x)) : Number.POSITIVE_INFINITY;
}

/** By how much an error moved, up or down. Below half an ulp there is rounding alone, so that moves nothing. */
function factorOf({ before, now }: Shift): number {
  const [a, b] = [before, now].map((error) => Math.max(sizeOf(error) ?? 0, 0.5)) as [number, number];
  return Math.max(a, b) / Math.min(a, b);
}

function versionsOf({ run, engines }: Results): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(run.versions),
    ...engines.flatMap((engine): [string, string][] =>
      engine.runs
        ? [[engine.name, [engine.version, ...(engine.backend === null ? [] : [engine.backend])].join(", ")]]
        : [],
    ),
  ]);
}

function differences(
  now: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, string>,
): [string, Difference<string | null>][] {
  return [...new Set([...now.keys(), ...before.keys()])]
    .filter((name) => now.get(name) !== before.get(name))
    .map((name) => [name, { before: before.get(name) ?? null, now: now.get(name) ?? null }]);
}

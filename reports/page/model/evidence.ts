import { decodeNumber, type JsonArray } from "../../../src/base/codec.ts";
import type { Evidence, Finding } from "../../../src/suite/results.ts";

/** Numbers that were seen, and those that were expected in their place. */
export interface Pair {
  /** The output or the input of the derivative; empty where there is but one array. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly got: readonly number[];
  readonly want: readonly number[];
}

/** What a finding got and wanted, array by array, as far as both are arrays of one shape. */
export function pairsOf({ got, want, of }: Pick<Finding, "got" | "want" | "of">): Pair[] {
  const [seen, right] = [arraysOf(got, of), arraysOf(want, of)];
  return [...right].flatMap(([name, want]) => {
    const got = seen.get(name);
    if (got === undefined || got.shape.join() !== want.shape.join()) return [];
    return [{ name, shape: want.shape, got: numbersOf(got), want: numbersOf(want) }];
  });
}

/** The place at which got and want are farthest apart; null where they are nowhere. */
export function worstOf(pairs: readonly Pair[]): { readonly pair: Pair; readonly at: number } | null {
  let [worst, most]: [{ pair: Pair; at: number } | null, number] = [null, 0];
  for (const pair of pairs)
    pair.want.forEach((want, at) => {
      const got = pair.got[at]!;
      const apart = Object.is(got, want) ? 0 : Math.abs(got - want);
      const size = Number.isNaN(apart) ? Number.POSITIVE_INFINITY : apart;
      if (size > most) [worst, most] = [{ pair, at }, size];
    });
  return worst;
}

function arraysOf(evidence: Evidence, of: string = ""): ReadonlyMap<string, JsonArray> {
  if (evidence === null || typeof evidence === "string") return new Map();
  return isArray(evidence) ? new Map([[of, evidence]]) : new Map(Object.entries(evidence));
}

function isArray(evidence: object): evidence is JsonArray {
  return "shape" in evidence && Array.isArray(evidence.shape);
}

function numbersOf({ data }: JsonArray): number[] {
  return data.map((x) => decodeNumber(x, "data"));
}

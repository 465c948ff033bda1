import type { Law } from "../checks/law.ts";
import type { JournalEntry } from "./journal.ts";

/** How large the errors of one engine were at one order, over the checks that agree: a check counts with its largest error. */
export interface ErrorSizes {
  readonly engine: string;
  readonly order: number;
  readonly checks: number;
  /** In ulps of the engine's precision. */
  readonly quantiles: { readonly p50: number; readonly p90: number; readonly p99: number; readonly max: number };
  /**
   * Checks by error: those of exactly 0 (`below: 0`), then by powers of two. `below` is the upper end, which is not part of the
   * bin. Those without checks between are kept, so that it can be drawn.
   */
  readonly bins: readonly { readonly below: number; readonly checks: number }[];
}

/**
 * More than any error of a check that agrees, in ulps. One that is no number cannot agree; were one to, it would count as this,
 * in a last bin far from the others.
 */
const MOST = 2 ** 100;

/** How large errors were, by engine and order: of the checks that compare with the reference, and compared some number. */
export function errorSizesOf(entries: readonly JournalEntry[], laws: readonly Law[]): ErrorSizes[] {
  const orders = new Map(laws.map(({ name, order }) => [name, order]));
  const groups = new Map<string, { readonly engine: string; readonly order: number; readonly errors: number[] }>();
  for (const { engine, law, verdict, worstUlp, entries: numbers } of entries.flatMap(({ outcomes }) => outcomes)) {
    const order = orders.get(law);
    if (verdict !== "agree" || worstUlp === null || numbers === 0 || order === undefined) continue;
    const key = `${engine} ${String(order)}`;
    const group = groups.get(key) ?? { engine, order, errors: [] };
    groups.set(key, group);
    group.errors.push(worstUlp < MOST ? worstUlp : MOST);
  }
  return [...groups.values()]
    .toSorted((a, b) => (a.engine === b.engine ? a.order - b.order : a.engine < b.engine ? -1 : 1))
    .map(({ engine, order, errors }) => ({ engine, order, ...sizesOf(errors.toSorted((a, b) => a - b)) }));
}

/** @param errors from the smallest to the largest; there is one. */
function sizesOf(errors: readonly number[]): Pick<ErrorSizes, "checks" | "quantiles" | "bins"> {
  const checks = errors.length;
  // The smallest error that so many are not above.
  const quantile = (share: number): number => errors[Math.ceil(share * checks) - 1]!;
  return {
    checks,
    quantiles: { p50: quantile(0.5), p90: quantile(0.9), p99: quantile(0.99), max: quantile(1) },
    bins: binsOf(errors),
  };
}

function binsOf(errors: readonly number[]): ErrorSizes["bins"] {
  const some = errors.filter((error) => error > 0);
  const bins = [{ below: 0, checks: errors.length - some.length }];
  let next = 0;
  for (let below = nextPower(some[0] ?? 0); next < some.length; below *= 2) {
    const first = next;
    while (next < some.length && some[next]! < below) next++;
    bins.push({ below, checks: next - first });
  }
  return bins;
}

/** The smallest power of two above a number. */
function nextPower(x: number): number {
  // log2 may round up just below a power of two; the comparison puts it right.
  const power = 2 ** Math.floor(Math.log2(x));
  return power > x ? power : 2 * power;
}

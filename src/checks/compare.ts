import { sameShape } from "../base/shape.ts";
import { ulpOf, type Precision } from "../base/ulp.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** The word on one comparison (CONTRACT.md, "Words"). */
export type Verdict = "agree" | "disagree" | "inconclusive" | "unsupported" | "failed";

/** What kind of difference was found. */
export type DifferenceKind = "wrong-value" | "wrong-shape" | "non-finite";

/** What came of comparing an array with the reference's. */
export interface Comparison {
  readonly verdict: "agree" | "disagree" | "inconclusive";
  /** Set where the verdict is `disagree`. */
  readonly kind: DifferenceKind | null;
  /** The entry that stands out: the one with the largest error against its bound. */
  readonly at: number;
  /** Its error and bound. */
  readonly error: number;
  readonly bound: number;
  /** How many entries were compared, how many of the reference's are not zero. */
  readonly entries: number;
  readonly nonzero: number;
  /** The largest error of a conclusive entry, in ulps of the engine's precision. */
  readonly worstUlp: number;
}

/** A bound this far above the value tells right from wrong no more (ERROR-BUDGET.md: ε*). */
const TOO_WIDE = 1e-3;
/** Bounds below this are those of exact zeros: what an engine that flushes subnormals may leave. */
const NEGLIGIBLE = { float32: 2 ** -110, float64: 2 ** -1000 } as const;

/**
 * The one comparator. Shapes first; then every entry with its own bound.
 *
 * A bound of NaN says that a correct engine may give no number here (it may overflow on the way); one of ∞ that it may give
 * any, and with a reference of NaN that nothing is known of the truth. Else NaN agrees with NaN alone and ±∞ with itself
 * alone; −0 and 0 are equal. A finite error passes only when it is demonstrably within the bound, `error <= bound`, so that
 * no NaN ever passes. An entry that is within a bound too wide to have shown a difference is inconclusive, and with it the
 * comparison.
 *
 * @param resolution differences smaller than this are not looked for, so a bound below it is never too wide.
 */
export function compare(
  got: Tensor,
  want: Tensor,
  bounds: Tensor,
  precision: Precision,
  resolution: number = NEGLIGIBLE[precision],
): Comparison {
  const entries = want.data.length;
  let nonzero = 0;
  for (const w of want.data) if (w !== 0) nonzero++;
  // What is wanted may itself be an answer of the engine, of another shape than the bounds that it is held to.
  if (!sameShape(got.shape, want.shape) || bounds.data.length !== entries)
    return { verdict: "disagree", kind: "wrong-shape", at: 0, error: NaN, bound: NaN, entries, nonzero, worstUlp: 0 };
  let verdict: Comparison["verdict"] = "agree";
  let kind: DifferenceKind | null = null;
  let worst = -1;
  let at = 0;
  let worstUlp = 0;
  for (let i = 0; i < entries; i++) {
    const [g, w, bound] = [got.data[i]!, want.data[i]!, bounds.data[i]!];
    const entry = judge(g, w, bound, resolution);
    if (entry === "disagree" && verdict !== "disagree") {
      verdict = "disagree";
      kind = Number.isFinite(w) && !Number.isFinite(g) ? "non-finite" : "wrong-value";
      [worst, at] = [-1, i];
    } else if (entry === "inconclusive" && verdict === "agree") {
      verdict = "inconclusive";
      [worst, at] = [-1, i];
    }
    if (entry === "agree" && Number.isFinite(w)) worstUlp = Math.max(worstUlp, Math.abs(g - w) / ulpOf(w, precision));
    const error = errorOf(g, w);
    const ratio = error === 0 ? 0 : error / bound;
    if (entry === verdict && (ratio > worst || Number.isNaN(ratio))) [worst, at] = [ratio, i];
  }
  return {
    verdict,
    kind,
    at,
    error: entries === 0 ? 0 : errorOf(got.data[at]!, want.data[at]!),
    bound: entries === 0 ? 0 : bounds.data[at]!,
    entries,
    nonzero,
    worstUlp,
  };
}

function errorOf(got: number, want: number): number {
  return got === want || (Number.isNaN(got) && Number.isNaN(want)) ? 0 : Math.abs(got - want);
}

function judge(got: number, want: number, bound: number, resolution: number): Comparison["verdict"] {
  if (Number.isNaN(bound) || (Number.isNaN(want) && bound === Number.POSITIVE_INFINITY)) return "inconclusive";
  if (Number.isNaN(want) || Number.isNaN(got)) return Number.isNaN(want) && Number.isNaN(got) ? "agree" : "disagree";
  if (!Number.isFinite(want)) return got === want ? "agree" : "disagree";
  // Any number may be right, but what is none is wrong.
  if (bound === Number.POSITIVE_INFINITY) return Number.isFinite(got) ? "inconclusive" : "disagree";
  if (!(Math.abs(got - want) <= bound)) return "disagree";
  return bound <= TOO_WIDE * Math.abs(want) || bound <= resolution ? "agree" : "inconclusive";
}

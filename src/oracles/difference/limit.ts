/** What a function of the step tends to as the step shrinks to zero. */
export interface Limit {
  /** NaN where it is seen to tend to nothing. */
  readonly value: number;
  /** How far the limit may be from `value`; ∞ where nothing is known. */
  readonly bound: number;
}

/** A change from one step to the next finer one is at most this share of the one before; errors of h and h² fall faster. */
const FALL = { 1: 1 / 2, 2: 1 / 3 } as const;
/** So many steps, down to the finest, have to show that; fewer may do so by chance. */
const LEAST_RUN = 5;
/** Columns of the tableau: the error's first powers of the step that are eliminated. */
const COLUMNS = 4;
/** What is still to come, in changes last seen: ½ + ¼ + … = 1, and as much again. */
const SAFETY = 2;

/**
 * The limit for h → 0 of S(h) = S₀ + c₁·hᵖ + c₂·h²ᵖ + …, from samples at falling steps, by Richardson's extrapolation.
 *
 * Neville's tableau T[k][j] = T[k][j−1] + (T[k][j−1] − T[k−1][j−1]) / ((h[k−j]/h[k])ᵖ − 1) is computed with the steps as
 * they are. Each column starts where it is seen to converge: from its finest entry upwards an entry counts only as long as each change is a
 * half at most (a third where p = 2) of the coarser one, or noise. Then what is still to come sums up to no more than the change
 * last seen (a geometric series). A pole or a kink within the coarser steps, and oscillations, break a column off there; where fewer
 * than five entries are left it tells nothing.
 *
 * The bound of an entry is the noise that its weights let through, plus twice the change of its column; a change seen at
 * a coarser step counts on, taken to fall no faster than h², so that one small change by chance is not trusted. The entry
 * of the smallest bound is the answer.
 *
 * @param noise how far each sample may be off by rounding.
 * @param power p: 2 for central differences, 1 for one-sided ones.
 */
export function limitOf(steps: readonly number[], samples: Float64Array, noise: Float64Array, power: 1 | 2): Limit {
  let [value, bound] = [Number.NaN, Number.POSITIVE_INFINITY];
  let [column, through, first] = [samples, noise, 0];
  for (let j = 0; j < COLUMNS; j++) {
    first = Math.max(first, startOf(column, through, FALL[power]));
    if (column.length - first < LEAST_RUN) break;
    let change = 0;
    for (let k = first + 1; k < column.length; k++) {
      change = Math.max(Math.abs(column[k]! - column[k - 1]!), change * (steps[k]! / steps[k - 1]!) ** 2);
      const off = through[k]! + SAFETY * change;
      if (off < bound) [value, bound] = [column[k]!, off];
    }
    const [from, fromThrough] = [column, through];
    const ratio = (k: number): number => (steps[k - j - 1]! / steps[k]!) ** power;
    first++;
    column = from.map((t, k) => (k < first ? Number.NaN : t + (t - from[k - 1]!) / (ratio(k) - 1)));
    through = fromThrough.map((n, k) =>
      k < first ? Number.NaN : (ratio(k) * n + fromThrough[k - 1]!) / (ratio(k) - 1),
    );
  }
  return { value, bound };
}

/** Where a column starts to converge: from there on each change is at most a share of the one before, or noise. */
function startOf(column: Float64Array, noise: Float64Array, fall: number): number {
  let [finer, allowed] = [0, 0];
  for (let k = column.length - 1; k > 0; k--) {
    const change = Math.abs(column[k]! - column[k - 1]!);
    if (!Number.isFinite(change) || !(finer <= fall * change + allowed)) return k;
    finer = change;
    allowed = noise[k]! + noise[k - 1]!;
  }
  return 0;
}

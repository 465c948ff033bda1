/** What a function of the step tends to as the step shrinks to zero. */
export interface Limit {
  /** NaN where it is not seen to tend to anything. */
  readonly value: number;
  /** How far the limit may be from `value`; ∞ where nothing is known. */
  readonly bound: number;
}

const NOTHING: Limit = { value: Number.NaN, bound: Number.POSITIVE_INFINITY };

/** From one step to the next finer one a change falls to this share at most, where errors are of h or of h². */
const FALL = { 1: 1 / 2, 2: 1 / 3 } as const;
/** So many steps, down to the finest, have to show that; fewer may do so by chance. */
const LEAST_RUN = 5;
/** Columns of the tableau. In the first two every smooth function converges; later ones may be too much for it. */
const COLUMNS = 4;
const EXPECTED = 2;
/** What is still to come, in changes last seen: ½ + ¼ + … = 1, and as much again. */
const SAFETY = 2;

/**
 * The limit for h → 0 of S(h) = S₀ + c₁·hᵖ + c₂·h²ᵖ + …, from samples at falling steps, by Richardson's extrapolation.
 *
 * Neville's tableau T[k][j] = T[k][j−1] + (T[k][j−1] − T[k−1][j−1]) / ((h[k−j]/h[k])ᵖ − 1) is computed with the steps as
 * they are. A column counts from where it is seen to converge: from its finest entry upwards as long as each change is at
 * most a half (p = 2: a third) of the coarser one, or noise. Then what is still to come sums up to no more than the change
 * last seen (a geometric series). Poles and kinks within the coarser steps and oscillations break a column off; where
 * fewer than five entries are left in one of the first two columns, nothing is known.
 *
 * The bound of an entry is the noise that its weights let through, plus twice the change of its column; a change seen at
 * a coarser step counts on, taken to fall no faster than h², so that a small one by chance is not trusted. The entry of
 * the smallest bound is the answer.
 *
 * @param noise how far each sample may be off by rounding.
 * @param power p: 2 for central differences, 1 for one-sided ones.
 */
export function limitOf(steps: readonly number[], samples: Float64Array, noise: Float64Array, power: 1 | 2): Limit {
  let best = NOTHING;
  let [column, through, first] = [samples, noise, 0];
  for (let j = 0; j < COLUMNS; j++) {
    first = Math.max(first, startOf(column, through, FALL[power]));
    if (column.length - first < LEAST_RUN) return j < EXPECTED ? NOTHING : best;
    let change = 0;
    for (let k = first + 1; k < column.length; k++) {
      change = Math.max(Math.abs(column[k]! - column[k - 1]!), change * (steps[k]! / steps[k - 1]!) ** 2);
      const bound = through[k]! + SAFETY * change;
      if (bound < best.bound) best = { value: column[k]!, bound };
    }
    first++;
    const [from, fromThrough] = [column, through];
    const ratioAt = (k: number): number => (steps[k - j - 1]! / steps[k]!) ** power;
    column = from.map((t, k) => (k < first ? Number.NaN : t + (t - from[k - 1]!) / (ratioAt(k) - 1)));
    through = fromThrough.map((n, k) =>
      k < first ? Number.NaN : (ratioAt(k) * n + fromThrough[k - 1]!) / (ratioAt(k) - 1),
    );
  }
  return best;
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

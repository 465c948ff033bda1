import { solve } from "yalps";

/** A sum of a point and convex hulls: base + Σⱼ conv(partsⱼ). */
export interface HullSum {
  readonly base: Float64Array;
  /** For each hull the points that span it, at least one. */
  readonly parts: readonly (readonly Float64Array[])[];
}

/** A weighted sum of entries that no point of the set has. */
export interface Separation {
  /** The weights: within ±1, many of them 0. */
  readonly weights: Float64Array;
  /** The weighted sum of the point in question, and the least and the largest of the set. */
  readonly sum: number;
  readonly least: number;
  readonly most: number;
}

/** Numbers that the solver takes for zero; only how fine a violation is found hangs on it, not whether one is true. */
const SOLVER_PRECISION = 1e-13;
/** Weights below this are dust. */
const DUST = 1e-9;
/** Room for our own rounding, in proportion to the terms of a sum. */
const ROUNDING = 2 ** -40;

/**
 * Proof that a point is not in a sum of hulls, not even within `bounds` of it, or null where there is none.
 *
 * By linear duality the point g is outside exactly where weights w, |wᵢ| ≤ 1, exist with
 *
 *     w·(g − base) − Σⱼ max over p in partsⱼ of w·p − Σᵢ |wᵢ|·boundsᵢ > 0
 *
 * A linear program proposes the weights of the largest left side; the inequality is then checked by itself, so that no
 * tolerance of the solver ever convicts. Where a number is not finite nothing is proved.
 */
export function separate(g: Float64Array, set: HullSum, bounds: Float64Array): Separation | null {
  const proposed = propose(g, set, bounds);
  if (proposed === null) return null;
  // A weighted sum reads better with its first weight positive.
  const sign = (proposed.find((w) => w !== 0) ?? 0) < 0 ? -1 : 1;
  const weights = proposed.map((w) => sign * w);
  const [most, least] = [extremeOf(weights, set, 1), extremeOf(weights, set, -1)];
  const sum = dot(weights, g);
  const allowed = weights.reduce((total, w, i) => total + (w === 0 ? 0 : Math.abs(w) * bounds[i]!), 0);
  const magnitude = weights.reduce((total, w, i) => total + Math.abs(w * g[i]!), Math.abs(most) + Math.abs(least));
  const excess = sign > 0 ? sum - most : least - sum;
  return excess - allowed > ROUNDING * magnitude ? { weights, sum, least, most } : null;
}

/** The largest (`side` 1) or least (−1) w·p of the points p of a set. */
function extremeOf(w: Float64Array, { base, parts }: HullSum, side: 1 | -1): number {
  let total = dot(w, base);
  for (const points of parts) total += side * Math.max(...points.map((p) => side * dot(w, p)));
  return total;
}

function dot(w: Float64Array, x: Float64Array): number {
  return w.reduce((total, wi, i) => total + (wi === 0 ? 0 : wi * x[i]!), 0);
}

/**
 * Maximizes Σᵢ wᵢ·dᵢ − |wᵢ|·boundsᵢ − Σⱼ σⱼ with σⱼ ≥ w·(p − p₀) for every other point p of a part, where p₀ is its first and
 * d = g − base − Σⱼ p₀. Each wᵢ is the difference of two variables that are not negative and sum to at most 1.
 */
function propose(g: Float64Array, { base, parts }: HullSum, bounds: Float64Array): Float64Array | null {
  const d = g.map((x, i) => x - base[i]! - parts.reduce((sum, [first]) => sum + first![i]!, 0));
  const hulls = parts.map(([first, ...others]) => others.map((p) => p.map((x, i) => x - first![i]!)));
  const scale = [d, ...hulls.flat()].reduce((most, p) => p.reduce((m, x) => Math.max(m, Math.abs(x)), most), 0);
  if (!(scale > 0 && scale < Number.POSITIVE_INFINITY) || !bounds.every((b) => b < Number.POSITIVE_INFINITY))
    return null;
  const rows = hulls.flatMap((others, j) => others.map((p, k) => ({ name: `${String(j)},${String(k)}`, j, p })));
  const weight = (i: number, sign: 1 | -1): [string, [string, number][]] => [
    `${sign > 0 ? "+" : "-"}${String(i)}`,
    [
      ["gain", (sign * d[i]! - bounds[i]!) / scale],
      [`size ${String(i)}`, 1],
      ...rows.map(({ name, p }): [string, number] => [name, (sign * p[i]!) / scale]),
    ],
  ];
  const support = (j: number): [string, [string, number][]] => [
    `support ${String(j)}`,
    [["gain", -1], ...rows.filter((row) => row.j === j).map(({ name }): [string, number] => [name, -1])],
  ];
  const indices = [...d.keys()];
  const { status, variables } = solve(
    {
      objective: "gain",
      constraints: [
        ...indices.map((i) => [`size ${String(i)}`, { max: 1 }] as const),
        ...rows.map(({ name }) => [name, { max: 0 }] as const),
      ],
      variables: [...indices.flatMap((i) => [weight(i, 1), weight(i, -1)]), ...hulls.map((_, j) => support(j))],
    },
    { precision: SOLVER_PRECISION },
  );
  if (status !== "optimal") return null;
  const found = new Map(variables);
  const weights = Float64Array.from(
    indices,
    (i) => (found.get(`+${String(i)}`) ?? 0) - (found.get(`-${String(i)}`) ?? 0),
  );
  return weights.map((w) => (Math.abs(w) < DUST ? 0 : w));
}

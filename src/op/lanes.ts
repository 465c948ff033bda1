import { normalizeAxes, sizeOf } from "../base/shape.ts";
import type { Kit } from "./kit.ts";
import type { Reduction } from "./reduction.ts";

/** x with the axes that are reduced moved to the end and merged into one: shape `[…kept, n]`. */
export function mergedLast<V>(op: string, kit: Kit<V>, x: V, axis: Reduction["axis"]): V {
  const shape = kit.shape(x);
  const reduced = normalizeAxes(op, axis ?? null, shape.length);
  const kept = shape.map((_, d) => d).filter((d) => !reduced.includes(d));
  const moved = kit.permute_dims(x, { axes: [...kept, ...reduced] });
  const dimensions = kept.map((d) => shape[d]!);
  return kit.reshape(moved, { shape: [...dimensions, sizeOf(reduced.map((d) => shape[d]!))] });
}

/**
 * The elements along the last axis combined pairwise, so that each passes through as few steps as can be: shape `[…, n]`
 * gives `[…, 1]`. There is at least one.
 */
export function folded<V>(kit: Kit<V>, x: V, combine: (a: V, b: V) => V): V {
  const shape = kit.shape(x).slice(0, -1);
  const part = (from: V, start: number, limit: number): V =>
    kit.slice(from, { start_indices: [...shape.map(() => 0), start], limit_indices: [...shape, limit] });
  let rest = x;
  let odd: V | null = null;
  for (let n = kit.shape(x).at(-1)!; n > 1; n = Math.floor(n / 2)) {
    const half = Math.floor(n / 2);
    if (n % 2 === 1) odd = odd === null ? part(rest, n - 1, n) : combine(part(rest, n - 1, n), odd);
    rest = combine(part(rest, 0, half), part(rest, half, 2 * half));
  }
  return odd === null ? rest : combine(rest, odd);
}

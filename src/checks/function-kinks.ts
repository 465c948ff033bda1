import { collect } from "../engine/collect.ts";
import { valueOf } from "../engine/variable.ts";
import type { Batched } from "../oracles/finite-difference.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Trace } from "../transforms/trace.ts";
import { nearBreaks } from "./kinks.ts";
import { limitsOf } from "./limits.ts";
import { kinkedPlaces, outsideNearby, type Place } from "./nearby-gradients.ts";
import type { Separation } from "./separate.ts";

/** Derivatives at a kink that are proved wrong. */
export interface Outside {
  /** Which element of the result. */
  readonly row: number;
  /** The elements of inputs that the proof speaks of. */
  readonly places: readonly (Place & { readonly weight: number })[];
  readonly separation: Separation;
}

/** How many elements of results of ops in a recorded call stand at kinks; ∞ where that cannot be told. */
export function kinkedElements(t: Trace): number {
  const { order, batched } = collect(t.outputs, t.leaves);
  if (batched) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (const { op, inputs, attrs } of order) {
    if (op?.face === undefined || op.face === null) continue;
    const operands = inputs.map(valueOf);
    const names = operands.map((_, k) => `x${String(k)}`);
    const step = { out: "out", op: op.name, in: names, attrs: attrs as Readonly<Record<string, unknown>> };
    const near = nearBreaks(
      step,
      operands,
      operands.map(({ data }) => new Float64Array(data.length)),
    );
    if (near.every(({ at }) => at.length === 0)) continue;
    const rows = limitsOf(step, operands, near);
    if (rows === null) return Number.POSITIVE_INFINITY;
    count += rows.filter((gradients) => gradients.length > 1).length;
  }
  return count;
}

/**
 * The elements of a function's result whose derivatives are none at a kink: where one-sided differences of its values differ,
 * by the gradients around the point.
 *
 * @param derivatives under test, by each input: of the result's shape followed by the input's.
 */
export function outsideRows(
  f: Batched,
  inputs: readonly Tensor[],
  noise: Tensor,
  derivatives: readonly Tensor[],
): Outside[] {
  return Array.from(noise.data, (n, row): Outside[] => {
    const all = inputs.flatMap(({ data }, k) => Array.from(data, (_, i) => ({ k, i })));
    const elements = kinkedPlaces({ f, inputs, row, noise: n, elements: all });
    if (elements.length === 0) return [];
    const claimed = elements.map(({ k, i }) => derivatives[k]!.data[row * inputs[k]!.data.length + i]!);
    const separation = outsideNearby({ f, inputs, row, noise: n, elements }, Float64Array.from(claimed));
    if (separation === null) return [];
    const places = [...separation.weights].flatMap((weight, u) => (weight === 0 ? [] : [{ ...elements[u]!, weight }]));
    return [{ row, places, separation }];
  }).flat();
}

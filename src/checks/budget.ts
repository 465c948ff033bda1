import { randomFrom } from "../base/random.ts";
import { sizeOf } from "../base/shape.ts";
import { SMALLEST_NORMAL, UNIT_ROUNDOFF } from "../base/ulp.ts";
import { collect, type Graph } from "../engine/collect.ts";
import { reverseSweep } from "../engine/reverse.ts";
import { interpreted, valueOf, Variable, type Value } from "../engine/variable.ts";
import type { Op } from "../op/op.ts";
import type { Arithmetic } from "../oracles/arithmetic.ts";
import { Tensor } from "../tensor/tensor.ts";
import { oneHots } from "../transforms/jacobian.ts";
import { kit } from "../transforms/kit.ts";
import { trace, type Trace } from "../transforms/trace.ts";

/** Beyond it an engine may overflow on the way, and then gives no number. */
const LARGEST = { float32: 1e37, float64: Number.POSITIVE_INFINITY } as const;

/** Entries whose sensitivities are swept together. */
const CHUNK = 32;

/** A computation of which the rounding is bounded, as a function of all its inputs. */
export type Computation = (...inputs: Variable[]) => readonly Value[];

/**
 * How far a correct implementation of a computation (forward and backward alike) may be from the truth, entry by entry:
 * the worst-case adjoint rounding bound. Every primitive result v is recorded with the allowance L of its op; one
 * reverse sweep over the record gives the sensitivity a = ∂out/∂v of each output entry, whose bound is Σ |a|·L plus the
 * rounding of the entry itself.
 *
 * The largest counts of all formulas that correct engines compute derivatives by, each at two points: the one at hand, and
 * one where every intermediate is moved by one to two allowances, so that a sensitivity that is zero by luck (a
 * saturated 1 − y) does not hide an error.
 *
 * @param ways computations of the same numbers by different orders of operations, such as forward over reverse mode and
 * reverse over reverse.
 * @param formulas whether the computation takes derivatives, so that the formulas of these matter.
 * @returns bounds of the shapes of the computation's outputs, in the order of these. ∞ where a correct engine may
 * overflow, NaN where the bound cannot be computed.
 */
export function roundingBounds(
  ways: readonly Computation[],
  inputs: readonly Tensor[],
  arithmetic: Arithmetic,
  formulas: boolean,
): Tensor[] {
  const found: Tensor[][] = [];
  let count = 1;
  for (let formula = 0; formula < count; formula++) {
    const random = randomFrom(formula);
    const asIs: Move = (_op, _values, _attrs, out) => out;
    const beside: Move = (op, values, attrs, out) => {
      const allowed = allowances(op, values, attrs, out, arithmetic);
      const data = out.data.map((v, i) => v + allowed[i]! * (1 + random()) * (random() < 0.5 ? -1 : 1));
      return new Tensor(out.shape, data, out.batch);
    };
    for (const compute of ways) {
      for (const move of [asIs, beside]) {
        const t = interpreted(
          (op, values, attrs) => {
            if (formulas) count = Math.max(count, 1 + op.variants.length);
            return { out: move(op, values, attrs, op.run(values, attrs)), as: formulaOf(op, formula) };
          },
          () => trace(compute, inputs),
        );
        found.push(boundsAt(t, arithmetic, new Map()));
      }
    }
  }
  return found.reduce((all, bounds) => all.map((b, o) => largerOf(b, bounds[o]!)));
}

type Move = (op: Op, inputs: readonly Tensor[], attrs: object, out: Tensor) => Tensor;

/** The op with its formula number `n`, 0 being its own; one that has fewer begins again. */
export function formulaOf(op: Op, n: number): Op {
  const k = n % (1 + op.variants.length);
  return k === 0 ? op : op.variants[k - 1]!;
}

/** Math.max keeps NaN: a bound that could not be computed bounds nothing. */
function largerOf(a: Tensor, b: Tensor): Tensor {
  return new Tensor(
    a.shape,
    a.data.map((x, i) => Math.max(x, b.data[i]!)),
  );
}

/** The arithmetic of our own engine. */
export const float64: Arithmetic = { name: "float64", precision: "float64", measured: {} };

/**
 * How noisy the values of a computation are in float64, its inputs' own rounding included: what differences of these
 * values have to reckon with. To first order, at the given point alone.
 */
export function noiseOf(compute: Computation, inputs: readonly Tensor[]): Tensor[] {
  const t = trace(compute, inputs);
  const rounded = t.leaves.map((leaf) => leaf.value.data.map((x) => 2 * UNIT_ROUNDOFF.float64 * Math.abs(x)));
  return boundsAt(t, float64, new Map(t.leaves.map((leaf, i) => [leaf, rounded[i]!])));
}

function boundsAt(t: Trace, arithmetic: Arithmetic, allowed: Map<Variable, Float64Array>): Tensor[] {
  const graph = collect(t.outputs, t.leaves);
  for (const node of graph.order)
    if (node.op !== null && node.id > graph.leavesEnd)
      allowed.set(node, allowances(node.op, node.inputs.map(valueOf), node.attrs, node.value, arithmetic));
  const [u, eta] = [UNIT_ROUNDOFF[arithmetic.precision], SMALLEST_NORMAL[arithmetic.precision]];
  return t.outputs.map((out, o) => {
    const value = valueOf(out);
    const bound = sensitivitySums(t, graph, o, allowed);
    // What is zero and was never rounded is zero exactly; anything else may also be rounded as it is handed over.
    value.data.forEach((v, i) => {
      if (v !== 0 || bound[i] !== 0) bound[i]! += u * Math.abs(v) + eta;
    });
    return new Tensor(value.shape, bound);
  });
}

/** Σ |∂out/∂v|·w over all elements v of the nodes that have weights w, for each element of output `o`. */
export function sensitivitySums(
  t: Trace,
  graph: Graph,
  o: number,
  weights: ReadonlyMap<Variable, Float64Array>,
): Float64Array {
  const out = t.outputs[o]!;
  const size = sizeOf(out.shape);
  const sums = new Float64Array(valueOf(out).data.length);
  if (!(out instanceof Variable && out.active)) return sums;
  // Tensors that hold directions of their own (a Jacobian inside) leave no room for these.
  const chunk = graph.batched ? 1 : CHUNK;
  for (let first = 0; first < size; first += chunk) {
    const count = Math.min(chunk, size - first);
    const seeds = t.outputs.map((_, i) => (i === o ? oneHots(out, first, count) : null));
    reverseSweep(kit, graph, t.outputs, seeds, { traced: false, directions: !graph.batched });
    for (const [node, w] of weights) {
      if (node.derivative === null) continue;
      const { data, batch } = valueOf(node.derivative);
      for (let n = 0; n < count; n++) {
        let total = 0;
        const row = batch === count && count > 1 ? n * w.length : 0;
        for (let i = 0; i < w.length; i++) total += weighted(Math.abs(data[row + i]!), w[i]!);
        sums[first + n]! += total;
      }
    }
  }
  return sums;
}

/** The product, but what has no weight counts for nothing, and what may be anything counts wherever it stands. */
function weighted(sensitivity: number, weight: number): number {
  return weight === 0 || weight === Number.POSITIVE_INFINITY ? weight : sensitivity * weight;
}

/**
 * The allowance of each element v of an op's result: 0 where the op is exact, ∞ where an engine may overflow, NaN where v
 * is no finite number.
 */
export function allowances(
  op: Op,
  inputs: readonly Tensor[],
  attrs: object,
  out: Tensor,
  { precision, measured }: Arithmetic,
): Float64Array {
  const { terms = 0, structure, ...own } = op.rounding(inputs, attrs, out);
  const { relative = 0, absolute = 0 } = measured[op.name] ?? own;
  const perValue = relative + (structure?.relative ?? 0);
  const constant = absolute + (structure?.absolute ?? 0);
  const magnitudes = terms > 0 ? op.run(inputs.map(absoluteOf), attrs).data : null;
  const exact = perValue === 0 && constant === 0 && magnitudes === null;
  const [u, eta] = [UNIT_ROUNDOFF[precision], SMALLEST_NORMAL[precision]];
  return out.data.map((v, i) => {
    const size = Math.abs(v);
    if (exact) return 0;
    if (!(size < Number.POSITIVE_INFINITY)) return Number.NaN;
    if (size > LARGEST[precision]) return Number.POSITIVE_INFINITY;
    return u * (perValue * size + constant + terms * (magnitudes?.[i] ?? 0)) + eta * Math.max(1, terms);
  });
}

function absoluteOf(x: Tensor): Tensor {
  return new Tensor(x.shape, x.data.map(Math.abs), x.batch);
}

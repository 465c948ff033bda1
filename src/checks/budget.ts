import { randomFrom } from "../base/random.ts";
import { sizeOf } from "../base/shape.ts";
import { SMALLEST_NORMAL, UNIT_ROUNDOFF, type Precision } from "../base/ulp.ts";
import { collect, type Graph } from "../engine/collect.ts";
import { reverseSweep } from "../engine/reverse.ts";
import { disturbed, valueOf, Variable, type Value } from "../engine/variable.ts";
import type { Op } from "../op/op.ts";
import { Tensor } from "../tensor/tensor.ts";
import { oneHots } from "../transforms/jacobian.ts";
import { kit } from "../transforms/kit.ts";
import { trace, type Trace } from "../transforms/trace.ts";

/**
 * Room for what the model leaves out: an engine that computes a derivative by another formula than ours (`x·g / y²` for
 * `g·(x / y) / y`) rounds a few times more.
 */
const FORMULA_VARIANTS = 4;

/** Entries whose sensitivities are swept together. */
const CHUNK = 32;

/** A computation of which the rounding is bounded, as a function of all its inputs. */
export type Computation = (...inputs: Variable[]) => readonly Value[];

/**
 * How far a correct implementation of a computation (forward and backward alike) may be from the truth, entry by entry:
 * the worst-case adjoint rounding bound. Every primitive result v is recorded with the allowance L of its op; one
 * reverse sweep over the record gives the sensitivity a = ∂out/∂v of each output entry, whose bound is Σ |a|·L plus the
 * rounding of the entry itself. The larger of two points counts: the one at hand, and one where every intermediate is
 * moved by one to two allowances, so that a sensitivity that is zero by luck does not hide an error.
 *
 * @returns bounds of the shapes of the computation's outputs, in the order of these.
 */
export function roundingBounds(compute: Computation, inputs: readonly Tensor[], precision: Precision): Tensor[] {
  const exact = boundsAt(trace(compute, inputs), precision);
  const random = randomFrom(1);
  const beside = disturbed(
    (op, values, attrs, out) => {
      const allowed = allowances(op, values, attrs, out, precision);
      return new Tensor(
        out.shape,
        out.data.map((v, i) => v + allowed[i]! * (1 + random()) * (random() < 0.5 ? -1 : 1)),
      );
    },
    () => boundsAt(trace(compute, inputs), precision),
  );
  // Math.max keeps NaN: a bound that could not be computed bounds nothing.
  return exact.map(
    (b, o) =>
      new Tensor(
        b.shape,
        b.data.map((x, i) => FORMULA_VARIANTS * Math.max(x, beside[o]!.data[i]!)),
      ),
  );
}

/**
 * How noisy the values of a computation are in float64, its inputs' own rounding included: what differences of these
 * values have to reckon with. To first order, at the given point alone.
 */
export function noiseOf(compute: Computation, inputs: readonly Tensor[]): Tensor[] {
  const t = trace(compute, inputs);
  const rounded = t.leaves.map((leaf) => leaf.value.data.map((x) => 2 * UNIT_ROUNDOFF.float64 * Math.abs(x)));
  return boundsAt(t, "float64", new Map(t.leaves.map((leaf, i) => [leaf, rounded[i]!])));
}

function boundsAt(t: Trace, precision: Precision, allowed = new Map<Variable, Float64Array>()): Tensor[] {
  const graph = collect(t.outputs, t.leaves);
  for (const node of graph.order)
    if (node.op !== null && node.id > graph.leavesEnd)
      allowed.set(node, allowances(node.op, node.inputs.map(valueOf), node.attrs, node.value, precision));
  return t.outputs.map((out, o) => boundOf(t, graph, allowed, out, o, precision));
}

function boundOf(
  t: Trace,
  graph: Graph,
  allowed: ReadonlyMap<Variable, Float64Array>,
  out: Value,
  o: number,
  precision: Precision,
): Tensor {
  const value = valueOf(out);
  const bound = new Float64Array(value.data.length);
  if (out instanceof Variable && out.active) {
    const size = sizeOf(value.shape);
    // Tensors that hold directions of their own (a Jacobian inside) leave no room for these.
    const chunk = graph.batched ? 1 : CHUNK;
    for (let first = 0; first < size; first += chunk) {
      const count = Math.min(chunk, size - first);
      const seeds = t.outputs.map((_, i) => (i === o ? oneHots(out, first, count) : null));
      reverseSweep(kit, graph, t.outputs, seeds, { traced: false, directions: !graph.batched });
      for (const [node, L] of allowed) {
        if (node.derivative === null) continue;
        const { data, batch } = valueOf(node.derivative);
        for (let n = 0; n < count; n++) {
          let total = 0;
          const row = batch === count && count > 1 ? n * L.length : 0;
          for (let i = 0; i < L.length; i++) total += L[i] === 0 ? 0 : Math.abs(data[row + i]!) * L[i]!;
          bound[first + n]! += total;
        }
      }
    }
  }
  // What is zero and was never rounded is zero exactly; anything else may also be rounded as it is handed over.
  value.data.forEach((v, i) => {
    if (v !== 0 || bound[i] !== 0) bound[i]! += UNIT_ROUNDOFF[precision] * Math.abs(v) + SMALLEST_NORMAL[precision];
  });
  return new Tensor(value.shape, bound);
}

/** The allowance of each element of an op's result; 0 where the op is exact. */
function allowances(op: Op, inputs: readonly Tensor[], attrs: object, out: Tensor, precision: Precision): Float64Array {
  const { relative = 0, absolute = 0, terms = 0 } = op.rounding(inputs, attrs, out);
  if (relative === 0 && absolute === 0 && terms === 0) return new Float64Array(out.data.length);
  const u = UNIT_ROUNDOFF[precision];
  const magnitudes = terms === 0 ? null : op.run(inputs.map(absoluteOf), attrs).data;
  return out.data.map(
    (v, i) =>
      u * (relative * Math.abs(v) + absolute + (magnitudes === null ? 0 : terms * magnitudes[i]!)) +
      SMALLEST_NORMAL[precision] * Math.max(1, terms),
  );
}

function absoluteOf(x: Tensor): Tensor {
  return new Tensor(x.shape, x.data.map(Math.abs), x.batch);
}

import { randomFrom } from "../base/random.ts";
import { sizeOf } from "../base/shape.ts";
import { SMALLEST_NORMAL, UNIT_ROUNDOFF } from "../base/ulp.ts";
import { collect, type Graph } from "../engine/collect.ts";
import { reverseSweep } from "../engine/reverse.ts";
import { interpreted, valueOf, Variable, type Interpretation, type Value } from "../engine/variable.ts";
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
export type Computation = (...inputs: Value[]) => readonly Value[];

/**
 * How far a correct implementation of a computation (forward and backward alike) may be from the truth, entry by entry:
 * the worst-case adjoint rounding bound. Every primitive result v is recorded with the allowance L of its op; one
 * reverse sweep over the record gives the sensitivity a = ∂out/∂v of each output entry, whose bound is Σ |a|·L plus the
 * rounding of the entry itself.
 *
 * The larger counts of two points on either side of the one at hand, where every intermediate is moved by one to two
 * allowances, so that a sensitivity that is zero by luck (a saturated 1 − y) does not hide an error, nor the roundings of
 * what an intermediate is multiplied by. And the largest counts of the formulas that correct engines compute the
 * derivative of each op by, whatever the others are computed by.
 *
 * @param ways computations of the same numbers by different orders of operations, such as forward over reverse mode and
 * reverse over reverse.
 * @param formulas whether the computation takes derivatives, so that the formulas of these matter.
 * @returns bounds of the shapes of the computation's outputs, in the order of these. ∞ where they cannot be computed, NaN
 * where a correct engine may overflow and give no number.
 */
export function roundingBounds(
  ways: readonly Computation[],
  inputs: readonly Tensor[],
  arithmetic: Arithmetic,
  formulas: boolean,
): Tensor[] {
  /** The bounds where some ops have the formulas chosen, and what others are met any of theirs. */
  const boundsFor = (chosen: ReadonlyMap<string, Op>, known: ReadonlySet<string>): Tensor[] => {
    const met = new Map<string, readonly Op[]>();
    const found = ways.flatMap((compute) =>
      SIDES.map((side) => {
        const move = moveTo(side, arithmetic);
        const formulaOf = (op: Op): Op => {
          const [first, ...others] = arithmetic.own ? [op] : formulasElsewhere(op);
          // The formulas of a composite are those of its values, too.
          if ((formulas || op.expand !== null) && others.length > 0 && !known.has(op.name)) met.set(op.name, others);
          return chosen.get(op.name) ?? first;
        };
        const reading: Interpretation = (op, values, attrs) => ({
          out: move(op, values, attrs, op.run(values, attrs)),
          as: formulaOf(op),
        });
        return boundsAt(
          interpreted(reading, () => trace(compute, inputs), formulaOf),
          arithmetic,
          new Map(),
        );
      }),
    );
    const own = found.reduce((all, bounds) => mapAll(all, bounds, Math.max));
    const all = new Set([...known, ...met.keys()]);
    // What an op's roundings amount to hangs on its own formula and not on those of others.
    return [...met].reduce((total, [name, others]) => {
      const most = others
        .map((other) => boundsFor(new Map([...chosen, [name, other]]), all))
        .reduce((a, b) => mapAll(a, b, Math.max), own);
      return mapAll(total, mapAll(most, own, subtract), add);
    }, own);
  };
  return boundsFor(new Map(), new Set());
}

/** The formulas that engines other than ours compute the derivative of an op by; the first is as good as any. */
export function formulasElsewhere(op: Op): readonly [Op, ...Op[]] {
  const [first = op, ...others] = op.variants;
  return [first, ...others];
}

/** The two points, opposite each other: between them lies the point at hand. */
const SIDES = [-1, 1] as const;

/** Moves every element by one to two of its allowances, up or down as the side says. */
function moveTo(
  side: (typeof SIDES)[number],
  arithmetic: Arithmetic,
): (op: Op, inputs: readonly Tensor[], attrs: object, out: Tensor) => Tensor {
  const random = randomFrom(1);
  return (op, values, attrs, out) => {
    const allowed = allowances(op, values, attrs, out, arithmetic);
    const data = out.data.map((v, i) => v + side * allowed[i]! * (1 + random()) * (random() < 0.5 ? -1 : 1));
    return new Tensor(out.shape, data, out.batch);
  };
}

const add = (a: number, b: number): number => a + b;
/** ∞ − ∞ is 0: what may be anything anyway is not made worse. */
const subtract = (a: number, b: number): number => (a === b ? 0 : a - b);

/** Element by element. Math.max keeps NaN. */
function mapAll(a: readonly Tensor[], b: readonly Tensor[], f: (x: number, y: number) => number): Tensor[] {
  return a.map(
    (t, o) =>
      new Tensor(
        t.shape,
        t.data.map((x, i) => f(x, b[o]!.data[i]!)),
      ),
  );
}

/** The arithmetic of our own engine. */
export const float64: Arithmetic = { name: "cotangent", precision: "float64", own: true, measured: {} };

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
  const graph = collect(t.outputs, t.leaves, true);
  for (const node of graph.order)
    if (node.op !== null && node.id > graph.leavesEnd)
      allowed.set(node, allowances(node.op, node.inputs.map(valueOf), node.attrs, node.value, arithmetic));
  const [u, eta] = [UNIT_ROUNDOFF[arithmetic.precision], SMALLEST_NORMAL[arithmetic.precision]];
  const overflows = graph.order.some((node) =>
    node.value.data.some((v) => Math.abs(v) > LARGEST[arithmetic.precision] && Number.isFinite(v)),
  );
  return t.outputs.map((out, o) => {
    const value = valueOf(out);
    const bound = sensitivities(t, graph, o, allowed);
    return new Tensor(
      value.shape,
      bound.map((b, i) => {
        const size = Math.abs(value.data[i]!);
        if (overflows) return Number.NaN;
        if (Number.isNaN(b)) return Number.POSITIVE_INFINITY;
        // What is zero and was never rounded is zero exactly; anything else may also be rounded as it is handed over.
        return size === 0 && b === 0 ? 0 : b + u * size + eta;
      }),
    );
  });
}

/** Σ |∂out/∂v|·w over all elements v of the nodes that have weights w, for each element of output `o`. */
export function sensitivities(
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
        for (let i = 0; i < w.length; i++) total += w[i] === 0 ? 0 : Math.abs(data[row + i]!) * w[i]!;
        sums[first + n]! += total;
      }
    }
  }
  return sums;
}

/** The allowance of each element v of an op's result. */
export function allowances(
  op: Op,
  inputs: readonly Tensor[],
  attrs: object,
  out: Tensor,
  { precision, measured }: Arithmetic,
): Float64Array {
  const { terms = 0, magnitudes, structure, ...own } = op.rounding(inputs, attrs, out);
  const { relative = 0, absolute = 0 } = measured[op.name] ?? own;
  const perValue = relative + (structure?.relative ?? 0);
  const constant = absolute + (structure?.absolute ?? 0);
  const sizes = terms > 0 ? (magnitudes ?? op.run(absolutesOf(op, inputs), attrs)).data : null;
  const [u, eta] = [UNIT_ROUNDOFF[precision], SMALLEST_NORMAL[precision]];
  const isGiven = inputs.some(({ data }) => data.some((x) => Math.abs(x) === Infinity));
  return out.data.map((v, i) => {
    // No rounding moves what is infinite because an operand is, as padding may be.
    if (Math.abs(v) === Infinity && isGiven) return 0;
    const units = perValue * Math.abs(v) + constant + terms * Math.abs(sizes?.[i] ?? 0);
    // What is exact, a zero among it, does not underflow.
    return units === 0 ? 0 : u * units + eta * Math.max(1, terms);
  });
}

/** The inputs' absolute values; data, such as indices, as they are. */
function absolutesOf({ active }: Op, inputs: readonly Tensor[]): readonly Tensor[] {
  return inputs.map((x, i) => (active[Math.min(i, active.length - 1)] === true ? absoluteOf(x) : x));
}

function absoluteOf(x: Tensor): Tensor {
  return new Tensor(x.shape, x.data.map(Math.abs), x.batch);
}

import { sizeOf } from "../base/shape.ts";
import { collect } from "../engine/collect.ts";
import { valueOf, type Value } from "../engine/variable.ts";
import { erased } from "../op/erased.ts";
import { concat } from "../ops/index.ts";
import { Tensor, zeros } from "../tensor/tensor.ts";
import {
  checkInputs,
  checkOutput,
  perInput,
  type Derivative,
  type Differentiable,
  type Inputs,
  type Parameters,
  type PerInput,
} from "./arguments.ts";
import { gradientsOf } from "./grad.ts";
import { kit } from "./kit.ts";
import { pull, push, release, trace, type Trace } from "./trace.ts";

/** How a Jacobian is computed. */
export interface JacobianOptions {
  /**
   * `reverse`: a row for each element of the result. `forward`: a column for each element of the inputs. Both give the
   * same numbers but for rounding; unless given, the one with fewer directions is taken.
   */
  readonly mode?: "reverse" | "forward";
}

/** Directions that are swept together: enough to fill the loops, few enough to stay in the cache. */
const CHUNK = 32;

/**
 * The Jacobian of a function, as a function of the same inputs: every derivative of every element of the result. All
 * directions are computed together. It can be differentiated again.
 *
 * @returns for one input a tensor of the result's shape followed by the input's; for several a list of these.
 * @example
 * jacobian((x: Value) => ops.square(x))(tensor([1, 2])); // [[2, 0], [0, 4]]
 */
export function jacobian<P extends Parameters>(
  f: Differentiable<P>,
  options: JacobianOptions = {},
): <Y extends Inputs<P>>(...xs: Y) => PerInput<Y, Derivative<Y>> {
  return <Y extends Inputs<P>>(...xs: Y) => {
    checkInputs("jacobian", xs);
    const t = trace((...vs) => [checkOutput("jacobian", f(...(vs as readonly unknown[] as P)))], xs);
    return perInput<Y, Derivative<Y>>(jacobianOf(t, options)[0]!.map(release));
  };
}

/**
 * The Hessian of a function with a scalar result, as a function of the same inputs: reverse mode is recorded, and one
 * forward sweep goes over it with all directions together.
 *
 * @returns for one input x a tensor of shape `x + x`; for several a list of lists, where entry `[i][j]` has the shape of
 * input i followed by input j.
 * @throws GradientError when the result of `f` has more than one element.
 * @example
 * hessian((x: Value) => ops.sum(ops.pow(x, 3)))(tensor([1, 2])); // [[6, 0], [0, 12]]
 */
export function hessian<P extends Parameters>(
  f: Differentiable<P>,
  options: JacobianOptions = { mode: "forward" },
): <Y extends Inputs<P>>(...xs: Y) => PerInput<Y, PerInput<Y, Derivative<Y>>> {
  return (...xs) => {
    checkInputs("hessian", xs);
    const t = trace((...vs) => gradientsOf(f, vs).gradients, xs);
    return perInput(jacobianOf(t, options).map((row) => perInput(row.map(release))));
  };
}

/** The Jacobians of a recorded call, `[output][input]`, each of shape output + input. */
export function jacobianOf(t: Trace, { mode }: JacobianOptions = {}): Value[][] {
  const outSize = t.outputs.reduce((n, out) => n + sizeOf(out.shape), 0);
  const inSize = t.leaves.reduce((n, leaf) => n + sizeOf(leaf.shape), 0);
  const graph = collect(t.outputs, t.leaves);
  // Tensors that hold directions of their own leave no room for these: then one direction is swept after the other.
  const chunk = graph.batched ? 1 : CHUNK;
  if ((mode ?? (outSize <= inSize ? "reverse" : "forward")) === "reverse")
    return t.outputs.map((out, o) => {
      const parts = inChunks(sizeOf(out.shape), chunk, (first, count) => {
        const seed = oneHots(out, first, count);
        const given = t.outputs.map((_, i) => (i === o ? seed : null));
        return pull(t, given, !graph.batched, graph);
      });
      return t.leaves.map((leaf, i) => stack(parts, i, [...out.shape, ...leaf.shape]));
    });
  const columns = t.leaves.map((leaf, i) => {
    const parts = inChunks(sizeOf(leaf.shape), chunk, (first, count) => {
      const seed = oneHots(leaf, first, count);
      return push(
        t,
        t.leaves.map((_, j) => (i === j ? seed : null)),
        !graph.batched,
        graph,
      );
    });
    // Directions come first: shape input + output, which is turned round.
    return t.outputs.map((out, o) => turn(stack(parts, o, [...leaf.shape, ...out.shape]), leaf.shape.length));
  });
  return t.outputs.map((_, o) => columns.map((column) => column[o]!));
}

interface Part {
  readonly count: number;
  readonly derivatives: readonly Value[];
}

function inChunks(size: number, chunk: number, sweep: (first: number, count: number) => Value[]): Part[] {
  const parts: Part[] = [];
  for (let first = 0; first < size; first += chunk) {
    const count = Math.min(chunk, size - first);
    parts.push({ count, derivatives: sweep(first, count) });
  }
  return parts;
}

/** The one-hot directions `first` to `first + count − 1` of a value; for a value with a batch, in each of its members. */
export function oneHots(like: Value, first: number, count: number): Tensor {
  const value = valueOf(like);
  const size = sizeOf(value.shape);
  const batch = Math.max(count, value.batch);
  const data = new Float64Array(batch * size);
  for (let n = 0; n < batch; n++) data[n * size + first + (count > 1 ? n : 0)] = 1;
  return new Tensor(value.shape, data, batch);
}

/** The derivatives number `i` of all parts, one direction after the other, under `shape`. */
function stack(parts: readonly Part[], i: number, shape: readonly number[]): Value {
  if (parts.length === 0) return zeros(shape);
  const rows = parts.map(({ count, derivatives }) => asRows(derivatives[i]!, count));
  const all = rows.length === 1 ? rows[0]! : kit.apply(erased(concat), rows, { axis: 0 });
  return kit.reshape(all, { shape });
}

/** A batch of directions as the rows of a matrix. */
function asRows(x: Value, count: number): Value {
  const rows = count === 1 ? kit.reshape(x, { shape: [1, ...x.shape] }) : kit.batch_to_axis(x, { count });
  return kit.reshape(rows, { shape: [count, sizeOf(x.shape)] });
}

/** The first `rank` dimensions put last. */
function turn(x: Value, rank: number): Value {
  const axes = x.shape.map((_, i) => i);
  return kit.permute_dims(x, { axes: [...axes.slice(rank), ...axes.slice(0, rank)] });
}

import { collect, type Graph } from "../engine/collect.ts";
import { forwardSweep } from "../engine/forward.ts";
import { reverseSweep } from "../engine/reverse.ts";
import { valueOf, Variable, type Value } from "../engine/variable.ts";
import { identity } from "../ops/helper/index.ts";
import { copyOf, Tensor, zeros } from "../tensor/tensor.ts";
import { kit } from "./kit.ts";

/** A recorded call of a function: its leaves stand for the inputs. */
export interface Trace {
  readonly leaves: readonly Variable[];
  readonly outputs: readonly Value[];
  /** Whether an input was itself a variable, so that derivatives have to be variables too. */
  readonly nested: boolean;
}

/** Calls `f` on fresh variables and records what it does. */
export function trace(f: (...xs: Variable[]) => readonly Value[], inputs: readonly Value[]): Trace {
  const leaves = inputs.map((x) =>
    x instanceof Variable ? new Variable(x.value, identity, [x], {}) : new Variable(x, null, [], {}),
  );
  return { leaves, outputs: f(...leaves), nested: inputs.some((x) => x instanceof Variable) };
}

/** The results as they leave a transform: tensors of their own, or variables where something outside depends on them. */
export function release(x: Value): Value {
  return x instanceof Tensor ? copyOf(x) : x;
}

/** An output as it leaves a transform: a variable only where it depends on one from outside. */
export function primalOf(t: Trace, output: Value): Value {
  return t.nested || (output instanceof Variable && collect([output], t.leaves).foreign)
    ? output
    : copyOf(valueOf(output));
}

/** The cotangents of the leaves, from those of the outputs (null is zero). */
export function pull(t: Trace, cotangents: readonly (Value | null)[], directions: boolean, known?: Graph): Value[] {
  const graph = known ?? collect(t.outputs, t.leaves);
  // Outputs that hold a batch are evaluated at many points at once: each has gradients of its own, which are not summed.
  const members = t.outputs.some((output) => valueOf(output).batch > 1);
  const traced = t.nested || graph.foreign;
  reverseSweep(kit, graph, t.outputs, cotangents, { traced, directions: directions || members });
  return t.leaves.map((leaf) => leaf.derivative ?? zeros(leaf.shape));
}

/** The tangents of the outputs, from those of the leaves (null is zero). */
export function push(t: Trace, tangents: readonly (Value | null)[], directions: boolean, known?: Graph): Value[] {
  const graph = known ?? collect(t.outputs, t.leaves);
  forwardSweep(kit, graph, t.leaves, tangents, {
    traced: t.nested || graph.foreign,
    directions,
  });
  return t.outputs.map((output) =>
    output instanceof Variable && output.active && output.derivative !== null ? output.derivative : zeros(output.shape),
  );
}

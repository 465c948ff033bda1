import type { EngineKit, Point } from "../op/op.ts";
import { sameShape } from "../base/shape.ts";
import { isActiveInput, type Graph } from "./collect.ts";
import { valueOf, Variable, type Value } from "./variable.ts";

/** How a sweep goes through a graph. */
export interface Sweep {
  /** Whether derivatives are variables themselves, to be differentiated again. */
  readonly traced: boolean;
  /** Whether the cotangents or tangents hold a batch of directions, for tensors that hold none. */
  readonly directions: boolean;
}

/**
 * Reverse mode: sends cotangents of `outputs` back through the graph and leaves in `derivative` of each node its own
 * (null where none arrives). Fan-out adds up here, and broadcasting is undone here, for every op.
 */
export function reverseSweep(
  kit: EngineKit<Value>,
  graph: Graph,
  outputs: readonly Value[],
  cotangents: readonly (Value | null)[],
  sweep: Sweep,
): void {
  const { order } = graph;
  for (const node of order) node.derivative = null;
  outputs.forEach((output, i) => {
    const g = cotangents[i];
    if (output instanceof Variable && output.active && g !== null && g !== undefined) accumulate(kit, output, g);
  });
  for (let n = order.length - 1; n >= 0; n--) {
    const node = order[n]!;
    const g = node.derivative;
    if (g === null || node.op === null || node.id <= graph.leavesEnd) continue;
    const inputs = sweep.traced ? node.inputs : node.inputs.map(valueOf);
    const out = sweep.traced ? node : node.value;
    for (let index = 0; index < node.inputs.length; index++) {
      const input = node.inputs[index]!;
      if (!(input instanceof Variable) || !input.active || !isActiveInput(node, index)) continue;
      const at: Point<Value> = { inputs, out, index };
      accumulate(kit, input, unbroadcast(kit, node.op.vjp(kit, at, g, node.attrs), input, sweep));
    }
  }
}

function accumulate(kit: EngineKit<Value>, node: Variable, g: Value): void {
  node.derivative = node.derivative === null ? g : kit.add(node.derivative, g);
}

/** Sums over what broadcasting repeated `input` along: dimensions, and a batch that `input` does not have. */
function unbroadcast(kit: EngineKit<Value>, g: Value, input: Variable, sweep: Sweep): Value {
  const summed = sameShape(g.shape, input.value.shape) ? g : kit.sum_to(g, { shape: input.value.shape });
  const count = valueOf(summed).batch;
  return sweep.directions || count === input.value.batch ? summed : kit.sum_batch(summed, { count });
}

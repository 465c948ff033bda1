import { sameShape } from "../base/shape.ts";
import type { EngineKit } from "../op/op.ts";
import { isActiveInput, type Graph } from "./collect.ts";
import type { Sweep } from "./reverse.ts";
import { valueOf, Variable, type Value } from "./variable.ts";

/**
 * Forward mode: sends tangents of the leaves through the recorded graph and leaves in `derivative` of each node its
 * own (null for zero).
 */
export function forwardSweep(
  kit: EngineKit<Value>,
  graph: Graph,
  leaves: readonly Variable[],
  tangents: readonly (Value | null)[],
  sweep: Sweep,
): void {
  for (const node of graph.order) node.derivative = null;
  leaves.forEach((leaf, i) => {
    leaf.derivative = tangents[i] ?? null;
  });
  for (const node of graph.order) {
    if (node.op === null || node.id <= graph.leavesEnd) continue;
    const along = node.inputs.map((input, i) =>
      input instanceof Variable && input.active && isActiveInput(node, i) ? input.derivative : null,
    );
    if (along.every((d) => d === null)) continue;
    const inputs = sweep.traced ? node.inputs : node.inputs.map(valueOf);
    const d = node.op.jvp(kit, { inputs, out: sweep.traced ? node : node.value }, along, node.attrs);
    const shape = node.value.shape;
    node.derivative = d === null || sameShape(d.shape, shape) ? d : kit.broadcast_to(d, { shape });
  }
}

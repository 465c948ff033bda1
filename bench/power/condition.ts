import { formulasElsewhere, sensitivities } from "../../src/checks/budget.ts";
import type { Task } from "../../src/checks/tasks.ts";
import { collect } from "../../src/engine/collect.ts";
import { interpreted, valueOf, type Variable } from "../../src/engine/variable.ts";
import type { Op } from "../../src/op/op.ts";
import { trace, type Trace } from "../../src/transforms/trace.ts";

/** How far relative errors are blown up on their way to each entry g of a result, result by result. */
export interface Conditions {
  /** Those of all the inputs (cotangents and tangents among them): Σ |∂g/∂x·x| / |g|, of the function alone. */
  readonly ofFunction: readonly Float64Array[];
  /**
   * Those of everything: Σ |∂g/∂v·v| / |g| over the inputs and all that is computed on the way, forward and backward, by
   * the formula for which it is largest: of the computation.
   */
  readonly ofComputation: readonly Float64Array[];
}

/** The condition numbers of the results of a task. */
export function conditionsOf(task: Task): Conditions {
  const own = trace(task.ways[0], task.arrays);
  const everything = readings(task).map((t) => sums(t, collect(t.outputs, t.leaves, true).order));
  return {
    ofFunction: relative(own, sums(own, own.leaves)),
    ofComputation: relative(
      own,
      everything.reduce((a, b) => a.map((x, o) => x.map((v, i) => Math.max(v, b[o]![i]!)))),
    ),
  };
}

/** The task by the first formulas of all ops, and by each other formula of each op. */
function readings(task: Task): Trace[] {
  const met = new Map<string, Op>();
  const read = (name: string, n: number): Trace[] =>
    task.ways.map((way) =>
      interpreted(
        (op, inputs, attrs) => {
          met.set(op.name, op);
          const formulas = formulasElsewhere(op);
          return { out: op.run(inputs, attrs), as: formulas[op.name === name ? n : 0]! };
        },
        () => trace(way, task.arrays),
      ),
    );
  const traces = read("", 0);
  for (const op of met.values())
    for (let n = 1; n < formulasElsewhere(op).length; n++) traces.push(...read(op.name, n));
  return traces;
}

/** Σ |∂g/∂v·v| over the values v of some nodes, for the entries g of each output. */
function sums(t: Trace, nodes: readonly Variable[]): Float64Array[] {
  const graph = collect(t.outputs, t.leaves, true);
  const weights = new Map(nodes.map((node) => [node, node.value.data.map(Math.abs)]));
  return t.outputs.map((_, o) => sensitivities(t, graph, o, weights));
}

function relative(t: Trace, sums: readonly Float64Array[]): Float64Array[] {
  return sums.map((sum, o) => sum.map((x, i) => x / Math.abs(valueOf(t.outputs[o]!).data[i]!)));
}

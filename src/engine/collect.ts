import { GradientError } from "../base/errors.ts";
import { Variable, type Value } from "./variable.ts";

let visits = 0;

/** The part of the recorded history that a sweep goes through. */
export interface Graph {
  /** The nodes that depend on the leaves, inputs before results; the leaves among them. */
  readonly order: readonly Variable[];
  /** The number of the newest leaf: a sweep goes no further than the leaves, though they may have a history. */
  readonly leavesEnd: number;
  /** Whether anything in it hangs on variables from outside, so that its derivatives have a history of their own. */
  readonly foreign: boolean;
  /** Whether any node holds a batch of directions of its own. */
  readonly batched: boolean;
}

/** Which leaves a sweep differentiates by: those given, all made in a row; or every variable that is met. */
export type Leaves = readonly Variable[] | "all";

/**
 * Finds what of the history of `outputs` depends on the leaves, by an iterative walk (deep histories are fine).
 *
 * @param values whether what depends on them by its value alone counts too, as the tanh of a sign does, whose derivative
 * is zero: rounding goes wherever values go.
 */
export function collect(outputs: readonly Value[], by: Leaves, values: boolean = false): Graph {
  const visit = ++visits;
  const order: Variable[] = [];
  let foreign = false;
  let batched = false;
  const enter = (node: Variable, active: boolean): void => {
    node.visit = visit;
    node.active = active;
    node.derivative = null;
    if (active) order.push(node);
    if (node.value.batch > 1) batched = true;
  };
  const leavesEnd = by === "all" ? 0 : (by.at(-1)?.id ?? 0);
  if (by !== "all") for (const leaf of by) enter(leaf, true);

  const path: Variable[] = [];
  const next: number[] = [];
  /** Goes into a node that was not seen; true when its inputs are still to be walked. */
  const open = (x: Value): boolean => {
    if (!(x instanceof Variable) || x.visit === visit) return false;
    if (x.freed)
      throw new GradientError(
        "backward: trying to backward through the graph a second time, but the first backward let it go; " +
          "give { retainGraph: true } to the first one, or compute the values again",
      );
    if (x.id <= leavesEnd || x.op === null) {
      // A leaf made later that is no parameter belongs to a transform that has finished: a constant by now.
      foreign ||= by !== "all" && (x.parameter || x.id <= leavesEnd);
      enter(x, by === "all" && x.parameter);
      return false;
    }
    x.visit = visit;
    path.push(x);
    next.push(0);
    return true;
  };
  for (const output of outputs) {
    open(output);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      const at = next[next.length - 1]!++;
      const input = node.inputs[at];
      if (input !== undefined) {
        open(input);
      } else {
        path.pop();
        next.pop();
        enter(node, dependsOnLeaves(node, visit, values));
      }
    }
  }
  return { order, leavesEnd, foreign, batched };
}

function dependsOnLeaves(node: Variable, visit: number, values: boolean): boolean {
  for (let i = 0; i < node.inputs.length; i++) {
    const input = node.inputs[i];
    if (input instanceof Variable && input.visit === visit && input.active && (values || isActiveInput(node, i)))
      return true;
  }
  return false;
}

/** Whether derivatives pass from a node to its input `i`. */
export function isActiveInput(node: Variable, i: number): boolean {
  const active = node.op!.active;
  return active[i < active.length ? i : active.length - 1]!;
}

import type { Value } from "../engine/variable.ts";
import { cotangentsOf, derivativeAlong, modesOf, traceProgram, type SweepMode } from "../oracles/cotangent.ts";
import type { Arrays } from "../oracles/engine.ts";
import { runProgram } from "../program/run.ts";
import { kit } from "../transforms/kit.ts";
import { pull, push } from "../transforms/trace.ts";
import type { Computation } from "./budget.ts";
import type { Case } from "./case.ts";

/** A case without its directions. */
export type Point = Pick<Case, "program" | "inputs" | "wrt">;

/** What an engine is asked for, as computations on all the arrays that it is given. */
export interface Task {
  /** The arrays, in the order in which the computations take them. */
  readonly arrays: readonly Arrays[string][];
  /** Names of the results. */
  readonly names: readonly string[];
  /** Computations of the same numbers by different orders of operations. */
  readonly ways: readonly [Computation, ...Computation[]];
  /** Whether these take derivatives, so that the formulas of these matter. */
  readonly derivative: boolean;
}

type Values = Readonly<Record<string, Value>>;

/** The outputs. */
export function valueTask({ program, inputs }: Pick<Point, "program" | "inputs">): Task {
  return task([inputs], program.outputs, false, [([x]) => runProgram(program, x!)]);
}

/** The gradients. */
export function vjpTask({ program, inputs, wrt }: Point, cotangents: Arrays): Task {
  const together: Way = ([x, g]) => {
    const t = traceProgram(program, x!, wrt);
    return pull(t, cotangentsOf(program, t.outputs, g), false);
  };
  return task([inputs, cotangents], wrt, true, [together, ...outputByOutput([together], cotangents)]);
}

/** The tangents of the outputs. */
export function jvpTask({ program, inputs }: Point, tangents: Arrays): Task {
  const names = Object.keys(tangents);
  return task([inputs, tangents], program.outputs, true, [
    ([x, d]) => push(traceProgram(program, x!, names), along(names, d!), false),
  ]);
}

/** The derivative of the gradients along tangents, `order` − 1 times: forward over … over reverse, and reverse throughout. */
export function derivativeTask(
  { program, inputs, wrt }: Point,
  cotangents: Arrays,
  tangents: Arrays,
  order: number,
): Task {
  const by =
    (mode: SweepMode): Way =>
    ([x, g, d]) =>
      derivativeAlong({ program, wrt, cotangents: g, tangents: d! }, x!, modesOf(order, mode));
  const ways: readonly [Way, Way] = [by("forward"), by("reverse")];
  return task([inputs, cotangents, tangents], wrt, true, [...ways, ...outputByOutput(ways, cotangents)]);
}

/**
 * The same of each output by itself, added up at the end, as an engine is asked that differentiates one result at a time:
 * what cancels between the cotangents of several outputs has then been rounded before.
 */
function outputByOutput(ways: readonly Way[], cotangents: Arrays): Way[] {
  const outputs = Object.keys(cotangents);
  if (outputs.length < 2) return [];
  return ways.map(
    (way) =>
      ([x, g, ...rest]) =>
        outputs
          .map((name) => way([x!, { [name]: g![name]! }, ...rest]))
          .reduce((total, terms) => total.map((sum, i) => kit.add(sum, terms[i]!))),
  );
}

function along(names: readonly string[], d: Values): Value[] {
  return names.map((name) => d[name]!);
}

function task(
  groups: readonly Arrays[],
  names: readonly string[],
  derivative: boolean,
  ways: readonly [Way, ...Way[]],
): Task {
  const [first, ...others] = ways;
  const computation =
    (way: Way): Computation =>
    (...leaves) =>
      way(regrouped(groups, leaves));
  return {
    arrays: groups.flatMap((group) => Object.values(group)),
    names,
    ways: [computation(first), ...others.map(computation)],
    derivative,
  };
}

type Way = (groups: readonly Values[]) => readonly Value[];

/** Leaves in the groups, and under the names, of the arrays that they stand for. */
function regrouped(groups: readonly Arrays[], leaves: readonly Value[]): Values[] {
  let next = 0;
  return groups.map((group) => Object.fromEntries(Object.keys(group).map((name) => [name, leaves[next++]!])));
}

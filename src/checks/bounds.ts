import type { Value } from "../engine/variable.ts";
import type { Arithmetic } from "../oracles/arithmetic.ts";
import type { Arrays } from "../oracles/engine.ts";
import { cotangentsOf, traceProgram, traceVjp } from "../oracles/cotangent.ts";
import { runProgram } from "../program/run.ts";
import { pull, push } from "../transforms/trace.ts";
import { noiseOf, roundingBounds } from "./budget.ts";
import type { Case } from "./case.ts";

/** A case without its directions, which the bounds below take one by one. */
export type Point = Pick<Case, "program" | "inputs" | "wrt">;

const GROUP = { input: "inputs", cotangent: "cotangents", tangent: "tangents" } as const;

/** How far a correct engine may be from the true outputs. */
export function valueBounds({ program, inputs }: Point, arithmetic: Arithmetic): Arrays {
  return bounds(
    { [GROUP.input]: inputs },
    program.outputs,
    arithmetic,
    [(at) => runProgram(program, at(GROUP.input))],
    false,
  );
}

/** The noise of the outputs in float64: what finite differences of them reckon with. */
export function valueNoise({ program, inputs }: Point): Arrays {
  const names = Object.keys(inputs);
  const noise = noiseOf(
    (...leaves) => runProgram(program, Object.fromEntries(names.map((name, i) => [name, leaves[i]!]))),
    names.map((name) => inputs[name]!),
  );
  return Object.fromEntries(program.outputs.map((name, i) => [name, noise[i]!]));
}

/** How far a correct engine may be from the true gradients for these cotangents. */
export function vjpBounds(point: Point, cotangents: Arrays, arithmetic: Arithmetic): Arrays {
  return bounds({ [GROUP.input]: point.inputs, [GROUP.cotangent]: cotangents }, point.wrt, arithmetic, [
    (at) => vjp(point, at(GROUP.input), at(GROUP.cotangent)),
  ]);
}

/** The noise of the gradients in float64. */
export function vjpNoise(point: Point, cotangents: Arrays): Arrays {
  const names = Object.keys(point.inputs);
  const noise = noiseOf(
    (...leaves) => vjp(point, Object.fromEntries(names.map((name, i) => [name, leaves[i]!])), cotangents),
    names.map((name) => point.inputs[name]!),
  );
  return Object.fromEntries(point.wrt.map((name, i) => [name, noise[i]!]));
}

/** How far a correct engine may be from the true tangents of the outputs. */
export function jvpBounds(point: Point, tangents: Arrays, arithmetic: Arithmetic): Arrays {
  const names = Object.keys(tangents);
  return bounds({ [GROUP.input]: point.inputs, [GROUP.tangent]: tangents }, point.program.outputs, arithmetic, [
    (at) => {
      const t = traceProgram(point.program, at(GROUP.input), names);
      const along = at(GROUP.tangent);
      return push(
        t,
        names.map((name) => along[name]!),
        false,
      );
    },
  ]);
}

/** How far a correct engine may be from the true derivative of the gradients along tangents. */
export function hvpBounds(point: Point, cotangents: Arrays, tangents: Arrays, arithmetic: Arithmetic): Arrays {
  const names = Object.keys(tangents);
  const groups = { [GROUP.input]: point.inputs, [GROUP.cotangent]: cotangents, [GROUP.tangent]: tangents };
  const along = (at: At): Value[] => names.map((name) => at(GROUP.tangent)[name]!);
  return bounds(groups, point.wrt, arithmetic, [
    // Forward over reverse.
    (at) => push(traceVjp(point, at(GROUP.input), at(GROUP.cotangent), names).second, along(at), false),
    // Reverse over reverse: ∂²/∂w∂x · t, the other way round.
    (at) => {
      const first = { program: point.program, wrt: names };
      return pull(traceVjp(first, at(GROUP.input), at(GROUP.cotangent), point.wrt).second, along(at), false);
    },
  ]);
}

function vjp(point: Point, inputs: Values, cotangents: Values): Value[] {
  const t = traceProgram(point.program, inputs, point.wrt);
  return pull(t, cotangentsOf(point.program, t.outputs, cotangents), false);
}

type Values = Readonly<Record<string, Value>>;
type At = (group: string) => Values;

/** Bounds of a computation on groups of named arrays, all of them leaves, so that every operation on them is recorded. */
function bounds(
  groups: Readonly<Record<string, Arrays>>,
  names: readonly string[],
  arithmetic: Arithmetic,
  ways: readonly ((at: At) => readonly Value[])[],
  formulas: boolean = true,
): Arrays {
  const flat = Object.entries(groups).flatMap(([group, arrays]) =>
    Object.entries(arrays).map(([name, array]) => ({ group, name, array })),
  );
  const found = roundingBounds(
    ways.map(
      (compute) =>
        (...leaves) =>
          compute((group) =>
            Object.fromEntries(
              flat.flatMap((entry, i) => (entry.group === group ? [[entry.name, leaves[i]!] as const] : [])),
            ),
          ),
    ),
    flat.map(({ array }) => array),
    arithmetic,
    formulas,
  );
  return Object.fromEntries(names.map((name, i) => [name, found[i]!]));
}

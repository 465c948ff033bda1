import { GradientError, InputError, ShapeError } from "../base/errors.ts";
import { didYouMean } from "../base/nearest.ts";
import { formatShape, sameShape, sizeOf, type Shape } from "../base/shape.ts";
import { valueOf, type Value, type Variable } from "../engine/variable.ts";
import { allOps, type Program } from "../program/program.ts";
import { runProgram } from "../program/run.ts";
import { onesLike } from "../transforms/grad.ts";
import { jacobianOf, type JacobianOptions } from "../transforms/jacobian.ts";
import { pull, push, trace, type Trace } from "../transforms/trace.ts";
import type {
  Arrays,
  Description,
  Engine,
  HvpRequest,
  JacobianRequest,
  JvpRequest,
  ValueRequest,
  VjpRequest,
} from "./engine.ts";

/** Records a program with the inputs `names` as leaves, the others held. */
export function traceProgram(
  program: Program,
  inputs: Readonly<Record<string, Value>>,
  names: readonly string[],
): Trace {
  return trace(
    (...leaves: Variable[]) =>
      runProgram(program, { ...inputs, ...Object.fromEntries(names.map((name, i) => [name, leaves[i]!])) }),
    names.map((name) => inputs[name]!),
  );
}

/**
 * The cotangents of a program's outputs, in order: those given, zero (null) for the others, 1 for a single scalar.
 *
 * @throws GradientError when none is given for outputs that are no single scalar; ShapeError for one of another shape.
 */
export function cotangentsOf(
  program: Program,
  outputs: readonly Value[],
  given: Readonly<Record<string, Value>> | undefined,
): (Value | null)[] {
  if (given === undefined) {
    if (outputs.length === 1 && sizeOf(outputs[0]!.shape) === 1) return [onesLike(outputs[0]!)];
    throw new GradientError(
      `cotangents: grad can be implicitly created only for scalar outputs, this program gives ${program.outputs
        .map((name, i) => `"${name}" of shape ${formatShape(outputs[i]!.shape)}`)
        .join(", ")}; pass cotangents of these shapes`,
    );
  }
  checkNames("cotangents", Object.keys(given), program.outputs);
  return program.outputs.map((name, i) => {
    const g = given[name];
    if (g !== undefined) checkShapeOf(`cotangents.${name}`, g, outputs[i]!);
    return g ?? null;
  });
}

/** Throws unless every name is a valid one. */
export function checkNames(where: string, names: readonly string[], valid: readonly string[]): void {
  for (const name of names)
    if (!valid.includes(name)) throw new InputError(`${where}: there is no "${name}"; ${didYouMean(name, valid)}`);
}

/** Throws unless a direction has the shape of the value that it belongs to. */
export function checkShapeOf(where: string, x: { readonly shape: Shape }, like: { readonly shape: Shape }): void {
  if (!sameShape(x.shape, like.shape))
    throw new ShapeError(`${where}: expected shape ${formatShape(like.shape)}, got ${formatShape(x.shape)}`);
}

function named(names: readonly string[], values: readonly Value[]): Arrays {
  return Object.fromEntries(names.map((name, i) => [name, valueOf(values[i]!)]));
}

/** The outputs of a program. */
export function valueOfProgram({ program, inputs }: ValueRequest): Arrays {
  return named(program.outputs, runProgram(program, inputs));
}

/** The outputs, and the gradients of the inputs `wrt`, by reverse mode. */
export function vjpOfProgram(r: VjpRequest): { outputs: Arrays; gradients: Arrays } {
  checkNames("wrt", r.wrt, r.program.inputs);
  const t = traceProgram(r.program, r.inputs, r.wrt);
  const gradients = pull(t, cotangentsOf(r.program, t.outputs, r.cotangents), false);
  return { outputs: named(r.program.outputs, t.outputs), gradients: named(r.wrt, gradients) };
}

/** The outputs and their tangents, by forward mode. */
export function jvpOfProgram(r: JvpRequest): { outputs: Arrays; tangents: Arrays } {
  const names = Object.keys(r.tangents);
  checkNames("tangents", names, r.program.inputs);
  for (const name of names) checkShapeOf(`tangents.${name}`, r.tangents[name]!, r.inputs[name]!);
  const t = traceProgram(r.program, r.inputs, names);
  const tangents = push(
    t,
    names.map((name) => r.tangents[name]!),
    false,
  );
  return { outputs: named(r.program.outputs, t.outputs), tangents: named(r.program.outputs, tangents) };
}

/** The outputs, and the Jacobian of each with respect to each input `wrt`. */
export function jacobianOfProgram(
  r: JacobianRequest,
  options: JacobianOptions = {},
): { outputs: Arrays; jacobians: Record<string, Arrays> } {
  checkNames("wrt", r.wrt, r.program.inputs);
  const t = traceProgram(r.program, r.inputs, r.wrt);
  const rows = jacobianOf(t, options);
  return {
    outputs: named(r.program.outputs, t.outputs),
    jacobians: Object.fromEntries(r.program.outputs.map((out, o) => [out, named(r.wrt, rows[o]!)])),
  };
}

/** Records the vjp of a program, so that it can be differentiated: leaves are `along`, outputs the gradients. */
export function traceVjp(
  r: { readonly program: Program; readonly wrt: readonly string[] },
  inputs: Readonly<Record<string, Value>>,
  cotangents: Readonly<Record<string, Value>> | undefined,
  along: readonly string[],
): { readonly second: Trace; readonly outputs: readonly Value[] } {
  let outputs: readonly Value[] = [];
  const second = trace(
    (...leaves: Variable[]) => {
      const at = { ...inputs, ...Object.fromEntries(along.map((name, i) => [name, leaves[i]!])) };
      const first = traceProgram(r.program, at, r.wrt);
      outputs = first.outputs;
      return pull(first, cotangentsOf(r.program, first.outputs, cotangents), false);
    },
    along.map((name) => inputs[name]!),
  );
  return { second, outputs };
}

/** The outputs, the gradients, and the derivative of the gradients along tangents (forward over reverse). */
export function hvpOfProgram(r: HvpRequest): { outputs: Arrays; gradients: Arrays; products: Arrays } {
  checkNames("wrt", r.wrt, r.program.inputs);
  const along = Object.keys(r.tangents);
  checkNames("tangents", along, r.program.inputs);
  for (const name of along) checkShapeOf(`tangents.${name}`, r.tangents[name]!, r.inputs[name]!);
  const { second, outputs } = traceVjp(r, r.inputs, r.cotangents, along);
  const products = push(
    second,
    along.map((name) => r.tangents[name]!),
    false,
  );
  return {
    outputs: named(r.program.outputs, outputs),
    gradients: named(r.wrt, second.outputs),
    products: named(r.wrt, products),
  };
}

/** A synchronous answer as a promise; what is thrown rejects it. */
export async function answer<T>(compute: () => T): Promise<T> {
  return Promise.resolve().then(compute);
}

/** What an engine in this process says of itself: float64, every op, every method. */
export function ofAllOps(engine: string, version: string): Description {
  return {
    engine,
    version,
    precision: "float64",
    methods: ["value", "vjp", "jvp", "jacobian", "hvp"],
    ops: allOps.map((op) => op.name),
  };
}

/** Our own engine: float64, every op, every method. */
export function cotangent(version: string): Engine {
  return {
    description: ofAllOps("cotangent", version),
    value: (r) => answer(() => ({ outputs: valueOfProgram(r) })),
    vjp: (r) => answer(() => vjpOfProgram(r)),
    jvp: (r) => answer(() => jvpOfProgram(r)),
    jacobian: (r) => answer(() => jacobianOfProgram(r)),
    hvp: (r) => answer(() => hvpOfProgram(r)),
    close: () => Promise.resolve(),
  };
}

import { GradientError, InputError, ShapeError } from "../base/errors.ts";
import { didYouMean } from "../base/nearest.ts";
import { formatShape, sameShape, sizeOf, type Shape } from "../base/shape.ts";
import { valueOf, type Value, type Variable } from "../engine/variable.ts";
import { allOps, type Program } from "../program/program.ts";
import { runProgram } from "../program/run.ts";
import { onesLike } from "../transforms/grad.ts";
import { jacobianOf, type JacobianOptions } from "../transforms/jacobian.ts";
import { pull, push, trace, type Trace } from "../transforms/trace.ts";
import {
  HIGHEST_ORDER,
  type Arrays,
  type DerivativeRequest,
  type Description,
  type Engine,
  type HvpRequest,
  type JacobianRequest,
  type JvpRequest,
  type ValueRequest,
  type VjpRequest,
} from "./engine.ts";

type Values = Readonly<Record<string, Value>>;

/** Records what `f` computes of inputs of which `names` are the leaves, the others held. */
function traceAt(inputs: Values, names: readonly string[], f: (inputs: Values) => readonly Value[]): Trace {
  return trace(
    (...leaves: Variable[]) => f({ ...inputs, ...Object.fromEntries(names.map((name, i) => [name, leaves[i]!])) }),
    names.map((name) => inputs[name]!),
  );
}

/** Records a program with the inputs `names` as leaves, the others held. */
export function traceProgram(program: Program, inputs: Values, names: readonly string[]): Trace {
  return traceAt(inputs, names, (at) => runProgram(program, at));
}

/**
 * The cotangents of a program's outputs, in order: those given, zero (null) for the others, 1 for a single scalar.
 *
 * @throws GradientError when none is given for outputs that are no single scalar; ShapeError for one of another shape.
 */
export function cotangentsOf(program: Program, outputs: readonly Value[], given: Values | undefined): (Value | null)[] {
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

/** How a derivative is differentiated once more along tangents: itself, or its product with these. */
export type SweepMode = "forward" | "reverse";

/** What is differentiated: programs, their gradients, and the derivatives of these along tangents. */
interface Directional {
  readonly program: Program;
  readonly wrt: readonly string[];
  readonly cotangents?: Values | undefined;
  readonly tangents: Values;
}

/**
 * The derivative of the gradients of `wrt` along the tangents, once more for each of the modes, of which the first is the
 * outermost. By reverse mode it is ∂/∂w ⟨∂φ/∂x, t⟩, where x are the inputs that have a tangent: derivatives are symmetric.
 */
export function derivativeAlong(of: Directional, inputs: Values, modes: readonly SweepMode[]): Value[] {
  const { program, wrt, cotangents, tangents } = of;
  const [outermost, ...inner] = modes;
  if (outermost === undefined) {
    const t = traceProgram(program, inputs, wrt);
    return pull(t, cotangentsOf(program, t.outputs, cotangents), false);
  }
  const along = Object.keys(tangents);
  const [leaves, results] = outermost === "forward" ? [along, wrt] : [wrt, along];
  const t = traceAt(inputs, leaves, (at) => derivativeAlong({ ...of, wrt: results }, at, inner));
  const sweep = outermost === "forward" ? push : pull;
  return sweep(t, Object.values(tangents), false);
}

/** The modes of a derivative that is taken in one way throughout, `order` − 1 times of the gradients. */
export function modesOf(order: number, mode: SweepMode): SweepMode[] {
  return Array.from({ length: order - 1 }, () => mode);
}

/** The outputs, the gradients, and the derivative of the gradients along tangents (forward over reverse). */
export function hvpOfProgram(r: HvpRequest): { outputs: Arrays; gradients: Arrays; products: Arrays } {
  const along = checkDirections(r);
  let outputs: readonly Value[] = [];
  const second = traceAt(r.inputs, along, (at) => {
    const first = traceProgram(r.program, at, r.wrt);
    outputs = first.outputs;
    return pull(first, cotangentsOf(r.program, first.outputs, r.cotangents), false);
  });
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

/**
 * The outputs, and the derivative of the gradients along tangents, `order` − 1 times (forward over … over reverse).
 *
 * @throws InputError for an order that is none.
 */
export function derivativeOfProgram(r: DerivativeRequest): { outputs: Arrays; products: Arrays } {
  checkDirections(r);
  checkOrder(r.order);
  const products = derivativeAlong(r, r.inputs, modesOf(r.order, "forward"));
  return { outputs: valueOfProgram(r), products: named(r.wrt, products) };
}

/** Throws unless derivatives of this order are asked for. */
function checkOrder(order: number): void {
  if (!Number.isInteger(order) || order < 1 || order > HIGHEST_ORDER)
    throw new InputError(`order: expected a whole number from 1 to ${String(HIGHEST_ORDER)}, got ${String(order)}`);
}

/** Throws unless inputs and tangents are those of the program; the names of the tangents. */
function checkDirections({ program, inputs, wrt, tangents }: HvpRequest): readonly string[] {
  checkNames("wrt", wrt, program.inputs);
  const along = Object.keys(tangents);
  checkNames("tangents", along, program.inputs);
  for (const name of along) checkShapeOf(`tangents.${name}`, tangents[name]!, inputs[name]!);
  return along;
}

/** A synchronous answer as a promise; what is thrown rejects it. */
export async function answer<T>(compute: () => T): Promise<T> {
  return Promise.resolve().then(compute);
}

/** What an engine in this process says of itself: float64, every op, every method of the contract. */
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
  const description = ofAllOps("cotangent", version);
  return {
    description: { ...description, methods: [...description.methods, "derivative"] },
    value: (r) => answer(() => ({ outputs: valueOfProgram(r) })),
    vjp: (r) => answer(() => vjpOfProgram(r)),
    jvp: (r) => answer(() => jvpOfProgram(r)),
    jacobian: (r) => answer(() => jacobianOfProgram(r)),
    hvp: (r) => answer(() => hvpOfProgram(r)),
    derivative: (r) => answer(() => derivativeOfProgram(r)),
    close: () => Promise.resolve(),
  };
}

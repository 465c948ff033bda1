import { InputError, ShapeError } from "../base/errors.ts";
import { formatShape, sameShape } from "../base/shape.ts";
import { Variable, type Value } from "../engine/variable.ts";
import { Tensor } from "../tensor/tensor.ts";

/**
 * A function to differentiate: tensors or variables in, one out. It is called with variables. What else it may take after
 * these, as an op takes its attributes, is left out.
 */
export type Differentiable<P extends Parameters> = (...xs: P) => Value;

/** The parameters of a function that can be differentiated: the first one at least is a tensor. */
export type Parameters = readonly Value[] | readonly [Value, ...unknown[]];

/** As many inputs as the function has parameters for tensors, each a tensor or a variable. */
export type Inputs<P extends Parameters> = number extends P["length"] ? readonly Value[] : Leading<P>;

type Leading<P extends readonly unknown[]> = P extends readonly [infer Head, ...infer Rest]
  ? Extract<Head, Value> extends never
    ? readonly []
    : readonly [Value, ...Leading<Rest>]
  : readonly [];

/** One derivative for a function of one input, a list of them in the order of the inputs for more. */
export type PerInput<X extends readonly Value[], T> = X extends readonly [Value] ? T : { -readonly [K in keyof X]: T };

/** What a derivative at `X` is: a tensor at tensors, a variable where an input (or a direction in `D`) is one. */
export type Derivative<X extends readonly Value[], D extends readonly Value[] = readonly []> =
  Extract<X[number] | D[number], Variable> extends never ? Tensor : Value;

/** One entry a input, or the entry itself where there is one input. */
export function perInput<X extends readonly Value[], T>(entries: readonly unknown[]): PerInput<X, T> {
  return (entries.length === 1 ? entries[0] : entries) as PerInput<X, T>;
}

/** Throws unless all are tensors or variables, and at least one. */
export function checkInputs(where: string, xs: readonly unknown[]): void {
  if (xs.length === 0) throw new InputError(`${where}: give the inputs to differentiate at`);
  xs.forEach((x, i) => {
    if (!(x instanceof Tensor || x instanceof Variable))
      throw new InputError(
        `${where}: input ${String(i)} is a ${typeof x}, not a tensor or a variable; wrap it in tensor(…)`,
      );
  });
}

/** What the function returned, which has to be a single tensor or variable. */
export function checkOutput(where: string, out: unknown): Value {
  if (out instanceof Tensor || out instanceof Variable) return out;
  throw new InputError(
    `${where}: the function has to return a tensor or a variable, it returned ${Array.isArray(out) ? "a list" : typeof out}`,
  );
}

/** Throws unless there is a tangent for each input, of its shape. */
export function checkTangents(where: string, tangents: readonly Value[], primals: readonly Value[]): void {
  checkInputs(`${where} (tangents)`, tangents);
  if (tangents.length !== primals.length)
    throw new InputError(
      `${where}: expected a tangent for each of the ${String(primals.length)} inputs, got ${String(tangents.length)}`,
    );
  primals.forEach((x, i) => {
    checkLike(where, tangents[i]!, x, "tangent");
  });
}

/** Throws unless `x` has the shape of what it is the cotangent or tangent of. */
export function checkLike(where: string, x: Value, of: Value, role: string): void {
  if (!sameShape(x.shape, of.shape))
    throw new ShapeError(
      `${where}: the ${role} has shape ${formatShape(x.shape)}, what it belongs to has shape ${formatShape(of.shape)}`,
    );
}

import { InputError } from "../base/errors.ts";
import { Variable, type Value } from "../engine/variable.ts";
import { Tensor } from "../tensor/tensor.ts";

/** A function to differentiate: tensors or variables in, one out. It is called with variables. */
export type Differentiable<P extends readonly Value[]> = (...xs: P) => Value;

/** As many inputs as the function has parameters, each a tensor or a variable. */
export type Inputs<P extends readonly Value[]> = { readonly [K in keyof P]: Value };

/** One derivative for a function of one input, a list of them in the order of the inputs for more. */
export type PerInput<X extends readonly Value[], T> = X extends readonly [Value] ? T : { -readonly [K in keyof X]: T };

/** What a derivative at `X` is: a tensor at tensors, a variable where an input is one. */
export type Derivative<X extends readonly Value[]> = Extract<X[number], Variable> extends never ? Tensor : Value;

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

/** An expression in another library: whatever `call` makes of it when it is run or printed. */
export type Expression = { readonly expression: unique symbol };

/**
 * Calls a function of the other library by its dotted name. In Python a last plain object is the keyword arguments. The
 * name {@link ITEM} calls none: it is one of several results, see {@link item}; nor does {@link FUNCTION}, see
 * {@link functionOf}.
 */
export type Call = (name: string, ...args: readonly unknown[]) => Expression;

/** Where a counterpart is called: the op's inputs as expressions, their shapes, and the shape of the result. */
export interface CallSite {
  readonly inputs: readonly Expression[];
  readonly shapes: readonly (readonly number[])[];
  readonly shape: readonly number[];
}

/** How another library spells an op. One text runs it (with a `call` that runs) and prints it (with one that prints). */
export type Counterpart<A> = (call: Call, site: CallSite, attrs: Required<A>) => Expression;

/** The other library has no such op; `because` says why, for the op table. */
export interface NoCounterpart {
  readonly none: string;
}

/** The op in each library that Cotangent prints code for. */
export interface Counterparts<A> {
  /** TensorFlow.js: names below `tf.`. */
  readonly tfjs: Counterpart<A> | NoCounterpart;
  /** PyTorch: whole dotted names, `torch.…`. */
  readonly torch: Counterpart<A> | NoCounterpart;
  /** JAX: whole dotted names, `jnp.…`, `jax.…`. */
  readonly jax: Counterpart<A> | NoCounterpart;
}

/** The counterpart of the same inputs in the same order, under the name `name`. */
export function fn<A extends object>(name: string): Counterpart<A> {
  return (call, { inputs }) => call(name, ...inputs);
}

/** The name by which a {@link Call} picks one of the results of another call. */
export const ITEM = "item";

/** One of the results of a call that gives several: a list by number, an object or named tuple by name. */
export function item(call: Call, results: Expression, which: number | string): Expression {
  return call(ITEM, results, which);
}

/** The name by which a {@link Call} names a function of Python that another call is handed. */
export const FUNCTION = "function";

/** A function of Python as an argument of a call. */
export function functionOf(call: Call, name: string): Expression {
  return call(FUNCTION, name);
}

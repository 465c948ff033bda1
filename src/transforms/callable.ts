import type { Value, Variable } from "../engine/variable.ts";
import type { Op } from "../op/op.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** What an op takes: a tensor, a variable, or a number for a scalar. */
export type Operand = Value | number;

/** A variable where an operand is one for certain, a tensor where none can be, else either. */
export type Result<T extends readonly Operand[]> =
  HasVariable<T> extends true ? Variable : Extract<T[number], Variable> extends never ? Tensor : Value;

type HasVariable<T extends readonly Operand[]> = T extends readonly [infer Head, ...infer Rest extends Operand[]]
  ? [Head] extends [Variable]
    ? true
    : HasVariable<Rest>
  : number extends T["length"]
    ? [T[number]] extends [Variable]
      ? true
      : false
    : false;

/** Attributes come last, as one object, where the op has any; it may be left out where none has to be given. */
type Attributes<A extends object> = keyof A extends never ? [] : Partial<A> extends A ? [attrs?: A] : [attrs: A];

/** An op of one input. */
export type Unary<A extends object> = <X extends Operand>(x: X, ...attrs: Attributes<A>) => Result<[X]>;

/** An op of two inputs. */
export type Binary<A extends object> = <X extends Operand, Y extends Operand>(
  x: X,
  y: Y,
  ...attrs: Attributes<A>
) => Result<[X, Y]>;

/** An op of three inputs. */
export type Ternary<A extends object> = <X extends Operand, Y extends Operand, Z extends Operand>(
  x: X,
  y: Y,
  z: Z,
  ...attrs: Attributes<A>
) => Result<[X, Y, Z]>;

/** An op of any number of inputs, at least one, and its attributes. */
export type Variadic<A extends object> = <const T extends readonly (Operand | A)[]>(...args: T) => Result<Operands<T>>;

/** Without the attributes at the end. */
type Operands<T extends readonly unknown[]> = T extends readonly [...infer Rest, infer Last]
  ? Last extends Operand
    ? Extract<T, readonly Operand[]>
    : Extract<Rest, readonly Operand[]>
  : readonly Extract<T[number], Operand>[];

/** An op as a function: its inputs, then its attributes as one last object. */
export type Callable<O> =
  O extends Op<infer N, infer A>
    ? [N] extends [readonly ["xs"]]
      ? Variadic<A>
      : [N] extends [readonly [string]]
        ? Unary<A>
        : [N] extends [readonly [string, string]]
          ? Binary<A>
          : [N] extends [readonly [string, string, string]]
            ? Ternary<A>
            : // Of others some may be left out; how many there have to be is seen when it is called.
              Variadic<A>
    : never;

import type { Shape } from "../base/shape.ts";

/**
 * Real arithmetic to as many digits as asked: the words that exact definitions are written in. `R` is a real number (or
 * NaN, or an infinity, where a definition leads there); a plain number stands for exactly the real that it is.
 */
export interface RealArithmetic<R> {
  readonly abs: (x: R) => R;
  readonly add: (x: R | number, y: R | number) => R;
  readonly sub: (x: R | number, y: R | number) => R;
  readonly mul: (x: R | number, y: R | number) => R;
  readonly div: (x: R | number, y: R | number) => R;
  readonly neg: (x: R) => R;
  readonly sqrt: (x: R) => R;
  readonly exp: (x: R) => R;
  /** The natural logarithm; −∞ at 0, NaN below. */
  readonly log: (x: R) => R;
  readonly pi: R;
  /** Of angles in radians; NaN at the infinities. */
  readonly sin: (x: R) => R;
  readonly cos: (x: R) => R;
  /** The angle in [−π/2, π/2] with this tangent. */
  readonly atan: (x: R) => R;
  readonly erf: (x: R) => R;
  /** 1 − erf x. */
  readonly erfc: (x: R) => R;
  /** ln |Γ(x)|; ∞ at the whole numbers up to 0. */
  readonly lgamma: (x: R) => R;
  /** The derivative of order n of the digamma function, itself for n = 0; at the whole numbers up to 0 ∞ for odd n, else NaN. */
  readonly polygamma: (n: number, x: R) => R;
  /** xʸ with the special cases of IEEE 754. */
  readonly pow: (x: R, y: R) => R;
  /** The larger one; NaN where either is. */
  readonly max: (x: R | number, y: R | number) => R;
  readonly min: (x: R | number, y: R | number) => R;
  /** The largest whole number that is not above x; infinities and NaN stay. */
  readonly floor: (x: R) => R;
  readonly sum: (xs: readonly R[]) => R;
  /** −1, 0 or 1 as x is smaller than, equal to or larger than y; NaN where either is NaN. */
  readonly compare: (x: R | number, y: R | number) => number;
  /** The real of a plain number, where a definition has to return one. */
  readonly real: (x: number) => R;
  /** The whole number that an input holds: an index. */
  readonly integer: (x: R) => number;
}

/** A tensor of reals. */
export interface ExactTensor<R> {
  readonly shape: Shape;
  /** The element at an index, one number a dimension. */
  readonly at: (index: Shape) => R;
}

/** The textbook definition of an elementwise op: its result for one real of each input. */
export type ExactScalar<N extends readonly string[], A extends object> = <R>(
  real: RealArithmetic<R>,
  ...args: [...{ readonly [K in keyof N]: R }, Required<A>]
) => R;

/** The textbook definition of an op on whole tensors: the element of the result at an index. */
export type ExactElement<A extends object> = <R>(
  real: RealArithmetic<R>,
  inputs: readonly ExactTensor<R>[],
  attrs: Required<A>,
  shape: Shape,
) => (index: Shape) => R;

/** An op's definition in real numbers, written apart from its float64 kernel. */
export type Exact<A extends object> =
  | { readonly scalar: ExactScalar<readonly string[], A>; readonly element?: never }
  | { readonly element: ExactElement<A>; readonly scalar?: never };

/** As {@link keptOf}, of one real and a plain number. */
export function kept(
  compute: <R>(real: RealArithmetic<R>, x: R, by: number) => R,
): <R>(real: RealArithmetic<R>, x: R, by: number) => R {
  const ofList = keptOf((real, [x], by) => compute(real, x!, by));
  return (real, x, by) => ofList(real, [x], by);
}

/** What was computed of the reals that lead here, by plain number. */
interface Known {
  readonly further: Map<unknown, Known>;
  readonly results: Map<number, unknown>;
}

/**
 * A function of reals and a plain number that keeps what it computed: a definition that asks for it of many elements is
 * evaluated again and again with a few of these moved.
 */
export function keptOf(
  compute: <R>(real: RealArithmetic<R>, xs: readonly R[], by: number) => R,
): <R>(real: RealArithmetic<R>, xs: readonly R[], by?: number) => R {
  const known = new WeakMap<object, Known>();
  return <R>(real: RealArithmetic<R>, xs: readonly R[], by: number = 0): R => {
    const first: Known = known.get(real) ?? nothingKnown();
    known.set(real, first);
    let at = first;
    for (const x of xs) {
      const next: Known = at.further.get(x) ?? nothingKnown();
      at.further.set(x, next);
      at = next;
    }
    if (!at.results.has(by)) at.results.set(by, compute(real, xs, by));
    return at.results.get(by) as R;
  };
}

function nothingKnown(): Known {
  return { further: new Map(), results: new Map() };
}

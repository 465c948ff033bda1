import type { Attr } from "./attrs.ts";
import type { RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";
import type { Reduction } from "./reduction.ts";

/** The order of a vector norm: any number, of which 0 counts the elements that are not 0, and the limits of large ones. */
export type Order = number | "inf" | "-inf";

/** Which norm. */
export const order: Attr<Order> = {
  doc: "which norm: (Σ |x|ᵒʳᵈ)^(1/ord); inf is the largest absolute value, -inf the smallest, 0 the number of elements that are not 0",
  type: 'number | "inf" | "-inf"',
  fallback: 2,
  accepts: (x) => x === "inf" || x === "-inf" || Number.isFinite(x),
  values: [2, 1, 0, "inf", "-inf"],
};

/** What the libraries call an order: infinities are numbers there. */
export function orderElsewhere<T>(ord: T): T | number {
  return ord === "inf" ? Number.POSITIVE_INFINITY : ord === "-inf" ? Number.NEGATIVE_INFINITY : ord;
}

/** The norm over axes, by sums and extremes of absolute values where it is one. */
export function normOver<V>(kit: Kit<V>, x: V, ord: Order, over: Reduction): V {
  switch (ord) {
    case 0:
      return kit.sum(kit.sub(1, kit.equal(x, 0)), over);
    case 1:
      return kit.sum(kit.abs(x), over);
    case "inf":
      return kit.max(kit.abs(x), over);
    case "-inf":
      return kit.neg(kit.max(kit.neg(kit.abs(x)), over));
    default:
      return kit.p_norm(x, { ...over, p: ord });
  }
}

/** The norm of real numbers. */
export function exactNorm<R>(real: RealArithmetic<R>, xs: readonly R[], ord: Order): R {
  const sizes = xs.map((x) => real.abs(x));
  switch (ord) {
    case 0:
      return real.real(xs.filter((x) => real.compare(x, 0) !== 0).length);
    case 1:
      return real.sum(sizes);
    case 2:
      return real.sqrt(real.sum(sizes.map((size) => real.mul(size, size))));
    case "inf":
      return sizes.reduce((most, size) => real.max(most, size), real.real(0));
    case "-inf":
      return sizes.reduce((least, size) => real.min(least, size), real.real(Number.POSITIVE_INFINITY));
    default: {
      const total = real.sum(sizes.map((size) => power(real, size, ord)));
      const roots = Math.log2(ord);
      // Square roots in a row are exact sooner than exponentials of logarithms are.
      if (Number.isInteger(roots) && roots > 0)
        return Array.from({ length: roots }).reduce<R>((x) => real.sqrt(x), total);
      return real.pow(total, real.div(1, real.real(ord)));
    }
  }
}

function power<R>(real: RealArithmetic<R>, x: R, p: number): R {
  return p === 0.5 ? real.sqrt(x) : real.pow(x, real.real(p));
}

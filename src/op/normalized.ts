import { indexAt, placeAt, sizeOf, type Shape } from "../base/shape.ts";
import { flag, real as realAttr, type Attrs } from "./attrs.ts";
import type { Call, Expression } from "./counterparts.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";
import { exactMoments, meanOver, moments } from "./moments.ts";

/** What is made of numbers once they are standardized, and what is added to their variance. */
export interface Standardized {
  readonly use_scale?: boolean;
  readonly use_bias?: boolean;
  readonly epsilon?: number;
}

/** The attributes of a standardization. */
export const standardized: Attrs<Standardized> = {
  use_scale: flag("whether a scale is given"),
  use_bias: flag("whether a bias is given"),
  epsilon: realAttr("what is added to the variance", 1e-5),
};

/** The optional inputs of a standardization. */
export const scaleAndBias = {
  scale: ({ use_scale }: Required<Standardized>): boolean => use_scale,
  bias: ({ use_bias }: Required<Standardized>): boolean => use_bias,
};

/** The optional inputs as one is called by name; null for one that is not given. */
export function affineOf<T>(
  rest: readonly T[],
  { use_scale, use_bias }: Required<Standardized>,
): { readonly scale: T | null; readonly bias: T | null } {
  return { scale: use_scale ? rest[0]! : null, bias: use_bias ? rest.at(-1)! : null };
}

/** unit·scale + bias, of what is given. */
export function affine<V>(kit: Kit<V>, unit: V, scale: V | null, bias: V | null): V {
  const scaled = scale === null ? unit : kit.mul(unit, scale);
  return bias === null ? scaled : kit.add(scaled, bias);
}

/** {@link affine} of real numbers, of which scale and bias have an element each. */
export function exactAffine<R>(real: RealArithmetic<R>, unit: R, scale: R | null, bias: R | null): R {
  const scaled = scale === null ? unit : real.mul(unit, scale);
  return bias === null ? scaled : real.add(scaled, bias);
}

/** {@link affine} in JAX. */
export function jaxAffine(call: Call, unit: Expression, scale: Expression | null, bias: Expression | null): Expression {
  const scaled = scale === null ? unit : call("jnp.multiply", unit, scale);
  return bias === null ? scaled : call("jnp.add", scaled, bias);
}

/** (x − mean) / √(variance + epsilon) of each of `count` runs of elements that follow one another. */
export function standardizeRuns<V>(kit: Kit<V>, x: V, count: number, epsilon: number): V {
  const { runs, factor } = runsOf(kit, x, count);
  const { deviation, variance } = moments(kit, runs, -1);
  return kit.reshape(byRoot(kit, deviation, variance, factor, epsilon), { shape: kit.shape(x) });
}

/** x / √(mean of squares + epsilon) of each of `count` runs of elements that follow one another. */
export function byRootMeanSquare<V>(kit: Kit<V>, x: V, count: number, epsilon: number): V {
  const { runs, factor } = runsOf(kit, x, count);
  const square = meanOver(kit, kit.square(runs), -1, 0);
  return kit.reshape(byRoot(kit, runs, square, factor, epsilon), { shape: kit.shape(x) });
}

/** The definition of {@link standardizeRuns}, of the element at an index. */
export function exactStandardized<R>(
  real: RealArithmetic<R>,
  x: ExactTensor<R>,
  count: number,
  epsilon: number,
): (index: Shape) => R {
  return (index) => {
    const { mean, variance } = exactMoments(real, exactRun(x, count, index));
    return real.div(real.sub(x.at(index), mean), real.sqrt(real.add(variance, epsilon)));
  };
}

/** The definition of {@link byRootMeanSquare}, of the element at an index. */
export function exactByRootMeanSquare<R>(
  real: RealArithmetic<R>,
  x: ExactTensor<R>,
  count: number,
  epsilon: number,
): (index: Shape) => R {
  return (index) => {
    const run = exactRun(x, count, index);
    const square = real.div(real.sum(run.map((element) => real.mul(element, element))), run.length);
    return real.div(x.at(index), real.sqrt(real.add(square, epsilon)));
  };
}

function exactRun<R>(x: ExactTensor<R>, count: number, index: Shape): R[] {
  const length = sizeOf(x.shape) / count;
  const first = Math.floor(placeAt(index, x.shape) / length) * length;
  return Array.from({ length }, (_, i) => x.at(indexAt(first + i, x.shape)));
}

/** The runs as rows, those whose squares may overflow times a factor that forbids it: the formulas hold for any. */
function runsOf<V>(kit: Kit<V>, x: V, count: number): { readonly runs: V; readonly factor: V } {
  const length = count === 0 ? 0 : sizeOf(kit.shape(x)) / count;
  const rows = kit.reshape(x, { shape: [count, 1, length] });
  const factor = kit.where(kit.less(kit.unit_scale(rows), 2 ** -400), 2 ** -516, 1);
  return { runs: kit.mul(rows, factor), factor };
}

function byRoot<V>(kit: Kit<V>, x: V, square: V, factor: V, epsilon: number): V {
  return kit.div(x, kit.sqrt(kit.add(square, kit.mul(kit.square(factor), epsilon))));
}

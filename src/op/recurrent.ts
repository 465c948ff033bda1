import { ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import { reals, type Draw, type Reals } from "./domain.ts";
import { keptOf, type ExactTensor, type RealArithmetic } from "./exact.ts";
import type { Kit } from "./kit.ts";

/** Part `k` of `count` equal parts of the columns. */
export function gate<V>(kit: Kit<V>, x: V, k: number, count: number): V {
  const [rows, columns] = kit.shape(x) as [number, number];
  const width = columns / count;
  return kit.slice(x, { start_indices: [0, k * width], limit_indices: [rows, (k + 1) * width] });
}

/** 1 / (1 + e⁻ˣ) of a sum, of which the side is taken whose exponential is small. */
export const exactSigmoid: Activation = keptOf((real, xs) => {
  const x = real.sum(xs);
  const e = real.exp(real.neg(real.abs(x)));
  return real.div(real.compare(x, 0) < 0 ? e : 1, real.add(1, e));
});

/** (1 − e⁻²ˣ) / (1 + e⁻²ˣ) of a sum, odd. */
export const exactTanh: Activation = keptOf((real, xs) => {
  const x = real.sum(xs);
  const e = real.exp(real.mul(-2, real.abs(x)));
  const size = real.div(real.sub(1, e), real.add(1, e));
  return real.compare(x, 0) < 0 ? real.neg(size) : size;
});

/** A sum of products of neighbours, the last one with 1 where it has none. */
export const exactDot: Activation = keptOf((real, xs) =>
  real.sum(xs.map((x, i) => (i % 2 === 1 ? real.real(0) : i + 1 === xs.length ? x : real.mul(x, xs[i + 1]!)))),
);

type Activation = <R>(real: RealArithmetic<R>, xs: readonly R[]) => R;

/** The inputs of PyTorch's cells: data, state, the weights of each, and a bias of each. */
export const CELL_INPUTS = ["x", "h", "w_ih", "w_hh", "b_ih", "b_hh"] as const;

/** Their intervals. */
export const cellDomain: Readonly<Record<(typeof CELL_INPUTS)[number], Reals>> = {
  x: reals(-2, 2),
  h: reals(-1, 1),
  w_ih: reals(-1, 1),
  w_hh: reals(-1, 1),
  b_ih: reals(-1, 1),
  b_hh: reals(-1, 1),
};

/** Draws the numbers of rows, features and units: few, for a cell has many weights, each of which is differentiated. */
export function sampleSizes(draw: Draw): { readonly b: number; readonly d: number; readonly u: number } {
  if (draw.integer(0, 39) === 39) return { b: 2, d: 2, u: 2 };
  const [b, d] = draw.pick([
    [1, 1],
    [1, 1],
    [1, 2],
    [2, 1],
    [draw.dimension(), 1],
    [1, draw.dimension()],
  ]) as [number, number];
  return { b, d, u: 1 };
}

/** Draws the shapes of a cell with `gates` rows of weights for each unit. */
export function sampleCell(draw: Draw, gates: number): readonly Shape[] {
  const { b, d, u } = sampleSizes(draw);
  return cellShapes(b, d, u, gates);
}

function cellShapes(b: number, d: number, u: number, gates: number): readonly Shape[] {
  return [[b, d], [b, u], [gates * u, d], [gates * u, u], [gates * u], [gates * u]];
}

/**
 * The shape of the next state.
 *
 * @throws ShapeError where the inputs do not fit together.
 */
export function shapeOfCell(op: string, shapes: readonly Shape[], gates: number): Shape {
  const [x, h] = shapes;
  const expected = cellShapes(x![0]!, x![1]!, h![1]!, gates);
  if (shapes.map(formatShape).join() !== expected.map(formatShape).join()) {
    const rows = gates === 1 ? "u" : `${String(gates)}u`;
    throw new ShapeError(
      `${op}: expected x [b,d], h [b,u], w_ih [${rows},d], w_hh [${rows},u], b_ih and b_hh [${rows}], got ${shapes.map(formatShape).join(", ")}`,
    );
  }
  return h!;
}

/** Element `column` of a row of x·wᵀ + b. */
export function exactAffine<R>(
  real: RealArithmetic<R>,
  [x, w, b]: readonly [ExactTensor<R>, ExactTensor<R>, ExactTensor<R>],
  row: number,
  column: number,
): R {
  const factors = Array.from({ length: x.shape[1]! }, (_, k) => [x.at([row, k]), w.at([column, k])]);
  return exactDot(real, [...factors.flat(), b.at([column])]);
}

/** x·wᵀ + b */
export function affine<V>(kit: Kit<V>, x: V, w: V, b: V): V {
  return kit.add(kit.matmul(x, w, { transpose_b: true }), b);
}

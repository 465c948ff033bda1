import { ShapeError } from "../../base/errors.ts";
import { formatShape, indexAt, placeAt, sizeOf } from "../../base/shape.ts";
import { integer, real as realAttr } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import type { RealArithmetic } from "../../op/exact.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** How far the neighbours reach, and what is made of their squares. */
export interface LocalResponseNorm {
  readonly depth_radius?: number;
  readonly bias?: number;
  readonly alpha?: number;
  readonly beta?: number;
}

/**
 * x / (bias + alpha·Σ xⱼ²)^beta, of which the sum goes over the channels, the last axis, that are no further than
 * `depth_radius` from the element's own. Neither bias nor alpha is negative: else it is
 * NaN.
 *
 * With a beta of ½ the slope along an element that is far larger than the bias and its neighbours loses digits.
 *
 * @throws ShapeError unless x has three or four axes, or for a negative radius.
 * @example
 * ops.local_response_norm(tensor([[[1, 0]]])); // [[[0.7071…, 0]]]
 */
export const local_response_norm: Op<["x"], LocalResponseNorm> = composite({
  name: "local_response_norm",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = \frac{x_i}{\left(\mathrm{bias} + \alpha \sum_{\lvert j - i \rvert \le r} x_j^2\right)^\beta}, \quad r = \text{depth\_radius},\ i, j \text{ along the last axis}`,
  attrs: {
    depth_radius: integer("how many channels on either side count", 5),
    bias: realAttr("what is added to the sum of squares", 1),
    alpha: realAttr("what the sum of squares is multiplied by", 1),
    beta: realAttr("the exponent", 0.5),
  },
  domain: { x: reals(-2, 2) },
  sample: (draw) => {
    const channels = draw.integer(1, 4);
    const depth_radius = draw.integer(0, 3);
    // The slope of x / √(bias + x²) is a difference of numbers that all but cancel for a large x alone.
    const beta = channels === 1 || depth_radius === 0 ? draw.pick([0.75, 1]) : draw.pick([0.5, 0.75, 1]);
    const attrs = { depth_radius, bias: draw.pick([1, 2]), alpha: draw.pick([1, 0.5]), beta };
    return { shapes: [[...draw.shape(2, 3), channels]], attrs };
  },
  shape: ([x], { depth_radius }) => {
    if ((x!.length !== 3 && x!.length !== 4) || depth_radius < 0)
      throw new ShapeError(
        `local_response_norm: expected x of three or four axes and a radius of 0 or more, got shape ${formatShape(x!)} and ${String(depth_radius)}`,
      );
    return x!;
  },
  exact: (real, [x], { depth_radius, bias, alpha, beta }) => {
    const last = x!.shape.length - 1;
    return (index) => {
      const own = index[last]!;
      const near = Array.from({ length: x!.shape[last]! }, (_, j) => j).filter(
        (j) => Math.abs(j - own) <= depth_radius,
      );
      const neighbours = near.map((j) => x!.at(index.with(last, j)));
      const squares = real.sum(neighbours.map((neighbour) => real.mul(neighbour, neighbour)));
      const base = real.add(bias, real.mul(alpha, squares));
      return real.div(x!.at(index), powerOf(real, base, beta));
    };
  },
  compose: (kit, { x }, { depth_radius, bias, alpha, beta }) => {
    const shape = kit.shape(x);
    const last = shape.length - 1;
    const width = 2 * Math.min(depth_radius, Math.max(0, shape[last]! - 1)) + 1;
    // The neighbours, and one more place for the bias; beyond the first and the last channel there is nothing.
    const window = [...shape, width + 1];
    const isBias = new Float64Array(sizeOf(window));
    const places = Int32Array.from({ length: sizeOf(window) }, (_, place) => {
      const index = indexAt(place, window);
      const slot = index.pop()!;
      isBias[place] = slot === width ? 1 : 0;
      const channel = index[last]! + slot - (width - 1) / 2;
      const inside = slot < width && channel >= 0 && channel < shape[last]!;
      return inside ? placeAt(index.with(last, channel), shape) : -1;
    });
    const neighbours = kit.mul(Math.sqrt(alpha), kit.gather_places(x, { places, shape: window }));
    // The root of the sum as a norm: squares and their slopes neither over- nor underflow.
    const summands = kit.where(kit.constant(window, isBias), Math.sqrt(bias), neighbours);
    const root = kit.p_norm(summands, { p: 2, axis: -1 });
    const unit = kit.div(x, root);
    return beta === 0.5 ? unit : kit.mul(unit, kit.pow(root, 1 - 2 * beta));
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { depth_radius, bias, alpha, beta }) =>
      call("localResponseNormalization", x, depth_radius, bias, alpha, beta),
    torch: (call, { inputs: [x], shapes: [shape] }, { depth_radius, bias, alpha, beta }) => {
      // It goes over the second axis, and divides the sum by the size of the window.
      const size = 2 * depth_radius + 1;
      const batched = shape!.length === 3 ? call("torch.unsqueeze", x, 0) : x;
      const first = call("torch.movedim", batched, -1, 1);
      const out = call("torch.nn.functional.local_response_norm", first, size, { alpha: alpha * size, beta, k: bias });
      const back = call("torch.movedim", out, 1, -1);
      return shape!.length === 3 ? call("torch.squeeze", back, 0) : back;
    },
    jax: { none: "JAX has no local response normalization" },
  },
});

/** Square roots are exact sooner than exponentials of logarithms are. */
function powerOf<R>(real: RealArithmetic<R>, base: R, exponent: number): R {
  if (exponent === 0.5) return real.sqrt(base);
  if (exponent === 0.75) return real.mul(real.sqrt(base), real.sqrt(real.sqrt(base)));
  return real.pow(base, real.real(exponent));
}

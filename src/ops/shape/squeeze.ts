import { ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxes, type Shape } from "../../base/shape.ts";
import { axes } from "../../op/attrs.ts";
import { eitherEnd } from "../../op/axis.ts";
import { reals, type Draw } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { reducesNothing } from "../../op/reduction.ts";

const LISTS = ["[negative]", "[not negative]", "[several, negative]", "[several, not negative]"] as const;

/**
 * Without the dimensions of 1 at `axis` (one axis, several, or null for all that are 1).
 *
 * @throws ShapeError when a dimension at `axis` is not 1.
 * @example
 * ops.squeeze(tensor([[1, 2]])); // [1, 2]
 */
export const squeeze: Op<["x"], { readonly axis?: number | Shape | null }> = composite({
  name: "squeeze",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{i,j} = x_{i,0,j}, \quad 0 \text{ along } \mathrm{axis}`,
  attrs: { axis: axes("the axis or axes to leave out; negative ones count from the end; null is all that are 1") },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const ones = draw.integer(0, 2);
    const shape = draw.shape(0, 6).map((d) => (draw.integer(0, 2) < ones ? 1 : d));
    return { shapes: [shape], attrs: { axis: drawOnes(draw, shape) } };
  },
  excused: [
    {
      pair: ["dimensions=more", ["negative", "not negative", ...LISTS].map((level) => `axis=${level}`).join("|")],
      because: "what is squeezed is a dimension of 1",
    },
  ],
  shape: ([x], { axis }) => {
    const out = squeezed(x!, axis);
    for (const at of out)
      if (x![at] !== 1)
        throw new ShapeError(
          `squeeze: expected a dimension of 1 at axis ${String(at)}, got ${String(x![at])} in ${formatShape(x!)}`,
        );
    return x!.filter((_, d) => !out.includes(d));
  },
  exact: (_real, [x], { axis }) => {
    const out = squeezed(x!.shape, axis);
    return (index) => {
      const rest = [...index];
      return x!.at(x!.shape.map((_, d) => (out.includes(d) ? 0 : rest.shift()!)));
    };
  },
  compose: ({ reshape, shape }, { x }, { axis }) => {
    const from = shape(x);
    const out = squeezed(from, axis);
    return reshape(x, { shape: from.filter((_, d) => !out.includes(d)) });
  },
  counterparts: {
    // TensorFlow.js and PyTorch read an empty list as all axes.
    tfjs: (call, { inputs: [x] }, { axis }) =>
      reducesNothing(axis) ? call("clone", x) : axis === null ? call("squeeze", x) : call("squeeze", x, listOf(axis)),
    torch: (call, { inputs: [x] }, { axis }) =>
      reducesNothing(axis) ? x! : axis === null ? call("torch.squeeze", x) : call("torch.squeeze", x, listOf(axis)),
    jax: (call, { inputs: [x] }, { axis }) => call("jnp.squeeze", x, { axis }),
  },
});

function squeezed(shape: Shape, axis: number | Shape | null): Shape {
  return axis === null ? shape.flatMap((d, i) => (d === 1 ? [i] : [])) : normalizeAxes("squeeze", axis, shape.length);
}

function listOf(axis: number | Shape): Shape {
  return typeof axis === "number" ? [axis] : axis;
}

/** Draws axes of dimensions of 1: all of them, one, or several in any order. */
function drawOnes(draw: Draw, shape: Shape): number | Shape | null {
  const ones = squeezed(shape, null).map((axis) => eitherEnd(draw, axis, shape.length));
  if (draw.integer(0, 3) === 0) return null;
  if (ones.length > 0 && draw.flag()) return draw.pick(ones);
  const chosen = ones.filter(() => draw.flag());
  return draw.flag() ? chosen.toReversed() : chosen;
}

import { InputError } from "../../base/errors.ts";
import type { Shape } from "../../base/shape.ts";
import { oneOf, pairs, type Pair } from "../../op/attrs.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { checkPaddings, padded } from "../../op/paddings.ts";
import { crossPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/** How much is put around a tensor, and whether its edge is repeated in it. */
export interface MirrorPad {
  readonly paddings: readonly Pair[];
  readonly mode?: "reflect" | "symmetric";
}

/**
 * x with its own mirror image around it, `paddings[d]` elements before and after along dimension d.
 *
 * In mode `reflect` the mirror is the edge itself, which is not repeated; in mode `symmetric` it is behind the edge, which
 * is. So there can be at most one element less than the dimension, or as many as it has.
 *
 * @throws InputError for paddings that are negative or more than that.
 * @example
 * ops.mirror_pad(tensor([1, 2, 3]), { paddings: [[2, 0]] }); // [3, 2, 1, 2, 3]
 */
export const mirror_pad: Op<["x"], MirrorPad> = moving({
  name: "mirror_pad",
  formula: String.raw`\mathrm{out}_i = x_k, \quad k = \begin{cases} -e - t & t < 0 \\ 2\,(n - 1) + e - t & t \ge n \\ t & \text{else} \end{cases},\ t = i - \mathrm{paddings}_0,\ e = \begin{cases} 0 & \mathrm{mode} = \text{reflect} \\ 1 & \mathrm{mode} = \text{symmetric} \end{cases} \text{ in each dimension}`,
  attrs: {
    paddings: pairs("how many elements to put before and after, for each dimension"),
    mode: oneOf("whether the edge is the mirror or stands before it", ["reflect", "symmetric"]),
  },
  sample: (draw) => {
    const shape = draw.shape(1, 6);
    const mode = draw.pick(["reflect", "symmetric"] as const);
    // Few dimensions grow, so that results stay small.
    const paddings = shape.map((d): Pair => {
      const most = draw.integer(0, 2) === 0 ? mostAround(d, mode) : 0;
      return [draw.integer(0, most), draw.integer(0, most)];
    });
    return { shapes: [shape], attrs: { paddings, mode } };
  },
  shape: (x, { paddings, mode }) => {
    checkPaddings("mirror_pad", x, paddings);
    x.forEach((d, i) => {
      if (Math.max(...paddings[i]!) > mostAround(d, mode))
        throw new InputError(
          `mirror_pad: expected at most ${String(mostAround(d, mode))} elements on a side of dimension ${String(i)} of length ${String(d)} in mode ${mode}, got ${paddings[i]!.join(" and ")}`,
        );
    });
    return padded(x, paddings);
  },
  places: (x, { paddings, mode }) =>
    crossPlaces(
      x,
      x.map((length, d) => mirrored(length, paddings[d]!, mode)),
    ),
  exact: (_real, [x], { paddings, mode }) => {
    const skipped = mode === "reflect" ? 0 : 1;
    return (index) =>
      x!.at(
        index.map((i, d) => {
          const [first, last] = [0, x!.shape[d]! - 1];
          const at = i - paddings[d]![0];
          return at < first ? first - skipped - (at - first) : at > last ? last + skipped - (at - last) : at;
        }),
      );
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { paddings, mode }) => call("mirrorPad", x, paddings, mode),
    // PyTorch pads only the last dimensions so, and not in mode symmetric.
    torch: (call, { inputs: [x], shapes: [shape] }, { paddings, mode }) =>
      shape!.reduce(
        (padding, length, axis) => {
          const indices = mirrored(length, paddings[axis]!, mode);
          return indices.length === length
            ? padding
            : call("torch.index_select", padding, axis, call("torch.tensor", indices));
        },
        call("torch.clone", x),
      ),
    jax: (call, { inputs: [x] }, { paddings, mode }) => call("jnp.pad", x, paddings, { mode }),
  },
});

function mostAround(length: number, mode: "reflect" | "symmetric"): number {
  return Math.max(0, mode === "reflect" ? length - 1 : length);
}

/** The indices of a dimension with their mirror images around them. */
function mirrored(length: number, [before, after]: Pair, mode: "reflect" | "symmetric"): Shape {
  const edge = mode === "reflect" ? 1 : 0;
  const own = rangeOf(length);
  return [
    ...own.slice(edge, edge + before).toReversed(),
    ...own,
    ...own.slice(length - edge - after, length - edge).toReversed(),
  ];
}

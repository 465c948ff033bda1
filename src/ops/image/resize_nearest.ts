import type { Expression } from "../../op/counterparts.ts";
import { sizeOf, type Shape } from "../../base/shape.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { resize, sampleResize, shapeResized, stepsOf, type Resize } from "../../op/resize.ts";
import { crossPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/**
 * Images `[batch, height, width, channels]`, or without a batch, brought to another height and width: each new pixel is the
 * one at the place it looks at, or the last one before that.
 *
 * New pixel i looks at i·old/new, with `half_pixel_centers` at (i + ½)·old/new; with `align_corners` it is the pixel
 * nearest to i·(old − 1)/(new − 1), the later one of two.
 *
 * @throws ShapeError for x of another rank or without pixels, InputError for a size that is not two numbers of at least 1,
 * or for both flags.
 * @example
 * ops.resize_nearest(tensor([[[1], [3]]]), { size: [1, 4] }); // [[[1], [1], [3], [3]]]
 */
export const resize_nearest: Op<["x"], Resize> = moving({
  name: "resize_nearest",
  formula: String.raw`\mathrm{out}_{n,r,s,c} = x_{n,\,\lfloor v_r \rfloor,\,\lfloor u_s \rfloor,\,c}, \quad v_r = \begin{cases} r \frac{H - 1}{R - 1} + \frac{1}{2} & \text{align\_corners} \\ \left(r + \frac{1}{2}\right) \frac{H}{R} & \text{half\_pixel\_centers} \\ r \frac{H}{R} & \text{else} \end{cases},\ u_s \text{ likewise},\ R, S = \mathrm{size}`,
  attrs: resize,
  excused: [{ pair: ["align_corners=true", "half_pixel_centers=true"], because: "they exclude each other" }],
  // The gradient of TensorFlow.js on cpu never ends where corners of a side of one pixel are aligned.
  sample: (draw) => sampleResize(draw, 2),
  shape: (x, attrs) => shapeResized("resize_nearest", x, attrs),
  places: (x, attrs) => {
    const [height, width, channels] = x.slice(-3) as [number, number, number];
    const batch = sizeOf(x.slice(0, -3));
    return crossPlaces(
      [batch, height, width, channels],
      [
        rangeOf(batch),
        sources(height, attrs.size[0]!, attrs),
        sources(width, attrs.size[1]!, attrs),
        rangeOf(channels),
      ],
    );
  },
  exact: (real, [x], attrs) => {
    const nearest = (i: number, length: number, to: number): number => {
      const { step, unit } = stepsOf(length, to, attrs);
      const place = real.div(real.real(2 * i * step + (attrs.half_pixel_centers ? step : 0)), 2 * unit);
      return real.integer(real.floor(attrs.align_corners ? real.add(place, 0.5) : place));
    };
    return (index) => {
      const spatial = index.slice(-3, -1).map((i, d) => nearest(i, x!.shape.at(d - 3)!, attrs.size[d]!));
      return x!.at([...index.slice(0, -3), ...spatial, index.at(-1)!]);
    };
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { size, align_corners, half_pixel_centers }) =>
      call("image.resizeNearestNeighbor", x, size, align_corners, half_pixel_centers),
    torch: (call, { inputs: [x], shapes: [shape], shape: out }, attrs) => {
      if (attrs.align_corners)
        return printedSelection(x!, shape!, attrs, (y, axis, indices) =>
          call("torch.index_select", y, axis, call("torch.tensor", indices)),
        );
      const images = call("torch.permute", call("torch.reshape", x, [-1, ...shape!.slice(-3)]), [0, 3, 1, 2]);
      const mode = attrs.half_pixel_centers ? "nearest-exact" : "nearest";
      const resized = call("torch.nn.functional.interpolate", images, { size: attrs.size, mode });
      return call("torch.reshape", call("torch.permute", resized, [0, 2, 3, 1]), out);
    },
    jax: (call, { inputs: [x], shapes: [shape], shape: out }, attrs) =>
      attrs.half_pixel_centers
        ? call("jax.image.resize", x, out, { method: "nearest" })
        : printedSelection(x!, shape!, attrs, (y, axis, indices) =>
            call("jnp.take", y, call("jnp.array", indices), { axis }),
          ),
  },
});

/** The pixel that each new one is, along one dimension. */
function sources(from: number, to: number, attrs: Required<Resize>): Shape {
  const { step, unit } = stepsOf(from, to, attrs);
  return rangeOf(to).map((i) => {
    // Of whole numbers, so that no rounding moves a place over the edge of a pixel.
    if (attrs.align_corners) return Math.floor((2 * i * step + unit) / (2 * unit));
    return Math.floor(attrs.half_pixel_centers ? ((2 * i + 1) * step) / (2 * unit) : (i * step) / unit);
  });
}

/** The pixels picked by their indices, where a library has other places only. */
function printedSelection(
  x: Expression,
  shape: Shape,
  attrs: Required<Resize>,
  select: (x: Expression, axis: number, indices: Shape) => Expression,
): Expression {
  return attrs.size.reduce((y, to, d) => select(y, d - 3, sources(shape.at(d - 3)!, to, attrs)), x);
}

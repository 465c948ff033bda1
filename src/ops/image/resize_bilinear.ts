import { sizeOf, type Shape } from "../../base/shape.ts";
import type { Call, Expression } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { WeightedLines } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { resize, sampleResize, shapeResized, stepsOf, type Resize } from "../../op/resize.ts";
import { rangeOf } from "../../tensor/kernels/places.ts";

/**
 * Images `[batch, height, width, channels]`, or without a batch, brought to another height and width: each new pixel is
 * linear in each direction between the pixels around the place it looks at; beyond the outermost ones it is these.
 *
 * New pixel i looks at i·old/new; with `align_corners` at i·(old − 1)/(new − 1), which is 0 where there is one; with
 * `half_pixel_centers` at (i + ½)·old/new − ½.
 *
 * @throws ShapeError for x of another rank or without pixels, InputError for a size that is not two numbers of at least 1,
 * or for both flags.
 * @example
 * ops.resize_bilinear(tensor([[[1], [3]]]), { size: [1, 3], align_corners: true }); // [[[1], [2], [3]]]
 */
export const resize_bilinear: Op<["x"], Resize> = composite({
  name: "resize_bilinear",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{n,r,s,c} = \sum_{i,j} \Lambda(v_r - i)\,\Lambda(u_s - j)\,x_{n,i,j,c}, \quad \Lambda(t) = \max(1 - \lvert t \rvert, 0),\ v_r = \min\left(\max\left(\begin{cases} r \frac{H - 1}{R - 1} & \text{align\_corners} \\ \left(r + \frac{1}{2}\right) \frac{H}{R} - \frac{1}{2} & \text{half\_pixel\_centers} \\ r \frac{H}{R} & \text{else} \end{cases}, 0\right), H - 1\right),\ u_s \text{ likewise},\ R, S = \mathrm{size}`,
  attrs: resize,
  domain: { x: reals(-4, 4) },
  excused: [
    {
      pair: ["align_corners=true", "half_pixel_centers=true"],
      because: "they exclude each other",
    },
  ],
  sample: sampleResize,
  shape: ([x], attrs) => shapeResized("resize_bilinear", x!, attrs),
  exact: (real, [x], attrs) => {
    const [height, width] = x!.shape.slice(-3, -1) as [number, number];
    /** The share of pixel `from` in new pixel i: 1 less its distance from where that looks. */
    const share = (i: number, from: number, length: number, to: number): ReturnType<typeof real.real> => {
      const { step, unit } = stepsOf(length, to, attrs);
      const half = attrs.half_pixel_centers ? 1 : 0;
      const free = real.div(real.real((2 * i + half) * step - half * unit), 2 * unit);
      const place = real.max(0, real.min(length - 1, free));
      return real.max(0, real.sub(1, real.abs(real.sub(place, from))));
    };
    return (index) => {
      const [r, c, channel] = index.slice(-3) as [number, number, number];
      return real.sum(
        rangeOf(height).flatMap((i) =>
          rangeOf(width).map((j) =>
            real.mul(
              real.mul(share(r, i, height, attrs.size[0]!), share(c, j, width, attrs.size[1]!)),
              x!.at([...index.slice(0, -3), i, j, channel]),
            ),
          ),
        ),
      );
    };
  },
  compose: ({ reshape, shape, weight_lines }, { x }, attrs) => {
    const own = shape(x);
    const [height, width, channels] = own.slice(-3) as [number, number, number];
    const batch = sizeOf(own.slice(0, -3));
    const [to, across] = attrs.size as [number, number];
    const rows = weight_lines(
      reshape(x, { shape: [batch, height, width * channels] }),
      linesBetween(height, to, attrs),
    );
    const columns = weight_lines(
      reshape(rows, { shape: [batch * to, width, channels] }),
      linesBetween(width, across, attrs),
    );
    return reshape(columns, { shape: [...own.slice(0, -3), to, across, channels] });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { size, align_corners, half_pixel_centers }) =>
      call("image.resizeBilinear", x, size, align_corners, half_pixel_centers),
    torch: (call, { inputs: [x], shapes: [shape], shape: out }, attrs) => {
      const { size, align_corners, half_pixel_centers } = attrs;
      if (!align_corners && !half_pixel_centers) return printedSum(call, "torch", x!, shape!, attrs);
      const images = call("torch.permute", call("torch.reshape", x, [-1, ...shape!.slice(-3)]), [0, 3, 1, 2]);
      const resized = call("torch.nn.functional.interpolate", images, { size, mode: "bilinear", align_corners });
      return call("torch.reshape", call("torch.permute", resized, [0, 2, 3, 1]), out);
    },
    jax: (call, { inputs: [x], shapes: [shape], shape: out }, attrs) =>
      attrs.half_pixel_centers
        ? call("jax.image.resize", x, out, { method: "linear", antialias: false })
        : printedSum(call, "jnp", x!, shape!, attrs),
  },
});

/** The weights that a dimension of `from` pixels becomes one of `to` by, and how far off they may be. */
function linesBetween(from: number, to: number, attrs: Required<Resize>): WeightedLines {
  const weights = { rows: to, columns: from, data: new Float64Array(to * from) };
  // Places of float32 are off by as many roundings as they are pixels from the first, so that a neighbour may get a share.
  const errors = { rows: to, columns: from, data: new Float64Array(to * from) };
  const { step, unit } = stepsOf(from, to, attrs);
  for (let i = 0; i < to; i++) {
    const free = attrs.half_pixel_centers ? ((i + 0.5) * step) / unit - 0.5 : (i * step) / unit;
    const place = Math.max(0, Math.min(from - 1, free));
    const before = Math.floor(place);
    const after = Math.min(from - 1, before + 1);
    weights.data[i * from + before]! += 1 - (place - before);
    weights.data[i * from + after]! += place - before;
    for (let j = 0; j < from; j++) if (Math.abs(place - j) < 1 + 1e-3) errors.data[i * from + j] = 2;
  }
  return { weights, errors };
}

/** The sum of weighted pixels in so many words, where a library has other places only. */
function printedSum(
  call: Call,
  module: "torch" | "jnp",
  x: Expression,
  shape: Shape,
  attrs: Required<Resize>,
): Expression {
  const array = module === "torch" ? "torch.tensor" : "jnp.array";
  const [rows, columns] = attrs.size.map((to, d) => {
    const { weights } = linesBetween(shape.at(d - 3)!, to, attrs);
    return call(
      array,
      rangeOf(to).map((i) => Array.from(weights.data.subarray(i * weights.columns, (i + 1) * weights.columns))),
    );
  });
  return call(`${module}.einsum`, "ah,bw,...hwc->...abc", rows, columns, x);
}

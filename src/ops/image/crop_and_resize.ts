import { InputError, ShapeError } from "../../base/errors.ts";
import { formatShape, stridesOf, type Shape } from "../../base/shape.ts";
import { integers, oneOf, real } from "../../op/attrs.ts";
import { reals, wholes, type Draw, type Sample } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { indexAlong } from "../../tensor/kernels/indexed.ts";
import { rangeOf } from "../../tensor/kernels/places.ts";

/** The height and width of the crops, how they are sampled, and what lies outside. */
export interface CropAndResize {
  readonly crop_size: Shape;
  readonly method?: "bilinear" | "nearest";
  readonly extrapolation_value?: number;
}

/**
 * Parts of images `[batch, height, width, channels]`, each brought to `crop_size`: crop b is that of box
 * `[top, left, bottom, right]` of image `box_indices[b]`, where 0 and 1 are the centres of the outermost pixels. Its rows
 * lie evenly from top to bottom (one row alone half-way), its columns from left to right. A pixel is linear between those
 * around its place or the nearest one (the later one of two), outside the image it is `extrapolation_value` (0 unless given).
 *
 * Images and boxes are differentiated. Along the boxes there are kinks at the centres of pixels, where the derivative is
 * taken as 0, and jumps at the edges of the image; to the nearest pixel the derivative by boxes is 0.
 *
 * @throws ShapeError for inputs of other shapes or images without pixels, InputError for another size, DomainError for an
 * index of no image.
 * @example
 * ops.crop_and_resize(tensor([[[[1], [3]]]]), tensor([[0, 0, 0, 0.5]]), tensor([0]), { crop_size: [1, 2] }); // [[[[1], [2]]]]
 */
export const crop_and_resize: Op<["image", "boxes", "box_indices"], CropAndResize> = composite({
  name: "crop_and_resize",
  inputs: ["image", "boxes", "box_indices"],
  formula: String.raw`\mathrm{out}_{b,r,s,c} = \begin{cases} \sum_{i,j} \Lambda(v_r - i)\,\Lambda(u_s - j)\,\mathrm{image}_{\text{box\_indices}_b,i,j,c} & 0 \le v_r \le H - 1,\ 0 \le u_s \le W - 1 \\ \text{extrapolation\_value} & \text{else} \end{cases}, \quad v_r = (H - 1) \left( \mathrm{boxes}_{b,0} + t_r \left(\mathrm{boxes}_{b,2} - \mathrm{boxes}_{b,0}\right) \right),\ t_r = \frac{r}{R - 1} \text{, or } \frac{1}{2} \text{ of one},\ u_s \text{ likewise},\ R, S = \text{crop\_size},\ \Lambda(t) = \begin{cases} \max(1 - \lvert t \rvert, 0) & \mathrm{method} = \text{bilinear} \\ 1 & \mathrm{method} = \text{nearest},\ -\frac{1}{2} \le t < \frac{1}{2} \\ 0 & \text{else} \end{cases}`,
  data: ["box_indices"],
  attrs: {
    crop_size: integers("the height and width of the crops, at least 1"),
    method: oneOf("whether a pixel is linear between those around its place, or the nearest", ["bilinear", "nearest"]),
    extrapolation_value: real("what is outside an image", 0),
  },
  domain: { image: reals(-4, 4), boxes: reals(0.05, 0.3), box_indices: wholes(0, 0) },
  sample,
  shape: ([image, boxes, indices], { crop_size }) => {
    if (image!.length !== 4 || image!.slice(1, 3).includes(0))
      throw new ShapeError(
        `crop_and_resize: expected images of rank 4 [batch, height, width, channels] that have pixels, got ${formatShape(image!)}`,
      );
    if (boxes!.length !== 2 || boxes![1] !== 4 || indices!.length !== 1 || indices![0] !== boxes![0])
      throw new ShapeError(
        `crop_and_resize: expected boxes [n, 4] and n indices, got ${formatShape(boxes!)} and ${formatShape(indices!)}`,
      );
    if (crop_size.length !== 2 || crop_size.some((length) => length < 1))
      throw new InputError(
        `crop_and_resize: "crop_size" must be a height and a width of at least 1, got ${formatShape(crop_size)}`,
      );
    return [boxes![0]!, ...crop_size, image![3]!];
  },
  exact: (real, [image, boxes, indices], { crop_size, method, extrapolation_value }) => {
    const lengths = image!.shape.slice(1, 3);
    return ([b, ...at]) => {
      const own = at.slice(0, 2).map((i, d) => {
        const [first, last] = [boxes!.at([b!, d]), boxes!.at([b!, d + 2])];
        const [part, whole] = crop_size[d]! > 1 ? [i, crop_size[d]! - 1] : [1, 2];
        const mixed = real.add(real.mul(whole - part, first), real.mul(part, last));
        return real.div(real.mul(lengths[d]! - 1, mixed), whole);
      });
      if (own.some((place, d) => real.compare(place, 0) < 0 || real.compare(place, lengths[d]! - 1) > 0))
        return real.real(extrapolation_value);
      const share = (place: (typeof own)[number], pixel: number): (typeof own)[number] =>
        method === "nearest"
          ? real.real(real.integer(real.floor(real.add(place, 0.5))) === pixel ? 1 : 0)
          : real.max(0, real.sub(1, real.abs(real.sub(place, pixel))));
      const chosen = real.integer(indices!.at([b!]));
      const n = chosen < 0 ? chosen + image!.shape[0]! : chosen;
      const terms = rangeOf(lengths[0]!).flatMap((i) =>
        rangeOf(lengths[1]!).map((j) => ({ i, j, factor: real.mul(share(own[0]!, i), share(own[1]!, j)) })),
      );
      // What has no share is not looked at, be it infinite.
      const seen = terms.filter(({ factor }) => real.compare(factor, 0) !== 0);
      return real.sum(seen.map(({ i, j, factor }) => real.mul(factor, image!.at([n, i, j, at[2]!]))));
    };
  },
  compose: (kit, { image, boxes, box_indices }, { crop_size, method, extrapolation_value }) => {
    const { add, concat, floor_divide, gather_at, greater_equal, less_equal, mul, reshape, shape, sub, where } = kit;
    const from = shape(image);
    const [count, channels] = [shape(boxes)[0]!, from[3]!];
    const [rows, columns] = crop_size as [number, number];
    const [height, width] = from.slice(1, 3) as [number, number];
    const ys = placesAlong(kit, boxes, 0, height, rows);
    const xs = placesAlong(kit, boxes, 1, width, columns);
    const out = [count, rows, columns, channels];
    const flat = concat([
      reshape(ys, { shape: [count * rows] }),
      reshape(xs, { shape: [count * columns] }),
      box_indices,
    ]);
    const pixels = (row: Rounded, column: Rounded): ReturnType<typeof gather_at> =>
      gather_at(image, flat, { places: pixelsAt(from, count, crop_size, row, column), shape: out });
    const inside = (places: typeof ys, length: number, otherwise: typeof ys | number, value: typeof ys): typeof ys =>
      where(greater_equal(places, 0), where(less_equal(places, length - 1), value, otherwise), otherwise);
    const y = reshape(ys, { shape: [count, rows, 1, 1] });
    const x = reshape(xs, { shape: [count, 1, columns, 1] });
    const crops = (): typeof ys => {
      if (method === "nearest") return pixels(Math.round, Math.round);
      // Each with its share, not one and a part of their difference, which infinite ones have none of.
      const between = (first: typeof ys, last: typeof ys, place: typeof ys): typeof ys => {
        const part = sub(place, floor_divide(place, 1));
        return add(mul(first, sub(1, part)), mul(last, part));
      };
      const across = (row: Rounded): typeof ys => between(pixels(row, Math.floor), pixels(row, Math.ceil), x);
      return between(across(Math.floor), across(Math.ceil), y);
    };
    return inside(y, height, extrapolation_value, inside(x, width, extrapolation_value, crops()));
  },
  counterparts: {
    tfjs: (call, { inputs: [image, boxes, indices] }, { crop_size, method, extrapolation_value }) =>
      call("image.cropAndResize", image, boxes, call("cast", indices, "int32"), crop_size, method, extrapolation_value),
    torch: { none: "PyTorch has no crops of boxes; torchvision's roi_align takes other places" },
    jax: { none: "JAX has no crops of boxes" },
  },
});

type Rounded = (place: number) => number;

/** The places that the rows or columns of each crop look at: between the ends of its box, in pixels. */
function placesAlong<V>({ constant, matmul }: Kit<V>, boxes: V, dimension: 0 | 1, length: number, count: number): V {
  const shares = new Float64Array(4 * count);
  for (let i = 0; i < count; i++) {
    const part = count > 1 ? i / (count - 1) : 0.5;
    shares[dimension * count + i] = (1 - part) * (length - 1);
    shares[(dimension + 2) * count + i] = part * (length - 1);
  }
  return matmul(boxes, constant([4, count], shares));
}

/** The places of the pixels that crops look at, from those of rows and columns and the indices of images; −1 outside. */
function pixelsAt(
  image: Shape,
  count: number,
  [rows, columns]: Shape,
  row: Rounded,
  column: Rounded,
): (flat: Float64Array) => Int32Array {
  const [batch, height, width, channels] = image as [number, number, number, number];
  const strides = stridesOf(image);
  return (flat) => {
    const places = new Int32Array(count * rows! * columns! * channels).fill(-1);
    let at = 0;
    for (let b = 0; b < count; b++) {
      const chosen = flat[count * (rows! + columns!) + b]!;
      const n = indexAlong({ op: "crop_and_resize", axis: 0, length: batch, fromEnd: true }, chosen);
      for (let r = 0; r < rows!; r++)
        for (let c = 0; c < columns!; c++) {
          const [y, x] = [flat[b * rows! + r]!, flat[count * rows! + b * columns! + c]!];
          const seen = isInside(y, height) && isInside(x, width);
          const first = seen ? n * strides[0]! + row(y) * strides[1]! + column(x) * strides[2]! : -1;
          for (let k = 0; k < channels; k++) places[at++] = seen ? first + k : -1;
        }
    }
    return places;
  };
}

/** Places lie away from the centres of pixels and half-way between them, for sides of 1 to 4 pixels. */
function sample(draw: Draw): Sample<CropAndResize> {
  const few = (): number => Math.min(2, draw.dimension());
  const method = draw.pick(["bilinear", "nearest"] as const);
  const inside = method === "bilinear" ? [reals(0.05, 0.3), reals(0.7, 0.95)] : [reals(0.05, 0.15), reals(0.55, 0.65)];
  // The diagonal holds the tops or other ends of boxes that lie partly outside.
  const partly = inside.map((interval) => ({ ...interval, diagonal: { low: -2.9, high: -2.8 } }));
  const boxes = draw.pick([...inside, ...inside, reals(1.1, 1.3), ...(method === "bilinear" ? partly : [])]);
  const count = few();
  const batch = count === 0 ? few() : draw.integer(1, 2);
  return {
    shapes: [[batch, draw.integer(2, 4), draw.integer(2, 4), few()], [count, 4], [count]],
    attrs: {
      crop_size: [draw.integer(1, 3), draw.integer(1, 3)],
      method,
      extrapolation_value: draw.pick([0, 1.5]),
    },
    inputs: { boxes, box_indices: wholes(0, Math.max(0, batch - 1)) },
  };
}

function isInside(place: number, length: number): boolean {
  return place >= 0 && place <= length - 1;
}

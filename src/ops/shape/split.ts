import { InputError, ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxis, type Shape } from "../../base/shape.ts";
import { axis, integer, integerOrIntegers } from "../../op/attrs.ts";
import { drawAxis } from "../../op/axis.ts";
import { item } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** Into what a tensor is split along an axis, and which of the parts is asked for. */
export interface Split {
  readonly sections: number | Shape;
  readonly axis?: number;
  readonly part?: number;
}

/**
 * One of the parts that x is split into along `axis` (0 unless given): the one at `part` (the first unless given).
 *
 * `sections` is the number of equal parts, or the length of each, one of which may be −1 and is worked out.
 *
 * @throws ShapeError when the parts do not fill the axis, InputError when there is no such part.
 * @example
 * ops.split(tensor([1, 2, 3]), { sections: [1, 2], part: 1 }); // [2, 3]
 */
export const split: Op<["x"], Split> = composite({
  name: "split",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = x_{N + i}, \quad N = n_0 + \cdots + n_{\mathrm{part} - 1},\ n = \mathrm{sections} \text{ along } \mathrm{axis}`,
  attrs: {
    sections: integerOrIntegers("the number of equal parts, or the length of each; one may be -1"),
    axis: axis("the axis to split along; a negative one counts from the end", 0),
    part: integer("which of the parts, from 0", 0),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(1, 6);
    const axis = drawAxis(draw, shape.length);
    const at = normalizeAxis("split", axis, shape.length);
    const count = draw.integer(1, 3);
    const part = draw.integer(0, count - 1);
    if (draw.flag())
      return { shapes: [shape.with(at, count * draw.dimension())], attrs: { sections: count, axis, part } };
    const lengths = Array.from({ length: count }, () => draw.dimension());
    const open = draw.flag() ? draw.integer(0, count - 1) : -1;
    return {
      shapes: [
        shape.with(
          at,
          lengths.reduce((total, length) => total + length, 0),
        ),
      ],
      attrs: { sections: lengths.map((length, i) => (i === open ? -1 : length)), axis, part },
    };
  },
  shape: ([x], attrs) => {
    const { at, start, limit } = extent(x!, attrs);
    return x!.with(at, limit - start);
  },
  exact: (_real, [x], { sections, axis, part }, shape) => {
    const at = normalizeAxis("split", axis, x!.shape.length);
    // What is before the part: of equal parts as many as it has before it, else all but it and what is after.
    const before =
      typeof sections === "number"
        ? part * shape[at]!
        : sections.slice(0, part).includes(-1)
          ? x!.shape[at]! - sections.slice(part).reduce((total, length) => total + length, 0)
          : sections.slice(0, part).reduce((total, length) => total + length, 0);
    return (index) => x!.at(index.with(at, before + index[at]!));
  },
  compose: ({ shape, slice }, { x }, attrs) => {
    const from = shape(x);
    const { at, start, limit } = extent(from, attrs);
    return slice(x, { start_indices: from.map((_, d) => (d === at ? start : 0)), limit_indices: from.with(at, limit) });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { sections, axis, part }) =>
      // A copy of the list: TensorFlow.js writes the length that it works out into the caller's.
      item(call, call("split", x, typeof sections === "number" ? sections : [...sections], axis), part),
    torch: (call, { inputs: [x], shapes: [shape] }, { sections, axis, part }) =>
      item(
        call,
        typeof sections === "number"
          ? call("torch.tensor_split", x, sections, { dim: axis })
          : call("torch.split", x, lengthsOf(shape!, sections, axis), { dim: axis }),
        part,
      ),
    jax: (call, { inputs: [x], shapes: [shape] }, { sections, axis, part }) =>
      item(
        call,
        call("jnp.split", x, typeof sections === "number" ? sections : bounds(lengthsOf(shape!, sections, axis)), {
          axis,
        }),
        part,
      ),
  },
});

/** The length of every part. */
function lengthsOf(shape: Shape, sections: number | Shape, axis: number): Shape {
  const length = shape[normalizeAxis("split", axis, shape.length)]!;
  if (typeof sections === "number") {
    if (sections < 1 || length % sections !== 0)
      throw new ShapeError(
        `split: expected a number of parts that divides ${String(length)}, got ${String(sections)}; give the length of each part in a list`,
      );
    return Array.from({ length: sections }, () => length / sections);
  }
  const known = sections.filter((d) => d !== -1).reduce((total, d) => total + d, 0);
  const lengths =
    sections.length - sections.filter((d) => d !== -1).length === 1
      ? sections.map((d) => (d === -1 ? length - known : d))
      : sections;
  if (lengths.some((d) => d < 0) || lengths.reduce((total, d) => total + d, 0) !== length)
    throw new ShapeError(
      `split: expected lengths that add up to ${String(length)}, at most one of them -1, got ${formatShape(sections)}`,
    );
  return lengths;
}

/** Where each part but the first starts. */
function bounds(lengths: Shape): Shape {
  return lengths.slice(0, -1).map((_, i) => lengths.slice(0, i + 1).reduce((total, d) => total + d, 0));
}

function extent(
  shape: Shape,
  { sections, axis, part }: Required<Split>,
): { readonly at: number; readonly start: number; readonly limit: number } {
  const lengths = lengthsOf(shape, sections, axis);
  if (part < 0 || part >= lengths.length)
    throw new InputError(`split: expected a part from 0 to ${String(lengths.length - 1)}, got ${String(part)}`);
  const start = [0, ...bounds(lengths)][part]!;
  return { at: normalizeAxis("split", axis, shape.length), start, limit: start + lengths[part]! };
}

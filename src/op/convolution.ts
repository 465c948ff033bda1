import { ShapeError } from "../base/errors.ts";
import { formatShape, indicesOf, type Shape } from "../base/shape.ts";
import type { ConvGeometry } from "../tensor/kernels/conv.ts";
import { integer, oneOf, type Attr, type Attrs } from "./attrs.ts";
import { functionOf, type Call, type Counterpart, type Expression } from "./counterparts.ts";
import { reals, type Draw, type Sample } from "./domain.ts";
import type { ExactTensor, RealArithmetic } from "./exact.ts";
import { composite } from "./kinds/index.ts";
import {
  backToLayout,
  channelsLast,
  elementAt,
  FORMATS,
  laidOut,
  layoutOf,
  partsOf,
  type Format,
  type Layout,
  type Rank,
} from "./layout.ts";
import type { Op } from "./op.ts";
import { jaxImages, torchImages, torchMargins } from "./spatial-calls.ts";
import { sampleImages, sampleWindows } from "./spatial-samples.ts";
import { neededAfter, windowing, windowsOver, type Windowing, type Windows } from "./windowing.ts";

/** The attributes of a convolution of `R` spatial dimensions. */
export interface Convolution<R extends Rank> extends Windowing {
  readonly data_format?: Format<R>;
  readonly groups?: number;
}

/** The attribute that says whether channels are the last dimension or stand before the spatial ones. */
export function dataFormat<R extends Rank>(rank: R): Attr<Format<R>> {
  return oneOf<Format<R>>("the order of the dimensions of x and of the result", FORMATS[rank]);
}

/** A convolution's dimensions, read from shapes and attributes. */
export interface Plan {
  readonly layout: Layout;
  readonly windows: Windows;
  /** Channels that each feature looks at, and features of a group. */
  readonly perGroup: number;
  readonly features: number;
  readonly groups: number;
}

/**
 * Reads a convolution.
 *
 * @throws ShapeError where the filter's rank, channels or features do not fit.
 */
export function planOf<R extends Rank>(
  op: string,
  rank: R,
  [x, filter]: readonly Shape[],
  attrs: Required<Convolution<R>>,
): Plan {
  const layout = layoutOf(op, x!, rank, attrs.data_format);
  const { groups } = attrs;
  if (filter!.length !== rank + 2)
    throw new ShapeError(
      `${op}: expected a filter of rank ${String(rank + 2)} (window, channels, features), got ${formatShape(filter!)}`,
    );
  const [perGroup, features] = filter!.slice(-2) as [number, number];
  if (groups < 1 || perGroup * groups !== layout.channels || features % groups !== 0)
    throw new ShapeError(
      `${op}: ${String(layout.channels)} channels in ${String(groups)} groups need a filter of ${String(layout.channels / groups)} channels and a multiple of ${String(groups)} features, got ${formatShape(filter!)}`,
    );
  return {
    layout,
    windows: windowsOver(op, layout.spatial, filter!.slice(0, rank), attrs),
    perGroup,
    features,
    groups,
  };
}

/** What the convolution helpers take. */
export function geometryOf({ layout, windows, perGroup, features }: Plan): ConvGeometry {
  return {
    x_shape: [layout.batch, ...layout.spatial, layout.channels],
    filter_shape: [...windows.window, perGroup, features],
    out_shape: [layout.batch, ...windows.out, features],
    strides: windows.strides,
    dilations: windows.dilations,
    padding: windows.before,
  };
}

/** Σ over the window and the channels of a group: the definition, for feature f of image n at a place. */
export function exactConvolution<R>(
  real: RealArithmetic<R>,
  { layout: { spatial }, windows, perGroup, features, groups }: Plan,
  x: (n: number, at: Shape, c: number) => R,
  filter: (within: Shape, c: number, f: number) => R,
): (n: number, at: Shape, f: number) => R {
  const within = indicesOf(windows.window);
  return (n, at, f) => {
    const first = Math.floor((f * groups) / features) * perGroup;
    const products = within.flatMap((k) => {
      const from = at.map((o, d) => o * windows.strides[d]! + k[d]! * windows.dilations[d]! - windows.before[d]!);
      if (from.some((i, d) => i < 0 || i >= spatial[d]!)) return [];
      return Array.from({ length: perGroup }, (_, c) => real.mul(x(n, from, first + c), filter(k, c, f)));
    });
    return real.sum(products);
  };
}

/** The definition on tensors. */
export function exactOf<R>(
  real: RealArithmetic<R>,
  plan: Plan,
  x: ExactTensor<R>,
  filter: (within: Shape, c: number, f: number) => R,
): (index: Shape) => R {
  const value = exactConvolution(real, plan, (n, at, c) => elementAt(plan.layout, x, n, at, c), filter);
  return (index) => {
    const { n, at, c } = partsOf(plan.layout, index);
    return value(n, at, c);
  };
}

/** A weight whose dimensions were moved, copied into their order: PyTorch's slow convolutions have no derivative else. */
export function torchContiguous(call: Call, weight: Expression): Expression {
  return call("torch.clone", weight, { memory_format: functionOf(call, "torch.contiguous_format") });
}

/** PyTorch's convolution of x with a weight `[features, channels, …window]`. */
export function torchConvolution(
  call: Call,
  { layout, windows, groups }: Plan,
  x: Expression,
  weight: Expression,
  shape: Shape,
): Expression {
  return torchImages(call, layout, x, shape, (images) =>
    call(
      `torch.nn.functional.conv${String(layout.spatial.length)}d`,
      torchMargins(call, images, [windows.before, neededAfter(layout.spatial, windows)]),
      torchContiguous(call, weight),
      { stride: windows.strides, dilation: windows.dilations, groups },
    ),
  );
}

/** JAX's convolution of x with a filter `[…window, channels, features]`. */
export function jaxConvolution(
  call: Call,
  { layout, windows, groups }: Plan,
  x: Expression,
  filter: Expression,
): Expression {
  const after = neededAfter(layout.spatial, windows);
  const [last, first] = FORMATS[layout.spatial.length as Rank];
  const format = layout.channelsFirst ? first : last;
  return jaxImages(call, layout, x, (images) =>
    call("jax.lax.conv_general_dilated", images, filter, {
      window_strides: windows.strides,
      padding: windows.before.map((before, d) => [before, after[d]]),
      rhs_dilation: windows.dilations,
      dimension_numbers: [format, `${last.slice(1, -1)}IO`, format],
      feature_group_count: groups,
    }),
  );
}

/** A convolution of `rank` spatial dimensions; only its formula and what TensorFlow.js calls it differ. */
export function convolution<R extends Rank>(
  name: string,
  rank: R,
  formula: string,
  tfjs: (
    call: Call,
    plan: Plan,
    inputs: readonly [Expression, Expression],
    attrs: Required<Convolution<R>>,
  ) => Expression,
): Op<["x", "filter"], Convolution<R>> {
  const plan = (shapes: readonly Shape[], attrs: Required<Convolution<R>>): Plan => planOf(name, rank, shapes, attrs);
  const attrs: Attrs<Convolution<R>> = {
    ...windowing,
    data_format: dataFormat(rank),
    groups: integer("in how many groups channels and features are; features look at the channels of their group", 1),
  };
  const counterpart =
    (
      make: (call: Call, plan: Plan, x: Expression, filter: Expression, shape: Shape) => Expression,
    ): Counterpart<Convolution<R>> =>
    (call, { inputs: [x, filter], shapes, shape }, given) =>
      make(call, plan(shapes, given), x!, filter!, shape);
  return composite<["x", "filter"], Convolution<R>>({
    name,
    inputs: ["x", "filter"],
    formula,
    attrs,
    domain: { x: reals(-2, 2), filter: reals(-2, 2) },
    sample: (draw) => sampleConvolution(draw, rank),
    shape: (shapes, given) => {
      const { layout, windows, features } = plan(shapes, given);
      return laidOut(layout, windows.out, features);
    },
    exact: (real, [x, filter], given) =>
      exactOf(real, plan([x!.shape, filter!.shape], given), x!, (k, c, f) => filter!.at([...k, c, f])),
    compose: (kit, { x, filter }, given) => {
      const read = plan([kit.shape(x), kit.shape(filter)], given);
      return backToLayout(kit, kit.conv(channelsLast(kit, x, read.layout), filter, geometryOf(read)), read.layout);
    },
    counterparts: {
      tfjs: (call, { inputs: [x, filter], shapes }, given) => tfjs(call, plan(shapes, given), [x!, filter!], given),
      torch: counterpart((call, read, x, filter, shape) =>
        torchConvolution(call, read, x, call("torch.permute", filter, weightOrder(rank)), shape),
      ),
      jax: counterpart((call, read, x, filter) => jaxConvolution(call, read, x, filter)),
    },
  });
}

/** The axes of a filter in the order of PyTorch's weights: features, channels, window. */
export function weightOrder(rank: number): Shape {
  return [rank + 1, rank, ...Array.from({ length: rank }, (_, i) => i)];
}

function sampleConvolution<R extends Rank>(draw: Draw, rank: R): Sample<Convolution<R>> {
  const { spatial, window, attrs } = sampleWindows(draw, rank);
  const groups = draw.pick([1, 1, 2]);
  const perGroup = draw.integer(1, groups === 1 ? 2 : 1);
  const features = groups * draw.integer(1, groups === 1 ? 2 : 1);
  const { shape, data_format } = sampleImages(draw, rank, spatial, groups * perGroup);
  return { shapes: [shape, [...window, perGroup, features]], attrs: { ...attrs, data_format, groups } };
}

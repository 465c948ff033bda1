import { ShapeError } from "../base/errors.ts";
import { formatShape, indicesOf, type Shape } from "../base/shape.ts";
import { integer, optionalIntegers, type Attrs } from "./attrs.ts";
import type { Call, Expression } from "./counterparts.ts";
import { dataFormat, geometryOf, torchContiguous, weightOrder, type Convolution, type Plan } from "./convolution.ts";
import { reals, type Draw, type Sample } from "./domain.ts";
import { composite } from "./kinds/index.ts";
import {
  backToLayout,
  channelsLast,
  elementAt,
  FORMATS,
  laidOut,
  layoutOf,
  partsOf,
  type Layout,
  type Rank,
} from "./layout.ts";
import type { Op } from "./op.ts";
import { jaxImages, torchImages, torchMargins } from "./spatial-calls.ts";
import { sampleImages, sampleWindows } from "./spatial-samples.ts";
import { extent, perDimension, windowing, windowsOver, type Windowing } from "./windowing.ts";

/** The attributes of a transposed convolution of `R` spatial dimensions. */
export interface TransposedConvolution<R extends Rank> extends Convolution<R> {
  readonly output_size?: Shape | null;
}

/** A transposed convolution, read as the convolution that it transposes, whose x is its result. */
export interface TransposedPlan extends Plan {
  /** The layout of its own x. */
  readonly from: Layout;
}

/** Reads a transposed convolution; throws where shapes do not fit. */
function planOf<R extends Rank>(
  op: string,
  rank: R,
  [x, filter]: readonly Shape[],
  attrs: Required<TransposedConvolution<R>>,
): TransposedPlan {
  const from = layoutOf(op, x!, rank, attrs.data_format);
  const { groups, output_size } = attrs;
  if (filter!.length !== rank + 2)
    throw new ShapeError(
      `${op}: expected a filter of rank ${String(rank + 2)} (window, features of the result, channels of x), got ${formatShape(filter!)}`,
    );
  const [perGroup, channels] = filter!.slice(-2) as [number, number];
  if (groups < 1 || channels !== from.channels || channels % groups !== 0)
    throw new ShapeError(
      `${op}: x of ${String(from.channels)} channels in ${String(groups)} groups does not fit a filter of shape ${formatShape(filter!)}, whose last dimension are the channels`,
    );
  const window = filter!.slice(0, rank);
  const spatial = output_size ?? defaultSize(op, from.spatial, window, attrs);
  if (spatial.length !== rank)
    throw new ShapeError(`${op}: output_size needs ${String(rank)} spatial dimensions, got ${formatShape(spatial)}`);
  const windows = windowsOver(op, spatial, window, attrs);
  if (windows.out.some((d, i) => d !== from.spatial[i]))
    throw new ShapeError(
      `${op}: a convolution of a result of spatial dimensions ${formatShape(spatial)} has ${formatShape(windows.out)}, not those of x, ${formatShape(from.spatial)}; choose output_size, padding or strides otherwise`,
    );
  const layout = { ...from, spatial, channels: perGroup * groups };
  return { layout, windows, perGroup, features: channels, groups, from };
}

/** The size of which nothing is left over by the windows: of "same" padding the length times the stride. */
function defaultSize(op: string, spatial: Shape, window: Shape, attrs: Required<Windowing>): Shape {
  const strides = perDimension(op, "strides", attrs.strides, spatial.length);
  const dilations = perDimension(op, "dilations", attrs.dilations, spatial.length);
  return spatial.map((d, i) => {
    if (attrs.padding === "same") return d * strides[i]!;
    const full = (d - 1) * strides[i]! + extent(window[i]!, dilations[i]!);
    if (attrs.padding === "valid") return full;
    const [before, after] =
      typeof attrs.padding === "number" ? [attrs.padding, attrs.padding] : (attrs.padding[i] ?? [0, 0]);
    return Math.max(0, full - before - after);
  });
}

/** Where a result lies in the one without padding: how much stands before it, and after it. */
export function marginsOf({ from, layout, windows }: TransposedPlan): readonly [Shape, Shape] {
  const before = windows.before.map((b) => -b);
  const after = from.spatial.map((d, i) => {
    const full = (d - 1) * windows.strides[i]! + extent(windows.window[i]!, windows.dilations[i]!);
    return layout.spatial[i]! - full + windows.before[i]!;
  });
  return [before, after];
}

/** A transposed convolution of `rank` spatial dimensions; only its formula and what TensorFlow.js calls it differ. */
export function transposedConvolution<R extends Rank>(
  name: string,
  rank: R,
  formula: string,
  tfjs: (
    call: Call,
    plan: TransposedPlan,
    inputs: readonly [Expression, Expression],
    attrs: Required<TransposedConvolution<R>>,
  ) => Expression,
): Op<["x", "filter"], TransposedConvolution<R>> {
  const attrs: Attrs<TransposedConvolution<R>> = {
    ...windowing,
    data_format: dataFormat(rank),
    groups: integer("in how many groups channels and features are", 1),
    output_size: optionalIntegers("the spatial dimensions of the result; null: such that no element is left over"),
  };
  return composite<["x", "filter"], TransposedConvolution<R>>({
    name,
    inputs: ["x", "filter"],
    formula,
    attrs,
    domain: { x: reals(-2, 2), filter: reals(-2, 2) },
    sample: (draw) => sample(draw, rank),
    shape: (shapes, given) => {
      const { layout } = planOf(name, rank, shapes, given);
      return laidOut(layout, layout.spatial, layout.channels);
    },
    // Each element of x, times the filter, is added to the elements that its window covers.
    exact: (real, [x, filter], given) => {
      const { layout, windows, from, perGroup, features, groups } = planOf(
        name,
        rank,
        [x!.shape, filter!.shape],
        given,
      );
      const perFeature = features / groups;
      return (index) => {
        const { n, at, c } = partsOf(layout, index);
        const first = Math.floor(c / perGroup) * perFeature;
        return real.sum(
          indicesOf(from.spatial).flatMap((o) => {
            const steps = at.map((i, d) => i + windows.before[d]! - o[d]! * windows.strides[d]!);
            const k = steps.map((step, d) => step / windows.dilations[d]!);
            if (k.some((i, d) => !Number.isInteger(i) || i < 0 || i >= windows.window[d]!)) return [];
            return Array.from({ length: perFeature }, (_, f) =>
              real.mul(elementAt(from, x!, n, o, first + f), filter!.at([...k, c % perGroup, first + f])),
            );
          }),
        );
      };
    },
    compose: (kit, { x, filter }, given) => {
      const plan = planOf(name, rank, [kit.shape(x), kit.shape(filter)], given);
      const g = channelsLast(kit, x, plan.from);
      return backToLayout(kit, kit.conv_input_grad(g, filter, geometryOf(plan)), plan.layout);
    },
    counterparts: {
      tfjs: (call, { inputs: [x, filter], shapes }, given) =>
        tfjs(call, planOf(name, rank, shapes, given), [x!, filter!], given),
      torch: (call, { inputs: [x, filter], shapes, shape }, given) => {
        const plan = planOf(name, rank, shapes, given);
        const { windows, groups } = plan;
        // Channels of x, features of a group, window.
        const weight = torchContiguous(call, call("torch.permute", filter, weightOrder(rank)));
        return torchImages(call, plan.from, x!, shape, (images) => {
          const options = { stride: windows.strides, dilation: windows.dilations, groups };
          const full = call(`torch.nn.functional.conv_transpose${String(rank)}d`, images, weight, options);
          return torchMargins(call, full, marginsOf(plan));
        });
      },
      jax: (call, { inputs: [x, filter], shapes }, given) => {
        const plan = planOf(name, rank, shapes, given);
        const { windows, groups, perGroup, features } = plan;
        const [before, after] = marginsOf(plan);
        const [last, first] = FORMATS[rank];
        const format = plan.layout.channelsFirst ? first : last;
        const axes = windows.window.map((_, i) => i);
        // A convolution with the filter turned round, of x with zeros between its elements; groups go with the features there.
        const turned = call("jnp.flip", filter, axes);
        const grouped = call("jnp.reshape", turned, [...windows.window, perGroup, groups, features / groups]);
        const kernel = call("jnp.reshape", call("jnp.swapaxes", grouped, rank, rank + 1), [
          ...windows.window,
          groups * perGroup,
          features / groups,
        ]);
        return jaxImages(call, plan.from, x!, (images) =>
          call("jax.lax.conv_general_dilated", images, kernel, {
            window_strides: axes.map(() => 1),
            padding: axes.map((d) => {
              const reach = extent(windows.window[d]!, windows.dilations[d]!) - 1;
              return [reach + before[d]!, reach + after[d]!];
            }),
            lhs_dilation: windows.strides,
            rhs_dilation: windows.dilations,
            dimension_numbers: [format, `${last.slice(1, -1)}OI`, format],
            feature_group_count: groups,
          }),
        );
      },
    },
  });
}

function sample<R extends Rank>(draw: Draw, rank: R): Sample<TransposedConvolution<R>> {
  // What it transposes is drawn, of which it makes the input.
  const { spatial, window, attrs } = sampleWindows(draw, rank);
  const groups = draw.pick([1, 1, 2]);
  const channels = groups * draw.integer(1, groups === 1 ? 2 : 1);
  const perGroup = draw.integer(1, groups === 1 ? 2 : 1);
  const { out } = windowsOver("sample", spatial, window, attrs);
  const { shape, data_format } = sampleImages(draw, rank, out, channels);
  const given = { ...attrs, data_format, groups, output_size: null };
  const shapes = [shape, [...window, perGroup, channels]];
  try {
    planOf("sample", rank, shapes, given);
    return { shapes, attrs: draw.flag() ? given : { ...given, output_size: spatial } };
  } catch {
    return { shapes, attrs: { ...given, output_size: spatial } };
  }
}

import { ShapeError } from "../../base/errors.ts";
import { formatShape, type Shape } from "../../base/shape.ts";
import {
  dataFormat,
  exactConvolution,
  geometryOf,
  jaxConvolution,
  torchConvolution,
  weightOrder,
  type Plan,
} from "../../op/convolution.ts";
import {
  depthwiseElement,
  depthwisePlan,
  groupedFilter,
  groupedFilterIn,
  sampleDepthwise,
} from "../../op/depthwise.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { backToLayout, channelsLast, elementAt, laidOut, partsOf, type Format } from "../../op/layout.ts";
import type { Op } from "../../op/op.ts";
import { tfjsChannelsLast, tfjsMargins } from "../../op/spatial-calls.ts";
import { neededAfter, windowing, windowsOver, type Windowing } from "../../op/windowing.ts";

/** The attributes of a depthwise convolution that a convolution of single elements follows. */
export interface SeparableConvolution extends Windowing {
  readonly data_format?: Format<2>;
}

const name = "separable_conv2d";
const still = { strides: 1, padding: "valid", dilations: 1, dim_rounding_mode: null } as const;

/** The two convolutions, one after the other. */
function plansOf(
  [x, depthwise, pointwise]: readonly Shape[],
  attrs: Required<SeparableConvolution>,
): readonly [Plan, Plan] {
  const first = depthwisePlan(name, x!, depthwise!, attrs);
  const [height, width, channels, features] = pointwise!;
  if (pointwise!.length !== 4 || height !== 1 || width !== 1 || channels !== first.features)
    throw new ShapeError(
      `${name}: expected a pointwise filter [1, 1, ${String(first.features)}, features], got ${formatShape(pointwise!)}`,
    );
  const layout = { ...first.layout, spatial: first.windows.out, channels: first.features };
  const windows = windowsOver(name, layout.spatial, [1, 1], still);
  return [first, { layout, windows, perGroup: channels, features: features!, groups: 1 }];
}

/**
 * The depthwise convolution of images `[batch, height, width, channels]` (or channels first, by `data_format`) with filters
 * `[height, width, channels, multiplier]`, of whose features a filter `[1, 1, channels·multiplier, features]` makes sums.
 * The batch may be left out.
 *
 * @throws ShapeError where ranks or channels do not fit, or a window is larger than what it moves over.
 * @example
 * ops.separable_conv2d(tensor([[[1, 2]]]), tensor([[[[10], [100]]]]), tensor([[[[1], [1]]]])); // [[[210]]]
 */
export const separable_conv2d: Op<["x", "depthwise_filter", "pointwise_filter"], SeparableConvolution> = composite({
  name,
  inputs: ["x", "depthwise_filter", "pointwise_filter"],
  formula: String.raw`\mathrm{out}_{n,i,j,f} = \sum_{k,l,c,q} x_{n,\,s_1 i + d_1 k - p_1,\,s_2 j + d_2 l - p_2,\,c}\,\text{depthwise\_filter}_{k,l,c,q}\,\text{pointwise\_filter}_{0,0,cQ + q,f}, \quad s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = 0 \text{ outside}`,
  attrs: { ...windowing, data_format: dataFormat(2) },
  domain: { x: reals(-2, 2), depthwise_filter: reals(-2, 2), pointwise_filter: reals(-2, 2) },
  sample: (draw) => {
    const { shapes, attrs } = sampleDepthwise(draw);
    const [, , channels, multiplier] = shapes[1];
    return { shapes: [...shapes, [1, 1, channels! * multiplier!, draw.integer(1, 2)]], attrs };
  },
  excused: ["strides", "padding", "dilations", "dim_rounding_mode", "data_format", "rank"].map((factor) => ({
    pair: ["dimensions=more", `${factor}=*`],
    because: "the pointwise filter has two dimensions of 1",
  })),
  shape: (shapes, attrs) => {
    const [, { layout, features }] = plansOf(shapes, attrs);
    return laidOut(layout, layout.spatial, features);
  },
  exact: (real, [x, depthwise, pointwise], attrs) => {
    const [first, second] = plansOf([x!.shape, depthwise!.shape, pointwise!.shape], attrs);
    const inner = exactConvolution(
      real,
      first,
      (n, at, c) => elementAt(first.layout, x!, n, at, c),
      depthwiseElement(depthwise!),
    );
    const outer = exactConvolution(real, second, inner, (k, c, f) => pointwise!.at([...k, c, f]));
    return (index) => {
      const { n, at, c } = partsOf(second.layout, index);
      return outer(n, at, c);
    };
  },
  compose: (kit, { inputs, x, depthwise_filter, pointwise_filter }, attrs) => {
    const [first, second] = plansOf(inputs.map(kit.shape), attrs);
    const images = channelsLast(kit, x, first.layout);
    const inner = kit.conv(images, groupedFilter(kit, depthwise_filter, first), geometryOf(first));
    return backToLayout(kit, kit.conv(inner, pointwise_filter, geometryOf(second)), second.layout);
  },
  counterparts: {
    tfjs: (call, { inputs: [x, depthwise, pointwise], shapes }, attrs) => {
      const [{ layout, windows }] = plansOf(shapes, attrs);
      // It has these two paddings only; all other ones are margins.
      const isNamed =
        attrs.padding === "same" || (attrs.padding === "valid" && (attrs.dim_rounding_mode ?? "floor") === "floor");
      const after = neededAfter(layout.spatial, windows).map((width) => Math.max(0, width));
      return tfjsChannelsLast(call, layout, x!, (last) =>
        call(
          "separableConv2d",
          isNamed ? last : tfjsMargins(call, last, layout, [windows.before, after]),
          depthwise,
          pointwise,
          attrs.strides,
          isNamed ? attrs.padding : "valid",
          attrs.dilations,
          "NHWC",
        ),
      );
    },
    torch: (call, { inputs: [x, depthwise, pointwise], shapes, shape }, attrs) => {
      const [first, second] = plansOf(shapes, attrs);
      const weight = call("torch.permute", groupedFilterIn(call, "torch.reshape", depthwise!, first), weightOrder(2));
      const between = laidOut(first.layout, first.windows.out, first.features);
      const inner = torchConvolution(call, first, x!, weight, between);
      return torchConvolution(call, second, inner, call("torch.permute", pointwise, weightOrder(2)), shape);
    },
    jax: (call, { inputs: [x, depthwise, pointwise], shapes }, attrs) => {
      const [first, second] = plansOf(shapes, attrs);
      const inner = jaxConvolution(call, first, x!, groupedFilterIn(call, "jnp.reshape", depthwise!, first));
      return jaxConvolution(call, second, inner, pointwise!);
    },
  },
});

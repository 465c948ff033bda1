import { item } from "../../op/counterparts.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import {
  exactPooling,
  excusedImages,
  largest,
  largestOfWindows,
  pooling,
  poolingPlan,
  samplePooling,
  shapePooled,
  type Pooling,
} from "../../op/pooling.ts";
import { jaxPool, torchPool } from "../../op/pooling-calls.ts";
import { tfjsChannelsLast, tfjsMargins } from "../../op/spatial-calls.ts";
import { neededAfter } from "../../op/windowing.ts";

const name = "max_pool_with_argmax";

/**
 * The largest element of each window over images `[batch, height, width, channels]` (or channels first, by `data_format`),
 * channel by channel, by the function of other libraries that also tells where it stands. The batch may be left out.
 *
 * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
 *
 * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
 * @example
 * ops.max_pool_with_argmax(tensor([[[1], [3]], [[2], [4]]]), { window: 2 }); // [[[4]]]
 */
export const max_pool_with_argmax: Op<["x"], Pooling<2>> = composite({
  name,
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{n,i,j,c} = \max_{0 \le k, l < \mathrm{window}} x_{n,\,s_1 i + k - p_1,\,s_2 j + l - p_2,\,c}, \quad s = \mathrm{strides},\ p = \mathrm{padding},\ x = -\infty \text{ outside}`,
  attrs: pooling(2),
  domain: { x: reals(-4, 4, kinksAtTies) },
  excused: excusedImages(2),
  sample: (draw) => samplePooling(draw, 2, false),
  shape: ([x], attrs) => shapePooled(poolingPlan(name, 2, x!, attrs)),
  exact: (real, [x], attrs) =>
    exactPooling(x!, poolingPlan(name, 2, x!.shape, attrs), (elements) => largest(real, elements)),
  compose: (kit, { x }, attrs) => largestOfWindows(kit, x, poolingPlan(name, 2, kit.shape(x), attrs)),
  counterparts: {
    // It takes images with a batch and no pairs of padding.
    tfjs: (call, { inputs: [x], shapes, shape }, attrs) => {
      const { layout, windows } = poolingPlan(name, 2, shapes[0]!, attrs);
      const isNamed =
        attrs.padding === "same" || (attrs.padding === "valid" && (attrs.dim_rounding_mode ?? "floor") === "floor");
      const after = neededAfter(layout.spatial, windows).map((width) => Math.max(0, width));
      const batched = layout.batched ? x! : call("reshape", x, [1, ...shapes[0]!]);
      const out = tfjsChannelsLast(call, { ...layout, batched: true }, batched, (last) => {
        const images = isNamed
          ? last
          : tfjsMargins(call, last, { ...layout, batched: true }, [windows.before, after], -Infinity);
        const padding = isNamed ? attrs.padding : "valid";
        return item(call, call("maxPoolWithArgmax", images, windows.window, windows.strides, padding), "result");
      });
      return layout.batched ? out : call("reshape", out, shape);
    },
    torch: (call, { inputs: [x], shapes, shape }, attrs) =>
      torchPool(call, "max", x!, poolingPlan(name, 2, shapes[0]!, attrs), shape, false),
    jax: (call, { inputs: [x], shapes }, attrs) =>
      jaxPool(call, "max", x!, poolingPlan(name, 2, shapes[0]!, attrs), false),
  },
});

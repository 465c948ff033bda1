import { oneOf, type Attrs } from "../../op/attrs.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import {
  exactMean,
  exactPooling,
  excusedImages,
  largest,
  largestOfWindows,
  meanOfWindows,
  pooling,
  poolingPlan,
  samplePooling,
  shapePooled,
  type Pooling,
} from "../../op/pooling.ts";
import { jaxPool, torchPool } from "../../op/pooling-calls.ts";
import { tfjsChannelsLast, tfjsPadding, tfjsRounding } from "../../op/spatial-calls.ts";
import { windowing, type Windowing } from "../../op/windowing.ts";

/** The attributes of a pooling of either type. */
export interface TypedPooling extends Pooling<2>, Pick<Windowing, "dilations"> {
  readonly pooling_type: "max" | "avg";
}

const name = "pool";
const attrs: Attrs<TypedPooling> = {
  ...pooling(2),
  dilations: windowing.dilations,
  pooling_type: oneOf("whether the largest element is taken or the mean", ["max", "avg"], undefined),
};

/**
 * The largest element or the mean of each window over images `[batch, height, width, channels]` (or channels first, by
 * `data_format`), channel by channel, by `pooling_type`. Padding never is the largest and does not count for a mean. The batch
 * may be left out.
 *
 * At a tie for the largest, where it has a kink, the derivative is spread evenly over the elements that tie.
 *
 * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
 * @example
 * ops.pool(tensor([[[1], [3]], [[2], [4]]]), { window: 2, pooling_type: "avg" }); // [[[2.5]]]
 */
export const pool: Op<["x"], TypedPooling> = composite({
  name,
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_{n,i,j,c} = \begin{cases} \max_{(t,u) \in W} x_{n,t,u,c} & \text{pooling\_type} = \text{max} \\ \frac{1}{\lvert W \rvert} \sum_{(t,u) \in W} x_{n,t,u,c} & \text{pooling\_type} = \text{avg} \end{cases}, \quad W = \{(s_1 i + d_1 k - p_1,\ s_2 j + d_2 l - p_2) \mid 0 \le k, l < \mathrm{window}\} \text{ inside } x,\ s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding}`,
  attrs,
  domain: { x: reals(-4, 4, kinksAtTies) },
  excused: excusedImages(2),
  sample: (draw) => {
    const { shapes, attrs: given } = samplePooling(draw, 2, true);
    return { shapes, attrs: { ...given, pooling_type: draw.pick(["max", "avg"] as const) } };
  },
  shape: ([x], given) => shapePooled(poolingPlan(name, 2, x!, given)),
  exact: (real, [x], given) => {
    const plan = poolingPlan(name, 2, x!.shape, given);
    return given.pooling_type === "max"
      ? exactPooling(x!, plan, (elements) => largest(real, elements))
      : exactPooling(x!, plan, exactMean(real, plan, false));
  },
  compose: (kit, { x }, given) => {
    const plan = poolingPlan(name, 2, kit.shape(x), given);
    return given.pooling_type === "max" ? largestOfWindows(kit, x, plan) : meanOfWindows(kit, x, plan, false);
  },
  counterparts: {
    tfjs: (call, { inputs: [x], shapes }, given) => {
      const { layout, windows } = poolingPlan(name, 2, shapes[0]!, given);
      return tfjsChannelsLast(call, layout, x!, (last) =>
        call(
          "pool",
          last,
          windows.window,
          given.pooling_type,
          tfjsPadding(given.padding, given.dim_rounding_mode, false),
          windows.dilations,
          windows.strides,
          ...tfjsRounding({ ...given, strides: 1 }),
        ),
      );
    },
    torch: (call, { inputs: [x], shapes, shape }, given) =>
      torchPool(call, given.pooling_type, x!, poolingPlan(name, 2, shapes[0]!, given), shape, false),
    jax: (call, { inputs: [x], shapes }, given) =>
      jaxPool(call, given.pooling_type, x!, poolingPlan(name, 2, shapes[0]!, given), false),
  },
});

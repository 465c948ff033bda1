import { ShapeError } from "../../base/errors.ts";
import { formatShape, indicesOf, type Shape } from "../../base/shape.ts";
import { kinksAtTies, reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { elementAt, partsOf } from "../../op/layout.ts";
import type { Op } from "../../op/op.ts";
import { largest, largestOfWindows, poolingPlan, shapePooled, type PoolingPlan } from "../../op/pooling.ts";
import { tfjsMargins } from "../../op/spatial-calls.ts";
import { sampleFilledWindows } from "../../op/spatial-samples.ts";
import { neededAfter, windowing, type Windowing } from "../../op/windowing.ts";

const name = "dilation2d";
/** Less wide than what elements that may tie keep apart. */
const SMALL = reals(-1 / 128, 1 / 128);

function planOf([x, filter]: readonly Shape[], attrs: Required<Windowing>): PoolingPlan {
  if (filter!.length !== 3 || filter![2] !== x!.at(-1))
    throw new ShapeError(
      `${name}: x of shape ${formatShape(x!)} needs a filter [height, width, ${String(x!.at(-1))}], got ${formatShape(filter!)}`,
    );
  return poolingPlan(name, 2, x!, { ...attrs, window: filter!.slice(0, 2), data_format: "NHWC" });
}

/**
 * The greyscale morphological dilation of images `[batch, height, width, channels]` by a filter `[height, width, channels]`:
 * the largest x[o·stride − padding + k·dilation, c] + filter[k, c] over a window. Padding never is the largest. The batch may
 * be left out.
 *
 * Where sums tie, where it has a kink, the derivative is spread evenly over them.
 *
 * @throws ShapeError where ranks or channels do not fit, a window does not fit, or one holds no element.
 * @example
 * ops.dilation2d(tensor([[[1], [2]]]), tensor([[[5], [0]]])); // [[[6]]]
 */
export const dilation2d: Op<["x", "filter"], Windowing> = composite({
  name,
  inputs: ["x", "filter"],
  formula: String.raw`\mathrm{out}_{n,i,j,c} = \max_{k,l} \left( x_{n,\,s_1 i + d_1 k - p_1,\,s_2 j + d_2 l - p_2,\,c} + \mathrm{filter}_{k,l,c} \right), \quad s = \mathrm{strides},\ d = \mathrm{dilations},\ p = \mathrm{padding},\ x = -\infty \text{ outside}`,
  attrs: windowing,
  // It has kinks where sums tie, which no input can declare: one keeps its elements apart, those of the other are small.
  domain: { x: reals(-4, 4, kinksAtTies), filter: SMALL },
  sample: (draw) => {
    const { spatial, window, attrs } = sampleFilledWindows(draw, 2, true);
    const channels = draw.integer(1, 2);
    const batch = draw.integer(0, 19) === 19 ? 0 : draw.integer(1, 2);
    const image = [...(draw.flag() ? [batch] : []), ...spatial, channels];
    const inputs = draw.flag() ? { x: SMALL, filter: reals(-4, 4, kinksAtTies) } : {};
    return { shapes: [image, [...window, channels]], attrs, inputs };
  },
  excused: [{ pair: ["rank=3", "dimensions=0"], because: "the batch alone is ever empty" }],
  shape: (shapes, attrs) => shapePooled(planOf(shapes, attrs)),
  exact: (real, [x, filter], attrs) => {
    const { layout, windows } = planOf([x!.shape, filter!.shape], attrs);
    return (index) => {
      const { n, at, c } = partsOf(layout, index);
      const sums = indicesOf(windows.window).flatMap((k) => {
        const from = at.map((o, d) => o * windows.strides[d]! + k[d]! * windows.dilations[d]! - windows.before[d]!);
        if (from.some((i, d) => i < 0 || i >= layout.spatial[d]!)) return [];
        return [real.add(elementAt(layout, x!, n, from, c), filter!.at([...k, c]))];
      });
      return largest(real, sums);
    };
  },
  compose: (kit, { x, filter }, attrs) => {
    const plan = planOf([kit.shape(x), kit.shape(filter)], attrs);
    const [height, width, channels] = kit.shape(filter);
    const flat = kit.reshape(filter, { shape: [height! * width!, channels!] });
    return largestOfWindows(kit, x, plan, (elements) => kit.add(elements, flat));
  },
  counterparts: {
    tfjs: (call, { inputs: [x, filter], shapes }, attrs) => {
      const { layout, windows } = planOf(shapes, attrs);
      // It has these two paddings only; all other ones are margins.
      const isNamed =
        attrs.padding === "same" || (attrs.padding === "valid" && (attrs.dim_rounding_mode ?? "floor") === "floor");
      const after = neededAfter(layout.spatial, windows).map((width) => Math.max(0, width));
      const images = isNamed ? x! : tfjsMargins(call, x!, layout, [windows.before, after], -Infinity);
      return call(
        "dilation2d",
        images,
        filter,
        attrs.strides,
        isNamed ? attrs.padding : "valid",
        attrs.dilations,
        "NHWC",
      );
    },
    torch: { none: "PyTorch has no morphological dilation" },
    jax: { none: "JAX has no morphological dilation" },
  },
});

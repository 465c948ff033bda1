import { kinksAtTies, reals } from "./domain.ts";
import { composite } from "./kinds/index.ts";
import type { Rank } from "./layout.ts";
import type { Op } from "./op.ts";
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
} from "./pooling.ts";
import { jaxPool, tfjsApart, tfjsPool, tfjsPoolOfPadded, torchPool } from "./pooling-calls.ts";
import { tfjsChannelsLast } from "./spatial-calls.ts";
import { windowing, type Windowing } from "./windowing.ts";

/** The attributes of a pooling that takes the largest elements. */
export interface MaxPooling<R extends Rank> extends Pooling<R>, Pick<Windowing, "dilations"> {}

/** The largest elements of windows over `rank` spatial dimensions. */
export function maxPooling<R extends Rank>(name: string, rank: R, formula: string): Op<["x"], MaxPooling<R>> {
  return composite<["x"], MaxPooling<R>>({
    name,
    inputs: ["x"],
    formula,
    attrs: { ...pooling(rank), dilations: windowing.dilations },
    domain: { x: reals(-4, 4, kinksAtTies) },
    excused: excusedImages(rank),
    sample: (draw) => samplePooling(draw, rank, true),
    shape: ([x], attrs) => shapePooled(poolingPlan(name, rank, x!, attrs)),
    exact: (real, [x], attrs) =>
      exactPooling(x!, poolingPlan(name, rank, x!.shape, attrs), (elements) => largest(real, elements)),
    compose: (kit, { x }, attrs) => largestOfWindows(kit, x, poolingPlan(name, rank, kit.shape(x), attrs)),
    counterparts: {
      tfjs: (call, { inputs: [x], shapes }, attrs) => {
        const plan = poolingPlan(name, rank, shapes[0]!, attrs);
        const own = rank === 3 ? "maxPool3d" : "maxPool";
        return tfjsChannelsLast(call, plan.layout, x!, (last) => {
          if (plan.windows.dilations.some((d) => d > 1)) {
            // It has no dilations.
            const spatial = plan.windows.out.map((d, i) => d * plan.windows.window[i]!);
            const apart = {
              layout: { ...plan.layout, spatial },
              windows: { ...plan.windows, strides: plan.windows.window },
            };
            const taken = tfjsApart(call, last, plan, -Infinity);
            return tfjsPool(call, own, taken, apart, { ...attrs, padding: "valid", dim_rounding_mode: null });
          }
          return rank === 3 && typeof attrs.padding === "object"
            ? tfjsPoolOfPadded(call, own, last, plan, attrs, -Infinity)
            : tfjsPool(call, own, last, plan, attrs);
        });
      },
      torch: (call, { inputs: [x], shapes, shape }, attrs) =>
        torchPool(call, "max", x!, poolingPlan(name, rank, shapes[0]!, attrs), shape, false),
      jax: (call, { inputs: [x], shapes }, attrs) =>
        jaxPool(call, "max", x!, poolingPlan(name, rank, shapes[0]!, attrs), false),
    },
  });
}

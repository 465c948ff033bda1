import { flag } from "./attrs.ts";
import { reals } from "./domain.ts";
import { composite } from "./kinds/index.ts";
import type { Rank } from "./layout.ts";
import type { Op } from "./op.ts";
import {
  exactMean,
  exactPooling,
  excusedImages,
  meanOfWindows,
  pooling,
  poolingPlan,
  samplePooling,
  shapePooled,
  type Pooling,
} from "./pooling.ts";
import { jaxPool, tfjsMeanOfPadded, tfjsPool, tfjsPoolOfPadded, torchPool } from "./pooling-calls.ts";
import { tfjsChannelsLast } from "./spatial-calls.ts";

/** The attributes of a pooling that takes means. */
export interface MeanPooling<R extends Rank> extends Pooling<R> {
  readonly count_include_pad?: boolean;
}

/** The means of windows over `rank` spatial dimensions. */
export function meanPooling<R extends Rank>(name: string, rank: R, formula: string): Op<["x"], MeanPooling<R>> {
  return composite<["x"], MeanPooling<R>>({
    name,
    inputs: ["x"],
    formula,
    attrs: { ...pooling(rank), count_include_pad: flag("whether the zeros of the padding count") },
    domain: { x: reals(-4, 4) },
    excused: excusedImages(rank),
    sample: (draw) => {
      const { shapes, attrs } = samplePooling(draw, rank, false);
      return { shapes, attrs: { ...attrs, count_include_pad: draw.flag() } };
    },
    shape: ([x], attrs) => shapePooled(poolingPlan(name, rank, x!, attrs)),
    exact: (real, [x], attrs) => {
      const plan = poolingPlan(name, rank, x!.shape, attrs);
      return exactPooling(x!, plan, exactMean(real, plan, attrs.count_include_pad));
    },
    compose: (kit, { x }, attrs) =>
      meanOfWindows(kit, x, poolingPlan(name, rank, kit.shape(x), attrs), attrs.count_include_pad),
    counterparts: {
      tfjs: (call, { inputs: [x], shapes }, attrs) => {
        const plan = poolingPlan(name, rank, shapes[0]!, attrs);
        const own = rank === 3 ? "avgPool3d" : "avgPool";
        return tfjsChannelsLast(call, plan.layout, x!, (last) => {
          if (attrs.count_include_pad) return tfjsPoolOfPadded(call, own, last, plan, attrs, 0);
          return rank === 3 && typeof attrs.padding === "object"
            ? tfjsMeanOfPadded(call, own, last, plan, attrs)
            : tfjsPool(call, own, last, plan, attrs);
        });
      },
      torch: (call, { inputs: [x], shapes, shape }, attrs) =>
        torchPool(call, "avg", x!, poolingPlan(name, rank, shapes[0]!, attrs), shape, attrs.count_include_pad),
      jax: (call, { inputs: [x], shapes }, attrs) =>
        jaxPool(call, "avg", x!, poolingPlan(name, rank, shapes[0]!, attrs), attrs.count_include_pad),
    },
  });
}

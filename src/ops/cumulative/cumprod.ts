import { normalizeAxis } from "../../base/shape.ts";
import {
  cumulative,
  exactCumulative,
  fromEitherEnd,
  sampleCumulative,
  shapeAlong,
  windows,
  type Cumulative,
} from "../../op/cumulative.ts";
import type { Call, Expression } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { folded } from "../../op/lanes.ts";
import type { Op } from "../../op/op.ts";

/**
 * The product of each element and all before it along `axis`; of all after it with `reverse`, and without itself with
 * `exclusive`. Derivatives are products of the other elements, also where elements are 0.
 *
 * @throws ShapeError for a scalar, which has no axis.
 * @example
 * ops.cumprod(tensor([2, 3, 4])); // [2, 6, 24]
 * ops.cumprod(tensor([2, 3, 4]), { exclusive: true, reverse: true }); // [12, 4, 1]
 */
export const cumprod: Op<["x"], Cumulative> = composite({
  name: "cumprod",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = \prod_{j \in J_i} x_j, \quad J_i = \begin{cases} \{j \mid j \ge i\} & \mathrm{reverse} \\ \{j \mid j \le i\} & \text{else} \end{cases} \text{ along } \mathrm{axis} \text{, without } i \text{ if } \mathrm{exclusive}`,
  attrs: cumulative,
  domain: { x: reals(-2, 2) },
  sample: sampleCumulative,
  shape: ([x], attrs) => shapeAlong("cumprod", x!, attrs),
  exact: exactCumulative("cumprod", (real, xs) => xs.reduce((product, x) => real.mul(product, x), real.real(1))),
  compose: (kit, { x }, attrs) => {
    const shape = kit.shape(x);
    const all = windows("cumprod", kit, x, 1, attrs);
    // Without elements there is nothing to multiply, and nothing to show for it.
    return shape.includes(0) ? x : kit.reshape(folded(kit, all, kit.mul), { shape });
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, exclusive, reverse }) => call("cumprod", x, axis, exclusive, reverse),
    torch: (call, { inputs: [x], shapes: [shape] }, attrs) =>
      fromEitherEnd(call, x!, attrs, (from) => {
        const length = shape!.at(attrs.axis)!;
        return call("torch.cumprod", attrs.exclusive ? afterOne(call, from, attrs.axis, length) : from, {
          dim: attrs.axis,
        });
      }),
    jax: (call, { inputs: [x], shapes: [shape] }, { axis, exclusive, reverse }) => {
      const at = normalizeAxis("cumprod", axis, shape!.length);
      if (!exclusive) return call("jax.lax.cumprod", x, { axis: at, reverse });
      const end = shape!.map((d, i) => (i === at ? Math.max(0, d - 1) : d));
      const start = shape!.map((d, i) => (i === at ? Math.min(1, d) : 0));
      const others = reverse
        ? call("jax.lax.slice", x, start, shape)
        : call("jax.lax.slice", x, shape!.map(() => 0), end); // prettier-ignore
      const one = call("jnp.ones", shape!.with(at, Math.min(1, shape![at]!)));
      const parts = reverse ? [others, one] : [one, others];
      return call("jax.lax.cumprod", call("jnp.concatenate", parts, { axis: at }), { axis: at, reverse });
    },
  },
});

/** x moved on by one along an axis, after a 1. */
function afterOne(call: Call, x: Expression, axis: number, length: number): Expression {
  if (length === 0) return x;
  const part = (count: number): Expression => call("torch.narrow", x, axis, 0, count);
  return call("torch.cat", [call("torch.ones_like", part(1)), part(length - 1)], axis);
}

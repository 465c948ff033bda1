import { ShapeError } from "../../base/errors.ts";
import { formatShape, normalizeAxis, type Shape } from "../../base/shape.ts";
import { axis as axisAttr } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The gated linear unit a·σ(b), where a and b are the halves of x along `axis` (the last one unless given).
 *
 * @throws ShapeError when x has an odd number of elements along the axis.
 * @example
 * ops.glu(tensor([3, 0])); // [1.5]
 */
export const glu: Op<["x"], { readonly axis?: number }> = composite({
  name: "glu",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = x_i\,\sigma(x_{i + n/2}) = \frac{x_i}{1 + e^{-x_{i + n/2}}}, \quad 0 \le i < \frac{n}{2} \text{ along } \mathrm{axis}`,
  attrs: { axis: axisAttr("the axis to halve; a negative one counts from the end", -1) },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const half = draw.shape(1, 4);
    const at = draw.integer(0, half.length - 1);
    return {
      shapes: [half.map((d, i) => (i === at ? 2 * d : d))],
      attrs: { axis: draw.flag() ? at : at - half.length },
    };
  },
  excused: [{ pair: ["rank=1", "dimensions=1"], because: "halves need an even number of elements" }],
  shape: ([x], { axis }) => {
    const at = normalizeAxis("glu", axis, x!.length);
    if (x![at]! % 2 !== 0)
      throw new ShapeError(`glu: expected an even number of elements along axis ${String(at)}, got ${formatShape(x!)}`);
    return halved(x!, at);
  },
  exact: (real, [x], { axis }) => {
    const at = normalizeAxis("glu", axis, x!.shape.length);
    return (index) => {
      const gate = x!.at(index.with(at, index[at]! + x!.shape[at]! / 2));
      return real.div(x!.at(index), real.add(1, real.exp(real.neg(gate))));
    };
  },
  compose: ({ mul, shape, sigmoid, slice }, { x }, { axis }) => {
    const at = normalizeAxis("glu", axis, shape(x).length);
    const half = halved(shape(x), at);
    const second = half.map((d, i) => (i === at ? d : 0));
    const a = slice(x, { start_indices: half.map(() => 0), limit_indices: half });
    return mul(a, sigmoid(slice(x, { start_indices: second, limit_indices: shape(x) })));
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no gated linear unit" },
    torch: (call, { inputs: [x] }, { axis }) => call("torch.nn.functional.glu", x, { dim: axis }),
    jax: (call, { inputs: [x] }, { axis }) => call("jax.nn.glu", x, { axis }),
  },
});

function halved(shape: Shape, at: number): Shape {
  return shape.map((d, i) => (i === at ? d / 2 : d));
}

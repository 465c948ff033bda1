import { normalizeAxis } from "../../base/shape.ts";
import { integer } from "../../op/attrs.ts";
import { alongAxis, sampleAxis } from "../../op/axis.ts";
import { reals } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { largest } from "../../tensor/kernels/reduce.ts";
import { exponentials } from "../../tensor/kernels/softmax.ts";

/**
 * The logarithm of the softmax, xᵢ − ln Σ eˣʲ along `axis` (the last one unless given), computed from x less its
 * largest element, so that nothing overflows.
 *
 * @example
 * ops.log_softmax(tensor([0, 0])); // [-0.6931…, -0.6931…]
 */
export const log_softmax: Op<["x"], { readonly axis?: number }> = primitive({
  name: "log_softmax",
  inputs: ["x"],
  attrs: { axis: integer("the axis whose exponentials sum to 1", -1) },
  domain: { x: reals(-4, 4) },
  sample: sampleAxis,
  shape: ([x], { axis }) => {
    normalizeAxis("log_softmax", axis, x!.length);
    return x!;
  },
  exact: (real, [x], { axis }) => {
    const exps = alongAxis("log_softmax", x!, axis, real.exp);
    return (index) => real.sub(x!.at(index), real.log(real.sum(exps(index))));
  },
  kernel: ([x], { axis }) => exponentials(x!, normalizeAxis("log_softmax", axis, x!.shape.length), true),
  rounding: ([x], { axis }) => ({ relative: 4, absolute: 4 * largest(x!) + x!.shape.at(axis)! + 16 }),
  vjp: {
    // g − softmax(x)·Σ g
    x: ({ mul, softmax, sub, sum }, { x }, g, { axis }) =>
      sub(g, mul(softmax(x, { axis }), sum(g, { axis, keepdims: true }))),
  },
  jvp: {
    // d − Σ softmax(x)·d
    x: ({ mul, softmax, sub, sum }, { x }, d, { axis }) =>
      sub(d, sum(mul(softmax(x, { axis }), d), { axis, keepdims: true })),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis }) => call("logSoftmax", x, axis),
    torch: (call, { inputs: [x] }, { axis }) => call("torch.log_softmax", x, { dim: axis }),
    jax: (call, { inputs: [x] }, { axis }) => call("jax.nn.log_softmax", x, { axis }),
  },
});

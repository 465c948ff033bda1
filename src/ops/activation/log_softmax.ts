import { normalizeAxis } from "../../base/shape.ts";
import { integer } from "../../op/attrs.ts";
import { alongAxis, sampleAxis, shiftedExponentials } from "../../op/axis.ts";
import { reals } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
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
  formula: String.raw`\mathrm{out}_i = x_i - \ln \sum_{j \in \mathrm{axis}} e^{x_j}`,
  attrs: { axis: integer("the axis whose exponentials sum to 1", -1) },
  domain: { x: reals(-4, 4) },
  sample: sampleAxis,
  shape: ([x], { axis }) => {
    normalizeAxis("log_softmax", axis, x!.length);
    return x!;
  },
  exact: (real, [x], { axis }) => {
    const exponentials = alongAxis("log_softmax", x!, axis, (line) => shiftedExponentials(real, line));
    return (index) => {
      const { largest, total } = exponentials(index);
      return real.sub(real.sub(x!.at(index), largest), real.log(total));
    };
  },
  kernel: ([x], { axis }) => exponentials(x!, normalizeAxis("log_softmax", axis, x!.shape.length), true),
  // Relative: x − max and the last difference, both of the sign of the result, and the logarithm. Absolute: the relative
  // error of the sum of n exponentials, of which those of the exponents are ln n at most.
  rounding: ([x], { axis }) => {
    const n = x!.shape.at(axis)!;
    return { relative: 10, absolute: 10, structure: { relative: 0, absolute: n - 1 + Math.log(n) } };
  },
  vjp: {
    // g − softmax(x)·Σ g
    x: ({ dlog_softmax, shape }, { x }, g, { axis }) =>
      dlog_softmax(g, x, { axis: normalizeAxis("log_softmax", axis, shape(x).length) }),
  },
  jvp: {
    // d − Σ softmax(x)·d
    x: ({ mul, softmax, sub, sum }, { x }, d, { axis }) =>
      sub(d, sum(mul(softmax(x, { axis }), d), { axis, keepdims: true })),
  },
  variants: [
    {
      // g − softmax(x)·Σ g in so many steps
      vjp: {
        x: ({ mul, softmax, sub, sum }, { x }, g, { axis }) =>
          sub(g, mul(softmax(x, { axis }), sum(g, { axis, keepdims: true }))),
      },
    },
    {
      // softmax(x) = exp(out)
      vjp: {
        x: ({ exp, mul, sub, sum }, { out }, g, { axis }) => sub(g, mul(exp(out), sum(g, { axis, keepdims: true }))),
      },
      jvp: {
        x: ({ exp, mul, sub, sum }, { out }, d, { axis }) => sub(d, sum(mul(exp(out), d), { axis, keepdims: true })),
      },
    },
  ],
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis }) => call("logSoftmax", x, axis),
    torch: (call, { inputs: [x] }, { axis }) => call("torch.log_softmax", x, { dim: axis }),
    jax: (call, { inputs: [x] }, { axis }) => call("jax.nn.log_softmax", x, { axis }),
  },
});

import { normalizeAxis } from "../../base/shape.ts";
import { integer } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { alongAxis, sampleAxis, shiftedExponentials } from "../../op/axis.ts";
import { spreadOf } from "../../tensor/kernels/reduce.ts";
import { exponentials } from "../../tensor/kernels/softmax.ts";

/**
 * The softmax eˣⁱ / Σ eˣʲ along `axis` (the last one unless given), computed from x less its largest element, so that
 * nothing overflows.
 *
 * @example
 * ops.softmax(tensor([0, 0, 0])); // [1/3, 1/3, 1/3]
 */
export const softmax: Op<["x"], { readonly axis?: number }> = primitive({
  name: "softmax",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = \frac{e^{x_i}}{\sum_{j \in \mathrm{axis}} e^{x_j}}`,
  attrs: { axis: integer("the axis whose elements sum to 1", -1) },
  domain: { x: reals(-4, 4) },
  sample: sampleAxis,
  shape: ([x], { axis }) => {
    normalizeAxis("softmax", axis, x!.length);
    return x!;
  },
  exact: (real, [x], { axis }) => {
    const exponentials = alongAxis("softmax", x!, axis, (line) => shiftedExponentials(real, line));
    return (index) => {
      const { largest, total } = exponentials(index);
      return real.div(real.exp(real.sub(x!.at(index), largest)), total);
    };
  },
  kernel: ([x], { axis }) => exponentials(x!, normalizeAxis("softmax", axis, x!.shape.length), false),
  // The exponent x − max is off by u·|x − max|, which the exponential turns into a relative error, of the sum too (by
  // u·ln n at most); the sum of n exponentials rounds n − 1 times.
  rounding: ([x], { axis }) => {
    const n = x!.shape.at(axis)!;
    return { relative: 16, structure: { relative: spreadOf(x!) + n - 1 + Math.log(n), absolute: 0 } };
  },
  vjp: {
    // y·(g − Σ g·y)
    x: ({ dsoftmax, shape }, { x }, g, { axis }) =>
      dsoftmax(g, x, { axis: normalizeAxis("softmax", axis, shape(x).length) }),
  },
  jvp: {
    // y·d − y·Σ y·d
    x: ({ mul, sub, sum }, { out }, d, { axis }) => {
      const yd = mul(out, d);
      return sub(yd, mul(out, sum(yd, { axis, keepdims: true })));
    },
  },
  variants: [
    {
      // y·(g − Σ g·y) in so many steps
      vjp: {
        x: ({ mul, sub, sum }, { out }, g, { axis }) => mul(out, sub(g, sum(mul(g, out), { axis, keepdims: true }))),
      },
    },
    {
      // y·g − y·Σ g·y
      vjp: {
        x: ({ mul, sub, sum }, { out }, g, { axis }) => {
          const gy = mul(g, out);
          return sub(gy, mul(out, sum(gy, { axis, keepdims: true })));
        },
      },
      // y·(d − Σ y·d)
      jvp: {
        x: ({ mul, sub, sum }, { out }, d, { axis }) => mul(out, sub(d, sum(mul(out, d), { axis, keepdims: true }))),
      },
    },
  ],
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis }) => call("softmax", x, axis),
    torch: (call, { inputs: [x] }, { axis }) => call("torch.softmax", x, { dim: axis }),
    jax: (call, { inputs: [x] }, { axis }) => call("jax.nn.softmax", x, { axis }),
  },
});

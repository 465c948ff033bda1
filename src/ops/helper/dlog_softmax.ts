import { integer } from "../../op/attrs.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { spreadOf } from "../../tensor/kernels/reduce.ts";
import { softmaxGradient } from "../../tensor/kernels/softmax.ts";

/** The cotangent of x from that of its log-softmax: gᵢ − yᵢ·Σ gⱼ with y = softmax(x), along `axis` (counted from the front). */
export const dlog_softmax: Op<["g", "x"], { readonly axis: number }> = primitive({
  name: "dlog_softmax",
  inputs: ["g", "x"],
  attrs: { axis: integer("the axis whose exponentials sum to 1") },
  shape: ([, x]) => x!,
  kernel: ([g, x], { axis }) => softmaxGradient(g!, x!, { axis, logarithm: true }),
  // Exponentials of differences of x are off by these, relatively.
  rounding: ([g, x], { axis }) => ({
    terms: 8 + x!.shape[axis]! + spreadOf(x!),
    magnitudes: softmaxGradient(g!, x!, { axis, logarithm: true }, true),
  }),
  vjp: {
    // h − Σ y·h
    g: ({ mul, softmax, sub, sum }, { x }, h, attrs) =>
      sub(h, sum(mul(softmax(x, attrs), h), { ...attrs, keepdims: true })),
    x: alongX,
  },
  jvp: {
    g: ({ dlog_softmax }, { x }, d, attrs) => dlog_softmax(d, x, attrs),
    x: alongX,
  },
});

/** −(Σ g)·dsoftmax(h, x), for the derivative of the softmax is symmetric. */
function alongX<V>(kit: Kit<V>, { g, x }: { readonly g: V; readonly x: V }, h: V, attrs: { readonly axis: number }): V {
  return kit.neg(kit.mul(kit.sum(g, { ...attrs, keepdims: true }), kit.dsoftmax(h, x, attrs)));
}

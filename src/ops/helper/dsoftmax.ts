import { integer } from "../../op/attrs.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { spreadOf } from "../../tensor/kernels/reduce.ts";
import { softmaxGradient } from "../../tensor/kernels/softmax.ts";

/** g times the derivative of the softmax y of x, which is symmetric: yᵢ·(gᵢ − Σ gⱼ·yⱼ), along `axis` (counted from the front). */
export const dsoftmax: Op<["g", "x"], { readonly axis: number }> = primitive({
  name: "dsoftmax",
  inputs: ["g", "x"],
  attrs: { axis: integer("the axis whose elements sum to 1") },
  shape: ([, x]) => x!,
  kernel: ([g, x], { axis }) => softmaxGradient(g!, x!, { axis, logarithm: false }),
  // Exponentials of differences of x are off by these, relatively.
  rounding: ([g, x], { axis }) => ({
    terms: 8 + x!.shape[axis]! + spreadOf(x!),
    magnitudes: softmaxGradient(g!, x!, { axis, logarithm: false }, true),
  }),
  vjp: {
    g: ({ dsoftmax }, { x }, h, attrs) => dsoftmax(h, x, attrs),
    x: thirdCumulant,
  },
  jvp: {
    g: ({ dsoftmax }, { x }, d, attrs) => dsoftmax(d, x, attrs),
    x: thirdCumulant,
  },
});

/** y·(u − Σ u·y) with u = (g − Σ g·y)·(h − Σ h·y): the second derivative of the softmax, symmetric as well. */
function thirdCumulant<V>(
  kit: Kit<V>,
  { g, x }: { readonly g: V; readonly x: V },
  h: V,
  attrs: { readonly axis: number },
): V {
  const y = kit.softmax(x, attrs);
  const centred = (v: V): V => kit.sub(v, kit.sum(kit.mul(v, y), { ...attrs, keepdims: true }));
  return kit.dsoftmax(kit.mul(centred(g), centred(h)), x, attrs);
}

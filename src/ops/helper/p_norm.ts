import { normalizeAxes } from "../../base/shape.ts";
import { real } from "../../op/attrs.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { reduction, shapeKept, shapeReduced, type Reduction } from "../../op/reduction.ts";
import { pNorm } from "../../tensor/kernels/norm.ts";

/** What a {@link p_norm} is asked for. */
interface PNorm extends Reduction {
  readonly p: number;
}

/** (Σ |x|ᵖ)^(1/p) over axes, for p ≠ 0; the derivative is taken as 0 where it is 0. */
export const p_norm: Op<["x"], PNorm> = primitive({
  name: "p_norm",
  inputs: ["x"],
  attrs: { ...reduction, p: real("the order, not 0") },
  shape: ([x], attrs) => shapeReduced("p_norm", x!, attrs),
  kernel: ([x], { axis, keepdims, p }) => pNorm(x!, normalizeAxes("p_norm", axis, x!.shape.length), p, keepdims),
  // A sum of n powers, of which a root is taken.
  rounding: ([x], { p }, out) => ({
    relative: p === 2 ? 8 : 64,
    structure: { relative: x!.data.length / Math.max(1, out.data.length) / Math.min(2, Math.abs(p)), absolute: 0 },
  }),
  vjp: {
    x: (kit, { x, out }, g, attrs) =>
      kit.mul(kit.reshape(g, { shape: shapeKept("p_norm", kit.shape(x), attrs) }), slopes(kit, x, out, attrs)),
  },
  jvp: {
    x: (kit, { x, out }, d, attrs) =>
      kit.sum(kit.mul(slopes(kit, x, out, attrs), d), { axis: attrs.axis, keepdims: attrs.keepdims }),
  },
});

/** ∂out/∂x = sign(x)·(|x| / out)^(p − 1), and 0 where x is; the quotients are at most 1 (of p > 0), so nothing overflows. */
function slopes<V>(kit: Kit<V>, x: V, out: V, attrs: Required<PNorm>): V {
  const norm = kit.reshape(out, { shape: shapeKept("p_norm", kit.shape(x), attrs) });
  const divisor = kit.where(kit.equal(norm, 0), 1, norm);
  if (attrs.p === 2) return kit.div(x, divisor);
  const share = kit.where(kit.equal(x, 0), 1, kit.div(kit.abs(x), divisor));
  // Of a negative order the norm is 0 beside other elements too, on which it then does not hang.
  return kit.where(kit.equal(norm, 0), 0, kit.mul(kit.sign(x), kit.pow(share, attrs.p - 1)));
}

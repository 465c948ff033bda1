import { normalizeAxes, type Shape } from "../../base/shape.ts";
import { shiftedExponentials } from "../../op/axis.ts";
import { reals } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import {
  reducedInto,
  reducesNothing,
  reduction,
  sampleReduction,
  shapeKept,
  shapeReduced,
  type Reduction,
} from "../../op/reduction.ts";
import { spreadOf } from "../../tensor/kernels/reduce.ts";
import { logSumExp } from "../../tensor/kernels/softmax.ts";

/**
 * ln Σ eˣ over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with `keepdims`, computed from
 * x less its largest element, so that nothing overflows. Of nothing, and where all elements are −∞, it is −∞.
 *
 * @example
 * ops.logsumexp(tensor([0, 0])); // 0.6931…
 */
export const logsumexp: Op<["x"], Reduction> = primitive({
  name: "logsumexp",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \ln \sum_{j \in \mathrm{axis}} e^{x_j}`,
  attrs: reduction,
  domain: { x: reals(-4, 4) },
  sample: sampleReduction,
  shape: ([x], attrs) => shapeReduced("logsumexp", x!, attrs),
  exact:
    (real, [x], attrs) =>
    (index) => {
      const { largest, total } = shiftedExponentials(real, reducedInto("logsumexp", x!, attrs, index));
      return real.add(largest, real.log(total));
    },
  kernel: ([x], { axis, keepdims }) => logSumExp(x!, normalizeAxes("logsumexp", axis, x!.shape.length), keepdims),
  // The exponents x − max are off by u·|x − max| and the sum of n exponentials rounds n − 1 times; the logarithm makes these
  // relative errors absolute ones.
  rounding: ([x], _attrs, out) => {
    const n = x!.data.length / Math.max(1, out.data.length);
    return { relative: 8, absolute: 32, structure: { relative: 0, absolute: spreadOf(x!) + n + Math.log(n) } };
  },
  vjp: {
    // ∂/∂x = softmax(x)
    x: (kit, { x }, g, attrs) => kit.mul(kept(kit, x, g, attrs), softmaxOver(kit, x, attrs.axis)),
  },
  jvp: {
    x: (kit, { x }, d, attrs) => kit.sum(kit.mul(d, softmaxOver(kit, x, attrs.axis)), attrs),
  },
  variants: [
    {},
    {
      // exp(x − out)
      vjp: { x: (kit, { x, out }, g, attrs) => kit.mul(kept(kit, x, g, attrs), relativeToOut(kit, x, out, attrs)) },
      jvp: { x: (kit, { x, out }, d, attrs) => kit.sum(kit.mul(d, relativeToOut(kit, x, out, attrs)), attrs) },
    },
    {
      // Through each step, that of the largest element too, where what comes back cancels.
      vjp: {
        x: (kit, { x }, g, { axis }) => {
          // Of nothing there is no largest, and no step.
          if (kit.shape(x).includes(0)) return x;
          const over = { axis, keepdims: true };
          const largest = kit.max(x, over);
          const e = kit.exp(kit.sub(x, largest));
          const h = kept(kit, x, g, { axis, keepdims: true });
          const through = kit.mul(e, kit.div(h, kit.sum(e, over)));
          const ties = kit.equal(x, largest);
          const back = kit.div(kit.sub(h, kit.sum(through, over)), kit.sum(ties, over));
          return kit.add(through, kit.where(ties, back, 0));
        },
      },
    },
  ],
  counterparts: {
    tfjs: (call, { inputs: [x] }, { axis, keepdims }) => call("logSumExp", x, axis, keepdims),
    torch: (call, { inputs: [x], shapes: [shape] }, { axis, keepdims }) =>
      reducesNothing(axis)
        ? x!
        : call("torch.logsumexp", x, { dim: axis ?? shape!.map((_, d) => d), keepdim: keepdims }),
    jax: (call, { inputs: [x] }, { axis, keepdims }) => call("jax.nn.logsumexp", x, { axis, keepdims }),
  },
});

/** A cotangent with the reduced axes put back as 1. */
function kept<V>(kit: Kit<V>, x: V, g: V, attrs: Required<Reduction>): V {
  return kit.reshape(g, { shape: shapeKept("logsumexp", kit.shape(x), attrs) });
}

function relativeToOut<V>(kit: Kit<V>, x: V, out: V, attrs: Required<Reduction>): V {
  return kit.exp(kit.sub(x, kept(kit, x, out, attrs)));
}

/** The softmax over several axes together. */
function softmaxOver<V>(kit: Kit<V>, x: V, axis: Required<Reduction>["axis"]): V {
  const shape = kit.shape(x);
  const reduced = normalizeAxes("logsumexp", axis, shape.length);
  if (reduced.length === 1) return kit.softmax(x, { axis: reduced[0]! });
  const axes = [...shape.map((_, d) => d).filter((d) => !reduced.includes(d)), ...reduced];
  const moved: Shape = axes.map((d) => shape[d]!);
  const lines = kit.reshape(kit.permute_dims(x, { axes }), {
    shape: [
      ...moved.slice(0, shape.length - reduced.length),
      moved.slice(shape.length - reduced.length).reduce((n, d) => n * d, 1),
    ],
  });
  const back = kit.reshape(kit.softmax(lines), { shape: moved });
  return kit.permute_dims(back, { axes: shape.map((_, d) => axes.indexOf(d)) });
}

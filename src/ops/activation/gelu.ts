import { oneOf } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { CUBIC, gelu as kernel, type Approximate } from "../../tensor/kernels/gelu.ts";

/**
 * The Gaussian error linear unit x·Φ(x), Φ the share of a standard normal variable below x; with `approximate: "tanh"`
 * x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2 instead (D. Hendrycks and K. Gimpel, 2016).
 *
 * @example
 * ops.gelu(tensor([-1, 2])); // [-0.1586…, 1.9544…]
 */
export const gelu: Op<["x"], { approximate?: Approximate }> = elementwise({
  name: "gelu",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} x\,\Phi(x) = \frac{x}{2} \operatorname{erfc}\left(-\frac{x}{\sqrt{2}}\right) & \mathrm{approximate} = \text{none} \\ \frac{x}{2} \left(1 + \tanh\left(\sqrt{\frac{2}{\pi}} \left(x + 0.044715\,x^3\right)\right)\right) & \mathrm{approximate} = \text{tanh} \end{cases}`,
  attrs: { approximate: oneOf("the normal distribution itself, or a tanh near it", ["none", "tanh"]) },
  domain: { x: reals(-4, 4) },
  sample: (draw) => ({ shapes: draw.broadcastable(1), attrs: { approximate: draw.pick(["none", "tanh"]) } }),
  exact: (real, x, { approximate }) => {
    if (real.compare(real.abs(x), Infinity) === 0) return real.max(x, 0);
    if (approximate === "none")
      return real.mul(real.div(x, 2), real.erfc(real.neg(real.div(x, real.sqrt(real.real(2))))));
    const bend = real.add(x, real.mul(CUBIC, real.mul(x, real.mul(x, x))));
    const scale = real.mul(-2, real.sqrt(real.div(2, real.pi)));
    return real.div(x, real.add(1, real.exp(real.mul(scale, bend))));
  },
  kernel: (x, { approximate }) => kernel(x, approximate),
  rounding: { relative: 64, absolute: 8 },
  partials: {
    x: ({ dgelu, mul }, { x }, g, { approximate }) => mul(g, dgelu(x, { approximate })),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has gelu as an activation of layers only" },
    torch: (call, { inputs: [x] }, { approximate }) => call("torch.nn.functional.gelu", x, { approximate }),
    jax: (call, { inputs: [x] }, { approximate }) => call("jax.nn.gelu", x, { approximate: approximate === "tanh" }),
  },
});

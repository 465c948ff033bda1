import { ShapeError } from "../../base/errors.ts";
import { broadcastsTo, formatShape, type Shape } from "../../base/shape.ts";
import { reals } from "../../op/domain.ts";
import {
  activated,
  exactActivation,
  extrasOf,
  fusedInputs,
  fusing,
  meeting,
  pythonActivation,
  sampleFusing,
  tfjsFusing,
  type Fusing,
} from "../../op/fused.ts";
import type { FusedInputs } from "../../op/fused-convolution.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { exactProduct, productShape, sampleMatrices, transposes, type Transposes } from "../../op/product.ts";

type AllInputs = ["x", "filter", "bias", "prelu_weights"];

const name = "fused_matmul";

/**
 * The matrix product `[…,m,k] × […,k,n] → […,m,n]` of stacks of matrices, whose leading dimensions broadcast, to which a
 * bias is added where `use_bias` says that it is given, and of which an activation is taken. With "prelu" the last input is
 * its weights. Both broadcast to the product. `transpose_a` and `transpose_b` read a side with its last two dimensions
 * swapped.
 *
 * Where the activation has a kink, its derivative is that of the op of its name.
 *
 * @throws ShapeError when the inner dimensions differ, a side is no matrix, or bias or weights do not broadcast.
 * @example
 * ops.fused_matmul(tensor([[1, 2]]), tensor([[3], [-4]]), { activation: "relu" }); // [[0]]
 */
export const fused_matmul: Op<FusedInputs, Transposes & Fusing> = composite<AllInputs, Transposes & Fusing>({
  name,
  inputs: ["x", "filter", "bias", "prelu_weights"],
  formula: String.raw`\mathrm{out} = \varphi(AB + \mathrm{bias}), \quad A = \begin{cases} x^\top & \text{transpose\_a} \\ x & \text{else} \end{cases},\ B = \begin{cases} \mathrm{filter}^\top & \text{transpose\_b} \\ \mathrm{filter} & \text{else} \end{cases},\ \varphi = \mathrm{activation} \text{, of prelu and leakyrelu } \varphi(z) = \max(z, 0) + a \min(z, 0),\ a = \text{prelu\_weights} \text{ or } \text{leakyrelu\_alpha}`,
  optional: fusedInputs,
  attrs: { ...transposes, ...fusing },
  domain: { x: reals(-2, 2), filter: reals(-2, 2), bias: reals(-2, 2), prelu_weights: reals(-2, 0.75) },
  sample: (draw) => {
    // A sum of nothing is 0, where activations have their kinks.
    const terms = draw.integer(1, 3);
    const { shapes, attrs } = sampleMatrices(draw, terms);
    const fused = sampleFusing(draw, terms);
    const out = productShape(name, ...shapes, attrs);
    const beside = draw.pick([out.slice(-1), out]);
    const stretched = (): Shape => beside.map((d) => (draw.integer(0, 2) === 0 ? 1 : d));
    const bias = fused.attrs.use_bias ? [stretched()] : [];
    const weights = fused.attrs.activation === "prelu" ? [stretched()] : [];
    return { shapes: [...shapes, ...bias, ...weights], attrs: { ...attrs, ...fused.attrs }, inputs: fused.inputs };
  },
  shape: (shapes, attrs) => {
    const [x, y] = shapes;
    if (x!.length < 2 || y!.length < 2)
      throw new ShapeError(
        `${name}: expected matrices, got ${formatShape(x!)} × ${formatShape(y!)}; reshape vectors first`,
      );
    const out = productShape(name, x!, y!, attrs);
    const { bias, weights } = extrasOf(shapes, attrs);
    for (const [what, shape] of [
      ["bias", bias],
      ["prelu_weights", weights],
    ] as const)
      if (shape !== undefined && !broadcastsTo(shape, out))
        throw new ShapeError(
          `${name}: expected ${what} to broadcast to the product ${formatShape(out)}, got ${formatShape(shape)}`,
        );
    return out;
  },
  exact: (real, inputs, attrs, shape) => {
    const product = exactProduct(real, inputs[0]!, inputs[1]!, attrs, shape);
    const { bias, weights } = extrasOf(inputs, attrs);
    return (index) => {
      const sum = bias === undefined ? product(index) : real.add(product(index), bias.at(meeting(bias.shape, index)));
      return exactActivation(real, sum, () => weights!.at(meeting(weights!.shape, index)), attrs);
    };
  },
  compose: (kit, { inputs, x, filter }, { transpose_a, transpose_b, ...fused }) =>
    activated(kit, kit.matmul(x, filter, { transpose_a, transpose_b }), extrasOf(inputs, fused), fused),
  counterparts: {
    tfjs: (call, { inputs }, { transpose_a, transpose_b, ...fused }) =>
      call("fused.matMul", {
        a: inputs[0],
        b: inputs[1],
        transposeA: transpose_a,
        transposeB: transpose_b,
        ...tfjsFusing(extrasOf(inputs, fused), fused),
      }),
    torch: (call, { inputs }, { transpose_a, transpose_b, ...fused }) => {
      const turned = (i: number, isTurned: boolean): unknown =>
        isTurned ? call("torch.transpose", inputs[i], -1, -2) : inputs[i];
      const product = call("torch.matmul", turned(0, transpose_a), turned(1, transpose_b));
      return pythonActivation(call, "torch", product, extrasOf(inputs, fused), fused);
    },
    jax: (call, { inputs }, { transpose_a, transpose_b, ...fused }) => {
      const turned = (i: number, isTurned: boolean): unknown =>
        isTurned ? call("jnp.swapaxes", inputs[i], -1, -2) : inputs[i];
      const product = call("jnp.matmul", turned(0, transpose_a), turned(1, transpose_b));
      return pythonActivation(call, "jax", product, extrasOf(inputs, fused), fused);
    },
  },
});

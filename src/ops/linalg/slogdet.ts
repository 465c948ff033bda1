import { oneOf } from "../../op/attrs.ts";
import type { Call, Expression } from "../../op/counterparts.ts";
import { dominant } from "../../op/domain.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import { byMatrix, exactDeterminant, inverse, sampleSquare, squareOf, transposed } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";
import { absolute } from "../../tensor/kernels/dense.ts";
import { determinantSignOf, inverseOf, logDeterminantOf } from "../../tensor/kernels/lu.ts";
import { eachMatrix } from "../../tensor/kernels/stacks.ts";

/** Which of the two numbers. */
export interface SignOrLogarithm {
  readonly output?: "sign" | "logabsdet";
}

/**
 * The natural logarithm of the determinant's absolute value of each square matrix (`output: "logabsdet"`), or the
 * determinant's sign. A singular matrix has −∞ and 0; NaN where an element is
 * infinite. The sign's derivative is zero.
 *
 * @throws ShapeError unless the matrices are square.
 * @example
 * ops.slogdet(tensor([[0, 2], [2, 0]])); // ln 4
 */
export const slogdet: Op<["x"], SignOrLogarithm> = primitive({
  name: "slogdet",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} \ln \lvert \det x \rvert & \mathrm{output} = \text{logabsdet} \\ \operatorname{sign}(\det x) & \mathrm{output} = \text{sign} \end{cases}`,
  attrs: { output: oneOf("which of the two numbers", ["logabsdet", "sign"]) },
  domain: { x: dominant(0.4, 1, 2) },
  sample: (draw) => {
    const shape = sampleSquare(draw);
    const output = draw.pick(["logabsdet", "sign"] as const);
    // Determinants of either sign: those of negative matrices with an odd number of rows.
    return { shapes: [shape], attrs: { output }, ...(draw.flag() ? {} : { inputs: { x: dominant(0.4, -2, -1) } }) };
  },
  shape: ([x]) => squareOf("slogdet", x!).stack,
  exact: (real, [x], { output }) =>
    byMatrix(x!, (matrix) => {
      const determinant = exactDeterminant(real, matrix);
      return output === "sign" ? real.real(real.compare(determinant, 0)) : real.log(real.abs(determinant));
    }),
  kernel: ([x], { output }, shape) => {
    const n = x!.shape.at(-1)!;
    return eachMatrix([x!], shape, shape, (out, matrix) => {
      out[0] = output === "sign" ? determinantSignOf(matrix, n) : logDeterminantOf(matrix, n);
    });
  },
  // Relative changes of the elements, |A|·|A⁻¹|, and logarithms added up.
  rounding: ([x], { output }, out) => {
    if (output === "sign") return {};
    const n = x!.shape.at(-1)!;
    const magnitudes = eachMatrix([x!], out.shape, out.shape, (sizes, matrix) => {
      const inverted = absolute(inverseOf(matrix, n));
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) sizes[0]! += Math.abs(matrix[i * n + j]!) * inverted[j * n + i]!;
    });
    return { relative: 8, absolute: 4 * n, terms: 8 * n, magnitudes };
  },
  vjp: {
    // g·x⁻ᵀ
    x: (kit, { x }, g, { output }) =>
      output === "sign"
        ? zerosLike(kit, x)
        : kit.mul(kit.reshape(g, { shape: [...kit.shape(g), 1, 1] }), transposed(kit, inverse(kit, x))),
  },
  jvp: {
    // tr(x⁻¹·d)
    x: (kit, { x, out }, d, { output }) =>
      output === "sign"
        ? zerosLike(kit, out)
        : kit.sum(kit.mul(transposed(kit, inverse(kit, x)), d), { axis: [-2, -1] }),
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no determinant" },
    torch: (call, { inputs: [x] }, { output }) => member(call, call("torch.linalg.slogdet", x), output),
    jax: (call, { inputs: [x] }, { output }) => member(call, call("jnp.linalg.slogdet", x), output),
  },
});

/** Zeros, shaped as a value. */
function zerosLike<V>(kit: Kit<V>, x: V): V {
  const shape = kit.shape(x);
  const places = new Int32Array(shape.reduce((total, d) => total * d, 1)).fill(-1);
  return kit.gather_places(x, { places, shape });
}

/** Both libraries give a pair: sign, logabsdet. */
function member(call: Call, pair: Expression, output: "sign" | "logabsdet"): Expression {
  return call("operator.getitem", pair, output === "sign" ? 0 : 1);
}

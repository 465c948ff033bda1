import { reals } from "../../op/domain.ts";
import { bilinear } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { exactProduct, productShape, sampleMatrices, transposes, type Transposes } from "../../op/product.ts";
import { matmul as matmulKernel } from "../../tensor/kernels/matmul.ts";
import { Tensor } from "../../tensor/tensor.ts";

/**
 * The matrix product `[…,m,k] × […,k,n] → […,m,n]` of stacks of matrices, whose leading dimensions broadcast.
 *
 * A vector on the left counts as one row, on the right as one column, and that dimension is left out of the result.
 * `transpose_a` and `transpose_b` read a side with its last two dimensions swapped.
 *
 * @throws ShapeError when the inner dimensions differ, or a side is a scalar.
 * @example
 * ops.matmul(tensor([[1, 2]]), tensor([[3], [4]])); // [[11]]
 */
export const matmul: Op<["x", "y"], Transposes> = bilinear({
  name: "matmul",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out} = AB, \quad A = \begin{cases} x^\top & \text{transpose\_a} \\ x & \text{else} \end{cases},\ B = \begin{cases} y^\top & \text{transpose\_b} \\ y & \text{else} \end{cases}`,
  attrs: transposes,
  domain: { x: reals(-2, 2), y: reals(-2, 2) },
  sample: (draw) => {
    const vectors = draw.pick(["none", "none", "left", "right"] as const);
    return sampleMatrices(draw, draw.dimension(), vectors);
  },
  shape: ([x, y], attrs) => productShape("matmul", x!, y!, attrs),
  exact: (real, [x, y], attrs, shape) => exactProduct(real, x!, y!, attrs, shape),
  kernel: ([x, y], { transpose_a, transpose_b }, shape) => {
    const out = matmulKernel(
      x!.shape.length === 1 ? new Tensor([1, ...x!.shape], x!.data, x!.batch) : x!,
      y!.shape.length === 1 ? new Tensor([...y!.shape, 1], y!.data, y!.batch) : y!,
      transpose_a,
      transpose_b,
    );
    return new Tensor(shape, out.data, out.batch);
  },
  rounding: ([x], { transpose_a }) => ({ terms: x!.shape.at(transpose_a ? -2 : -1)! }),
  transposes: {
    // X̄ = Ḡ·op(Y)ᵀ, or op(Y)·Ḡᵀ where X is read transposed.
    x: (kit, { x, y }, g, { transpose_a, transpose_b }) => {
      const [gm, ym] = [gradientMatrix(kit, x, y, g), asColumns(kit, y)];
      const out = transpose_a
        ? kit.matmul(ym, gm, { transpose_a: transpose_b, transpose_b: true })
        : kit.matmul(gm, ym, { transpose_b: !transpose_b });
      return kit.shape(x).length === 1 ? dropDimension(kit, out, -2) : out;
    },
    // Ȳ = op(X)ᵀ·Ḡ, or Ḡᵀ·op(X) where Y is read transposed.
    y: (kit, { x, y }, g, { transpose_a, transpose_b }) => {
      const [gm, xm] = [gradientMatrix(kit, x, y, g), asRows(kit, x)];
      const out = transpose_b
        ? kit.matmul(gm, xm, { transpose_a: true, transpose_b: transpose_a })
        : kit.matmul(xm, gm, { transpose_a: !transpose_a });
      return kit.shape(y).length === 1 ? dropDimension(kit, out, -1) : out;
    },
  },
  counterparts: {
    tfjs: (call, { inputs: [x, y], shapes: [p, q], shape }, { transpose_a, transpose_b }) => {
      if (p!.length > 1 && q!.length > 1) return call("matMul", x, y, transpose_a, transpose_b);
      const left = p!.length === 1 ? call("reshape", x, [1, ...p!]) : x;
      const right = q!.length === 1 ? call("reshape", y, [...q!, 1]) : y;
      return call("reshape", call("matMul", left, right, transpose_a, transpose_b), shape);
    },
    torch: (call, { inputs: [x, y] }, { transpose_a, transpose_b }) =>
      call(
        "torch.matmul",
        transpose_a ? call("torch.transpose", x, -1, -2) : x,
        transpose_b ? call("torch.transpose", y, -1, -2) : y,
      ),
    jax: (call, { inputs: [x, y] }, { transpose_a, transpose_b }) =>
      call(
        "jnp.matmul",
        transpose_a ? call("jnp.swapaxes", x, -1, -2) : x,
        transpose_b ? call("jnp.swapaxes", y, -1, -2) : y,
      ),
  },
});

function asRows<V>(kit: Kit<V>, x: V): V {
  const shape = kit.shape(x);
  return shape.length === 1 ? kit.reshape(x, { shape: [1, ...shape] }) : x;
}

function asColumns<V>(kit: Kit<V>, y: V): V {
  const shape = kit.shape(y);
  return shape.length === 1 ? kit.reshape(y, { shape: [...shape, 1] }) : y;
}

/** The cotangent with the dimensions put back that vectors left out. */
function gradientMatrix<V>(kit: Kit<V>, x: V, y: V, g: V): V {
  const shape = [...kit.shape(g)];
  if (kit.shape(y).length === 1) shape.push(1);
  if (kit.shape(x).length === 1) shape.splice(-1, 0, 1);
  return kit.reshape(g, { shape });
}

/** Without the dimension at `place` (−1 the last, −2 the one before), which is 1. */
function dropDimension<V>(kit: Kit<V>, x: V, place: -1 | -2): V {
  return kit.reshape(x, { shape: kit.shape(x).toSpliced(place, 1) });
}

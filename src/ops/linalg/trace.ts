import { integer } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { matrixOf, part, sampleStack } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";

/**
 * The sum of each matrix's diagonal, `[…,m,n] → […]`: the main one, or the one `offset` columns to its right (below it
 * where negative). A diagonal outside the matrix is empty.
 *
 * @throws ShapeError for a scalar or a vector.
 * @example
 * ops.trace(tensor([[1, 2], [3, 4]]), { offset: 1 }); // 2
 */
export const trace: Op<["x"], { readonly offset?: number }> = composite({
  name: "trace",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \sum_i x_{i,\,i + \mathrm{offset}}`,
  attrs: { offset: integer("how many columns to the right of the main diagonal", 0) },
  domain: { x: reals(-4, 4) },
  sample: (draw) => ({
    shapes: [[...sampleStack(draw), draw.dimension(), draw.dimension()]],
    attrs: { offset: draw.integer(-3, 3) },
  }),
  shape: ([x]) => matrixOf("trace", x!).stack,
  exact:
    (real, [x], { offset }) =>
    (index) => {
      const [m, n] = [x!.shape.at(-2)!, x!.shape.at(-1)!];
      const rows = Array.from({ length: m }, (_, i) => i).filter((i) => i + offset >= 0 && i + offset < n);
      return real.sum(rows.map((i) => x!.at([...index, i, i + offset])));
    },
  compose: (kit, { x }, { offset }) =>
    kit.sum(
      part(kit, x, (row, column) => column - row === offset),
      { axis: [-2, -1] },
    ),
  counterparts: {
    tfjs: { none: "TensorFlow.js has no trace" },
    torch: (call, { inputs: [x] }, { offset }) =>
      call("torch.sum", call("torch.diagonal", x, { offset, dim1: -2, dim2: -1 }), { dim: -1 }),
    jax: (call, { inputs: [x] }, { offset }) => call("jnp.trace", x, { offset, axis1: -2, axis2: -1 }),
  },
});

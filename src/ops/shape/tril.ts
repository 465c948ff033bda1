import { integer } from "../../op/attrs.ts";
import { bandPlaces, drawMatrices, matrixOf } from "../../op/band.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The lower triangle of each matrix: zeros above diagonal `k`, where 0 is the main one and 1 the one above it.
 *
 * @throws ShapeError for a tensor of rank below 2.
 * @example
 * ops.tril(tensor([[1, 2], [3, 4]])); // [[1, 0], [3, 4]]
 */
export const tril: Op<["x"], { readonly k?: number }> = moving({
  name: "tril",
  formula: String.raw`\mathrm{out}_{i,j} = \begin{cases} x_{i,j} & j - i \le k \\ 0 & j - i > k \end{cases}`,
  attrs: { k: integer("the last diagonal that stays: 0 is the main one, negative ones are below it", 0) },
  sample: (draw) => ({ shapes: [drawMatrices(draw)], attrs: { k: draw.integer(-3, 3) } }),
  shape: (x) => {
    matrixOf("tril", x);
    return x;
  },
  places: (x, { k }) => bandPlaces(x, -Infinity, k),
  exact:
    (real, [x], { k }) =>
    (index) => {
      const [row, column] = index.slice(-2);
      return column! > row! + k ? real.real(0) : x!.at(index);
    },
  counterparts: {
    // Of a band that ends below the main diagonal TensorFlow.js has the rest only.
    tfjs: (call, { inputs: [x], shapes: [shape] }, { k }) => {
      const { rows, columns } = matrixOf("tril", shape!);
      return k >= 0
        ? call("linalg.bandPart", x, -1, Math.min(k, columns))
        : call("sub", x, call("linalg.bandPart", x, Math.min(-k - 1, rows), -1));
    },
    torch: (call, { inputs: [x] }, { k }) => call("torch.tril", x, k),
    jax: (call, { inputs: [x] }, { k }) => call("jnp.tril", x, k),
  },
});

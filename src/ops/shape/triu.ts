import { integer } from "../../op/attrs.ts";
import { bandPlaces, drawMatrices, matrixOf } from "../../op/band.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/**
 * The upper triangle of each matrix: zeros below diagonal `k`, where 0 is the main one and 1 the one above it.
 *
 * @throws ShapeError for a tensor of rank below 2.
 * @example
 * ops.triu(tensor([[1, 2], [3, 4]])); // [[1, 2], [0, 4]]
 */
export const triu: Op<["x"], { readonly k?: number }> = moving({
  name: "triu",
  formula: String.raw`\mathrm{out}_{i,j} = \begin{cases} x_{i,j} & j - i \ge k \\ 0 & j - i < k \end{cases}`,
  attrs: { k: integer("the first diagonal that stays: 0 is the main one, negative ones are below it", 0) },
  sample: (draw) => ({ shapes: [drawMatrices(draw)], attrs: { k: draw.integer(-3, 3) } }),
  shape: (x) => {
    matrixOf("triu", x);
    return x;
  },
  places: (x, { k }) => bandPlaces(x, k, Infinity),
  exact:
    (real, [x], { k }) =>
    (index) => {
      const [row, column] = index.slice(-2);
      return column! < row! + k ? real.real(0) : x!.at(index);
    },
  counterparts: {
    // Of a band that starts above the main diagonal TensorFlow.js has the rest only.
    tfjs: (call, { inputs: [x], shapes: [shape] }, { k }) => {
      const { rows, columns } = matrixOf("triu", shape!);
      return k <= 0
        ? call("linalg.bandPart", x, Math.min(-k, rows), -1)
        : call("sub", x, call("linalg.bandPart", x, -1, Math.min(k - 1, columns)));
    },
    torch: (call, { inputs: [x] }, { k }) => call("torch.triu", x, k),
    jax: (call, { inputs: [x] }, { k }) => call("jnp.triu", x, k),
  },
});

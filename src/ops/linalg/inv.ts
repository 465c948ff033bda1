import { fn } from "../../op/counterparts.ts";
import { dominant } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import { byMatrix, exactSolution, inverse, sampleSquare, squareOf } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";

/**
 * The inverse of each square matrix. A singular one gives NaN, and so does an infinite element.
 *
 * @throws ShapeError unless the matrices are square.
 * @example
 * ops.inv(tensor([[2, 0], [0, 4]])); // [[0.5, 0], [0, 0.25]]
 */
export const inv: Op<["x"]> = composite({
  name: "inv",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = x^{-1}`,
  domain: { x: dominant(0.4, 1, 2) },
  sample: (draw) => ({ shapes: [sampleSquare(draw)], attrs: {} }),
  shape: ([x]) => {
    squareOf("inv", x!);
    return x!;
  },
  exact: (real, [x]) => {
    const columns = byMatrix(x!, (matrix) =>
      matrix.map((_, j) =>
        exactSolution(
          real,
          matrix,
          matrix.map((__, i) => real.real(i === j ? 1 : 0)),
        ),
      ),
    );
    return (index) => columns(index)[index.at(-1)!]![index.at(-2)!]!;
  },
  compose: (kit, { x }) => inverse(kit, x),
  counterparts: {
    tfjs: { none: "TensorFlow.js inverts no matrices" },
    torch: fn("torch.linalg.inv"),
    jax: fn("jnp.linalg.inv"),
  },
});

import type { Attr } from "../../op/attrs.ts";
import { linear } from "../../op/kinds/index.ts";
import type { WeightedLines } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { sizes } from "../../tensor/kernels/map.ts";
import { swapped, weightLines, type LineWeights } from "../../tensor/kernels/weighted-lines.ts";

const matrix: Attr<LineWeights> = {
  doc: "a matrix, row-major",
  type: "{ rows, columns, data }",
  fallback: undefined,
  accepts: (x) => typeof x === "object" && x !== null && "data" in x && x.data instanceof Float64Array,
};

/** The matrix `weights` times each line along the middle dimension of x: `[outer, columns, inner] → [outer, rows, inner]`. */
export const weight_lines: Op<["x"], WeightedLines> = linear({
  name: "weight_lines",
  inputs: ["x"],
  attrs: { weights: matrix, errors: matrix },
  shape: ([x], { weights }) => [x![0]!, weights.rows, x![2]!],
  kernel: ([x], { weights }, shape) => weightLines(x!, weights, shape),
  rounding: ([x], { weights, errors }, out) => ({
    terms: weights.columns + 2,
    magnitudes: weightLines(sizes(x!), errors, out.shape),
  }),
  transpose: {
    x: ({ weight_lines }, _at, g, { weights, errors }) =>
      weight_lines(g, { weights: swapped(weights), errors: swapped(errors) }),
  },
});

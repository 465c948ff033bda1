import { InputError } from "../../base/errors.ts";
import { integer } from "../../op/attrs.ts";
import { bandPlaces, drawMatrices, matrixOf } from "../../op/band.ts";
import type { Call, Expression } from "../../op/counterparts.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** How many diagonals stay beside the main one. */
export interface Band {
  readonly num_lower: number;
  readonly num_upper: number;
}

/**
 * The middle of each matrix: its main diagonal, `num_lower` ones below it and `num_upper` above it, zeros elsewhere. A
 * negative number keeps the whole triangle.
 *
 * @throws ShapeError for a tensor of rank below 2, InputError for more diagonals than rows or columns.
 * @example
 * ops.band_part(tensor([[1, 2], [3, 4]]), { num_lower: 0, num_upper: -1 }); // [[1, 2], [0, 4]]
 */
export const band_part: Op<["x"], Band> = moving({
  name: "band_part",
  formula: String.raw`\mathrm{out}_{i,j} = \begin{cases} x_{i,j} & i - j \le \text{num\_lower},\ j - i \le \text{num\_upper} \\ 0 & \text{else} \end{cases}, \quad \text{a negative number is } \infty`,
  attrs: {
    num_lower: integer("how many diagonals below the main one stay; a negative number is all"),
    num_upper: integer("how many diagonals above the main one stay; a negative number is all"),
  },
  sample: (draw) => {
    const shape = drawMatrices(draw);
    const { rows, columns } = matrixOf("band_part", shape);
    return { shapes: [shape], attrs: { num_lower: draw.integer(-1, rows), num_upper: draw.integer(-1, columns) } };
  },
  shape: (x, { num_lower, num_upper }) => {
    const { rows, columns } = matrixOf("band_part", x);
    if (num_lower > rows || num_upper > columns)
      throw new InputError(
        `band_part: expected at most ${String(rows)} diagonals below and ${String(columns)} above the main one, got ${String(num_lower)} and ${String(num_upper)}`,
      );
    return x;
  },
  places: (x, { num_lower, num_upper }) =>
    bandPlaces(x, num_lower < 0 ? -Infinity : -num_lower, num_upper < 0 ? Infinity : num_upper),
  exact:
    (real, [x], { num_lower, num_upper }) =>
    (index) => {
      const [row, column] = index.slice(-2);
      const kept = (num_lower < 0 || row! - column! <= num_lower) && (num_upper < 0 || column! - row! <= num_upper);
      return kept ? x!.at(index) : real.real(0);
    },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { num_lower, num_upper }) => call("linalg.bandPart", x, num_lower, num_upper),
    torch: (call, { inputs: [x] }, band) => triangles(call, "torch", x!, band),
    jax: (call, { inputs: [x] }, band) => triangles(call, "jnp", x!, band),
  },
});

/** The band as the lower triangle of an upper one. */
function triangles(call: Call, module: string, x: Expression, { num_lower, num_upper }: Required<Band>): Expression {
  const upper = num_lower < 0 ? x : call(`${module}.triu`, x, -num_lower);
  return call(`${module}.tril`, upper, num_upper < 0 ? UNBOUNDED : num_upper);
}

/** Past the last diagonal of any matrix. */
const UNBOUNDED = 2 ** 31 - 1;

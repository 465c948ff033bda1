// Written by `npm run generate` from the documentation in src/ops; change it there.
import type * as entries from "../ops/index.ts";
import type { Callable } from "./callable.ts";

/** Every op as a function, by name. */
export interface Ops {
  /**
   * The absolute value |x|.
   *
   * At 0, where it has a kink, the derivative is taken as 0.
   *
   * @example
   * ops.abs(tensor([-1, 2])); // [1, 2]
   */
  readonly abs: Callable<typeof entries.abs>;

  /**
   * The sum x + y; shapes broadcast.
   *
   * @example
   * ops.add(tensor([1, 2]), tensor(10)); // [11, 12]
   */
  readonly add: Callable<typeof entries.add>;

  /**
   * x repeated to `shape` by the broadcasting rule: aligned at the end, dimensions of 1 stretch.
   *
   * @throws ShapeError when x's shape does not broadcast to `shape`.
   * @example
   * ops.broadcast_to(tensor([1, 2]), { shape: [2, 2] }); // [[1, 2], [1, 2]]
   */
  readonly broadcast_to: Callable<typeof entries.broadcast_to>;

  /**
   * The Cholesky factor of each square matrix: the lower triangular L with L·Lᵀ = (x + xᵀ)/2, or the upper one Lᵀ. Taking
   * the symmetric part makes it a function of all matrices, as JAX does; its gradient is symmetric. The factor of a matrix
   * that is not positive definite, or not finite, is NaN.
   *
   * @throws ShapeError unless the matrices are square.
   * @example
   * ops.cholesky(tensor([[4, 2], [2, 5]])); // [[2, 0], [1, 2]]
   */
  readonly cholesky: Callable<typeof entries.cholesky>;

  /**
   * x held between `min` and `max`; a bound of null (or one left out) is none.
   *
   * At a bound, where it has a kink, the derivative is taken as 1.
   *
   * @example
   * ops.clip(tensor([-2, 0, 2]), { min: -1, max: 1 }); // [-1, 0, 1]
   */
  readonly clip: Callable<typeof entries.clip>;

  /**
   * Tensors joined along `axis` (0 unless given); their other dimensions are equal.
   *
   * @throws ShapeError when ranks or other dimensions differ.
   * @example
   * ops.concat(tensor([1]), tensor([2, 3])); // [1, 2, 3]
   */
  readonly concat: Callable<typeof entries.concat>;

  /**
   * The cross products of the vectors of length 3 along `axis` (the last one unless given); shapes broadcast. The axis
   * counts dimensions of the broadcast shape.
   *
   * @throws ShapeError unless both are 3 long along the axis.
   * @example
   * ops.cross(tensor([1, 0, 0]), tensor([0, 1, 0])); // [0, 0, 1]
   */
  readonly cross: Callable<typeof entries.cross>;

  /**
   * The determinant of each square matrix, `[…,n,n] → […]`. Its derivatives, of every order, are minors, so they are right
   * for singular matrices too. NaN where an element is infinite.
   *
   * @throws ShapeError unless the matrices are square.
   * @example
   * ops.det(tensor([[1, 2], [3, 4]])); // -2
   */
  readonly det: Callable<typeof entries.det>;

  /**
   * The quotient x / y; shapes broadcast.
   *
   * @example
   * ops.divide(tensor([1, 2]), tensor(4)); // [0.25, 0.5]
   */
  readonly divide: Callable<typeof entries.divide>;

  /**
   * The product of two vectors (Σ xₖ·yₖ, a scalar), of a matrix and a vector on either side, or of two matrices.
   *
   * @throws ShapeError unless both are vectors or matrices whose inner dimensions are equal.
   * @example
   * ops.dot(tensor([1, 2]), tensor([3, 4])); // 11
   */
  readonly dot: Callable<typeof entries.dot>;

  /**
   * Sums of products by an equation of Einstein's notation: `ij,jk->ik` is the matrix product. A label stands for a
   * dimension; one that the output lacks is summed over, one that an operand has twice is its diagonal. Without `->` the
   * output has the labels that occur once, in alphabetical order. There is no ellipsis.
   *
   * @throws InputError for an equation that cannot be read, ShapeError where the operands do not fit it.
   * @example
   * ops.einsum(tensor([[1, 2], [3, 4]]), { equation: "ii->" }); // 5
   */
  readonly einsum: Callable<typeof entries.einsum>;

  /**
   * 1 where x = y, else 0; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.equal(tensor([1, 2, 3]), tensor(2)); // [0, 1, 0]
   */
  readonly equal: Callable<typeof entries.equal>;

  /**
   * The exponential eˣ.
   *
   * @example
   * ops.exp(tensor([0, 1])); // [1, 2.718…]
   */
  readonly exp: Callable<typeof entries.exp>;

  /**
   * The rows of a matrix `[k,n]`, k ≤ n, made orthonormal one after another: each less its projections on those before,
   * divided by its length. Rows that depend on those before give NaN, or noise.
   *
   * @throws ShapeError unless it is a matrix with no more rows than columns.
   * @example
   * ops.gram_schmidt(tensor([[3, 4], [0, 1]])); // [[0.6, 0.8], [-0.8, 0.6]]
   */
  readonly gram_schmidt: Callable<typeof entries.gram_schmidt>;

  /**
   * 1 where x > y, else 0; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.greater(tensor([1, 2, 3]), tensor(2)); // [0, 0, 1]
   */
  readonly greater: Callable<typeof entries.greater>;

  /**
   * 1 where x ≥ y, else 0; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.greater_equal(tensor([1, 2, 3]), tensor(2)); // [0, 1, 1]
   */
  readonly greater_equal: Callable<typeof entries.greater_equal>;

  /**
   * The inverse of each square matrix. A singular one gives NaN, and so does an infinite element.
   *
   * @throws ShapeError unless the matrices are square.
   * @example
   * ops.inv(tensor([[2, 0], [0, 4]])); // [[0.5, 0], [0, 0.25]]
   */
  readonly inv: Callable<typeof entries.inv>;

  /**
   * The Kronecker product: every element of x times the whole of y, as blocks. Shapes `[m₁,…]` and `[n₁,…]` give
   * `[m₁·n₁,…]`; the shorter one counts as having leading dimensions of 1.
   *
   * @example
   * ops.kron(tensor([1, 10]), tensor([1, 2])); // [1, 2, 10, 20]
   */
  readonly kron: Callable<typeof entries.kron>;

  /**
   * 1 where x < y, else 0; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.less(tensor([1, 2, 3]), tensor(2)); // [1, 0, 0]
   */
  readonly less: Callable<typeof entries.less>;

  /**
   * 1 where x ≤ y, else 0; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.less_equal(tensor([1, 2, 3]), tensor(2)); // [1, 1, 0]
   */
  readonly less_equal: Callable<typeof entries.less_equal>;

  /**
   * The natural logarithm ln x; NaN below 0.
   *
   * @example
   * ops.log(tensor([1, Math.E])); // [0, 1]
   */
  readonly log: Callable<typeof entries.log>;

  /**
   * The logarithm of the softmax, xᵢ − ln Σ eˣʲ along `axis` (the last one unless given), computed from x less its
   * largest element, so that nothing overflows.
   *
   * @example
   * ops.log_softmax(tensor([0, 0])); // [-0.6931…, -0.6931…]
   */
  readonly log_softmax: Callable<typeof entries.log_softmax>;

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
  readonly matmul: Callable<typeof entries.matmul>;

  /**
   * The product of `n` copies of each square matrix: the identity for 0, products of the inverse for a negative n.
   *
   * @throws ShapeError unless the matrices are square.
   * @example
   * ops.matrix_power(tensor([[1, 1], [0, 1]]), { n: 5 }); // [[1, 5], [0, 1]]
   */
  readonly matrix_power: Callable<typeof entries.matrix_power>;

  /**
   * The largest element over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with
   * `keepdims`. NaN where there is one.
   *
   * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
   *
   * @throws ShapeError where an axis that is reduced has no element.
   * @example
   * ops.max(tensor([[1, 5], [3, 4]]), { axis: 1 }); // [5, 4]
   */
  readonly max: Callable<typeof entries.max>;

  /**
   * The larger of x and y; shapes broadcast, NaN where either is.
   *
   * At a tie, where it has a kink, each side gets half of the derivative.
   *
   * @example
   * ops.maximum(tensor([1, 5]), tensor(3)); // [3, 5]
   */
  readonly maximum: Callable<typeof entries.maximum>;

  /**
   * The mean over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with `keepdims`. The mean
   * of nothing is NaN.
   *
   * @example
   * ops.mean(tensor([[1, 2], [3, 4]])); // 2.5
   */
  readonly mean: Callable<typeof entries.mean>;

  /**
   * The smaller of x and y; shapes broadcast, NaN where either is.
   *
   * At a tie, where it has a kink, each side gets half of the derivative.
   *
   * @example
   * ops.minimum(tensor([1, 5]), tensor(3)); // [1, 3]
   */
  readonly minimum: Callable<typeof entries.minimum>;

  /**
   * The product x·y, element by element; shapes broadcast.
   *
   * @example
   * ops.multiply(tensor([1, 2]), tensor([3, 4])); // [3, 8]
   */
  readonly multiply: Callable<typeof entries.multiply>;

  /**
   * The negation −x.
   *
   * @example
   * ops.negative(tensor([1, -2])); // [-1, 2]
   */
  readonly negative: Callable<typeof entries.negative>;

  /**
   * Ones in the shape of x, whatever x holds. The derivative is zero.
   *
   * @example
   * ops.ones_like(tensor([3, 4])); // [1, 1]
   */
  readonly ones_like: Callable<typeof entries.ones_like>;

  /**
   * The outer product xᵢ·yⱼ of two vectors: shape `[m]` and `[n]` give `[m, n]`.
   *
   * @throws ShapeError unless both are vectors.
   * @example
   * ops.outer(tensor([1, 2]), tensor([3, 4])); // [[3, 4], [6, 8]]
   */
  readonly outer: Callable<typeof entries.outer>;

  /**
   * The dimensions reordered: dimension i of the result is dimension `axes[i]` of x.
   *
   * @throws ShapeError when `axes` is not a permutation of x's axes.
   * @example
   * ops.permute_dims(tensor([[1, 2, 3]]), { axes: [1, 0] }).shape; // [3, 1]
   */
  readonly permute_dims: Callable<typeof entries.permute_dims>;

  /**
   * The power xʸ; shapes broadcast. NaN where x is negative and y is no whole number.
   *
   * @example
   * ops.pow(tensor([2, 3]), tensor(2)); // [4, 9]
   */
  readonly pow: Callable<typeof entries.pow>;

  /**
   * A factor of x = q·r for each matrix `[…,m,n]`: `q` `[…,m,k]` with orthonormal columns, or the upper triangular `r`
   * `[…,k,n]`, where k is the smaller one of m and n.
   *
   * Their signs are those of LAPACK: each column is turned onto its axis away from its leading element, so r's diagonal
   * is negative where that is positive, but a single last row is left as it is. There the factors jump, as they do where
   * the leading columns are dependent.
   *
   * @throws ShapeError for a scalar or a vector.
   * @example
   * ops.qr(tensor([[3], [4]]), { output: "r" }); // [[-5]]
   */
  readonly qr: Callable<typeof entries.qr>;

  /**
   * The rectified linear unit max(x, 0).
   *
   * At 0, where it has a kink, the derivative is taken as 0.
   *
   * @example
   * ops.relu(tensor([-1, 2])); // [0, 2]
   */
  readonly relu: Callable<typeof entries.relu>;

  /**
   * The same elements in row-major order under another `shape`; one dimension may be −1 and is worked out.
   *
   * @throws ShapeError when the sizes differ.
   * @example
   * ops.reshape(tensor([1, 2, 3, 4]), { shape: [2, -1] }).shape; // [2, 2]
   */
  readonly reshape: Callable<typeof entries.reshape>;

  /**
   * The logistic function σ(x) = 1 / (1 + e^−x), computed on the side where the exponential does not overflow.
   *
   * @example
   * ops.sigmoid(tensor([0, 2])); // [0.5, 0.8807…]
   */
  readonly sigmoid: Callable<typeof entries.sigmoid>;

  /**
   * The sign of x: −1, 0 or 1. Its derivative is zero.
   *
   * @example
   * ops.sign(tensor([-3, 0, 2])); // [-1, 0, 1]
   */
  readonly sign: Callable<typeof entries.sign>;

  /**
   * The elements `start, start + stride, …` before `limit`, in every dimension.
   *
   * @throws ShapeError unless 0 ≤ start ≤ limit ≤ dimension and stride ≥ 1, one of each a dimension.
   * @example
   * ops.slice(tensor([1, 2, 3, 4]), { start_indices: [1], limit_indices: [4], strides: [2] }); // [2, 4]
   */
  readonly slice: Callable<typeof entries.slice>;

  /**
   * The natural logarithm of the determinant's absolute value of each square matrix (`output: "logabsdet"`), or the
   * determinant's sign. A singular matrix has −∞ and 0; NaN where an element is
   * infinite. The sign's derivative is zero.
   *
   * @throws ShapeError unless the matrices are square.
   * @example
   * ops.slogdet(tensor([[0, 2], [2, 0]])); // ln 4
   */
  readonly slogdet: Callable<typeof entries.slogdet>;

  /**
   * The softmax eˣⁱ / Σ eˣʲ along `axis` (the last one unless given), computed from x less its largest element, so that
   * nothing overflows.
   *
   * @example
   * ops.softmax(tensor([0, 0, 0])); // [1/3, 1/3, 1/3]
   */
  readonly softmax: Callable<typeof entries.softmax>;

  /**
   * The smooth rectifier ln(1 + eˣ), computed as max(x, 0) + ln(1 + e^−|x|), which neither overflows nor cancels.
   *
   * @example
   * ops.softplus(tensor(0)); // 0.6931…
   */
  readonly softplus: Callable<typeof entries.softplus>;

  /**
   * The solution x of a·x = b for square matrices a `[…,n,n]` and b `[…,n,k]`, whose leading dimensions broadcast, or one
   * vector b `[n]` (then x is `[…,n]`). A singular a gives NaN, and so does
   * an infinite element.
   *
   * @throws ShapeError unless a is square and b has as many rows.
   * @example
   * ops.solve(tensor([[2, 0], [0, 4]]), tensor([2, 2])); // [1, 0.5]
   */
  readonly solve: Callable<typeof entries.solve>;

  /**
   * The square root √x; NaN below 0.
   *
   * @example
   * ops.sqrt(tensor([4, 9])); // [2, 3]
   */
  readonly sqrt: Callable<typeof entries.sqrt>;

  /**
   * The square x².
   *
   * @example
   * ops.square(tensor([3, -2])); // [9, 4]
   */
  readonly square: Callable<typeof entries.square>;

  /**
   * The difference x − y; shapes broadcast.
   *
   * @example
   * ops.subtract(tensor([1, 2]), tensor(1)); // [0, 1]
   */
  readonly subtract: Callable<typeof entries.subtract>;

  /**
   * The sum over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with `keepdims`.
   *
   * @example
   * ops.sum(tensor([[1, 2], [3, 4]]), { axis: 0 }); // [4, 6]
   */
  readonly sum: Callable<typeof entries.sum>;

  /**
   * The sub-tensors of x at `indices` along `axis`: shape `x[:axis] + indices + x[axis+1:]`.
   *
   * Indices are whole numbers; negative ones count from the end. They are not differentiated.
   *
   * @throws DomainError for an index outside the axis.
   * @example
   * ops.take(tensor([10, 20, 30]), tensor([2, 0])); // [30, 10]
   */
  readonly take: Callable<typeof entries.take>;

  /**
   * The hyperbolic tangent.
   *
   * @example
   * ops.tanh(tensor([0, 1])); // [0, 0.7615…]
   */
  readonly tanh: Callable<typeof entries.tanh>;

  /**
   * The sum of products over pairs of axes: the last n of x with the first n of y (`axes: n`, 2 unless given), or those of
   * two lists. The result has x's other dimensions, then y's.
   *
   * @throws ShapeError unless the axes of a pair are equally long.
   * @example
   * ops.tensordot(tensor([[1, 2], [3, 4]]), tensor([5, 6]), { axes: 1 }); // [17, 39]
   */
  readonly tensordot: Callable<typeof entries.tensordot>;

  /**
   * The sum of each matrix's diagonal, `[…,m,n] → […]`: the main one, or the one `offset` columns to its right (below it
   * where negative). A diagonal outside the matrix is empty.
   *
   * @throws ShapeError for a scalar or a vector.
   * @example
   * ops.trace(tensor([[1, 2], [3, 4]]), { offset: 1 }); // 2
   */
  readonly trace: Callable<typeof entries.trace>;

  /**
   * The solution of op(a)·x = b (`left_side`) or x·op(a) = b, where a `[…,n,n]` is read as a triangular matrix: of its
   * lower triangle (`lower`) or the upper one, transposed with `transpose_a`, with ones on the diagonal with
   * `unit_diagonal`. Leading dimensions broadcast. The elements that are not read have no derivative.
   * Where a is singular or an element infinite, the solution is NaN.
   *
   * @throws ShapeError unless a is square and b matrices that fit.
   * @example
   * ops.triangular_solve(tensor([[2, 9], [1, 1]]), tensor([[2], [3]]), { left_side: true, lower: true }); // [[1], [2]]
   */
  readonly triangular_solve: Callable<typeof entries.triangular_solve>;

  /**
   * The dot products Σ xₖ·yₖ of the vectors along `axis` (the last one unless given) of two tensors; their other
   * dimensions broadcast. The axis counts dimensions of the broadcast shape.
   *
   * @throws ShapeError unless both have the axis, of the same length.
   * @example
   * ops.vecdot(tensor([[1, 2], [3, 4]]), tensor([1, 1])); // [3, 7]
   */
  readonly vecdot: Callable<typeof entries.vecdot>;

  /**
   * x where the condition is not 0, else y; shapes broadcast. The condition is not differentiated.
   *
   * @example
   * ops.where(tensor([1, 0]), tensor([1, 2]), tensor([3, 4])); // [1, 4]
   */
  readonly where: Callable<typeof entries.where>;

  /**
   * Zeros in the shape of x, whatever x holds. The derivative is zero.
   *
   * @example
   * ops.zeros_like(tensor([3, 4])); // [0, 0]
   */
  readonly zeros_like: Callable<typeof entries.zeros_like>;
}

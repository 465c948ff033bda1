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
   * 1 where all elements over `axis` (one axis, several, or null for all) are not 0, else 0; 1 of nothing. NaN is not 0. Its
   * derivative is zero.
   *
   * @example
   * ops.all(tensor([[1, 0], [2, 3]]), { axis: 1 }); // [0, 1]
   */
  readonly all: Callable<typeof entries.all>;

  /**
   * 1 where any element over `axis` (one axis, several, or null for all) is not 0, else 0; 0 of nothing. NaN is not 0. Its
   * derivative is zero.
   *
   * @example
   * ops.any(tensor([[0, 0], [2, 0]]), { axis: 1 }); // [0, 1]
   */
  readonly any: Callable<typeof entries.any>;

  /**
   * The place of the largest element along `axis`, or among all elements, row-major, where it is null. The first one of
   * those that tie; NaN counts as the largest. Its derivative is zero.
   *
   * @throws ShapeError where there is no element to look at.
   * @example
   * ops.argmax(tensor([[1, 5], [4, 3]]), { axis: 1 }); // [1, 0]
   */
  readonly argmax: Callable<typeof entries.argmax>;

  /**
   * The place of the smallest element along `axis`, or among all elements, row-major, where it is null. The first one of
   * those that tie; NaN counts as the smallest. Its derivative is zero.
   *
   * @throws ShapeError where there is no element to look at.
   * @example
   * ops.argmin(tensor([[1, 5], [4, 3]]), { axis: 1 }); // [0, 1]
   */
  readonly argmin: Callable<typeof entries.argmin>;

  /**
   * x repeated to `shape` by the broadcasting rule: aligned at the end, dimensions of 1 stretch.
   *
   * @throws ShapeError when x's shape does not broadcast to `shape`.
   * @example
   * ops.broadcast_to(tensor([1, 2]), { shape: [2, 2] }); // [[1, 2], [1, 2]]
   */
  readonly broadcast_to: Callable<typeof entries.broadcast_to>;

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
   * How many elements over `axis` (one axis, several, or null for all) are not 0; NaN is not 0. Its derivative is zero.
   *
   * @example
   * ops.count_nonzero(tensor([[1, 0], [2, 3]]), { axis: 1 }); // [1, 2]
   */
  readonly count_nonzero: Callable<typeof entries.count_nonzero>;

  /**
   * ln Σ eˣ of each element and all before it along `axis`, or all after it with `reverse`, each sum from its elements less
   * their largest, so that nothing overflows.
   *
   * @throws ShapeError for a scalar, which has no axis.
   * @example
   * ops.cumlogsumexp(tensor([0, 0])); // [0, 0.6931…]
   */
  readonly cumlogsumexp: Callable<typeof entries.cumlogsumexp>;

  /**
   * The largest of each element and all before it along `axis`, or all after it with `reverse`. NaN from where there is one.
   *
   * At a tie, where it has a kink, the derivative is spread over the elements that tie.
   *
   * @throws ShapeError for a scalar, which has no axis.
   * @example
   * ops.cummax(tensor([1, 3, 2])); // [1, 3, 3]
   */
  readonly cummax: Callable<typeof entries.cummax>;

  /**
   * The smallest of each element and all before it along `axis`, or all after it with `reverse`. NaN from where there is one.
   *
   * At a tie, where it has a kink, the derivative is spread over the elements that tie.
   *
   * @throws ShapeError for a scalar, which has no axis.
   * @example
   * ops.cummin(tensor([1, 3, 2])); // [1, 1, 1]
   */
  readonly cummin: Callable<typeof entries.cummin>;

  /**
   * The product of each element and all before it along `axis`; of all after it with `reverse`, and without itself with
   * `exclusive`. Derivatives are products of the other elements, also where elements are 0.
   *
   * @throws ShapeError for a scalar, which has no axis.
   * @example
   * ops.cumprod(tensor([2, 3, 4])); // [2, 6, 24]
   * ops.cumprod(tensor([2, 3, 4]), { exclusive: true, reverse: true }); // [12, 4, 1]
   */
  readonly cumprod: Callable<typeof entries.cumprod>;

  /**
   * The sum of each element and all before it along `axis`; of all after it with `reverse`, and without itself with
   * `exclusive`.
   *
   * @throws ShapeError for a scalar, which has no axis.
   * @example
   * ops.cumsum(tensor([1, 2, 3])); // [1, 3, 6]
   * ops.cumsum(tensor([1, 2, 3]), { exclusive: true }); // [0, 1, 3]
   */
  readonly cumsum: Callable<typeof entries.cumsum>;

  /**
   * The quotient x / y; shapes broadcast.
   *
   * @example
   * ops.divide(tensor([1, 2]), tensor(4)); // [0.25, 0.5]
   */
  readonly divide: Callable<typeof entries.divide>;

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
   * ln Σ eˣ over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with `keepdims`, computed from
   * x less its largest element, so that nothing overflows. Of nothing, and where all elements are −∞, it is −∞.
   *
   * @example
   * ops.logsumexp(tensor([0, 0])); // 0.6931…
   */
  readonly logsumexp: Callable<typeof entries.logsumexp>;

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
   * The norm of matrices, whose rows and columns are along the two axes of `axis` (the last two unless given): `"fro"` is the
   * root of the sum of squares; 1 and −1 are the largest and the smallest sum of absolute values of a column, `"inf"` and
   * `"-inf"` those of a row.
   *
   * Where it has a kink, derivatives are taken as those of `vector_norm` are.
   *
   * @throws ShapeError unless there are two different axes, and for extremes of nothing.
   * @example
   * ops.matrix_norm(tensor([[1, -2], [3, 4]]), { ord: 1 }); // 6
   */
  readonly matrix_norm: Callable<typeof entries.matrix_norm>;

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
   * The smallest element over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with
   * `keepdims`. NaN where there is one.
   *
   * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
   *
   * @throws ShapeError where an axis that is reduced has no element.
   * @example
   * ops.min(tensor([[1, 5], [3, 4]]), { axis: 1 }); // [1, 3]
   */
  readonly min: Callable<typeof entries.min>;

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
   * The product over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with `keepdims`. The
   * product of nothing is 1.
   *
   * It is multiplied pairwise, and the derivative by an element is the product of the others, also where elements are 0.
   *
   * @example
   * ops.prod(tensor([[1, 2], [3, 4]]), { axis: 0 }); // [3, 8]
   */
  readonly prod: Callable<typeof entries.prod>;

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
   * The standard deviation √(Σ (xᵢ − mean)² / (n − correction)) over `axis` (one axis, several, or null for all), which
   * stays as a dimension of 1 with `keepdims`.
   *
   * Where all elements are equal, where it has a kink, the derivative is taken as 0.
   *
   * @example
   * ops.std(tensor([1, 2, 3]), { correction: 1 }); // 1
   */
  readonly std: Callable<typeof entries.std>;

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
   * The variance Σ (xᵢ − mean)² / (n − correction) over `axis` (one axis, several, or null for all), which stays as a
   * dimension of 1 with `keepdims`. Where the correction leaves nothing to divide by, as NumPy has it: NaN, or ∞.
   *
   * @example
   * ops.var(tensor([1, 2, 3])); // 2/3
   * ops.var(tensor([1, 2, 3]), { correction: 1 }); // 1
   */
  readonly var: Callable<typeof entries.var>;

  /**
   * The norm (Σ |x|ᵒʳᵈ)^(1/ord) over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with
   * `keepdims`; `"inf"` is the largest absolute value, `"-inf"` the smallest. Order 0 is `count_nonzero`. Powers neither over- nor underflow on the way.
   *
   * Where the norm is 0, and where an element is 0 or extremes tie, it may have a kink: the derivative of |x| at 0 and
   * of the norm where it is 0 is taken as 0, and that of an extreme is spread evenly over the elements that tie.
   *
   * @throws ShapeError for the extreme of nothing, InputError for the order 0.
   * @example
   * ops.vector_norm(tensor([3, 4])); // 5
   * ops.vector_norm(tensor([[3, -4]]), { ord: 1, axis: 1 }); // [7]
   */
  readonly vector_norm: Callable<typeof entries.vector_norm>;

  /**
   * x where the condition is not 0, else y; shapes broadcast. The condition is not differentiated.
   *
   * @example
   * ops.where(tensor([1, 0]), tensor([1, 2]), tensor([3, 4])); // [1, 4]
   */
  readonly where: Callable<typeof entries.where>;
}

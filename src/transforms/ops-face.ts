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
   * The indices that put the elements of each line along `axis` (the last unless given) in ascending order, or in descending
   * order. Of equal elements the first comes first; NaN counts as larger than all numbers. Its derivative is zero.
   *
   * @throws ShapeError when x has no such axis.
   * @example
   * ops.argsort(tensor([3, 1, 2])); // [1, 2, 0]
   */
  readonly argsort: Callable<typeof entries.argsort>;

  /**
   * The middle of each matrix: its main diagonal, `num_lower` ones below it and `num_upper` above it, zeros elsewhere. A
   * negative number keeps the whole triangle.
   *
   * @throws ShapeError for a tensor of rank below 2, InputError for more diagonals than rows or columns.
   * @example
   * ops.band_part(tensor([[1, 2], [3, 4]]), { num_lower: 0, num_upper: -1 }); // [[1, 2], [0, 4]]
   */
  readonly band_part: Callable<typeof entries.band_part>;

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
   * x on the diagonal of zeros: shape s gives shape s + s, and element i of x stands at i + i.
   *
   * @throws ShapeError for a scalar.
   * @example
   * ops.diag(tensor([1, 2])); // [[1, 0], [0, 2]]
   */
  readonly diag: Callable<typeof entries.diag>;

  /**
   * The elements at i and i + `offset` of two axes (the last two unless given), which one dimension at the end takes the
   * place of. An offset above 0 is above the main diagonal; one past the axes gives none.
   *
   * @throws ShapeError when x has no such axes, or they are one.
   * @example
   * ops.diagonal(tensor([[1, 2], [3, 4]])); // [1, 4]
   */
  readonly diagonal: Callable<typeof entries.diagonal>;

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
   * A dimension of 1 put in before `axis` of the result (0 unless given).
   *
   * @throws ShapeError when the result has no such axis.
   * @example
   * ops.expand_dims(tensor([1, 2]), { axis: 1 }); // [[1], [2]]
   */
  readonly expand_dims: Callable<typeof entries.expand_dims>;

  /**
   * The elements in reverse order along `axis` (one axis, several, or null for all).
   *
   * @throws ShapeError when x has no such axis.
   * @example
   * ops.flip(tensor([1, 2, 3])); // [3, 2, 1]
   */
  readonly flip: Callable<typeof entries.flip>;

  /**
   * The sub-tensors of x at `indices` along `axis` (0, or `batch_dims`, unless given), each of the first `batch_dims` dimensions
   * with indices of its own: shape `x[:axis] + indices[batch_dims:] + x[axis+1:]`.
   *
   * Indices are whole numbers; negative ones count from the end. They are not differentiated.
   *
   * @throws ShapeError when the batch dimensions differ or the axis is one of them, DomainError for an index outside the axis.
   * @example
   * ops.gather(tensor([[1, 2], [3, 4]]), tensor([1, 0]), { axis: 1, batch_dims: 1 }); // [2, 3]
   */
  readonly gather: Callable<typeof entries.gather>;

  /**
   * The sub-tensors of x that `indices` point to: their last dimension holds an index for each of x's first dimensions, so
   * the result is of shape `indices[:-1] + x[indices[-1]:]`.
   *
   * Indices are whole numbers; negative ones count from the end. They are not differentiated.
   *
   * @throws ShapeError when that dimension is longer than x's rank, DomainError for an index outside its dimension.
   * @example
   * ops.gather_nd(tensor([[1, 2], [3, 4]]), tensor([[0, 1], [1, 0]])); // [2, 3]
   */
  readonly gather_nd: Callable<typeof entries.gather_nd>;

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
   * Each matrix, of the last two dimensions, with rows and columns exchanged.
   *
   * @throws ShapeError for a tensor of rank below 2.
   * @example
   * ops.matrix_transpose(tensor([[1, 2, 3]])); // [[1], [2], [3]]
   */
  readonly matrix_transpose: Callable<typeof entries.matrix_transpose>;

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
   * x with its own mirror image around it, `paddings[d]` elements before and after along dimension d.
   *
   * In mode `reflect` the mirror is the edge itself, which is not repeated; in mode `symmetric` it is behind the edge, which
   * is. So there can be at most one element less than the dimension, or as many as it has.
   *
   * @throws InputError for paddings that are negative or more than that.
   * @example
   * ops.mirror_pad(tensor([1, 2, 3]), { paddings: [[2, 0]] }); // [3, 2, 1, 2, 3]
   */
  readonly mirror_pad: Callable<typeof entries.mirror_pad>;

  /**
   * The dimensions `source` moved to the places `destination`; the others stay in their order.
   *
   * @throws InputError when there are not as many sources as destinations, or one is named twice; ShapeError when x has no such axis.
   * @example
   * ops.moveaxis(tensor([[1, 2, 3]]), { source: 0, destination: 1 }).shape; // [3, 1]
   */
  readonly moveaxis: Callable<typeof entries.moveaxis>;

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
   * For each index a line of length `depth` along a new `axis` (the last unless given): `on_value` (1) at the index, `off_value`
   * (0) elsewhere, and everywhere for what is no index of the line. Indices are whole numbers (others count as the nearest one), so the derivative
   * is zero.
   *
   * @throws InputError for a negative depth, ShapeError when the result has no such axis.
   * @example
   * ops.one_hot(tensor([1, 0]), { depth: 3 }); // [[0, 1, 0], [1, 0, 0]]
   */
  readonly one_hot: Callable<typeof entries.one_hot>;

  /**
   * The outer product xᵢ·yⱼ of two vectors: shape `[m]` and `[n]` give `[m, n]`.
   *
   * @throws ShapeError unless both are vectors.
   * @example
   * ops.outer(tensor([1, 2]), tensor([3, 4])); // [[3, 4], [6, 8]]
   */
  readonly outer: Callable<typeof entries.outer>;

  /**
   * x with `constant_value` (0 unless given) around it, `paddings[d]` elements before and after along dimension d.
   *
   * @throws InputError unless there are two paddings for each dimension, 0 or more.
   * @example
   * ops.pad(tensor([1, 2]), { paddings: [[1, 2]] }); // [0, 1, 2, 0, 0]
   */
  readonly pad: Callable<typeof entries.pad>;

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
   * The rectified linear unit max(x, 0).
   *
   * At 0, where it has a kink, the derivative is taken as 0.
   *
   * @example
   * ops.relu(tensor([-1, 2])); // [0, 2]
   */
  readonly relu: Callable<typeof entries.relu>;

  /**
   * Each element along `axis` repeated in place: `repeats` times, or as often as its own number in a list says. A null axis
   * is that of all elements in row-major order.
   *
   * @throws InputError when a number is negative, or a list does not have one for each element of the axis.
   * @example
   * ops.repeat(tensor([1, 2]), { repeats: 2 }); // [1, 1, 2, 2]
   */
  readonly repeat: Callable<typeof entries.repeat>;

  /**
   * The same elements in row-major order under another `shape`; one dimension may be −1 and is worked out.
   *
   * @throws ShapeError when the sizes differ.
   * @example
   * ops.reshape(tensor([1, 2, 3, 4]), { shape: [2, -1] }).shape; // [2, 2]
   */
  readonly reshape: Callable<typeof entries.reshape>;

  /**
   * The elements moved on by `shift` along `axis`; what passes the end comes in again at the front. With a null axis all
   * elements move along their row-major order. One shift serves all axes, or there is one for each.
   *
   * @throws InputError unless there is one shift, or one for each axis; ShapeError when x has no such axis.
   * @example
   * ops.roll(tensor([1, 2, 3]), { shift: 1 }); // [3, 1, 2]
   */
  readonly roll: Callable<typeof entries.roll>;

  /**
   * Zeros of `shape` with `updates` added where `indices` point to: their last dimension holds an index for each of the first
   * dimensions, so the updates are of shape `indices[:-1] + shape[indices[-1]:]`. What points to one place is added up there.
   *
   * Indices are whole numbers; negative ones count from the end. They are not differentiated.
   *
   * @throws ShapeError when the updates have another shape, DomainError for an index outside its dimension.
   * @example
   * ops.scatter_nd(tensor([[0], [2], [0]]), tensor([1, 2, 3]), { shape: [3] }); // [4, 0, 2]
   */
  readonly scatter_nd: Callable<typeof entries.scatter_nd>;

  /**
   * x with `updates` in place of the sub-tensors that `indices` point to: their last dimension holds an index for each of x's
   * first dimensions, so the updates are of shape `indices[:-1] + x[indices[-1]:]`. Of those that point to one place the last counts.
   *
   * Indices are whole numbers; negative ones count from the end. They are not differentiated.
   *
   * @throws ShapeError when the updates have another shape, DomainError for an index outside its dimension.
   * @example
   * ops.scatter_update(tensor([1, 2, 3]), tensor([[1]]), tensor([5])); // [1, 5, 3]
   */
  readonly scatter_update: Callable<typeof entries.scatter_update>;

  /**
   * The sums of the sub-tensors of x that are of one segment: those at i along the first axis are of segment `segment_ids[i]`,
   * in any order. A segment of none is zero.
   *
   * Segment ids are whole numbers from 0. They are not differentiated.
   *
   * @throws ShapeError unless there is one id for each, DomainError for an id outside the segments.
   * @example
   * ops.segment_sum(tensor([1, 2, 3]), tensor([1, 0, 1]), { num_segments: 2 }); // [2, 4]
   */
  readonly segment_sum: Callable<typeof entries.segment_sum>;

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
   * The elements of each line along `axis` (the last unless given) in ascending order, or in descending order. NaN counts as
   * larger than all numbers.
   *
   * Where elements tie, it has a kink; the derivative takes them in the order in which they stand in x.
   *
   * @throws ShapeError when x has no such axis.
   * @example
   * ops.sort(tensor([3, 1, 2])); // [1, 2, 3]
   */
  readonly sort: Callable<typeof entries.sort>;

  /**
   * One of the parts that x is split into along `axis` (0 unless given): the one at `part` (the first unless given).
   *
   * `sections` is the number of equal parts, or the length of each, one of which may be −1 and is worked out.
   *
   * @throws ShapeError when the parts do not fill the axis, InputError when there is no such part.
   * @example
   * ops.split(tensor([1, 2, 3]), { sections: [1, 2], part: 1 }); // [2, 3]
   */
  readonly split: Callable<typeof entries.split>;

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
   * Without the dimensions of 1 at `axis` (one axis, several, or null for all that are 1).
   *
   * @throws ShapeError when a dimension at `axis` is not 1.
   * @example
   * ops.squeeze(tensor([[1, 2]])); // [1, 2]
   */
  readonly squeeze: Callable<typeof entries.squeeze>;

  /**
   * Tensors of one shape joined along a new dimension, which is `axis` of the result (0 unless given).
   *
   * @throws ShapeError when the shapes differ.
   * @example
   * ops.stack(tensor([1, 2]), tensor([3, 4])); // [[1, 2], [3, 4]]
   */
  readonly stack: Callable<typeof entries.stack>;

  /**
   * The elements `begin, begin + stride, …` before `end` of each dimension, in the notation of NumPy; indices count from
   * the end where they are negative, and are cut to the dimension.
   *
   * Bit i of a mask is about entry i of the lists: `begin_mask` and `end_mask` leave that side open, `ellipsis_mask` makes it
   * stand for all dimensions that no other entry is about (which else follow after the last), `new_axis_mask` makes it a new
   * dimension of 1, and `shrink_axis_mask` takes the one element at `begin` and drops the dimension.
   *
   * @throws ShapeError when lists differ in length, there are more entries than dimensions, a stride is 0, or an element is
   * outside its dimension.
   * @example
   * ops.strided_slice(tensor([1, 2, 3]), { begin: [-1], end: [0], strides: [-1], end_mask: 1 }); // [3, 2, 1]
   */
  readonly strided_slice: Callable<typeof entries.strided_slice>;

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
   * The elements of x at `indices` along `axis` (the last unless given), line by line: the indices have x's shape but for
   * that axis, and so has the result theirs.
   *
   * Indices are whole numbers; negative ones count from the end. They are not differentiated.
   *
   * @throws ShapeError when the shapes differ beside the axis, DomainError for an index outside it.
   * @example
   * ops.take_along_axis(tensor([[1, 2], [3, 4]]), tensor([[1], [0]])); // [[2], [3]]
   */
  readonly take_along_axis: Callable<typeof entries.take_along_axis>;

  /**
   * The hyperbolic tangent.
   *
   * @example
   * ops.tanh(tensor([0, 1])); // [0, 0.7615…]
   */
  readonly tanh: Callable<typeof entries.tanh>;

  /**
   * x repeated as a whole, `reps[d]` times along dimension d. Where x has fewer dimensions than `reps`, dimensions of 1 are
   * put before them; where it has more, those in front are not repeated.
   *
   * @throws InputError when a number of repetitions is negative.
   * @example
   * ops.tile(tensor([1, 2]), { reps: [2] }); // [1, 2, 1, 2]
   */
  readonly tile: Callable<typeof entries.tile>;

  /**
   * The `k` largest elements of each line along `axis` (the last unless given), the largest first; or the smallest ones, the
   * smallest first. NaN counts as larger than all numbers.
   *
   * Where elements tie, it has a kink; the derivative takes them in the order in which they stand in x.
   *
   * @throws InputError unless there are k elements along the axis, ShapeError when x has no such axis.
   * @example
   * ops.top_k(tensor([3, 1, 2]), { k: 2 }); // [3, 2]
   */
  readonly top_k: Callable<typeof entries.top_k>;

  /**
   * The lower triangle of each matrix: zeros above diagonal `k`, where 0 is the main one and 1 the one above it.
   *
   * @throws ShapeError for a tensor of rank below 2.
   * @example
   * ops.tril(tensor([[1, 2], [3, 4]])); // [[1, 0], [3, 4]]
   */
  readonly tril: Callable<typeof entries.tril>;

  /**
   * The upper triangle of each matrix: zeros below diagonal `k`, where 0 is the main one and 1 the one above it.
   *
   * @throws ShapeError for a tensor of rank below 2.
   * @example
   * ops.triu(tensor([[1, 2], [3, 4]])); // [[1, 2], [0, 4]]
   */
  readonly triu: Callable<typeof entries.triu>;

  /**
   * One of the tensors that x is stacked of along `axis` (0 unless given): the one at `part` (the first unless given).
   *
   * @throws ShapeError when x has no such axis, InputError when it has no such part.
   * @example
   * ops.unstack(tensor([[1, 2], [3, 4]]), { part: 1 }); // [3, 4]
   */
  readonly unstack: Callable<typeof entries.unstack>;

  /**
   * x where the condition is not 0, else y; shapes broadcast. The condition is not differentiated.
   *
   * @example
   * ops.where(tensor([1, 0]), tensor([1, 2]), tensor([3, 4])); // [1, 4]
   */
  readonly where: Callable<typeof entries.where>;
}

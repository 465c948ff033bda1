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
   * The losses |labels − predictions|, weighted and reduced; both of one shape. The result has that shape with the
   * reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says that they are given.
   *
   * Where a label equals its prediction, at a kink, the derivative is taken as 0.
   *
   * @throws ShapeError when the shapes differ, or the weights do not broadcast.
   * @example
   * ops.absolute_difference(tensor([1, 2]), tensor([3, 2])); // 1
   */
  readonly absolute_difference: Callable<typeof entries.absolute_difference>;

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
   * The mean of each window over lines `[batch, length, channels]` (or channels first, by `data_format`), channel by channel. Padding counts only where
   * `count_include_pad` says so, and what rounding up the number of windows adds never does. The batch may be left out.
   *
   * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
   * @example
   * ops.avg_pool1d(tensor([[1], [3], [2], [4]]), { window: 2 }); // [[2], [3]]
   */
  readonly avg_pool1d: Callable<typeof entries.avg_pool1d>;

  /**
   * The mean of each window over images `[batch, height, width, channels]` (or channels first, by `data_format`), channel by channel. Padding counts only where
   * `count_include_pad` says so, and what rounding up the number of windows adds never does. The batch may be left out.
   *
   * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
   * @example
   * ops.avg_pool2d(tensor([[[1], [3]], [[2], [4]]]), { window: 2 }); // [[[2.5]]]
   */
  readonly avg_pool2d: Callable<typeof entries.avg_pool2d>;

  /**
   * The mean of each window over volumes `[batch, depth, height, width, channels]` (or channels first, by `data_format`), channel by channel. Padding counts only where
   * `count_include_pad` says so, and what rounding up the number of windows adds never does. The batch may be left out.
   *
   * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
   * @example
   * ops.avg_pool3d(tensor([[[[1], [3]]], [[[2], [4]]]]), { window: [2, 1, 1] }); // [[[[1.5], [3.5]]]]
   */
  readonly avg_pool3d: Callable<typeof entries.avg_pool3d>;

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
   * Losses, weighted and reduced: each one with the reduction "none", else a scalar. Where weights broadcast to the losses,
   * `use_weights` says that they are given. With "sum_by_nonzero_weights" the sum is divided by the number of losses whose
   * weight is not 0, NaN where there is none.
   *
   * @throws ShapeError when the weights do not broadcast to the losses.
   * @example
   * ops.compute_weighted_loss(tensor([1, 2]), tensor([0, 3]), { use_weights: true }); // 6
   */
  readonly compute_weighted_loss: Callable<typeof entries.compute_weighted_loss>;

  /**
   * Tensors joined along `axis` (0 unless given); their other dimensions are equal.
   *
   * @throws ShapeError when ranks or other dimensions differ.
   * @example
   * ops.concat(tensor([1]), tensor([2, 3])); // [1, 2, 3]
   */
  readonly concat: Callable<typeof entries.concat>;

  /**
   * The convolution of signals `[batch, length, channels]` with a filter `[window, channels, features]`:
   * Σ x[o·stride − padding + k·dilation, c]·filter[k, c, f]. The filter is not turned round. The batch may be left out.
   *
   * In `groups`, features look at the channels of their group, of which the filter has as many.
   *
   * @throws ShapeError where ranks, channels or groups do not fit, or a window is longer than what it moves over.
   * @example
   * ops.conv1d(tensor([[1], [2], [3]]), tensor([[[1]], [[-1]]])); // [[-1], [-1]]
   */
  readonly conv1d: Callable<typeof entries.conv1d>;

  /**
   * The convolution of images `[batch, height, width, channels]` (or channels first, by `data_format`) with a filter
   * `[height, width, channels, features]`: Σ x[o·stride − padding + k·dilation, c]·filter[k, c, f]. The filter is not turned
   * round. The batch may be left out.
   *
   * In `groups`, features look at the channels of their group, of which the filter has as many.
   *
   * @throws ShapeError where ranks, channels or groups do not fit, or a window is larger than what it moves over.
   * @example
   * ops.conv2d(tensor([[[1], [2]], [[3], [4]]]), tensor([[[[1]], [[10]]]])); // [[[21]], [[43]]]
   */
  readonly conv2d: Callable<typeof entries.conv2d>;

  /**
   * The convolution of volumes `[batch, depth, height, width, channels]` (or channels first, by `data_format`) with a filter
   * `[depth, height, width, channels, features]`: Σ x[o·stride − padding + k·dilation, c]·filter[k, c, f]. The filter is not
   * turned round. The batch may be left out.
   *
   * In `groups`, features look at the channels of their group, of which the filter has as many.
   *
   * @throws ShapeError where ranks, channels or groups do not fit, or a window is larger than what it moves over.
   * @example
   * ops.conv3d(tensor([[[[2]]]]), tensor([[[[[3]]]]])); // [[[[6]]]]
   */
  readonly conv3d: Callable<typeof entries.conv3d>;

  /**
   * The transpose of `conv2d` in its images: x, `[batch, height, width, channels]` (or channels first), is what that
   * convolution gives, and the filter is its filter, `[height, width, features, channels]`. Each element of x, times the
   * filter, is added to the elements that its window covers. The batch may be left out.
   *
   * @throws ShapeError where ranks, channels or groups do not fit, or `output_size` is none that leads to x.
   * @example
   * ops.conv_transpose2d(tensor([[[1], [2]]]), tensor([[[[1]], [[10]]]])); // [[[1], [12], [20]]]
   */
  readonly conv_transpose2d: Callable<typeof entries.conv_transpose2d>;

  /**
   * The transpose of `conv3d` in its volumes: x, `[batch, depth, height, width, channels]` (or channels first), is what that
   * convolution gives, and the filter is its filter, `[depth, height, width, features, channels]`. Each element of x, times
   * the filter, is added to the elements that its window covers. The batch may be left out.
   *
   * @throws ShapeError where ranks, channels or groups do not fit, or `output_size` is none that leads to x.
   * @example
   * ops.conv_transpose3d(tensor([[[[2]]]]), tensor([[[[[3]]], [[[4]]]]])); // [[[[6]]], [[[8]]]]
   */
  readonly conv_transpose3d: Callable<typeof entries.conv_transpose3d>;

  /**
   * The losses 1 − Σ labels·predictions over the vectors along `axis` (the last one unless given), which are taken to be of
   * length 1; weighted and reduced. The axis stays, as a dimension of 1, with the reduction "none"; else the result is a
   * scalar. Where weights broadcast to the losses, `use_weights` says that they are given.
   *
   * @throws ShapeError when the shapes differ, have no such axis, or the weights do not broadcast.
   * @example
   * ops.cosine_distance(tensor([1, 0]), tensor([0.6, 0.8])); // 0.4
   */
  readonly cosine_distance: Callable<typeof entries.cosine_distance>;

  /**
   * How many elements over `axis` (one axis, several, or null for all) are not 0; NaN is not 0. Its derivative is zero.
   *
   * @example
   * ops.count_nonzero(tensor([[1, 0], [2, 3]]), { axis: 1 }); // [1, 2]
   */
  readonly count_nonzero: Callable<typeof entries.count_nonzero>;

  /**
   * The convolution of each channel of images `[batch, height, width, channels]` (or channels first, by `data_format`) with
   * filters of its own, `[height, width, channels, multiplier]`: feature c·multiplier + q comes from channel c. The batch may
   * be left out.
   *
   * @throws ShapeError where ranks or channels do not fit, or a window is larger than what it moves over.
   * @example
   * ops.depthwise_conv2d(tensor([[[1, 2]]]), tensor([[[[10], [100]]]])); // [[[10, 200]]]
   */
  readonly depthwise_conv2d: Callable<typeof entries.depthwise_conv2d>;

  /**
   * The greyscale morphological dilation of images `[batch, height, width, channels]` by a filter `[height, width, channels]`:
   * the largest x[o·stride − padding + k·dilation, c] + filter[k, c] over a window. Padding never is the largest. The batch may
   * be left out.
   *
   * Where sums tie, where it has a kink, the derivative is spread evenly over them.
   *
   * @throws ShapeError where ranks or channels do not fit, a window does not fit, or one holds no element.
   * @example
   * ops.dilation2d(tensor([[[1], [2]]]), tensor([[[5], [0]]])); // [[[6]]]
   */
  readonly dilation2d: Callable<typeof entries.dilation2d>;

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
   * The losses max(0, 1 − (2·labels − 1)·predictions) of labels 0 and 1, weighted and reduced; both of one shape. The
   * result has that shape with the reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says
   * that they are given.
   *
   * At the margin, where it has a kink, the derivative is taken as 0.
   *
   * @throws ShapeError when the shapes differ, or the weights do not broadcast.
   * @example
   * ops.hinge_loss(tensor([1, 0]), tensor([0.5, 0.5])); // 1
   */
  readonly hinge_loss: Callable<typeof entries.hinge_loss>;

  /**
   * The losses ½·e² of errors e = predictions − labels with |e| ≤ `delta` (1 unless given), and delta·(|e| − ½·delta) of
   * others; weighted and reduced. The result has the shape of both with the reduction "none", else it is a scalar. Where
   * weights broadcast to it, `use_weights` says that they are given.
   *
   * At |e| = delta, where the second derivative jumps, it is taken as 1.
   *
   * @throws ShapeError when the shapes differ, or the weights do not broadcast.
   * @example
   * ops.huber_loss(tensor([0, 0]), tensor([0.5, 3]), { reduction: "none" }); // [0.125, 2.5]
   */
  readonly huber_loss: Callable<typeof entries.huber_loss>;

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
   * The losses −l·ln(p + ε) − (1 − l)·ln(1 − p + ε) of labels l and probabilities p, with `epsilon` 1e-7 unless given;
   * weighted and reduced. The result has the shape of both with the reduction "none", else it is a scalar. Where weights
   * broadcast to it, `use_weights` says that they are given.
   *
   * @throws ShapeError when the shapes differ, or the weights do not broadcast.
   * @example
   * ops.log_loss(tensor([1, 0]), tensor([0.5, 0.5]), { epsilon: 0 }); // 0.6931…
   */
  readonly log_loss: Callable<typeof entries.log_loss>;

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
   * The largest element of each window over lines `[batch, length, channels]` (or channels first, by `data_format`), channel by channel; padding never
   * is the largest. The batch may be left out.
   *
   * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
   *
   * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
   * @example
   * ops.max_pool1d(tensor([[1], [3], [2], [4]]), { window: 2 }); // [[3], [4]]
   */
  readonly max_pool1d: Callable<typeof entries.max_pool1d>;

  /**
   * The largest element of each window over images `[batch, height, width, channels]` (or channels first, by `data_format`), channel by channel; padding never
   * is the largest. The batch may be left out.
   *
   * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
   *
   * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
   * @example
   * ops.max_pool2d(tensor([[[1], [3]], [[2], [4]]]), { window: 2 }); // [[[4]]]
   */
  readonly max_pool2d: Callable<typeof entries.max_pool2d>;

  /**
   * The largest element of each window over volumes `[batch, depth, height, width, channels]` (or channels first, by `data_format`), channel by channel; padding never
   * is the largest. The batch may be left out.
   *
   * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
   *
   * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
   * @example
   * ops.max_pool3d(tensor([[[[1], [3]]], [[[2], [4]]]]), { window: [2, 1, 1] }); // [[[[2], [4]]]]
   */
  readonly max_pool3d: Callable<typeof entries.max_pool3d>;

  /**
   * The largest element of each window over images `[batch, height, width, channels]` (or channels first, by `data_format`),
   * channel by channel, by the function of other libraries that also tells where it stands. The batch may be left out.
   *
   * At a tie, where it has a kink, the derivative is spread evenly over the elements that tie.
   *
   * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
   * @example
   * ops.max_pool_with_argmax(tensor([[[1], [3]], [[2], [4]]]), { window: 2 }); // [[[4]]]
   */
  readonly max_pool_with_argmax: Callable<typeof entries.max_pool_with_argmax>;

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
   * The losses (labels − predictions)², weighted and reduced; both of one shape. The result has that shape with the
   * reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says that they are given.
   *
   * @throws ShapeError when the shapes differ, or the weights do not broadcast.
   * @example
   * ops.mean_squared_error(tensor([1, 2]), tensor([3, 2])); // 2
   */
  readonly mean_squared_error: Callable<typeof entries.mean_squared_error>;

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
   * The largest element or the mean of each window over images `[batch, height, width, channels]` (or channels first, by
   * `data_format`), channel by channel, by `pooling_type`. Padding never is the largest and does not count for a mean. The batch
   * may be left out.
   *
   * At a tie for the largest, where it has a kink, the derivative is spread evenly over the elements that tie.
   *
   * @throws ShapeError where x has another rank, a window does not fit, or one holds no element.
   * @example
   * ops.pool(tensor([[[1], [3]], [[2], [4]]]), { window: 2, pooling_type: "avg" }); // [[[2.5]]]
   */
  readonly pool: Callable<typeof entries.pool>;

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
   * The depthwise convolution of images `[batch, height, width, channels]` (or channels first, by `data_format`) with filters
   * `[height, width, channels, multiplier]`, of whose features a filter `[1, 1, channels·multiplier, features]` makes sums.
   * The batch may be left out.
   *
   * @throws ShapeError where ranks or channels do not fit, or a window is larger than what it moves over.
   * @example
   * ops.separable_conv2d(tensor([[[1, 2]]]), tensor([[[[10], [100]]]]), tensor([[[[1], [1]]]])); // [[[210]]]
   */
  readonly separable_conv2d: Callable<typeof entries.separable_conv2d>;

  /**
   * The logistic function σ(x) = 1 / (1 + e^−x), computed on the side where the exponential does not overflow.
   *
   * @example
   * ops.sigmoid(tensor([0, 2])); // [0.5, 0.8807…]
   */
  readonly sigmoid: Callable<typeof entries.sigmoid>;

  /**
   * The losses −z·ln σ(x) − (1 − z)·ln(1 − σ(x)) of labels z and logits x, computed as softplus(x) − x·z, which neither
   * overflows nor has a kink; weighted and reduced. `label_smoothing` s makes labels z·(1 − s) + ½·s. The result has the
   * shape of both with the reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says that
   * they are given.
   *
   * @throws ShapeError when the shapes differ, or the weights do not broadcast.
   * @example
   * ops.sigmoid_cross_entropy(tensor([1, 0]), tensor([0, 0])); // 0.6931…
   */
  readonly sigmoid_cross_entropy: Callable<typeof entries.sigmoid_cross_entropy>;

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
   * The losses −Σ z·ln softmax(x) of probabilities (labels) z and logits x of n classes, along the last axis; weighted and
   * reduced. `label_smoothing` s makes labels z·(1 − s) + s/n. The result has the shape of both without the last axis with
   * the reduction "none", else it is a scalar. Where weights broadcast to it, `use_weights` says that they are given.
   *
   * It is differentiated as the function that it is, also where labels do not sum to 1.
   *
   * @throws ShapeError when the shapes differ, are of scalars, or the weights do not broadcast.
   * @example
   * ops.softmax_cross_entropy(tensor([[1, 0]]), tensor([[0, 0]])); // 0.6931…
   */
  readonly softmax_cross_entropy: Callable<typeof entries.softmax_cross_entropy>;

  /**
   * The smooth rectifier ln(1 + eˣ), computed as max(x, 0) + ln(1 + e^−|x|), which neither overflows nor cancels.
   *
   * @example
   * ops.softplus(tensor(0)); // 0.6931…
   */
  readonly softplus: Callable<typeof entries.softplus>;

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
   * x repeated as a whole, `reps[d]` times along dimension d. Where x has fewer dimensions than `reps`, dimensions of 1 are
   * put before them; where it has more, those in front are not repeated.
   *
   * @throws InputError when a number of repetitions is negative.
   * @example
   * ops.tile(tensor([1, 2]), { reps: [2] }); // [1, 2, 1, 2]
   */
  readonly tile: Callable<typeof entries.tile>;

  /**
   * One of the tensors that x is stacked of along `axis` (0 unless given): the one at `part` (the first unless given).
   *
   * @throws ShapeError when x has no such axis, InputError when it has no such part.
   * @example
   * ops.unstack(tensor([[1, 2], [3, 4]]), { part: 1 }); // [3, 4]
   */
  readonly unstack: Callable<typeof entries.unstack>;

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

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
   * The angle in [0, π] whose cosine is x; NaN outside of [−1, 1]. At ±1 its slope is infinite.
   *
   * @example
   * ops.acos(tensor([0, 1])); // [1.570…, 0]
   */
  readonly acos: Callable<typeof entries.acos>;

  /**
   * The inverse of the hyperbolic cosine, ln(x + √(x² − 1)); NaN below 1, where its slope is infinite.
   *
   * @example
   * ops.acosh(tensor([1, 2])); // [0, 1.316…]
   */
  readonly acosh: Callable<typeof entries.acosh>;

  /**
   * The sum x + y; shapes broadcast.
   *
   * @example
   * ops.add(tensor([1, 2]), tensor(10)); // [11, 12]
   */
  readonly add: Callable<typeof entries.add>;

  /**
   * The sum of tensors of one shape.
   *
   * @throws ShapeError when shapes differ.
   * @example
   * ops.add_n(tensor([1, 2]), tensor([10, 20]), tensor([100, 200])); // [111, 222]
   */
  readonly add_n: Callable<typeof entries.add_n>;

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
   * The indices that put the elements of each line along `axis` (the last unless given) in ascending order, or in descending
   * order. Of equal elements the first comes first; NaN counts as larger than all numbers. Its derivative is zero.
   *
   * @throws ShapeError when x has no such axis.
   * @example
   * ops.argsort(tensor([3, 1, 2])); // [1, 2, 0]
   */
  readonly argsort: Callable<typeof entries.argsort>;

  /**
   * The angle in [−π/2, π/2] whose sine is x; NaN outside of [−1, 1]. At ±1 its slope is infinite.
   *
   * @example
   * ops.asin(tensor([0, 1])); // [0, 1.570…]
   */
  readonly asin: Callable<typeof entries.asin>;

  /**
   * The inverse of the hyperbolic sine, ln(x + √(x² + 1)).
   *
   * @example
   * ops.asinh(tensor([0, 1])); // [0, 0.8813…]
   */
  readonly asinh: Callable<typeof entries.asinh>;

  /**
   * The angle in [−π/2, π/2] whose tangent is x.
   *
   * @example
   * ops.atan(tensor([0, 1])); // [0, 0.7853…]
   */
  readonly atan: Callable<typeof entries.atan>;

  /**
   * The angle of the point (x, y), in [−π, π]; shapes broadcast. The signs of zeros count, as in IEEE 754: the negative
   * x axis has π above it and −π below. At the origin the derivative is undefined (NaN).
   *
   * @example
   * ops.atan2(tensor(1), tensor(1)); // π/4
   */
  readonly atan2: Callable<typeof entries.atan2>;

  /**
   * The inverse of the hyperbolic tangent, ½ ln((1 + x) / (1 − x)); ±∞ at ±1, NaN beyond.
   *
   * @example
   * ops.atanh(tensor([0, 0.5])); // [0, 0.5493…]
   */
  readonly atanh: Callable<typeof entries.atanh>;

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
   * The middle of each matrix: its main diagonal, `num_lower` ones below it and `num_upper` above it, zeros elsewhere. A
   * negative number keeps the whole triangle.
   *
   * @throws ShapeError for a tensor of rank below 2, InputError for more diagonals than rows or columns.
   * @example
   * ops.band_part(tensor([[1, 2], [3, 4]]), { num_lower: 0, num_upper: -1 }); // [[1, 2], [0, 4]]
   */
  readonly band_part: Callable<typeof entries.band_part>;

  /**
   * (x − mean) / √(variance + epsilon)·scale + offset, of which offset and scale are given where `use_offset` and
   * `use_scale` say so. Each of them broadcasts to x, as one number for each channel, the last axis, does.
   *
   * @throws ShapeError for a parameter that does not broadcast to x.
   * @example
   * ops.batch_norm(tensor([[1], [3]]), tensor([2]), tensor([1]), { epsilon: 0 }); // [[-1], [1]]
   */
  readonly batch_norm: Callable<typeof entries.batch_norm>;

  /**
   * The inverse of `space_to_batch`: the batches along the first dimension become the places of blocks of `block_shape`, which
   * fill the dimensions after it; `crops` are cut off these.
   *
   * @throws ShapeError unless x has a dimension for each side of a block after the first, the blocks divide the first, and
   * there is as much as is cut off; InputError for sides less than 1, or crops that are negative or not two for each side.
   * @example
   * ops.batch_to_space(tensor([[1, 3], [2, 4]]), { block_shape: [2], crops: [[0, 0]] }); // [[1, 2, 3, 4]]
   */
  readonly batch_to_space: Callable<typeof entries.batch_to_space>;

  /**
   * x repeated to `shape` by the broadcasting rule: aligned at the end, dimensions of 1 stretch.
   *
   * @throws ShapeError when x's shape does not broadcast to `shape`.
   * @example
   * ops.broadcast_to(tensor([1, 2]), { shape: [2, 2] }); // [[1, 2], [1, 2]]
   */
  readonly broadcast_to: Callable<typeof entries.broadcast_to>;

  /**
   * x as numbers of another type would hold it: "float32" leaves it as it is (the engine keeps all digits), "int32" drops
   * the fraction, "bool" is 1 where x is not 0, else 0.
   *
   * The derivative is 1 for "float32" and zero for the others, which are constant between whole numbers.
   *
   * @example
   * ops.cast(tensor([1.5, -1.5, 0]), { dtype: "int32" }); // [1, -1, 0]
   */
  readonly cast: Callable<typeof entries.cast>;

  /**
   * The cube root ∛x, of negative numbers too.
   *
   * @example
   * ops.cbrt(tensor([8, -27])); // [2, -3]
   */
  readonly cbrt: Callable<typeof entries.cbrt>;

  /**
   * The smallest whole number that is not below x. Its derivative is zero.
   *
   * @example
   * ops.ceil(tensor([1.5, -1.5])); // [2, -1]
   */
  readonly ceil: Callable<typeof entries.ceil>;

  /**
   * The continuously differentiable exponential linear unit: x where it is positive, else alpha·(exp(x / alpha) − 1), for
   * positive `alpha`.
   *
   * @example
   * ops.celu(tensor([-1, 2])); // [-0.6321…, 2]
   */
  readonly celu: Callable<typeof entries.celu>;

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
   * The size of x with the sign of y, −0 being negative; shapes broadcast. y is not differentiated.
   *
   * At x = 0, where it has a kink, the derivative is taken as 0.
   *
   * @example
   * ops.copysign(tensor([1, -2]), tensor(-3)); // [-1, -2]
   */
  readonly copysign: Callable<typeof entries.copysign>;

  /**
   * The cosine of an angle in radians; NaN at the infinities.
   *
   * @example
   * ops.cos(tensor([0, 1])); // [1, 0.5403…]
   */
  readonly cos: Callable<typeof entries.cos>;

  /**
   * The hyperbolic cosine (eˣ + e⁻ˣ) / 2.
   *
   * @example
   * ops.cosh(tensor([0, 1])); // [1, 1.543…]
   */
  readonly cosh: Callable<typeof entries.cosh>;

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
   * Parts of images `[batch, height, width, channels]`, each brought to `crop_size`: crop b is that of box
   * `[top, left, bottom, right]` of image `box_indices[b]`, where 0 and 1 are the centres of the outermost pixels. Its rows
   * lie evenly from top to bottom (one row alone half-way), its columns from left to right. A pixel is linear between those
   * around its place or the nearest one (the later one of two), outside the image it is `extrapolation_value` (0 unless given).
   *
   * Images and boxes are differentiated. Along the boxes there are kinks at the centres of pixels, where the derivative is
   * taken as 0, and jumps at the edges of the image; to the nearest pixel the derivative by boxes is 0.
   *
   * @throws ShapeError for inputs of other shapes or images without pixels, InputError for another size, DomainError for an
   * index of no image.
   * @example
   * ops.crop_and_resize(tensor([[[[1], [3]]]]), tensor([[0, 0, 0, 0.5]]), tensor([0]), { crop_size: [1, 2] }); // [[[[1], [2]]]]
   */
  readonly crop_and_resize: Callable<typeof entries.crop_and_resize>;

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
   * Images whose pixels become blocks of `block_size` × `block_size` pixels of that many times fewer channels: the first of
   * these are those of the first pixel of the block, row by row.
   *
   * @throws ShapeError for x of another rank, or channels that a block does not divide; InputError for a block of one.
   * @example
   * ops.depth_to_space(tensor([[[[1, 2, 3, 4]]]]), { block_size: 2 }); // [[[[1], [2]], [[3], [4]]]]
   */
  readonly depth_to_space: Callable<typeof entries.depth_to_space>;

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
   * The determinant of each square matrix, `[…,n,n] → […]`. Its derivatives, of every order, are minors, so they are right
   * for singular matrices too. NaN where an element is infinite.
   *
   * @throws ShapeError unless the matrices are square.
   * @example
   * ops.det(tensor([[1, 2], [3, 4]])); // -2
   */
  readonly det: Callable<typeof entries.det>;

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
   * The digamma function ψ(x) = Γ′(x)/Γ(x); ∓∞ at ±0, NaN at the negative whole numbers.
   *
   * @example
   * ops.digamma(tensor([1, 2])); // [-0.5772…, 0.4227…]
   */
  readonly digamma: Callable<typeof entries.digamma>;

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
   * The quotient x / y, and 0 where y is 0, whatever x is; shapes broadcast. There its derivative is 0 too.
   *
   * @example
   * ops.divide_no_nan(tensor([1, 2]), tensor([4, 0])); // [0.25, 0]
   */
  readonly divide_no_nan: Callable<typeof entries.divide_no_nan>;

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
   * The exponential linear unit: x where it is positive, else `alpha`·(eˣ − 1).
   *
   * At 0, where it has a kink unless `alpha` is 1, the derivative is taken as the negative side's.
   *
   * @example
   * ops.elu(tensor([-1, 2])); // [-0.6321…, 2]
   */
  readonly elu: Callable<typeof entries.elu>;

  /**
   * The entropy −x·ln x of a share x: 0 at 0, −∞ below.
   *
   * @example
   * ops.entr(tensor([0, 0.5])); // [0, ½·ln 2]
   */
  readonly entr: Callable<typeof entries.entr>;

  /**
   * 1 where x = y, else 0; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.equal(tensor([1, 2, 3]), tensor(2)); // [0, 1, 0]
   */
  readonly equal: Callable<typeof entries.equal>;

  /**
   * The error function (2/√π) ∫₀ˣ exp(−t²) dt.
   *
   * @example
   * ops.erf(tensor([0, 1])); // [0, 0.8427…]
   */
  readonly erf: Callable<typeof entries.erf>;

  /**
   * The complementary error function 1 − erf x, in full relative precision also where it is small.
   *
   * @example
   * ops.erfc(tensor([0, 10])); // [1, 2.0884…e-45]
   */
  readonly erfc: Callable<typeof entries.erfc>;

  /**
   * The exponential eˣ.
   *
   * @example
   * ops.exp(tensor([0, 1])); // [1, 2.718…]
   */
  readonly exp: Callable<typeof entries.exp>;

  /**
   * The power of two 2ˣ.
   *
   * @example
   * ops.exp2(tensor([0, 3])); // [1, 8]
   */
  readonly exp2: Callable<typeof entries.exp2>;

  /**
   * A dimension of 1 put in before `axis` of the result (0 unless given).
   *
   * @throws ShapeError when the result has no such axis.
   * @example
   * ops.expand_dims(tensor([1, 2]), { axis: 1 }); // [[1], [2]]
   */
  readonly expand_dims: Callable<typeof entries.expand_dims>;

  /**
   * The exponential less one, eˣ − 1, which keeps its digits where x is small.
   *
   * @example
   * ops.expm1(tensor([0, 1])); // [0, 1.718…]
   */
  readonly expm1: Callable<typeof entries.expm1>;

  /**
   * The elements in reverse order along `axis` (one axis, several, or null for all).
   *
   * @throws ShapeError when x has no such axis.
   * @example
   * ops.flip(tensor([1, 2, 3])); // [3, 2, 1]
   */
  readonly flip: Callable<typeof entries.flip>;

  /**
   * Images `[batch, height, width, channels]` with left and right changed over.
   *
   * @throws ShapeError for x of another rank.
   * @example
   * ops.flip_left_right(tensor([[[[1], [2]]]])); // [[[[2], [1]]]]
   */
  readonly flip_left_right: Callable<typeof entries.flip_left_right>;

  /**
   * The largest whole number that is not above x. Its derivative is zero.
   *
   * @example
   * ops.floor(tensor([1.5, -1.5])); // [1, -2]
   */
  readonly floor: Callable<typeof entries.floor>;

  /**
   * The quotient rounded down, ⌊x / y⌋; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.floor_divide(tensor([7, -7]), tensor(2)); // [3, -4]
   */
  readonly floor_divide: Callable<typeof entries.floor_divide>;

  /**
   * The frames of a signal: the rows of the result are the `frame_length` elements of the vector x from 0, `frame_step`,
   * 2·`frame_step`, … on.
   *
   * A frame that would reach beyond the end is left out, or with `pad_end` has `pad_value` (0 unless given) there.
   *
   * @throws ShapeError unless x is a vector, InputError for a length or a step below 1.
   * @example
   * ops.frame(tensor([1, 2, 3]), { frame_length: 2, frame_step: 1 }); // [[1, 2], [2, 3]]
   */
  readonly frame: Callable<typeof entries.frame>;

  /**
   * The convolution of images `[batch, height, width, channels]` (or channels first, by `data_format`) with a filter
   * `[height, width, channels, features]`, to which a bias is added (one number a feature, or one for all) where `use_bias`
   * says that it is given, and of which an activation is taken. The batch may be left out. With "prelu" the last input is its
   * weights: one for all, one a feature, or a tensor of rank 3 that broadcasts to the result without its batch.
   *
   * Where the activation has a kink, its derivative is that of the op of its name.
   *
   * @throws ShapeError where ranks, channels, bias or weights do not fit, or a window is larger than what it moves over.
   * @example
   * ops.fused_conv2d(tensor([[[1], [-2]]]), tensor([[[[3]]]]), { activation: "relu" }); // [[[3], [0]]]
   */
  readonly fused_conv2d: Callable<typeof entries.fused_conv2d>;

  /**
   * The convolution of each channel of images `[batch, height, width, channels]` (or channels first, by `data_format`) with
   * filters of its own, `[height, width, channels, multiplier]`, to which a bias is added (one number a feature, or one for
   * all) where `use_bias` says that it is given, and of which an activation is taken. The batch may be left out. With "prelu"
   * the last input is its weights: one for all, one a feature, or a tensor of rank 3 that broadcasts to the result without its
   * batch.
   *
   * Where the activation has a kink, its derivative is that of the op of its name.
   *
   * @throws ShapeError where ranks, channels, bias or weights do not fit, or a window is larger than what it moves over.
   * @example
   * ops.fused_depthwise_conv2d(tensor([[[1, -2]]]), tensor([[[[3], [4]]]]), { activation: "relu" }); // [[[3, 0]]]
   */
  readonly fused_depthwise_conv2d: Callable<typeof entries.fused_depthwise_conv2d>;

  /**
   * The matrix product `[…,m,k] × […,k,n] → […,m,n]` of stacks of matrices, whose leading dimensions broadcast, to which a
   * bias is added where `use_bias` says that it is given, and of which an activation is taken. With "prelu" the last input is
   * its weights. Both broadcast to the product. `transpose_a` and `transpose_b` read a side with its last two dimensions
   * swapped.
   *
   * Where the activation has a kink, its derivative is that of the op of its name.
   *
   * @throws ShapeError when the inner dimensions differ, a side is no matrix, or bias or weights do not broadcast.
   * @example
   * ops.fused_matmul(tensor([[1, 2]]), tensor([[3], [-4]]), { activation: "relu" }); // [[0]]
   */
  readonly fused_matmul: Callable<typeof entries.fused_matmul>;

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
   * The Gaussian error linear unit x·Φ(x), Φ the share of a standard normal variable below x; with `approximate: "tanh"`
   * x·(1 + tanh(√(2/π)·(x + 0.044715·x³)))/2 instead (D. Hendrycks and K. Gimpel, 2016).
   *
   * @example
   * ops.gelu(tensor([-1, 2])); // [-0.1586…, 1.9544…]
   */
  readonly gelu: Callable<typeof entries.gelu>;

  /**
   * The gated linear unit a·σ(b), where a and b are the halves of x along `axis` (the last one unless given).
   *
   * @throws ShapeError when x has an odd number of elements along the axis.
   * @example
   * ops.glu(tensor([3, 0])); // [1.5]
   */
  readonly glu: Callable<typeof entries.glu>;

  /**
   * The rows of a matrix `[k,n]`, k ≤ n, made orthonormal one after another: each less its projections on those before,
   * divided by its length. Rows that depend on those before give zeros or
   * noise; an infinite element gives NaN.
   *
   * @throws ShapeError unless it is a matrix with no more rows than columns.
   * @example
   * ops.gram_schmidt(tensor([[3, 4], [0, 1]])); // [[0.6, 0.8], [-0.8, 0.6]]
   */
  readonly gram_schmidt: Callable<typeof entries.gram_schmidt>;

  /**
   * Images of one channel, the last dimension, with that three times over.
   *
   * @throws ShapeError for x of rank less than 2, or with another number of channels.
   * @example
   * ops.grayscale_to_rgb(tensor([[1], [2]])); // [[1, 1, 1], [2, 2, 2]]
   */
  readonly grayscale_to_rgb: Callable<typeof entries.grayscale_to_rgb>;

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
   * One step of a gated recurrent unit: n + z·(h − n) with n = tanh(aₙ + r·cₙ), r = σ(aᵣ + cᵣ) and z = σ(a_z + c_z), where
   * aᵣ, a_z, aₙ are the three parts of x·w_ihᵀ + b_ih and cᵣ, c_z, cₙ those of h·w_hhᵀ + b_hh.
   *
   * Shapes: `x` `[b,d]`, `h` `[b,u]`, `w_ih` `[3u,d]`, `w_hh` `[3u,u]`, `b_ih` and `b_hh` `[3u]`.
   *
   * @throws ShapeError where these do not fit.
   * @example
   * ops.gru_cell(x, h, w_ih, w_hh, b_ih, b_hh);
   */
  readonly gru_cell: Callable<typeof entries.gru_cell>;

  /**
   * x where |x| is larger than `lambd` (not negative), else 0. It jumps at ±lambd.
   *
   * @example
   * ops.hard_shrink(tensor([-2, 0.25, 2])); // [-2, 0, 2]
   */
  readonly hard_shrink: Callable<typeof entries.hard_shrink>;

  /**
   * The piecewise linear sigmoid min(max(x + 3, 0), 6) / 6.
   *
   * At −3 and 3, where it has kinks, the derivative is taken as 0.
   *
   * @example
   * ops.hard_sigmoid(tensor([-4, 0, 1.5])); // [0, 0.5, 0.75]
   */
  readonly hard_sigmoid: Callable<typeof entries.hard_sigmoid>;

  /**
   * x·min(max(x + 3, 0), 6) / 6.
   *
   * At −3 and 3, where it has kinks, the derivative is taken as that of the outer side, 0 and 1.
   *
   * @example
   * ops.hard_swish(tensor([-4, 1, 4])); // [0, 0.6666…, 4]
   */
  readonly hard_swish: Callable<typeof entries.hard_swish>;

  /**
   * x held between `min_val` and `max_val`, −1 and 1 unless given.
   *
   * At the bounds, where it has kinks, the derivative is taken as 0 (that of clip is 1).
   *
   * @example
   * ops.hard_tanh(tensor([-2, 0.5, 2])); // [-1, 0.5, 1]
   */
  readonly hard_tanh: Callable<typeof entries.hard_tanh>;

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
   * The length √(x² + y²), without overflow on the way; shapes broadcast. ∞ where a side is infinite, whatever the other
   * is. At the origin the derivative is undefined (NaN).
   *
   * @example
   * ops.hypot(tensor(3), tensor(4)); // 5
   */
  readonly hypot: Callable<typeof entries.hypot>;

  /**
   * The inverse of each square matrix. A singular one gives NaN, and so does an infinite element.
   *
   * @throws ShapeError unless the matrices are square.
   * @example
   * ops.inv(tensor([[2, 0], [0, 4]])); // [[0.5, 0], [0, 0.25]]
   */
  readonly inv: Callable<typeof entries.inv>;

  /**
   * The signal of n samples whose spectrum at the frequencies 0 to ⌊n/2⌋ is `real` + i·`imag` along the last axis: (1/n)·Σₖ of
   * all n frequencies, the others being the conjugates of these. `fft_length` n, unless given 2·(m − 1) for m frequencies, trims
   * the spectrum or pads it with zeros.
   *
   * The spectrum of a signal is real at frequency 0, and at n/2 where n is even: imaginary parts there are ignored.
   *
   * @throws ShapeError where the parts differ in shape, for scalars and for a signal of no samples, InputError unless
   * fft_length ≥ 1.
   * @example
   * ops.irfft(tensor([10, -2, -2]), tensor([0, 2, 0])); // [1, 2, 3, 4]
   */
  readonly irfft: Callable<typeof entries.irfft>;

  /**
   * 1 where x is neither NaN nor infinite, else 0. Its derivative is zero.
   *
   * @example
   * ops.isfinite(tensor([1, NaN, Infinity])); // [1, 0, 0]
   */
  readonly isfinite: Callable<typeof entries.isfinite>;

  /**
   * 1 where x is ∞ or −∞, else 0. Its derivative is zero.
   *
   * @example
   * ops.isinf(tensor([1, -Infinity])); // [0, 1]
   */
  readonly isinf: Callable<typeof entries.isinf>;

  /**
   * 1 where x is NaN, else 0. Its derivative is zero.
   *
   * @example
   * ops.isnan(tensor([1, NaN])); // [0, 1]
   */
  readonly isnan: Callable<typeof entries.isnan>;

  /**
   * The Kronecker product: every element of x times the whole of y, as blocks. Shapes `[m₁,…]` and `[n₁,…]` give
   * `[m₁·n₁,…]`; the shorter one counts as having leading dimensions of 1.
   *
   * @example
   * ops.kron(tensor([1, 10]), tensor([1, 2])); // [1, 2, 10, 20]
   */
  readonly kron: Callable<typeof entries.kron>;

  /**
   * x / max(‖x‖₂, epsilon), with the norm taken over `axis` (one axis, several, or null for all).
   *
   * Where the norm is epsilon it has a kink: the derivative is taken as that of x / epsilon there.
   *
   * @example
   * ops.l2_normalize(tensor([[3, 4]])); // [[0.6, 0.8]]
   */
  readonly l2_normalize: Callable<typeof entries.l2_normalize>;

  /**
   * (x − mean) / √(variance + epsilon)·scale + bias, with mean and variance taken over the last `normalized_rank` axes of x;
   * scale and bias have the shape of these axes, and are given where `use_scale` and `use_bias` say so.
   *
   * @throws ShapeError for a parameter of another shape, and unless x has that many axes.
   * @example
   * ops.layer_norm(tensor([[1, 3], [5, 5]]), { epsilon: 3 }); // [[-0.5, 0.5], [0, 0]]
   */
  readonly layer_norm: Callable<typeof entries.layer_norm>;

  /**
   * x where it is positive, else `negative_slope`·x (0.2 unless given, as in TensorFlow; 0.01 in PyTorch and JAX).
   *
   * At 0, where it has a kink, the derivative is taken as the negative side's.
   *
   * @example
   * ops.leaky_relu(tensor([-1, 2])); // [-0.2, 2]
   */
  readonly leaky_relu: Callable<typeof entries.leaky_relu>;

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
   * ln |Γ(x)|; ∞ at 0 and the negative whole numbers, where the derivative is undefined.
   *
   * @example
   * ops.lgamma(tensor([1, 5])); // [0, ln 24]
   */
  readonly lgamma: Callable<typeof entries.lgamma>;

  /**
   * x / (bias + alpha·Σ xⱼ²)^beta, of which the sum goes over the channels, the last axis, that are no further than
   * `depth_radius` from the element's own. Neither bias nor alpha is negative: else it is
   * NaN.
   *
   * With a beta of ½ the slope along an element that is far larger than the bias and its neighbours loses digits.
   *
   * @throws ShapeError unless x has three or four axes, or for a negative radius.
   * @example
   * ops.local_response_norm(tensor([[[1, 0]]])); // [[[0.7071…, 0]]]
   */
  readonly local_response_norm: Callable<typeof entries.local_response_norm>;

  /**
   * The natural logarithm ln x; NaN below 0.
   *
   * @example
   * ops.log(tensor([1, Math.E])); // [0, 1]
   */
  readonly log: Callable<typeof entries.log>;

  /**
   * The logarithm of x to base 10; −∞ at 0, NaN below.
   *
   * @example
   * ops.log10(tensor([1, 1000])); // [0, 3]
   */
  readonly log10: Callable<typeof entries.log10>;

  /**
   * The natural logarithm ln(1 + x), which keeps its digits where x is small; −∞ at −1, NaN below.
   *
   * @example
   * ops.log1p(tensor([0, 1])); // [0, 0.6931…]
   */
  readonly log1p: Callable<typeof entries.log1p>;

  /**
   * The logarithm of x to base 2; −∞ at 0, NaN below.
   *
   * @example
   * ops.log2(tensor([1, 8])); // [0, 3]
   */
  readonly log2: Callable<typeof entries.log2>;

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
   * The logarithm of the logistic function, −ln(1 + e^−x), computed as min(x, 0) − ln(1 + e^−|x|).
   *
   * @example
   * ops.log_sigmoid(tensor(0)); // -0.6931…
   */
  readonly log_sigmoid: Callable<typeof entries.log_sigmoid>;

  /**
   * The logarithm of the softmax, xᵢ − ln Σ eˣʲ along `axis` (the last one unless given), computed from x less its
   * largest element, so that nothing overflows.
   *
   * @example
   * ops.log_softmax(tensor([0, 0])); // [-0.6931…, -0.6931…]
   */
  readonly log_softmax: Callable<typeof entries.log_softmax>;

  /**
   * ln(eˣ + eʸ), without overflow on the way; shapes broadcast.
   *
   * @example
   * ops.logaddexp(tensor(1000), tensor(1000)); // 1000 + ln 2
   */
  readonly logaddexp: Callable<typeof entries.logaddexp>;

  /**
   * 1 where neither x nor y is 0, else 0; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.logical_and(tensor([1, 0]), tensor(2)); // [1, 0]
   */
  readonly logical_and: Callable<typeof entries.logical_and>;

  /**
   * 1 where x is 0, else 0. Its derivative is zero.
   *
   * @example
   * ops.logical_not(tensor([2, 0])); // [0, 1]
   */
  readonly logical_not: Callable<typeof entries.logical_not>;

  /**
   * 1 where x or y is not 0, else 0; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.logical_or(tensor([1, 0]), tensor(0)); // [1, 0]
   */
  readonly logical_or: Callable<typeof entries.logical_or>;

  /**
   * 1 where one of x and y is 0 and the other is not, else 0; shapes broadcast. Its derivative is zero.
   *
   * @example
   * ops.logical_xor(tensor([1, 0]), tensor(2)); // [0, 1]
   */
  readonly logical_xor: Callable<typeof entries.logical_xor>;

  /**
   * ln Σ eˣ over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with `keepdims`, computed from
   * x less its largest element, so that nothing overflows. Of nothing, and where all elements are −∞, it is −∞.
   *
   * @example
   * ops.logsumexp(tensor([0, 0])); // 0.6931…
   */
  readonly logsumexp: Callable<typeof entries.logsumexp>;

  /**
   * One step of a long short-term memory cell: the next memory c′ = c·σ(f + forget_bias) + σ(i)·tanh(j) or output
   * h′ = tanh(c′)·σ(o), where i, j, f, o are the four parts of `[data, h]·kernel + bias`.
   *
   * Shapes: `data` `[b,d]`, `c` and `h` `[b,u]`, `kernel` `[d+u,4u]`, `bias` `[4u]`, `forget_bias` `[]`.
   *
   * @throws ShapeError where these do not fit.
   * @example
   * ops.lstm_cell(data, c, h, kernel, bias, tensor(1), { output: "h" });
   */
  readonly lstm_cell: Callable<typeof entries.lstm_cell>;

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
   * The product of `n` copies of each square matrix: the identity for 0, products of the inverse for a negative n.
   *
   * @throws ShapeError unless the matrices are square.
   * @example
   * ops.matrix_power(tensor([[1, 1], [0, 1]]), { n: 5 }); // [[1, 5], [0, 1]]
   */
  readonly matrix_power: Callable<typeof entries.matrix_power>;

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
   * x·tanh(softplus(x)), as a fraction of exponentials of −|x|: tanh ln(1 + e) = (e² + 2e) / (e² + 2e + 2).
   *
   * @example
   * ops.mish(tensor([-1, 2])); // [-0.3034…, 1.9439…]
   */
  readonly mish: Callable<typeof entries.mish>;

  /**
   * The dimensions `source` moved to the places `destination`; the others stay in their order.
   *
   * @throws InputError when there are not as many sources as destinations, or one is named twice; ShapeError when x has no such axis.
   * @example
   * ops.moveaxis(tensor([[1, 2, 3]]), { source: 0, destination: 1 }).shape; // [3, 1]
   */
  readonly moveaxis: Callable<typeof entries.moveaxis>;

  /**
   * The next value v + (x − v)·(1 − decay) of an average v that a new x is added to; v and x have one shape, decay is a scalar.
   *
   * With `zero_debias`, which is on, what is added is divided by 1 − decay^step, for a v that began as 0 and an x that is the
   * one at `step`, from 1 (Kingma and Ba, "Adam", 2014, section 3); that is a scalar, and left out otherwise. The divisor has
   * as many digits less as decay has nines.
   *
   * @throws ShapeError unless v and x have one shape and decay and step are scalars.
   * @example
   * ops.moving_average(tensor([0]), tensor([4]), tensor(0.75), { zero_debias: false }); // [1]
   */
  readonly moving_average: Callable<typeof entries.moving_average>;

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
   * The norm of vectors or of matrices, as `axis` says: along one axis, or of all elements as one vector (null), as
   * `vector_norm` has it; or of the matrices along two axes, as `matrix_norm` does. `"euclidean"` is the root of the sum of
   * squares of either; 2 is this of vectors, and `"fro"` of matrices.
   *
   * Where it has a kink, derivatives are taken as those of `vector_norm` are.
   *
   * @throws ShapeError for other numbers of axes, and for extremes of nothing; InputError for 2 of matrices, the largest
   * singular value, and for `"fro"` of vectors.
   * @example
   * ops.norm(tensor([[3, -4]])); // 5
   * ops.norm(tensor([[1, -2], [3, 4]]), { ord: 1, axis: [0, 1] }); // 6
   */
  readonly norm: Callable<typeof entries.norm>;

  /**
   * 1 where x ≠ y, else 0; shapes broadcast. NaN equals nothing. Its derivative is zero.
   *
   * @example
   * ops.not_equal(tensor([1, 2, 3]), tensor(2)); // [1, 0, 1]
   */
  readonly not_equal: Callable<typeof entries.not_equal>;

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
   * The derivative of order n of the digamma function. At 0 and the negative whole numbers ∞ for odd n; NaN there for even n,
   * but ∓∞ at ±0.
   *
   * @throws InputError unless n is a whole number from 1 to 100.
   *
   * @example
   * ops.polygamma(tensor(1), { n: 1 }); // π²/6
   */
  readonly polygamma: Callable<typeof entries.polygamma>;

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
   * x itself, as a new tensor.
   *
   * @example
   * ops.positive(tensor([1, -2])); // [1, -2]
   */
  readonly positive: Callable<typeof entries.positive>;

  /**
   * The power xʸ; shapes broadcast. NaN where x is negative and y is no whole number.
   *
   * @example
   * ops.pow(tensor([2, 3]), tensor(2)); // [4, 9]
   */
  readonly pow: Callable<typeof entries.pow>;

  /**
   * x where it is positive, else alpha·x; shapes broadcast.
   *
   * At x = 0, where it has a kink, the derivative is taken as the negative side's.
   *
   * @example
   * ops.prelu(tensor([-1, 2]), tensor([0.5, 0.1])); // [-0.5, 2]
   */
  readonly prelu: Callable<typeof entries.prelu>;

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
   * A factor of x = q·r for each matrix `[…,m,n]`: `q` `[…,m,k]` with orthonormal columns, or the upper triangular `r`
   * `[…,k,n]`, where k is the smaller one of m and n.
   *
   * Their signs are those of LAPACK: each column is turned onto its axis away from its leading element, so r's diagonal
   * is negative where that is positive, but a single last row is left as it is. There the factors jump, as they do where
   * the leading columns are dependent. A matrix that is not finite has NaN for factors.
   *
   * @throws ShapeError for a scalar or a vector.
   * @example
   * ops.qr(tensor([[3], [4]]), { output: "r" }); // [[-5]]
   */
  readonly qr: Callable<typeof entries.qr>;

  /**
   * The reciprocal 1 / x.
   *
   * @example
   * ops.reciprocal(tensor([4, -0.5])); // [0.25, -2]
   */
  readonly reciprocal: Callable<typeof entries.reciprocal>;

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
   * The rectified linear unit that ends at 6, min(max(x, 0), 6).
   *
   * At 0 and 6, where it has kinks, the derivative is taken as 0.
   *
   * @example
   * ops.relu6(tensor([-1, 2, 7])); // [0, 2, 6]
   */
  readonly relu6: Callable<typeof entries.relu6>;

  /**
   * The remainder x − ⌊x / y⌋·y, which has the sign of the divisor y; shapes broadcast. NaN where x is infinite or y is 0.
   * It jumps where x / y is a whole number.
   *
   * @example
   * ops.remainder(tensor([7, -7]), tensor(3)); // [1, 2]
   */
  readonly remainder: Callable<typeof entries.remainder>;

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
   * Images `[batch, height, width, channels]`, or without a batch, brought to another height and width: each new pixel is
   * linear in each direction between the pixels around the place it looks at; beyond the outermost ones it is these.
   *
   * New pixel i looks at i·old/new; with `align_corners` at i·(old − 1)/(new − 1), which is 0 where there is one; with
   * `half_pixel_centers` at (i + ½)·old/new − ½.
   *
   * @throws ShapeError for x of another rank or without pixels, InputError for a size that is not two numbers of at least 1,
   * or for both flags.
   * @example
   * ops.resize_bilinear(tensor([[[1], [3]]]), { size: [1, 3], align_corners: true }); // [[[1], [2], [3]]]
   */
  readonly resize_bilinear: Callable<typeof entries.resize_bilinear>;

  /**
   * Images `[batch, height, width, channels]`, or without a batch, brought to another height and width: each new pixel is the
   * one at the place it looks at, or the last one before that.
   *
   * New pixel i looks at i·old/new, with `half_pixel_centers` at (i + ½)·old/new; with `align_corners` it is the pixel
   * nearest to i·(old − 1)/(new − 1), the later one of two.
   *
   * @throws ShapeError for x of another rank or without pixels, InputError for a size that is not two numbers of at least 1,
   * or for both flags.
   * @example
   * ops.resize_nearest(tensor([[[1], [3]]]), { size: [1, 4] }); // [[[1], [1], [3], [3]]]
   */
  readonly resize_nearest: Callable<typeof entries.resize_nearest>;

  /**
   * The real or imaginary part of the discrete Fourier transform Σⱼ xⱼ·e^(−2πikj/n) along the last axis, at the frequencies
   * 0 to ⌊n/2⌋. `fft_length` n trims the signal or pads it with zeros.
   *
   * @throws ShapeError for a scalar or a signal of no samples, InputError unless fft_length ≥ 1.
   * @example
   * ops.rfft(tensor([1, 2, 3, 4])); // [10, -2, -2]
   * ops.rfft(tensor([1, 2, 3, 4]), { output: "imag" }); // [0, 2, 0]
   */
  readonly rfft: Callable<typeof entries.rfft>;

  /**
   * Images of the channels red, green and blue, the last dimension, in shades of grey: 0.2989·r + 0.587·g + 0.114·b, as one
   * channel.
   *
   * @throws ShapeError for x of rank less than 2, or with another number of channels.
   * @example
   * ops.rgb_to_grayscale(tensor([[0, 1, 0]])); // [[0.587]]
   */
  readonly rgb_to_grayscale: Callable<typeof entries.rgb_to_grayscale>;

  /**
   * x / √(mean of squares + epsilon)·scale, with the mean taken over the last `normalized_rank` axes of x; the scale has the
   * shape of these axes, and is given where `use_scale` says so.
   *
   * @throws ShapeError for a scale of another shape, and unless x has that many axes.
   * @example
   * ops.rms_norm(tensor([1, 7]), { epsilon: 0 }); // [0.2, 1.4]
   */
  readonly rms_norm: Callable<typeof entries.rms_norm>;

  /**
   * One step of Elman's recurrent cell: tanh(x·w_ihᵀ + b_ih + h·w_hhᵀ + b_hh).
   *
   * Shapes: `x` `[b,d]`, `h` `[b,u]`, `w_ih` `[u,d]`, `w_hh` `[u,u]`, `b_ih` and `b_hh` `[u]`.
   *
   * @throws ShapeError where these do not fit.
   * @example
   * ops.rnn_tanh_cell(x, h, w_ih, w_hh, b_ih, b_hh);
   */
  readonly rnn_tanh_cell: Callable<typeof entries.rnn_tanh_cell>;

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
   * The nearest whole number, of two the even one. Its derivative is zero.
   *
   * @example
   * ops.round(tensor([0.5, 1.5, -1.2])); // [0, 2, -1]
   */
  readonly round: Callable<typeof entries.round>;

  /**
   * The reciprocal of the square root, 1 / √x; ∞ at 0, NaN below.
   *
   * @example
   * ops.rsqrt(tensor([4, 0.25])); // [0.5, 2]
   */
  readonly rsqrt: Callable<typeof entries.rsqrt>;

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
   * The scaled exponential linear unit: λ·x where x is positive, else λα·(eˣ − 1).
   *
   * At 0, where it has a kink, the derivative is taken as the negative side's.
   *
   * @example
   * ops.selu(tensor([-1, 2])); // [-1.1113…, 2.1014…]
   */
  readonly selu: Callable<typeof entries.selu>;

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
   * 1 where x has a minus sign, as −0 has, else 0; 0 for NaN, whose sign JavaScript does not show. Its derivative is zero.
   *
   * @example
   * ops.signbit(tensor([1, -2, -0])); // [0, 1, 1]
   */
  readonly signbit: Callable<typeof entries.signbit>;

  /**
   * The sigmoid linear unit x·σ(x), also called swish.
   *
   * @example
   * ops.silu(tensor([-1, 2])); // [-0.2689…, 1.7615…]
   */
  readonly silu: Callable<typeof entries.silu>;

  /**
   * The sine of an angle in radians; NaN at the infinities.
   *
   * @example
   * ops.sin(tensor([0, 1])); // [0, 0.8414…]
   */
  readonly sin: Callable<typeof entries.sin>;

  /**
   * The normalised sinc function sin(πx)/(πx), 1 at 0.
   *
   * @example
   * ops.sinc(tensor([0, 0.5, 1])); // [1, 2/π, 0]
   */
  readonly sinc: Callable<typeof entries.sinc>;

  /**
   * The hyperbolic sine (eˣ − e⁻ˣ) / 2.
   *
   * @example
   * ops.sinh(tensor([0, 1])); // [0, 1.175…]
   */
  readonly sinh: Callable<typeof entries.sinh>;

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
   * x moved towards 0 by `lambd` (not negative), and 0 where it is nearer: sign(x)·max(|x| − lambd, 0).
   *
   * At ±lambd, where it has kinks, the derivative is taken as 0.
   *
   * @example
   * ops.softshrink(tensor([-2, 0.25, 2])); // [-1.5, 0, 1.5]
   */
  readonly softshrink: Callable<typeof entries.softshrink>;

  /**
   * x / (1 + |x|). Its second derivative jumps at 0, where it is taken as 0.
   *
   * @example
   * ops.softsign(tensor([-1, 3])); // [-0.5, 0.75]
   */
  readonly softsign: Callable<typeof entries.softsign>;

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
   * The dimensions after the first, padded with zeros, cut into blocks of `block_shape`: elements at the same place of their
   * blocks come together in one batch, and the batches follow one another along the first dimension.
   *
   * @throws ShapeError unless x has a dimension for each side of a block after the first, which it divides; InputError for
   * sides less than 1, or paddings that are negative or not two for each side.
   * @example
   * ops.space_to_batch(tensor([[1, 2, 3, 4]]), { block_shape: [2], paddings: [[0, 0]] }); // [[1, 3], [2, 4]]
   */
  readonly space_to_batch: Callable<typeof entries.space_to_batch>;

  /**
   * The inverse of `depth_to_space`: blocks of `block_size` × `block_size` pixels become pixels of that many times more
   * channels, those of the first pixel of a block first, row by row.
   *
   * @throws ShapeError for x of another rank, or a height or width that the side of a block does not divide; InputError for a
   * block of one.
   * @example
   * ops.space_to_depth(tensor([[[[1], [2]], [[3], [4]]]]), { block_size: 2 }); // [[[[1, 2, 3, 4]]]]
   */
  readonly space_to_depth: Callable<typeof entries.space_to_depth>;

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
   * The square of the difference, (x − y)²; shapes broadcast.
   *
   * @example
   * ops.squared_difference(tensor([1, 5]), tensor(3)); // [4, 4]
   */
  readonly squared_difference: Callable<typeof entries.squared_difference>;

  /**
   * The smooth rectifier (x + √(x² + b)) / 2 for a positive `b`, computed where x is negative as (b / 2) / (√(x² + b) − x).
   *
   * @example
   * ops.squareplus(tensor([0, 1.5])); // [1, 2]
   */
  readonly squareplus: Callable<typeof entries.squareplus>;

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
   * 1 where x is above 0, else `alpha` (0 unless given); NaN stays. Its derivative is zero.
   *
   * @example
   * ops.step(tensor([-1, 0, 2]), { alpha: 0.5 }); // [0.5, 0.5, 1]
   */
  readonly step: Callable<typeof entries.step>;

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
   * The tangent of an angle in radians; NaN at the infinities.
   *
   * @example
   * ops.tan(tensor([0, 1])); // [0, 1.557…]
   */
  readonly tan: Callable<typeof entries.tan>;

  /**
   * The hyperbolic tangent.
   *
   * @example
   * ops.tanh(tensor([0, 1])); // [0, 0.7615…]
   */
  readonly tanh: Callable<typeof entries.tanh>;

  /**
   * x − tanh x. Near 0, where that cancels, the fraction (x·cosh x − sinh x) / cosh x, whose numerator is a series of terms
   * of one sign, Σ 2k·x²ᵏ⁺¹ / (2k + 1)!.
   *
   * @example
   * ops.tanh_shrink(tensor(2)); // 1.0359…
   */
  readonly tanh_shrink: Callable<typeof entries.tanh_shrink>;

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
   * x where it is larger than `threshold`, else `value`. It jumps at the threshold.
   *
   * @example
   * ops.threshold(tensor([-1, 2]), { threshold: 0.5, value: 9 }); // [9, 2]
   */
  readonly threshold: Callable<typeof entries.threshold>;

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
   * x without its fraction: rounded toward zero. Its derivative is zero.
   *
   * @example
   * ops.trunc(tensor([1.5, -1.5])); // [1, -1]
   */
  readonly trunc: Callable<typeof entries.trunc>;

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
   * The dot products Σ xₖ·yₖ of the vectors along `axis` (the last one unless given) of two tensors; their other
   * dimensions broadcast. The axis counts dimensions of the broadcast shape.
   *
   * @throws ShapeError unless both have the axis, of the same length.
   * @example
   * ops.vecdot(tensor([[1, 2], [3, 4]]), tensor([1, 1])); // [3, 7]
   */
  readonly vecdot: Callable<typeof entries.vecdot>;

  /**
   * The norm (Σ |x|ᵒʳᵈ)^(1/ord) over `axis` (one axis, several, or null for all), which stays as a dimension of 1 with
   * `keepdims`; `"inf"` is the largest absolute value, `"-inf"` the smallest; order 0 counts the elements that are not 0. Powers neither over- nor underflow on the way.
   *
   * Where the norm is 0, and where an element is 0 or extremes tie, it may have a kink: the derivative of |x| at 0 and
   * of the norm where it is 0 is taken as 0, and that of an extreme is spread evenly over the elements that tie. The derivative of order 0 is zero.
   *
   * @throws ShapeError for the extreme of nothing.
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

  /**
   * x·ln(1 + y), to the last digits also for y near 0; 0 where x = 0, whatever y is unless NaN; shapes broadcast.
   *
   * @example
   * ops.xlog1py(tensor([0, 2]), tensor([-1, 1e-20])); // [0, 2e-20]
   */
  readonly xlog1py: Callable<typeof entries.xlog1py>;

  /**
   * x·ln y; 0 where x = 0, whatever y is unless NaN; shapes broadcast.
   *
   * @example
   * ops.xlogy(tensor([0, 2]), tensor([0, 3])); // [0, 2.1972…]
   */
  readonly xlogy: Callable<typeof entries.xlogy>;

  /**
   * Zeros in the shape of x, whatever x holds. The derivative is zero.
   *
   * @example
   * ops.zeros_like(tensor([3, 4])); // [0, 0]
   */
  readonly zeros_like: Callable<typeof entries.zeros_like>;
}

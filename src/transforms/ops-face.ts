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
   * x repeated to `shape` by the broadcasting rule: aligned at the end, dimensions of 1 stretch.
   *
   * @throws ShapeError when x's shape does not broadcast to `shape`.
   * @example
   * ops.broadcast_to(tensor([1, 2]), { shape: [2, 2] }); // [[1, 2], [1, 2]]
   */
  readonly broadcast_to: Callable<typeof entries.broadcast_to>;

  /**
   * The cube root ∛x, of negative numbers too.
   *
   * @example
   * ops.cbrt(tensor([8, -27])); // [2, -3]
   */
  readonly cbrt: Callable<typeof entries.cbrt>;

  /**
   * The continuously differentiable exponential linear unit: x where it is positive, else alpha·(exp(x / alpha) − 1), for
   * positive `alpha`.
   *
   * @example
   * ops.celu(tensor([-1, 2])); // [-0.6321…, 2]
   */
  readonly celu: Callable<typeof entries.celu>;

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
   * The quotient x / y; shapes broadcast.
   *
   * @example
   * ops.divide(tensor([1, 2]), tensor(4)); // [0.25, 0.5]
   */
  readonly divide: Callable<typeof entries.divide>;

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
   * The power of two 2ˣ.
   *
   * @example
   * ops.exp2(tensor([0, 3])); // [1, 8]
   */
  readonly exp2: Callable<typeof entries.exp2>;

  /**
   * The exponential less one, eˣ − 1, which keeps its digits where x is small.
   *
   * @example
   * ops.expm1(tensor([0, 1])); // [0, 1.718…]
   */
  readonly expm1: Callable<typeof entries.expm1>;

  /**
   * The gated linear unit a·σ(b), where a and b are the halves of x along `axis` (the last one unless given).
   *
   * @throws ShapeError when x has an odd number of elements along the axis.
   * @example
   * ops.glu(tensor([3, 0])); // [1.5]
   */
  readonly glu: Callable<typeof entries.glu>;

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
   * The length √(x² + y²), without overflow on the way; shapes broadcast. ∞ where a side is infinite, whatever the other
   * is. At the origin the derivative is undefined (NaN).
   *
   * @example
   * ops.hypot(tensor(3), tensor(4)); // 5
   */
  readonly hypot: Callable<typeof entries.hypot>;

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
   * x·tanh(softplus(x)), as a fraction of exponentials of −|x|: tanh ln(1 + e) = (e² + 2e) / (e² + 2e + 2).
   *
   * @example
   * ops.mish(tensor([-1, 2])); // [-0.3034…, 1.9439…]
   */
  readonly mish: Callable<typeof entries.mish>;

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
   * x where it is positive, else alpha·x; shapes broadcast.
   *
   * At x = 0, where it has a kink, the derivative is taken as the negative side's.
   *
   * @example
   * ops.prelu(tensor([-1, 2]), tensor([0.5, 0.1])); // [-0.5, 2]
   */
  readonly prelu: Callable<typeof entries.prelu>;

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
   * The same elements in row-major order under another `shape`; one dimension may be −1 and is worked out.
   *
   * @throws ShapeError when the sizes differ.
   * @example
   * ops.reshape(tensor([1, 2, 3, 4]), { shape: [2, -1] }).shape; // [2, 2]
   */
  readonly reshape: Callable<typeof entries.reshape>;

  /**
   * The reciprocal of the square root, 1 / √x; ∞ at 0, NaN below.
   *
   * @example
   * ops.rsqrt(tensor([4, 0.25])); // [0.5, 2]
   */
  readonly rsqrt: Callable<typeof entries.rsqrt>;

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
   * The smooth rectifier (x + √(x² + b)) / 2 for a positive `b`, computed where x is negative as (b / 2) / (√(x² + b) − x).
   *
   * @example
   * ops.squareplus(tensor([0, 1.5])); // [1, 2]
   */
  readonly squareplus: Callable<typeof entries.squareplus>;

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
   * x where it is larger than `threshold`, else `value`. It jumps at the threshold.
   *
   * @example
   * ops.threshold(tensor([-1, 2]), { threshold: 0.5, value: 9 }); // [9, 2]
   */
  readonly threshold: Callable<typeof entries.threshold>;

  /**
   * x where the condition is not 0, else y; shapes broadcast. The condition is not differentiated.
   *
   * @example
   * ops.where(tensor([1, 0]), tensor([1, 2]), tensor([3, 4])); // [1, 4]
   */
  readonly where: Callable<typeof entries.where>;
}

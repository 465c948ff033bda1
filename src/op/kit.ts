import type { Shape } from "../base/shape.ts";
import type { ConvGeometry } from "../tensor/kernels/conv.ts";
import type { LineWeights } from "../tensor/kernels/weighted-lines.ts";

/** Flat row-major places, one for each element that is moved; −1 is nowhere. And the shape of the result. */
export interface Placement {
  readonly places: Int32Array;
  readonly shape: Shape;
}

/** As {@link Placement}, where the places follow from the elements of an index tensor. */
export interface IndexedPlacement {
  readonly places: (indices: Float64Array) => Int32Array;
  readonly shape: Shape;
}

/** Weights of lines, and their errors in units of the unit roundoff: those of an engine that computes them itself. */
export interface WeightedLines {
  readonly weights: LineWeights;
  readonly errors: LineWeights;
}

/**
 * The closed vocabulary that derivative rules are written in. A rule is handed a kit and calls nothing else, so the
 * same text runs on plain tensors and on variables (derivatives of any order), and no op file imports another.
 *
 * `V` is whatever the rule runs on. A plain number stands for a scalar.
 */
export interface Kit<V> {
  /** The shape of a value, for rules that depend on it. */
  readonly shape: (x: V) => Shape;

  readonly abs: (x: V) => V;
  readonly add: (x: V | number, y: V | number) => V;
  readonly cos: (x: V) => V;
  readonly cosh: (x: V) => V;
  readonly digamma: (x: V) => V;
  readonly div: (x: V | number, y: V | number) => V;
  readonly elu: (x: V) => V;
  readonly exp: (x: V) => V;
  readonly floor_divide: (x: V | number, y: V | number) => V;
  readonly hypot: (x: V, y: V) => V;
  readonly leaky_relu: (x: V, attrs: { readonly negative_slope: number }) => V;
  readonly log: (x: V) => V;
  readonly log1p: (x: V) => V;
  readonly mul: (x: V | number, y: V | number) => V;
  readonly neg: (x: V) => V;
  readonly polygamma: (x: V, attrs: { readonly n: number }) => V;
  readonly pow: (x: V | number, y: V | number) => V;
  readonly prelu: (x: V, alpha: V) => V;
  readonly relu: (x: V) => V;
  readonly relu6: (x: V) => V;
  readonly sigmoid: (x: V) => V;
  readonly softplus: (x: V) => V;
  readonly sin: (x: V) => V;
  readonly sinh: (x: V) => V;
  readonly sqrt: (x: V) => V;
  readonly square: (x: V) => V;
  readonly squared_difference: (x: V | number, y: V | number) => V;
  readonly sub: (x: V | number, y: V | number) => V;
  readonly tanh: (x: V) => V;

  /** 1 where x = y, else 0. Derivative zero, like all comparisons. */
  readonly equal: (x: V | number, y: V | number) => V;
  readonly greater: (x: V | number, y: V | number) => V;
  readonly greater_equal: (x: V | number, y: V | number) => V;
  readonly less: (x: V | number, y: V | number) => V;
  readonly less_equal: (x: V | number, y: V | number) => V;
  /** −1, 0 or 1. Derivative zero. */
  readonly sign: (x: V) => V;
  /** x where the condition is not 0, else y. Conditions are comparisons: masks are nested, not multiplied, for rounding may move a product off 0. */
  readonly where: (condition: V, x: V | number, y: V | number) => V;

  /** A tensor of known numbers, row-major: a mask. Derivative zero. */
  readonly constant: (shape: Shape, data: Float64Array) => V;

  readonly broadcast_to: (x: V, attrs: { readonly shape: Shape }) => V;
  /** The solution of a·x = b. */
  readonly solve: (a: V, b: V) => V;
  /** The solution of op(a)·x = b, or of x·op(a) = b, for the triangular matrix op(a). */
  readonly triangular_solve: (
    a: V,
    b: V,
    attrs: {
      readonly left_side?: boolean;
      readonly lower?: boolean;
      readonly transpose_a?: boolean;
      readonly unit_diagonal?: boolean;
    },
  ) => V;
  readonly concat: (xs: readonly V[], attrs?: { readonly axis?: number }) => V;
  readonly log_softmax: (x: V, attrs?: { readonly axis?: number }) => V;
  readonly cumsum: (
    x: V,
    attrs: { readonly axis: number; readonly exclusive?: boolean; readonly reverse?: boolean },
  ) => V;
  readonly logsumexp: (x: V, attrs?: { readonly axis?: number | Shape | null; readonly keepdims?: boolean }) => V;
  readonly max: (x: V, attrs?: { readonly axis?: number | Shape | null; readonly keepdims?: boolean }) => V;
  readonly matmul: (x: V, y: V, attrs?: { readonly transpose_a?: boolean; readonly transpose_b?: boolean }) => V;
  readonly permute_dims: (x: V, attrs: { readonly axes: Shape }) => V;
  readonly reshape: (x: V, attrs: { readonly shape: Shape }) => V;
  readonly slice: (
    x: V,
    attrs: { readonly start_indices: Shape; readonly limit_indices: Shape; readonly strides?: Shape | null },
  ) => V;
  readonly softmax: (x: V, attrs?: { readonly axis?: number }) => V;
  readonly sum: (x: V, attrs?: { readonly axis?: number | Shape | null; readonly keepdims?: boolean }) => V;
  readonly take: (x: V, indices: V, attrs: { readonly axis: number }) => V;

  /** The slopes of the inverse circular and hyperbolic functions, to the last digits at the ends of their domains and far out. */
  readonly dacosh: (x: V) => V;
  readonly dasin: (x: V) => V;
  readonly dasinh: (x: V) => V;
  readonly datan: (x: V) => V;
  readonly datanh: (x: V) => V;
  /** x / (x² + y²) and x / √(x² + y²): the slopes of an angle and of a length. */
  readonly datan2: (x: V, y: V) => V;
  readonly dhypot: (x: V, y: V) => V;
  /** 1 / (1 + e^(y − x)), the slope of logaddexp along x. */
  readonly dlogaddexp: (x: V, y: V) => V;
  /** The slopes σ′(x) and tanh′(x), to the last digits also where σ and tanh are all but constant. */
  readonly dsigmoid: (x: V) => V;
  readonly dtanh: (x: V) => V;
  /** The slopes of celu, mish, silu and squareplus, each as one fraction. */
  readonly dcelu: (x: V, attrs: { readonly alpha: number }) => V;
  readonly dmish: (x: V) => V;
  readonly dsilu: (x: V) => V;
  readonly dsquareplus: (x: V, attrs: { readonly b: number }) => V;
  /** x / y², y·x^(y − 1) and xʸ·ln x: the slopes of a quotient (but for its sign) and of a power, also where parts of them under- or overflow. */
  readonly ddivide: (x: V | number, y: V | number) => V;
  readonly dpow_base: (x: V | number, y: V | number) => V;
  readonly dpow_exponent: (x: V | number, y: V | number) => V;
  /** The cotangents of x from those of its softmax and its log-softmax along an axis counted from the front. */
  readonly dsoftmax: (g: V, x: V, attrs: { readonly axis: number }) => V;
  readonly dlog_softmax: (g: V, x: V, attrs: { readonly axis: number }) => V;
  /** −1 − ln x, the slope of entr. */
  readonly dentr: (x: V) => V;
  /** (2/√π)·exp(−x²), the slope of erf. */
  readonly derf: (x: V) => V;
  /** The slope of gelu. */
  readonly dgelu: (x: V, attrs: { readonly approximate: "none" | "tanh" }) => V;
  /** The derivative of sinc of order `order`. */
  readonly dsinc: (x: V, attrs: { readonly order: number }) => V;
  /** ½·x² where |x| ≤ delta, else delta·(|x| − ½·delta). */
  readonly huber: (x: V, attrs: { readonly delta: number }) => V;
  /** The transpose of `slice`: g in its place in zeros of shape `shape`. */
  readonly embed: (g: V, attrs: { readonly shape: Shape; readonly start_indices: Shape; readonly strides: Shape }) => V;
  /** The elements of x at flat places (−1: a zero), as a tensor of `shape`: any op that moves, repeats or drops elements. */
  readonly gather_places: (x: V, attrs: Placement) => V;
  /** Its transpose: the elements of g added to these places of zeros of `shape`; those of place −1 are dropped. */
  readonly scatter_places: (g: V, attrs: Placement) => V;
  /** The same of places that follow from the values of indices, which are not differentiated. */
  readonly gather_at: (x: V, indices: V, attrs: IndexedPlacement) => V;
  readonly scatter_at: (g: V, indices: V, attrs: IndexedPlacement) => V;
  /** The transpose of `take`: the parts of g added to the places of zeros of shape `shape` that they came from. */
  readonly scatter_add: (g: V, indices: V, attrs: { readonly axis: number; readonly shape: Shape }) => V;
  /** A factor of x = q·r. */
  readonly qr_tall: (x: V, attrs: { readonly output: "q" | "r" }) => V;
  /** For each matrix a power of 2 that brings its largest element near 1; derivative zero. */
  readonly unit_scale: (x: V) => V;
  /** The derivatives of order `order` of the determinants of x. */
  readonly minors: (x: V, attrs: { readonly order: number }) => V;
  /** The convolution, and its transposes in x and in the filter. */
  readonly conv: (x: V, filter: V, geometry: ConvGeometry) => V;
  readonly conv_filter_grad: (x: V, g: V, geometry: ConvGeometry) => V;
  readonly conv_input_grad: (g: V, filter: V, geometry: ConvGeometry) => V;
  /** (x − y)·k. */
  readonly scaled_difference: (x: V, y: V, k: V) => V;
  /** (Σ |x|ᵖ)^(1/p) for p ≠ 0, where nothing overflows on the way; its derivative is 0 where it is 0. */
  readonly p_norm: (
    x: V,
    attrs: { readonly p: number; readonly axis?: number | Shape | null; readonly keepdims?: boolean },
  ) => V;
  /** Between a batch of directions and a first dimension; a value shared by all directions and one written out for each. */
  readonly axis_to_batch: (x: V) => V;
  readonly batch_to_axis: (x: V, attrs: { readonly count: number }) => V;
  readonly expand_batch: (x: V, attrs: { readonly count: number }) => V;
  readonly sum_batch: (x: V, attrs: { readonly count: number }) => V;
  /** A matrix times each line along the middle dimension of x: `[outer, columns, inner] → [outer, rows, inner]`. */
  readonly weight_lines: (x: V, attrs: WeightedLines) => V;
  /** The transpose of broadcasting: sums the dimensions that broadcasting added or stretched. */
  readonly sum_to: (g: V, attrs: { readonly shape: Shape }) => V;
}

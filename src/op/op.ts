import type { Shape } from "../base/shape.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Attrs } from "./attrs.ts";
import type { Counterparts } from "./counterparts.ts";
import type { Exact } from "./exact.ts";
import type { Kit } from "./kit.ts";
import type { Domain } from "./domain.ts";

/** What kind of entry an op is; it says which derivative rules the entry states and which follow. */
export type Kind = "elementwise" | "linear" | "bilinear" | "constant" | "primitive" | "composite";

/** What a rule may look at: the op's inputs in order, its result, and the input that is differentiated. */
export interface Point<V> {
  readonly inputs: readonly V[];
  readonly out: V;
  readonly index: number;
}

/** A kit that can also apply a whole op: what the kinds derive rules with. */
export interface EngineKit<V> extends Kit<V> {
  readonly zeros: (shape: Shape) => V;
  readonly apply: (op: Op, inputs: readonly V[], attrs: object) => V;
}

/**
 * A derivative rule: the product of `g` with the derivative at a point, in the words of the kit. Inputs come by name
 * beside the op's result `out`. Along one input of an elementwise op it is the vjp and the jvp at once.
 */
export type Rule<N extends readonly string[], A extends object> = <V>(
  kit: Kit<V>,
  at: { readonly [K in N[number] | "out"]: V } & Point<V>,
  g: V,
  attrs: Required<A>,
) => V;

/**
 * One op, as the engine sees it. Entries are written with `elementwise`, `linear`, `bilinear`, `constant`, `primitive` and
 * `composite`, which derive `vjp` and `jvp` from what the entry states.
 *
 * `N` names the inputs in order; `A` is the attributes object that a caller may give.
 */
export interface Op<N extends readonly string[] = readonly string[], A extends object = object> {
  readonly name: string;
  readonly kind: Kind;
  /** Names of the inputs, in order. */
  readonly inputs: N;
  /** Whether the last input may be given any number of times (at least once). */
  readonly variadic: boolean;
  /** Of the inputs that may be left out, which attributes say so; these stand last and are differentiated. */
  readonly optional: Readonly<Record<string, ((attrs: Required<A>) => boolean) | undefined>>;
  /** Whether an input is differentiated, by its place; a variadic op's last place stands for all after it. */
  readonly active: readonly boolean[];
  readonly attrs: Attrs<A>;
  /**
   * The result's shape.
   *
   * @throws ShapeError when the inputs' shapes or the attributes do not fit.
   */
  shape(shapes: readonly Shape[], attrs: Required<A>): Shape;
  /**
   * The result.
   *
   * @throws ShapeError as `shape` does, DomainError for values that the op is not defined on.
   */
  run(inputs: readonly Tensor[], attrs: Required<A>): Tensor;
  /** Of a composite: its result by other ops, which are what is recorded and differentiated; null of all others. */
  readonly expand: (<V>(inputs: readonly V[], attrs: Required<A>) => V) | null;
  /** The cotangent of input `at.index`, given the result's; its shape may still be the broadcast one. */
  vjp<V>(kit: EngineKit<V>, at: Point<V>, g: V, attrs: Required<A>): V;
  /** The tangent of the result, given those of the active inputs (`null` is zero); its shape may still be a smaller one. */
  jvp<V>(kit: EngineKit<V>, at: Omit<Point<V>, "index">, tangents: readonly (V | null)[], attrs: Required<A>): V | null;
  /** The same op with the formulas that other engines compute its derivative by; none where these have its own. */
  readonly variants: readonly Op<N, A>[];
  /** How far a correct implementation may round; see {@link Rounding}. */
  rounding(inputs: readonly Tensor[], attrs: Required<A>, out: Tensor): Rounding;
  /** What the op is sampled on, and its names elsewhere; `null` for helpers that only rules use. */
  readonly face: Face<A> | null;
}

/** How far a function may be off, in units of the unit roundoff u (2⁻²⁴ for float32): u·(relative·|v| + absolute). */
export interface Allowance {
  readonly relative: number;
  readonly absolute: number;
}

/**
 * The roundings of a correct implementation of one op. A result v may be off by u·(relative·|v| + absolute + terms·M),
 * where M is `magnitudes`, or else the op applied to the absolute values of its active inputs: a sum of n numbers loses n − 1 terms in any order, one of n
 * products loses n. All are 0 unless given: exact, as a permutation is.
 *
 * `relative` and `absolute` are the op's own, wide enough for any decent engine; what was measured of an engine takes
 * their place. `structure` is what every implementation loses on top of it, because of the inputs at hand.
 */
export interface Rounding extends Partial<Allowance> {
  readonly terms?: number;
  readonly magnitudes?: Tensor;
  readonly structure?: Allowance;
}

/** The roundings of an op: fixed, or for the call at hand. */
export type RoundingRule<A extends object> =
  Rounding | ((inputs: readonly Tensor[], attrs: Required<A>, out: Tensor) => Rounding);

/** What makes an op public: where it is sampled, what it is in real numbers and on paper, and what other libraries call it. */
export interface Face<A extends object = object> {
  readonly domain: Domain<A>;
  /** Its definition in real numbers. */
  readonly exact: Exact<A>;
  /** TeX of its definition: `\mathrm{out} = …`, with inputs and attributes by their names or as Greek letters. */
  readonly formula: string;
  readonly counterparts: Counterparts<A>;
}

/** Whether an op works element by element on inputs broadcast together. */
export function worksByElement({ face }: Pick<Op, "face">): boolean {
  return face?.exact.scalar !== undefined;
}

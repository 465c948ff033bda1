import type { Shape } from "../../base/shape.ts";
import type { Tensor } from "../../tensor/tensor.ts";
import type { Attrs } from "../attrs.ts";
import { erased } from "../erased.ts";
import type { ExactElement } from "../exact.ts";
import type { EngineKit, Op, Point, RoundingRule } from "../op.ts";
import { faceOf, roundingOf, type Helper, type SampledFaceSpec } from "./face.ts";
import { activeInputs, vjpByInput, type Rules } from "./rules.ts";

/** What an entry states that works on whole tensors, apart from its derivative. */
export type TensorSpec<N extends readonly string[], A extends object, D extends string> = {
  readonly name: string;
  readonly inputs: N;
  /** Inputs that are not differentiated. */
  readonly data?: readonly D[];
  readonly variadic?: boolean;
  readonly attrs?: Attrs<A>;
  /** The result's shape; throws where inputs or attributes do not fit. */
  readonly shape: (shapes: readonly Shape[], attrs: Required<A>) => Shape;
  /** The result; shapes were checked by `shape`, which gave `shape`. */
  readonly kernel: (inputs: readonly Tensor[], attrs: Required<A>, shape: Shape) => Tensor;
  /** Exact (moves numbers, computes none) unless it says otherwise. */
  readonly rounding?: RoundingRule<A>;
} & ((SampledFaceSpec<N, A> & { readonly exact: ExactElement<A> }) | Helper);

type LinearSpec<N extends readonly string[], A extends object, D extends string> = TensorSpec<N, A, D> & {
  /** The linear map's transpose, for each input: the cotangent of that input from the result's. */
  readonly transpose: Rules<N, A, D>;
};

/**
 * An op that is linear in its active inputs together. It states its transpose; its jvp is the op itself, applied to
 * the tangents.
 */
export function linear<const N extends readonly string[], A extends object = object, const D extends string = never>(
  spec: LinearSpec<N, NoInfer<A>, D>,
): Op<N, A> {
  const active = activeInputs(spec.inputs, spec.data);
  const op: Op<N, A> = {
    ...tensorOp(spec),
    kind: "linear",
    active,
    variants: [],
    vjp: vjpByInput(spec.inputs, spec.transpose),
    jvp: <V>(
      kit: EngineKit<V>,
      at: Omit<Point<V>, "index">,
      tangents: readonly (V | null)[],
      attrs: Required<A>,
    ): V | null => {
      if (tangents.every((d) => d === null)) return null;
      const inputs = at.inputs.map((x, i) =>
        active[Math.min(i, active.length - 1)] === true ? (tangents[i] ?? kit.zeros(kit.shape(x))) : x,
      );
      return kit.apply(erased(op), inputs, attrs);
    },
  };
  return op;
}

/** The members that all ops on whole tensors have in common. */
export function tensorOp<N extends readonly string[], A extends object, D extends string>(
  spec: TensorSpec<N, NoInfer<A>, D>,
): Omit<Op<N, A>, "kind" | "active" | "vjp" | "jvp" | "variants"> {
  return {
    name: spec.name,
    inputs: spec.inputs,
    variadic: spec.variadic ?? false,
    optional: {},
    expand: null,
    attrs: spec.attrs ?? ({} as Attrs<A>),
    shape: spec.shape,
    run: (inputs, attrs) =>
      spec.kernel(
        inputs,
        attrs,
        spec.shape(
          inputs.map((x) => x.shape),
          attrs,
        ),
      ),
    rounding: roundingOf(spec.rounding ?? {}),
    face: faceOf(spec, spec.exact === undefined ? null : { element: spec.exact }),
  };
}

import type { Op } from "../op.ts";
import { tensorOp, type TensorSpec } from "./linear.ts";
import { activeInputs, jvpByInput, vjpByInput, withVariants, type Rules } from "./rules.ts";

type PrimitiveSpec<N extends readonly string[], A extends object, D extends string> = TensorSpec<N, A, D> & {
  /** The cotangent of each input from the result's. */
  readonly vjp: Rules<N, A, D>;
  /** What the tangent of each input adds to the result's. Written apart, so that the law that ties the two has teeth. */
  readonly jvp: Rules<N, A, D>;
  /** The formulas of these that other engines use, where they are not these; each after the first by what differs from it. */
  readonly variants?: readonly { readonly [mode in "vjp" | "jvp"]?: Rules<N, A, D> }[];
};

/** An op that is none of the other kinds: it states its vjp and its jvp. */
export function primitive<const N extends readonly string[], A extends object = object, const D extends string = never>(
  spec: PrimitiveSpec<N, NoInfer<A>, D>,
): Op<N, A> {
  return withVariants(
    { ...tensorOp(spec), kind: "primitive", active: activeInputs(spec.inputs, spec.data) },
    { vjp: spec.vjp, jvp: spec.jvp },
    spec.variants,
    ({ vjp, jvp }) => ({ vjp: vjpByInput(spec.inputs, vjp), jvp: jvpByInput(spec.inputs, jvp) }),
  );
}

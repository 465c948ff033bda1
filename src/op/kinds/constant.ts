import type { Op } from "../op.ts";
import { scalarOp, type ScalarSpec } from "./elementwise.ts";
import { tensorOp, type TensorSpec } from "./linear.ts";

/**
 * An op that works element by element and whose derivative is zero wherever it has one: comparisons, sign, rounding.
 * No cotangent and no tangent passes through it.
 */
export function constant<const N extends readonly string[], A extends object = object>(
  spec: ScalarSpec<N, NoInfer<A>, never>,
): Op<N, A> {
  return { ...scalarOp({ ...spec, rounding: {} }), ...withoutDerivative(spec.inputs) };
}

/** An op on whole tensors whose derivative is zero wherever it has one: the places of the largest elements, an order. */
export function constantTensor<const N extends readonly string[], A extends object = object>(
  spec: TensorSpec<N, NoInfer<A>, never>,
): Op<N, A> {
  return { ...tensorOp(spec), ...withoutDerivative(spec.inputs) };
}

function withoutDerivative<N extends readonly string[], A extends object>(
  inputs: N,
): Pick<Op<N, A>, "kind" | "active" | "vjp" | "jvp" | "variants"> {
  return { kind: "constant", active: inputs.map(() => false), vjp: (_kit, _at, g) => g, jvp: () => null, variants: [] };
}

import type { Op } from "../op.ts";
import { scalarOp, type ScalarSpec } from "./elementwise.ts";

/**
 * An op that works element by element and whose derivative is zero wherever it has one: comparisons, sign, rounding.
 * No cotangent and no tangent passes through it.
 */
export function constant<const N extends readonly string[], A extends object = object>(
  spec: ScalarSpec<N, NoInfer<A>, never>,
): Op<N, A> {
  return {
    ...scalarOp({ ...spec, rounding: {} }),
    kind: "constant",
    active: spec.inputs.map(() => false),
    vjp: (_kit, _at, g) => g,
    jvp: () => null,
    variants: [],
  };
}

import { dot, mapArrays } from "../../src/checks/arrays.ts";
import type { Case } from "../../src/checks/case.ts";
import type { Law } from "../../src/checks/law.ts";
import { opNamed } from "../../src/program/program.ts";
import { scalar } from "../../src/tensor/tensor.ts";
import { gradientsOf, haveShapesOf, only, onlyStep } from "../derived.ts";
import { degrees } from "../invariants.ts";
import { CANCELLED } from "../resolution.ts";

/** Euler's identity: ⟨∇f, x⟩ = k·f. */
export const homogeneity: Law = {
  name: "homogeneity",
  statement: "⟨gradient, x⟩ = k·⟨cotangent, f(x)⟩ for a function that is homogeneous of degree k",
  reason: "it is the derivative of f(t·x) = tᵏ·f(x) by t at t = 1",
  order: 1,
  methods: ["value", "vjp"],
  applies: "all",
  claims: async (s) => {
    const { cotangents: g, inputs, wrt } = s.case;
    const k = degreeOf(s.case);
    if (k === null) return [];
    const [y, gradients] = [await s.value(), await gradientsOf(s)];
    if (!haveShapesOf(y, g)) return [];
    const x = only(inputs, wrt);
    const magnitude = (of: typeof g): typeof g => mapArrays(of, Math.abs);
    const rounding =
      dot(magnitude(x), s.reference.vjpBounds(g, s.arithmetic)) +
      Math.abs(k) * dot(magnitude(g), s.reference.valueBounds(s.arithmetic)) +
      // The two inner products are ours, in float64.
      2 ** -50 * (dot(magnitude(x), magnitude(gradients)) + Math.abs(k) * dot(magnitude(g), magnitude(y)));
    const [got, want] = [dot(gradients, x), k === 0 ? 0 : k * dot(g, y)];
    // Of degree 0 what is added up cancels.
    const resolution = CANCELLED * dot(magnitude(x), magnitude(s.reference.vjp(g)));
    return [{ name: "inner product", got: scalar(got), want: scalar(want), bounds: scalar(rounding), resolution }];
  },
};

/** The degree of a case of one op in its differentiated inputs, if these are all that it has a degree in. */
function degreeOf({ program, inputs, wrt }: Case): number | null {
  const step = onlyStep(program);
  if (step === null) return null;
  const { kind, active } = opNamed(step.op);
  const isActive = (i: number): boolean => active[Math.min(i, active.length - 1)] === true;
  if (!step.in.every((name, i) => !isActive(i) || wrt.includes(name))) return null;
  const declared = degrees[step.op];
  const k =
    typeof declared === "function"
      ? declared(
          step,
          step.in.map((name) => inputs[name]!.shape),
        )
      : declared;
  const byKind: Readonly<Record<string, number>> = { linear: 1, bilinear: 2 };
  const found = k ?? byKind[kind];
  return found === undefined || Number.isNaN(found) ? null : found;
}

import { dot, mapArrays } from "../../src/checks/arrays.ts";
import { gradientsOf } from "../derived.ts";
import type { Law } from "../../src/checks/law.ts";
import { scalar } from "../../src/tensor/tensor.ts";

/** ⟨g, J·d⟩ = ⟨Jᵀ·g, d⟩. */
export const adjointIdentity: Law = {
  name: "adjoint-identity",
  statement: "⟨g, J·d⟩ = ⟨Jᵀ·g, d⟩ for every cotangent g and tangent d",
  reason: "forward and reverse mode apply one matrix and its transpose, though their rules are written apart",
  order: 1,
  methods: ["vjp", "jvp"],
  applies: "all",
  claims: async (s) => {
    const { cotangents: g, tangents: d } = s.case;
    const [Jd, Jg] = [await s.jvp(d), await gradientsOf(s, g)];
    const magnitude = (x: typeof g): typeof g => mapArrays(x, Math.abs);
    const rounding =
      dot(magnitude(g), s.reference.jvpBounds(d, s.arithmetic)) +
      dot(magnitude(d), s.reference.vjpBounds(g, s.arithmetic)) +
      // The two inner products are ours, in float64.
      2 ** -50 * (dot(magnitude(g), magnitude(Jd)) + dot(magnitude(d), magnitude(Jg)));
    return [{ name: "inner product", got: scalar(dot(g, Jd)), want: scalar(dot(Jg, d)), bounds: scalar(rounding) }];
  },
};

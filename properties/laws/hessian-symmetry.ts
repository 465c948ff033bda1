import { dot, mapArrays } from "../../src/checks/arrays.ts";
import type { Law } from "../../src/checks/law.ts";
import { scalar } from "../../src/tensor/tensor.ts";
import { otherThan, productsOf } from "../derived.ts";
import { CANCELLED } from "../resolution.ts";

/** ⟨u, H·v⟩ = ⟨v, H·u⟩. */
export const hessianSymmetry: Law = {
  name: "hessian-symmetry",
  statement: "⟨u, H·v⟩ = ⟨v, H·u⟩ for all tangents u and v",
  reason: "second derivatives do not depend on the order in which they are taken",
  order: 2,
  every: 4,
  methods: ["hvp"],
  applies: "all",
  claims: async (s) => {
    const v = s.case.tangents;
    const u = otherThan(v);
    const [Hv, Hu] = [await productsOf(s, v), await productsOf(s, u)];
    const magnitude = (x: typeof v): typeof v => mapArrays(x, Math.abs);
    const rounding =
      dot(magnitude(u), s.reference.hvpBounds(s.arithmetic, v)) +
      dot(magnitude(v), s.reference.hvpBounds(s.arithmetic, u)) +
      // The two inner products are ours, in float64.
      2 ** -50 * (dot(magnitude(u), magnitude(Hv)) + dot(magnitude(v), magnitude(Hu)));
    const resolution = CANCELLED * dot(magnitude(u), magnitude(s.reference.hvp(v)));
    const [got, want] = [scalar(dot(u, Hv)), scalar(dot(v, Hu))];
    return [{ name: "inner product", got, want, bounds: scalar(rounding), resolution }];
  },
};

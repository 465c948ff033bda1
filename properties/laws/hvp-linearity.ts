import { combine } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import { otherThan, productsOf } from "../derived.ts";

/** Scaling and adding tangents scales and adds Hessian-vector products. */
export const hvpLinearity: Law = {
  name: "hvp-linearity",
  statement: "the Hessian-vector product along 2·v − 3·u is 2 times that along v less 3 times that along u",
  reason: "it is the product of a matrix, which the tangents have no part in, with the tangent",
  order: 2,
  every: 4,
  methods: ["hvp"],
  applies: "all",
  claims: async (s) => {
    const v = s.case.tangents;
    const u = otherThan(v);
    const [a, b] = [2, -3];
    const mixed = combine([
      { by: a, arrays: v },
      { by: b, arrays: u },
    ]);
    const bounds = combine([
      { by: 1, arrays: s.reference.hvpBounds(s.arithmetic, mixed) },
      { by: Math.abs(a), arrays: s.reference.hvpBounds(s.arithmetic, v) },
      { by: Math.abs(b), arrays: s.reference.hvpBounds(s.arithmetic, u) },
    ]);
    const want = combine([
      { by: a, arrays: await productsOf(s, v) },
      { by: b, arrays: await productsOf(s, u) },
    ]);
    return claimsOf(await s.hvp(mixed), want, bounds);
  },
};

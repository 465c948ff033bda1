import { mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";

/** A zero cotangent gives zero gradients. */
export const zeroCotangent: Law = {
  name: "zero-cotangent",
  statement: "a cotangent of zeros gives gradients of exact zeros",
  reason: "a linear map takes zero to zero; what is left over does not come from the cotangent",
  order: 1,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const got = await s.vjp(mapArrays(s.case.cotangents, () => 0));
    const zeros = mapArrays(s.reference.vjp(s.case.cotangents), () => 0);
    return claimsOf(got, zeros, zeros);
  },
};

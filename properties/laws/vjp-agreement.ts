import { claimsOf, type Law } from "../../src/checks/law.ts";

/** The engine's gradients are those of the reference. */
export const vjpAgreement: Law = {
  name: "vjp-agreement",
  statement: "for the same cotangents the engine's gradients are the reference's",
  reason: "both are the same product of the cotangent with the Jacobian",
  order: 1,
  methods: ["vjp"],
  applies: "others",
  claims: async (s) => {
    const { cotangents } = s.case;
    return claimsOf(
      await s.vjp(cotangents),
      s.reference.vjp(cotangents),
      s.reference.vjpBounds(cotangents, s.arithmetic),
    );
  },
};

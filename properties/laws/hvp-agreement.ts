import { claimsOf, type Law } from "../../src/checks/law.ts";

/** The engine's second derivatives are those of the reference. */
export const hvpAgreement: Law = {
  name: "hvp-agreement",
  statement: "the derivative of the engine's gradients along tangents is the reference's",
  reason: "second derivatives differentiate the backward pass, whose rules are seldom tried",
  order: 2,
  methods: ["hvp"],
  applies: "others",
  claims: async (s) => claimsOf(await s.hvp(), s.reference.hvp(), s.reference.hvpBounds(s.arithmetic)),
};

import { claimsOf, type Law } from "../../src/checks/law.ts";

/** The engine's values are those of the reference. */
export const valueAgreement: Law = {
  name: "value-agreement",
  statement: "the engine's outputs are the reference's",
  reason: "a derivative can only be right for the function that is computed",
  order: 0,
  methods: ["value"],
  applies: "others",
  claims: async (s) => claimsOf(await s.value(), s.reference.value(), s.reference.valueBounds(s.arithmetic)),
};

import { mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";

/** The same question has the same answer. */
export const repeatability: Law = {
  name: "repeatability",
  statement: "asked for the same gradients twice, the engine answers the same numbers to the bit",
  reason: "a derivative is a function of what it is asked for, not of what was computed before",
  order: 1,
  methods: ["vjp"],
  failsAs: "nondeterministic",
  applies: "all",
  claims: async (s) => {
    const before = await s.vjp(s.case.cotangents);
    const again = await s.afresh().vjp(s.case.cotangents);
    return claimsOf(
      again,
      before,
      mapArrays(before, () => 0),
    );
  },
};

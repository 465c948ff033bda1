import { combine } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import { atFirstOutput, followedBy, gradientsOf, times } from "../derived.ts";

/** y + y has twice the gradient of y. */
export const fanOut: Law = {
  name: "fan-out",
  statement: "the gradient of y + y is twice that of y",
  reason: "a value that is used twice gets a cotangent from each use, and these add",
  order: 1,
  every: 4,
  methods: ["value", "vjp"],
  applies: "all",
  claims: async (s) => {
    const one = await atFirstOutput(s);
    if (one === null) return [];
    const twice = s.at(followedBy(one.case, (y) => ({ op: "add", in: [y, y] })));
    const boundsOf = (t: typeof s): ReturnType<typeof times> => t.reference.vjpBounds(t.case.cotangents, s.arithmetic);
    const bounds = combine([
      { by: 2, arrays: boundsOf(one) },
      { by: 1, arrays: boundsOf(twice) },
    ]);
    return claimsOf(await twice.vjp(twice.case.cotangents), times(2, await gradientsOf(one)), bounds);
  },
};

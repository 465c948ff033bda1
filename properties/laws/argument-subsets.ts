import { claimsOf, type Law } from "../../src/checks/law.ts";
import { gradientsOf, only, times } from "../derived.ts";

/** Of this many inputs every subset is asked for; of more, each by itself and the rest without it, as many as that makes. */
const ALL_OF = 3;

/** Inputs differentiated without the others have the same gradients. */
export const argumentSubsets: Law = {
  name: "argument-subsets",
  statement: "inputs that are differentiated alone have the gradients that they have together with the others",
  reason: "a partial derivative does not know what else is differentiated; what is not must not be needed, nor skipped",
  order: 1,
  every: 4,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const { wrt, cotangents, tangents } = s.case;
    const all = await gradientsOf(s);
    const bounds = times(2, s.reference.vjpBounds(cotangents, s.arithmetic));
    const claims = subsetsOf(wrt).map(async (names) => {
      const got = await s.at({ ...s.case, wrt: names, tangents: only(tangents, names) }).vjp(cotangents);
      return claimsOf(got, only(all, names), bounds);
    });
    return (await Promise.all(claims)).flat();
  },
};

/** Subsets that are neither empty nor everything. */
function subsetsOf(names: readonly string[]): string[][] {
  const inSubset = (bits: number): string[] => names.filter((_, i) => ((bits >> i) & 1) === 1);
  if (names.length <= ALL_OF)
    return Array.from({ length: Math.max(0, 2 ** names.length - 2) }, (_, n) => inSubset(n + 1));
  return names.slice(0, ALL_OF).flatMap((name) => [[name], names.filter((other) => other !== name)]);
}

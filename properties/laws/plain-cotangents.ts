import { countOf, mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import type { Arrays } from "../../src/oracles/engine.ts";

/** Cotangents that users give: all ones, and a one in one place. */
export const plainCotangents: Law = {
  name: "plain-cotangents",
  statement: "for cotangents of all ones and for one-hot ones the engine's gradients are the reference's",
  reason:
    "these are what `backward()` of a sum and the rows of a Jacobian ask for, and zeros and ones invite shortcuts",
  order: 1,
  methods: ["vjp"],
  applies: "others",
  claims: async (s) => {
    const like = s.case.cotangents;
    const count = countOf(like);
    if (count === 0) return [];
    const oneHot = (place: number): Arrays => {
      let k = 0;
      return mapArrays(like, () => Number(k++ === place));
    };
    const asked = [mapArrays(like, () => 1), ...[...new Set([0, count - 1])].map(oneHot)];
    const claims = asked.map(async (g) =>
      claimsOf(await s.vjp(g), s.reference.vjp(g), s.reference.vjpBounds(g, s.arithmetic)),
    );
    return (await Promise.all(claims)).flat();
  },
};

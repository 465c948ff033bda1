import { combine, countOf, mapArrays } from "../../src/checks/arrays.ts";
import { gradientsOf } from "../derived.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";

/** Up to this many outputs each has a mask of its own; beyond it they share these many masks in turn. */
const MASKS = 6;

/** Masked cotangents give the rows of the Jacobian, and the rows sum to the gradient of the sum. */
export const jacobianRows: Law = {
  name: "jacobian-rows",
  statement: "the gradients for masked cotangents (rows of the Jacobian) sum to the gradient for all ones",
  reason: "a cotangent picks a combination of the Jacobian's rows, and the masks together pick each row once",
  order: 1,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const ones = mapArrays(s.case.cotangents, () => 1);
    const masks = Array.from({ length: Math.min(MASKS, countOf(ones)) }, (_, mask) => {
      let k = 0;
      return mapArrays(ones, () => (k++ % MASKS === mask ? 1 : 0));
    });
    if (masks.length === 0) return [];
    const rows = await Promise.all(masks.map((mask) => gradientsOf(s, mask)));
    const allowed = [ones, ...masks].map((g) => ({ by: 1, arrays: s.reference.vjpBounds(g, s.arithmetic) }));
    return claimsOf(combine(rows.map((arrays) => ({ by: 1, arrays }))), await gradientsOf(s, ones), combine(allowed));
  },
};

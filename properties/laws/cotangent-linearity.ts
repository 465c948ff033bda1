import { combine, mapArrays } from "../../src/checks/arrays.ts";
import { gradientsOf } from "../derived.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";

/** Scaling and adding cotangents scales and adds gradients. */
export const cotangentLinearity: Law = {
  name: "cotangent-linearity",
  statement: "the gradient for 2·g − 3·h is 2 times that for g less 3 times that for h",
  reason: "the vjp is linear in the cotangent, whatever the function is",
  order: 1,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const g = s.case.cotangents;
    const h = mapArrays(g, (_, i) => ((i * 5) % 7) / 4 - 0.5);
    const [a, b] = [2, -3];
    const mixed = combine([
      { by: a, arrays: g },
      { by: b, arrays: h },
    ]);
    const bounds = combine([
      { by: 1, arrays: s.reference.vjpBounds(mixed, s.arithmetic) },
      { by: Math.abs(a), arrays: s.reference.vjpBounds(g, s.arithmetic) },
      { by: Math.abs(b), arrays: s.reference.vjpBounds(h, s.arithmetic) },
    ]);
    const want = combine([
      { by: a, arrays: await gradientsOf(s, g) },
      { by: b, arrays: await gradientsOf(s, h) },
    ]);
    return claimsOf(await gradientsOf(s, mixed), want, bounds);
  },
};

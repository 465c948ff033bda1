import { claimsOf, type Law } from "../../src/checks/law.ts";
import { unjudgedAt } from "../../src/checks/judge-kinks.ts";
import { kinksFor } from "../../src/checks/kinks.ts";
import { unflattened } from "../../src/checks/limits.ts";
import type { Arrays } from "../../src/oracles/engine.ts";

/** At a kink gradients are combinations of the gradients around it. */
export const subgradient: Law = {
  name: "subgradient",
  statement: "at a kink the gradient is a convex combination of the limits of the gradients around it",
  reason:
    "there is no one derivative there, but what lies outside of these (Clarke's subdifferential) is one of nothing",
  order: 1,
  methods: ["vjp"],
  atKinks: true,
  applies: "all",
  claims: async (s) => {
    const { wrt, inputs, cotangents } = s.case;
    // Asked wherever it is tried, so that an engine that cannot answer is seen beside kinks too.
    const got = await s.vjp(cotangents);
    const kinks = kinksFor(1, s.reference.kinks(s.arithmetic));
    const [kink] = kinks;
    if (kink === undefined || unjudgedAt(kinks) !== null) return [];
    const { middle, bounds } = s.reference.subgradients(kink, s.arithmetic);
    // Where the rounding has no bound, nothing can be proved.
    if (!bounds.every(Number.isFinite)) return [];
    const named = (flat: Float64Array): Arrays => {
      const parts = unflattened(
        flat,
        wrt.map((name) => inputs[name]!),
      );
      return Object.fromEntries(wrt.map((name, i) => [name, parts[i]!]));
    };
    return claimsOf(got, named(middle), named(bounds));
  },
};

import { mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import { valueOf } from "../../src/engine/variable.ts";
import { traceVjp } from "../../src/oracles/cotangent.ts";
import { pull } from "../../src/transforms/trace.ts";

/** Reverse over reverse gives what forward over reverse gives. */
export const secondOrderModes: Law = {
  name: "second-order-modes",
  statement: "Hessian-vector products by reverse over reverse are those by forward over reverse",
  reason: "the Hessian is symmetric, so differentiating the backward pass either way gives the same product",
  order: 2,
  methods: ["hvp"],
  applies: "own",
  claims: async (s) => {
    const { case: c, reference } = s;
    const { second } = traceVjp(c, c.inputs, c.cotangents, c.wrt);
    const products = pull(
      second,
      c.wrt.map((name) => c.tangents[name]!),
      false,
    );
    const got = Object.fromEntries(c.wrt.map((name, i) => [name, valueOf(products[i]!)]));
    // Both sides round, each by its own order of operations.
    return claimsOf(
      got,
      await s.hvp(),
      mapArrays(reference.hvpBounds(s.arithmetic), (b) => 2 * b),
    );
  },
};

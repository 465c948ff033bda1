import { mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, methodAt, type Law, type Order } from "../../src/checks/law.ts";
import { valueOf } from "../../src/engine/variable.ts";
import { derivativeAlong, modesOf } from "../../src/oracles/cotangent.ts";

/** The law that the modes of our engine agree on derivatives of an order from the second on. */
export function orderModes(name: string, order: Order): Law {
  const [reverse, forward] = ["reverse", "forward"].map((mode) => [
    ...modesOf(order, "forward").map(() => mode),
    "reverse",
  ]);
  return {
    name,
    statement: `derivatives along tangents by ${reverse!.join(" over ")} are those by ${forward!.join(" over ")}`,
    reason: "derivatives are symmetric, so differentiating the backward pass either way gives the same product",
    order,
    ...(order > 2 ? { every: 5 } : {}),
    methods: [methodAt(order)],
    applies: "own",
    claims: async (s) => {
      const { case: c, reference } = s;
      const products = derivativeAlong(c, c.inputs, modesOf(order, "reverse"));
      const got = Object.fromEntries(c.wrt.map((input, i) => [input, valueOf(products[i]!)]));
      // Both sides round, each by its own order of operations.
      const bounds = mapArrays(reference.derivativeBounds(order, s.arithmetic), (b) => 2 * b);
      return claimsOf(got, await s.derivative(order), bounds);
    },
  };
}

import { claimsOf, type Law, type Order } from "../../src/checks/law.ts";

/** The law that an engine's derivatives of an order are those of the reference. */
export function derivativeAgreement(name: string, order: Order): Law {
  return {
    name,
    statement: `the derivative of the engine's gradients along tangents, ${String(order - 1)} times, is the reference's`,
    reason: "each order differentiates the rules of the one before, and the formulas these are written in",
    order,
    ...(order > 2 ? { every: 5 } : {}),
    methods: ["derivative"],
    applies: "others",
    claims: async (s) =>
      claimsOf(
        await s.derivative(order),
        s.reference.derivative(order),
        s.reference.derivativeBounds(order, s.arithmetic),
      ),
  };
}

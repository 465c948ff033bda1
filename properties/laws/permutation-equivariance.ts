import type { Law } from "../../src/checks/law.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { commonShape, rearranged } from "../moved.ts";

/** Ops that work element by element do not know where an element stands. */
export const permutationEquivariance: Law = {
  name: "permutation-equivariance",
  statement: "with the elements in reverse order, an elementwise program has the gradients in reverse order",
  reason: "each element is a function of the elements in its own place; vectors and their rests compute the same",
  order: 1,
  every: 4,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    if (commonShape(s.case) === null) return [];
    return rearranged(s, { there: reversed, back: reversed });
  },
};

function reversed({ shape, data }: Tensor): Tensor {
  return new Tensor(shape, data.toReversed());
}

import { sizeOf } from "../../src/base/shape.ts";
import type { Law } from "../../src/checks/law.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { commonShape, rearranged } from "../moved.ts";

/** Ops that work element by element do not know of dimensions. */
export const reshapeEquivariance: Law = {
  name: "reshape-equivariance",
  statement: "in another shape of as many elements, an elementwise program has the same gradients in that shape",
  reason: "each element is a function of the elements in its own place, whatever the dimensions are",
  order: 1,
  every: 4,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const shape = commonShape(s.case);
    if (shape === null) return [];
    const other = shape.length === 1 ? [1, sizeOf(shape), 1] : [sizeOf(shape)];
    return rearranged(s, {
      there: ({ data }) => new Tensor(other, data),
      back: ({ data }) => new Tensor(shape, data),
    });
  },
};

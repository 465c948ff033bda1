import { claimsOf, type Law } from "../../src/checks/law.ts";
import { mapArrays } from "../../src/checks/arrays.ts";
import { Tensor } from "../../src/tensor/tensor.ts";

/** Gradients have their inputs' shapes. */
export const gradientShapes: Law = {
  name: "gradient-shapes",
  statement: "each gradient has the shape of its input",
  reason: "it is one derivative for each element; broadcasting has to be undone",
  order: 1,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const got = await s.vjp(s.case.cotangents);
    const shaped = Object.fromEntries(s.case.wrt.map((name) => [name, s.case.inputs[name]!]));
    // Only the shapes are compared: the numbers are those of the input on both sides, where these are equal.
    const likeInput = Object.fromEntries(
      s.case.wrt.map((name) => [name, new Tensor(got[name]!.shape, shaped[name]!.data)]),
    );
    return claimsOf(
      likeInput,
      shaped,
      mapArrays(shaped, () => 0),
    );
  },
};

import { claimsOf, type Law } from "../../src/checks/law.ts";
import { mapArrays } from "../../src/checks/arrays.ts";
import { gradientsOf } from "../derived.ts";

/** `losses.backward([1/n, …])` gives what `avg_loss.backward()` gives. */
export const meanCotangent: Law = {
  name: "mean-cotangent",
  statement: "the cotangent [1/n, …] gives the gradient of the mean",
  reason: "1/n is the derivative of the mean with respect to each of its n terms",
  order: 1,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const { program, cotangents } = s.case;
    const output = program.outputs[0]!;
    const n = cotangents[output]!.data.length;
    if (n === 0) return [];
    const averaged = {
      ...program,
      steps: [...program.steps, { out: "mean_of_output", op: "mean", in: [output] }],
      outputs: ["mean_of_output"],
    };
    const share = mapArrays(cotangents, (_, __, name) => (name === output ? Math.fround(1 / n) : 0));
    const own = s.reference.vjpBounds(share, s.arithmetic);
    // 1/n is itself rounded to float32 for the cotangent, so the two sides differ by that much more.
    const bounds = mapArrays(own, (b, i, name) => 2 * b + 2 ** -24 * Math.abs(s.reference.vjp(share)[name]!.data[i]!));
    return claimsOf(await gradientsOf(s, share), await s.gradientOf(averaged), bounds);
  },
};

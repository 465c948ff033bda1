import { mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import { freshName } from "../../src/program/program.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import { times } from "../derived.ts";

/** An input that nothing is computed from has gradient zero. */
export const unusedInput: Law = {
  name: "unused-input",
  statement:
    "an input that is not used has a gradient of zeros, and the others the gradients that they have without it",
  reason: "nothing moves with it; no gradient is not the same as a gradient of zero",
  order: 1,
  every: 4,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const { case: c } = s;
    const name = freshName(c.program, "unused");
    const x = { [name]: tensor([0.5, -2]) };
    const beside = s.at({
      ...c,
      program: { ...c.program, inputs: [...c.program.inputs, name] },
      inputs: { ...c.inputs, ...x },
      wrt: [...c.wrt, name],
      tangents: { ...c.tangents, ...x },
    });
    const zeros = mapArrays(x, () => 0);
    const bounds = times(2, s.reference.vjpBounds(c.cotangents, s.arithmetic));
    return claimsOf(
      await beside.vjp(c.cotangents),
      { ...(await s.vjp(c.cotangents)), ...zeros },
      { ...bounds, ...zeros },
    );
  },
};

import { sizeOf } from "../../src/base/shape.ts";
import type { Claim, Law } from "../../src/checks/law.ts";
import { jacobianOfProgram } from "../../src/oracles/cotangent.ts";
import { Tensor } from "../../src/tensor/tensor.ts";

/** The Jacobian of all directions together is, bit for bit, the rows of masked cotangents one by one. */
export const batchedJacobian: Law = {
  name: "batched-jacobian",
  statement: "the Jacobian computed for all directions together has the bits of its rows computed one by one",
  reason: "the batch of directions is only a way to compute; it must not change a number",
  order: 1,
  methods: ["vjp", "jacobian"],
  applies: "own",
  claims: async (s) => {
    const { case: c } = s;
    const { jacobians, outputs } = jacobianOfProgram(c, { mode: "reverse" });
    const claims: Claim[] = [];
    for (const out of c.program.outputs) {
      const count = sizeOf(outputs[out]!.shape);
      for (let row = 0; row < count; row++) {
        const mask = Object.fromEntries(
          c.program.outputs.map((name) => {
            const data = new Float64Array(sizeOf(outputs[name]!.shape));
            if (name === out) data[row] = 1;
            return [name, new Tensor(outputs[name]!.shape, data)];
          }),
        );
        const gradients = await s.vjp(mask);
        for (const name of c.wrt) {
          const want = gradients[name]!;
          const size = sizeOf(want.shape);
          const got = jacobians[out]![name]!.data.subarray(row * size, (row + 1) * size);
          const exactly = new Tensor(want.shape, new Float64Array(size));
          claims.push({
            name: `row ${String(row)} of ∂${out}/∂${name}`,
            got: new Tensor(want.shape, got),
            want,
            bounds: exactly,
          });
        }
      }
    }
    return claims;
  },
};

import { copied, countOf, mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import { Tensor } from "../../src/tensor/tensor.ts";

/** Jacobians of more elements of the results have as many rows, and are not asked for. */
const MOST_ROWS = 12;

/** The engine's Jacobians are those of the reference, row by row. */
export const jacobianAgreement: Law = {
  name: "jacobian-agreement",
  statement: "the rows of the engine's Jacobian are the reference's gradients for one-hot cotangents",
  reason: "a Jacobian is often computed in another way than gradients are: forward, or all rows together",
  order: 1,
  methods: ["jacobian"],
  applies: "others",
  claims: async ({ case: c, engine, reference, arithmetic }) => {
    if (countOf(c.cotangents) > MOST_ROWS) return [];
    const { jacobians } = await engine.jacobian({ program: c.program, inputs: copied(c.inputs), wrt: c.wrt });
    return c.program.outputs.flatMap((out) =>
      [...c.cotangents[out]!.data.keys()].flatMap((row) => {
        const oneHot = mapArrays(c.cotangents, (_, i, name) => Number(name === out && i === row));
        const want = reference.vjp(oneHot);
        return claimsOf(rowOf(jacobians[out]!, want, row), want, reference.vjpBounds(oneHot, arithmetic));
      }),
    );
  },
};

/** One row of each Jacobian: what belongs to one element of the result, in the shape of the input. */
function rowOf(jacobians: Arrays, like: Arrays, row: number): Arrays {
  return Object.fromEntries(
    Object.entries(like).map(
      ([
        name,
        {
          shape,
          data: { length },
        },
      ]) => {
        const { shape: whole, data } = jacobians[name]!;
        const own = whole.slice(whole.length - shape.length);
        return [name, new Tensor(own, data.slice(row * length, (row + 1) * length))];
      },
    ),
  );
}

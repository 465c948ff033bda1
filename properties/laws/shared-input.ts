import { sameShape } from "../../src/base/shape.ts";
import { combine } from "../../src/checks/arrays.ts";
import type { Case } from "../../src/checks/case.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import { gradientsOf, isPlain, only } from "../derived.ts";

/** The gradient of f(x, x) is the sum of those of f(x, z) at z = x. */
export const sharedInput: Law = {
  name: "shared-input",
  statement: "one input in two places has the sum of the gradients that two equal inputs have there",
  reason: "the derivative along the diagonal is the sum of the partial derivatives, however the places are told apart",
  order: 1,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const { wrt, inputs, cotangents, program } = s.case;
    const pairs = wrt.flatMap((x, i) => wrt.slice(i + 1).map((z) => [x, z] as const));
    const pair = pairs.find(([x, z]) => sameShape(inputs[x]!.shape, inputs[z]!.shape));
    if (pair === undefined || program.outputs.includes(pair[1])) return [];
    const [x, z] = pair;
    const apart = s.at({ ...s.case, inputs: { ...inputs, [z]: inputs[x]! } });
    const shared = s.at(merged(s.case, x, z));
    if (!isPlain(apart) || !isPlain(shared)) return [];
    const summed = ({ [z]: other, ...rest }: Arrays): Arrays => {
      const terms = [rest[x]!, other!].map((of) => ({ by: 1, arrays: { [x]: of } }));
      return { ...rest, ...combine(terms) };
    };
    const bounds = combine([
      { by: 1, arrays: summed(apart.reference.vjpBounds(cotangents, s.arithmetic)) },
      { by: 1, arrays: shared.reference.vjpBounds(cotangents, s.arithmetic) },
    ]);
    const want = summed(await gradientsOf(apart));
    return claimsOf(await shared.vjp(cotangents), want, bounds);
  },
};

/** The case with input x in the places of z too. */
function merged(c: Case, x: string, z: string): Case {
  const { program } = c;
  const left = (names: readonly string[]): string[] => names.filter((name) => name !== z);
  return {
    ...c,
    program: {
      ...program,
      inputs: left(program.inputs),
      steps: program.steps.map((step) => ({ ...step, in: step.in.map((name) => (name === z ? x : name)) })),
    },
    inputs: only(c.inputs, left(program.inputs)),
    wrt: left(c.wrt),
    tangents: only(c.tangents, left(c.wrt)),
  };
}

import { valueNoise } from "../../src/checks/bounds.ts";
import type { Case } from "../../src/checks/case.ts";
import { gradientByDifferences } from "../../src/checks/differences.ts";
import type { Claim, Law } from "../../src/checks/law.ts";
import { sizeOf } from "../../src/base/shape.ts";
import { valueOf } from "../../src/engine/variable.ts";
import { finiteDifference } from "../../src/oracles/finite-difference.ts";
import { runProgram } from "../../src/program/run.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { oneHots } from "../../src/transforms/jacobian.ts";
import { RESOLUTION, largestOf } from "../resolution.ts";

/** Reverse mode = forward mode = finite differences. */
export const differenceAgreement: Law = {
  name: "difference-agreement",
  statement: "gradients and tangents are what finite differences of the values say",
  reason: "values know nothing of derivative rules, so a wrong rule cannot hide from them",
  order: 1,
  methods: ["vjp", "jvp"],
  applies: "own",
  claims: async (s) => {
    const { case: c, reference } = s;
    const gradients = await s.vjp(c.cotangents);
    const own = reference.vjpBounds(c.cotangents, s.arithmetic);
    const reverse = c.wrt.map((name): Claim => {
      const got = gradients[name]!;
      const { shape, data } = got;
      const count = sizeOf(shape);
      if (count === 0) return { name, got, want: c.inputs[name]!, bounds: own[name]! };
      const found = gradientByDifferences(c, name, oneHots(c.inputs[name]!, 0, count), new Tensor([], data, count));
      const estimate = new Tensor(shape, found.estimate.data);
      const bounds = new Tensor(
        shape,
        found.bound.data.map((b, i) => b + own[name]!.data[i]!),
      );
      const resolution = RESOLUTION * largestOf(estimate);
      return { name, got, want: estimate, bounds, resolution };
    });
    const tangents = await s.jvp(c.tangents);
    const ownForward = reference.jvpBounds(c.tangents, s.arithmetic);
    const forward = c.program.outputs.map((name, o): Claim => {
      const { estimate, bound } = tangentByDifferences(c, name, o, tangents[name]!);
      const bounds = new Tensor(
        bound.shape,
        bound.data.map((b, i) => b + ownForward[name]!.data[i]!),
      );
      const resolution = RESOLUTION * largestOf(estimate);
      return { name: `tangent of ${name}`, got: tangents[name]!, want: estimate, bounds, resolution };
    });
    return [...reverse, ...forward];
  },
};

/** The derivative of one output along the tangents. */
function tangentByDifferences(
  c: Case,
  output: string,
  o: number,
  claimed: Tensor,
): { estimate: Tensor; bound: Tensor } {
  const names = Object.keys(c.tangents);
  const f = (xs: readonly Tensor[]): Tensor =>
    valueOf(runProgram(c.program, { ...c.inputs, ...Object.fromEntries(names.map((n, i) => [n, xs[i]!])) })[o]!);
  return finiteDifference(
    f,
    names.map((name) => c.inputs[name]!),
    names.map((name) => c.tangents[name]!),
    valueNoise(c)[output]!,
    claimed,
  );
}

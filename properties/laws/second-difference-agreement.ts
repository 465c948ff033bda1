import { vjpNoise } from "../../src/checks/bounds.ts";
import type { Claim, Law } from "../../src/checks/law.ts";
import { valueOf } from "../../src/engine/variable.ts";
import { cotangentsOf, traceProgram } from "../../src/oracles/cotangent.ts";
import { finiteDifference } from "../../src/oracles/finite-difference.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { pull } from "../../src/transforms/trace.ts";
import { largestOf, RESOLUTION } from "../resolution.ts";

/** Hessian-vector products are what finite differences of the gradients say. */
export const secondDifferenceAgreement: Law = {
  name: "second-difference-agreement",
  statement: "the derivative of the gradients along tangents is what finite differences of the gradients say",
  reason: "first derivatives that were checked by values are values themselves for the second",
  order: 2,
  methods: ["hvp"],
  applies: "own",
  claims: async (s) => {
    const { case: c, reference } = s;
    const products = await s.hvp();
    const own = reference.hvpBounds(s.arithmetic);
    const noise = vjpNoise(c, c.cotangents);
    const names = Object.keys(c.tangents);
    return c.wrt.map((name, i): Claim => {
      const gradient = (xs: readonly Tensor[]): Tensor => {
        const moved = { ...c.inputs, ...Object.fromEntries(names.map((n, k) => [n, xs[k]!])) };
        const t = traceProgram(c.program, moved, c.wrt);
        const batch = t.outputs.map((out) => valueOf(out).batch);
        const cotangents = cotangentsOf(c.program, t.outputs, c.cotangents).map((g, o) =>
          g === null ? null : repeat(valueOf(g), batch[o]!),
        );
        return valueOf(pull(t, cotangents, false)[i]!);
      };
      const { estimate, bound } = finiteDifference(
        gradient,
        names.map((n) => c.inputs[n]!),
        names.map((n) => c.tangents[n]!),
        noise[name]!,
        products[name],
      );
      const bounds = new Tensor(
        bound.shape,
        bound.data.map((b, k) => b + own[name]!.data[k]!),
      );
      return { name, got: products[name]!, want: estimate, bounds, resolution: RESOLUTION * largestOf(estimate) };
    });
  },
};

/** A cotangent for each member of a batch of values. */
function repeat(g: Tensor, batch: number): Tensor {
  if (batch === 1) return g;
  const data = new Float64Array(batch * g.data.length);
  for (let n = 0; n < batch; n++) data.set(g.data, n * g.data.length);
  return new Tensor(g.shape, data, batch);
}

import { combine, mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import { atFirstOutput, followedBy, gradientsOf, squareOf, times } from "../derived.ts";

/** The gradient of y · y² is that of y with the cotangent g · y², and that of y² with g · y. */
export const productRule: Law = {
  name: "product-rule",
  statement: "the gradient of a product is that of each factor, with the cotangent times the other one",
  reason: "(u·v)′ = u′·v + u·v′, where both factors are computed from the same inputs",
  order: 1,
  every: 4,
  methods: ["value", "vjp"],
  applies: "all",
  claims: async (s) => {
    const one = await atFirstOutput(s);
    if (one === null) return [];
    const [name] = one.case.program.outputs as readonly [string];
    const values = await s.value();
    const squared = s.at(followedBy(one.case, squareOf));
    const product = s.at(followedBy(one.case, squareOf, (y, then) => ({ op: "multiply", in: [y, then] })));
    const held = s.arithmetic.precision === "float32" ? Math.fround : (x: number): number => x;
    const y = values[name]!.data;
    const cotangent = (times: (i: number) => number): Arrays =>
      mapArrays({ g: one.case.cotangents[name]! }, (g, i) => held(g * times(i)));
    const [byFirst, bySecond] = [cotangent((i) => held(y[i]! ** 2))["g"]!, cotangent((i) => y[i]!)["g"]!];
    const [then] = squared.case.program.outputs as readonly [string];
    const want = combine([
      { by: 1, arrays: await gradientsOf(one, { [name]: byFirst }) },
      { by: 1, arrays: await gradientsOf(squared, { [then]: bySecond }) },
    ]);
    // By hand it is rounded where the engine rounds it.
    const bounds = times(2, product.reference.vjpBounds(product.case.cotangents, s.arithmetic));
    return claimsOf(await product.vjp(product.case.cotangents), want, bounds);
  },
};

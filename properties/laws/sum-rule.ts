import { combine } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import { atFirstOutput, followedBy, gradientsOf, squareOf } from "../derived.ts";

/** The gradient of y + y² is that of y and that of y² together. */
export const sumRule: Law = {
  name: "sum-rule",
  statement: "the gradient of the sum of two functions of the inputs is the sum of their gradients",
  reason: "differentiation is linear; where two paths lead to one input, what comes by each has to arrive",
  order: 1,
  every: 4,
  methods: ["value", "vjp"],
  applies: "all",
  claims: async (s) => {
    const one = await atFirstOutput(s);
    if (one === null) return [];
    const squared = s.at(followedBy(one.case, squareOf));
    const sum = s.at(followedBy(one.case, squareOf, (y, then) => ({ op: "add", in: [y, then] })));
    const all = [one, squared, sum];
    const gradients = await Promise.all(all.map((t) => gradientsOf(t)));
    const bounds = all.map((t) => ({ by: 1, arrays: t.reference.vjpBounds(t.case.cotangents, s.arithmetic) }));
    const want = combine(gradients.slice(0, 2).map((arrays) => ({ by: 1, arrays })));
    return claimsOf(gradients[2]!, want, combine(bounds));
  },
};

import { combine } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import { atFirstOutput, followedBy } from "../derived.ts";

/** The gradient of y + y² is that of y and that of y² together. */
export const sumRule: Law = {
  name: "sum-rule",
  statement: "the gradient of the sum of two functions of the inputs is the sum of their gradients",
  reason: "differentiation is linear; where two paths lead to one input, what comes by each has to arrive",
  order: 1,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const one = atFirstOutput(s);
    const square = (y: string): { op: string; in: string[] } => ({ op: "square", in: [y] });
    const squared = s.at(followedBy(one.case, square));
    const sum = s.at(followedBy(one.case, square, (y, then) => ({ op: "add", in: [y, then] })));
    const all = [one, squared, sum];
    const gradients = await Promise.all(all.map((t) => t.vjp(t.case.cotangents)));
    const bounds = all.map((t) => ({ by: 1, arrays: t.reference.vjpBounds(t.case.cotangents, s.arithmetic) }));
    const want = combine(gradients.slice(0, 2).map((arrays) => ({ by: 1, arrays })));
    return claimsOf(gradients[2]!, want, combine(bounds));
  },
};

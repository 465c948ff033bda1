import { normalizeAxes } from "../../src/base/shape.ts";
import type { Law } from "../../src/checks/law.ts";
import { attrsOf } from "../../src/program/program.ts";
import { sum } from "../../src/tensor/kernels/reduce.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { gradientsOf, onlyStep } from "../derived.ts";
import { shifts } from "../invariants.ts";
import { CANCELLED, largestOf } from "../resolution.ts";

/** What a gradient sums to along the axes on which all elements may be shifted together. */
export const shiftInvariance: Law = {
  name: "shift-invariance",
  statement:
    "the gradient of softmax and the like sums to zero along the axis, that of logsumexp and the like to the cotangent",
  reason: "f(x + c) = f(x) for every number c, or f(x) + c; this is its derivative by c at 0",
  order: 1,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const { program, inputs, wrt, cotangents } = s.case;
    const step = onlyStep(program);
    const shift = step === null ? undefined : shifts[step.op];
    if (step === null || shift === undefined || !wrt.includes(step.in[0]!)) return [];
    const [name] = step.in as readonly [string];
    const attrs: { readonly axis?: number | readonly number[] | null } = attrsOf(step);
    const axes = normalizeAxes(step.op, attrs.axis ?? null, inputs[name]!.shape.length);
    // A mean of nothing is not moved.
    if (inputs[name]!.data.length === 0) return [];
    const along = (x: Tensor): Tensor => sum(x, axes, false);
    const got = along((await gradientsOf(s))[name]!);
    const g = cotangents[step.out]!;
    const want = new Tensor(
      got.shape,
      got.data.map((_, i) => (shift === 0 ? 0 : g.data[i]!)),
    );
    const bounds = along(s.reference.vjpBounds(cotangents, s.arithmetic)[name]!);
    const { shape, data } = s.reference.vjp(cotangents)[name]!;
    const terms = along(new Tensor(shape, data.map(Math.abs)));
    return [{ name, got, want, bounds, resolution: CANCELLED * largestOf(terms) }];
  },
};

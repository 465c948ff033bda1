import { gradientByOwnDifferences } from "../../src/checks/differences.ts";
import type { Claim, Law } from "../../src/checks/law.ts";
import { scalar, Tensor } from "../../src/tensor/tensor.ts";
import { gradientsOf } from "../derived.ts";
import { largestOf, OWN_RESOLUTION } from "../resolution.ts";

/** The engine's gradient is the slope of the engine's own values. */
export const ownDifferences: Law = {
  name: "own-differences",
  statement: "a gradient is what finite differences of the engine's own values say",
  reason: "whatever function it computes, an engine that contradicts itself is wrong: no other engine need be believed",
  order: 1,
  every: 4,
  methods: ["value", "vjp"],
  applies: "others",
  claims: async (s) => {
    const { case: c, reference, arithmetic } = s;
    // Differences of an engine's values are many questions, so they are asked of one element: where most hangs on it.
    const slopes = reference.vjp(c.cotangents);
    const all = c.wrt.flatMap((name) =>
      [...slopes[name]!.data].map((slope, at) => ({ name, at, slope: Math.abs(slope) })),
    );
    const [steepest] = all.toSorted((a, b) => b.slope - a.slope);
    if (steepest === undefined) return [];
    const { name, at } = steepest;
    const direction = new Tensor(
      c.inputs[name]!.shape,
      c.inputs[name]!.data.map((_, i) => Number(i === at)),
    );
    const found = await gradientByOwnDifferences(s, name, direction);
    const got = scalar((await gradientsOf(s))[name]!.data[at]!);
    const [want, bound] = [scalar(found.estimate.data[0]!), found.bound.data[0]!];
    const own = reference.vjpBounds(c.cotangents, arithmetic)[name]!.data[at]!;
    const claim: Claim = {
      name,
      got,
      want,
      bounds: scalar(bound + own),
      resolution: OWN_RESOLUTION[arithmetic.precision] * largestOf(want),
    };
    // Where nothing is known of the slope, nothing is claimed.
    return Number.isFinite(bound) && Number.isFinite(want.data[0]!) ? [claim] : [];
  },
};

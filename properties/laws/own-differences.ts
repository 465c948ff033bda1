import { gradientByOwnDifferences } from "../../src/checks/differences.ts";
import type { Claim, Law } from "../../src/checks/law.ts";
import { scalar, Tensor } from "../../src/tensor/tensor.ts";
import { largestOf, OWN_RESOLUTION } from "../resolution.ts";

/** The engine's gradient is the slope of the engine's own values. */
export const ownDifferences: Law = {
  name: "own-differences",
  statement: "a gradient is what finite differences of the engine's own values say",
  reason: "whatever function it computes, an engine that contradicts itself is wrong: no other engine need be believed",
  order: 1,
  methods: ["value", "vjp"],
  applies: "others",
  claims: async (s) => {
    const { case: c, reference, arithmetic } = s;
    // Differences of an engine's values are many questions, so they are asked of one element: where most hangs on it.
    const steepest = c.wrt
      .flatMap((name) =>
        [...reference.vjp(c.cotangents)[name]!.data].map((slope, at) => ({ name, at, size: Math.abs(slope) })),
      )
      .reduce<{ name: string; at: number; size: number } | null>(
        (most, x) => (most === null || x.size > most.size ? x : most),
        null,
      );
    if (steepest === null) return [];
    const { name, at } = steepest;
    const direction = new Tensor(
      c.inputs[name]!.shape,
      c.inputs[name]!.data.map((_, i) => Number(i === at)),
    );
    const found = await gradientByOwnDifferences(s, name, direction);
    const got = scalar((await s.vjp(c.cotangents))[name]!.data[at]!);
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

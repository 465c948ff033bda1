import { copied, mapArrays } from "../../src/checks/arrays.ts";
import type { Claim, Law } from "../../src/checks/law.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import { scalar, zeros } from "../../src/tensor/tensor.ts";

/** A derivative leaves everything as it found it. */
export const noEffects: Law = {
  name: "no-effects",
  statement: "a gradient leaves inputs and cotangents as they were, and nothing behind in the engine's memory",
  reason: "who trains asks a million times for gradients, of arrays that are needed afterwards",
  order: 1,
  methods: ["vjp"],
  failsAs: "mutates-input",
  applies: "all",
  claims: async ({ engine, case: c, arithmetic }) => {
    const handed = { ...c, inputs: copied(c.inputs), cotangents: copied(c.cotangents) };
    const { program, wrt, inputs, cotangents } = handed;
    const request = { program, wrt, inputs, cotangents };
    if (!engine.description.methods.includes("effects") || engine.effects === undefined) {
      await engine.vjp(request);
      return [...unchanged(inputs, c.inputs), ...unchanged(cotangents, c.cotangents, "the cotangent of ")];
    }
    const after = await engine.effects(request);
    const held = (x: Arrays): Arrays => (arithmetic.precision === "float32" ? mapArrays(x, Math.fround) : x);
    return [
      ...unchanged(after.inputs, held(c.inputs)),
      ...unchanged(after.cotangents, held(c.cotangents), "the cotangent of "),
      none("tensors left behind", after.tensors),
      none("buffers left behind", after.buffers),
    ];
  },
};

/** That a count is zero. */
function none(name: string, count: number): Claim {
  return { name, got: scalar(count), want: scalar(0), bounds: scalar(0) };
}

/** That arrays are what they were, in the engine's precision; one that is gone is empty. */
function unchanged(after: Arrays, before: Arrays, what: string = ""): Claim[] {
  const exactly = mapArrays(before, () => 0);
  return Object.entries(before).map(([name, want]) => ({
    name: `${what}${name}`,
    got: after[name] ?? zeros([0]),
    want,
    bounds: exactly[name]!,
  }));
}

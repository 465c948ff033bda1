import { copied, mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import { valueOfProgram } from "../../src/oracles/cotangent.ts";
import { atFirstOutput, followedBy, haveShapesOf, isFinite, only, shapedAs, squareOf, times } from "../derived.ts";
import { halvesOf, movingWith } from "../halves.ts";

/** The gradient of a composition is the composition of the gradients of its parts. */
export const chainRule: Law = {
  name: "chain-rule",
  statement: "the gradient of a composition is that of its second part, handed on to its first as the cotangent",
  reason:
    "the Jacobian of a composition is the product of the parts' Jacobians, whichever steps stand next to each other",
  order: 1,
  every: 4,
  methods: ["value", "vjp"],
  applies: "all",
  claims: async (s) => {
    const one = await atFirstOutput(s);
    if (one === null) return [];
    // One step alone is composed with a smooth one.
    const whole = s.case.program.steps.length > 1 ? s : s.at(followedBy(one.case, squareOf));
    const { program, inputs, wrt, cotangents } = whole.case;
    const halves = halvesOf(program);
    if (halves === null) return [];
    const { first, second } = halves;
    const wrtFirst = wrt.filter((name) => first.inputs.includes(name));
    const moving = movingWith(first, wrtFirst);
    const wrtSecond = second.inputs.filter((name) => wrt.includes(name) || moving.has(name));
    if (wrtFirst.length === 0 || !wrtSecond.some((name) => first.outputs.includes(name))) return [];
    const early = { program: first, inputs: only(inputs, first.inputs) };
    const { outputs } = await s.engine.value({ ...early, inputs: copied(early.inputs) });
    if (!isFinite(outputs) || !haveShapesOf(outputs, valueOfProgram(early))) return [];
    const { gradients: after } = await s.engine.vjp({
      program: second,
      inputs: copied(only({ ...inputs, ...outputs }, second.inputs)),
      wrt: wrtSecond,
      cotangents: copied(only(cotangents, second.outputs)),
    });
    shapedAs(after, { ...inputs, ...outputs });
    const handedOn = mapArrays(outputs, (_, i, name) => (after[name]?.data[i] ?? 0) + (cotangents[name]?.data[i] ?? 0));
    const { gradients: before } = await s.engine.vjp({
      program: first,
      inputs: copied(early.inputs),
      wrt: wrtFirst,
      cotangents: handedOn,
    });
    shapedAs(before, inputs);
    const composed = mapArrays(
      only(inputs, wrt),
      (_, i, name) => (after[name]?.data[i] ?? 0) + (before[name]?.data[i] ?? 0),
    );
    // The parts round as the whole does: they are one more way to compute it.
    const bounds = times(2, whole.reference.vjpBounds(cotangents, s.arithmetic));
    return claimsOf(await whole.vjp(cotangents), composed, bounds);
  },
};

import fc from "fast-check";
import type { Draw } from "../../src/op/domain.ts";
import type { Op } from "../../src/op/op.ts";
import { inputsTaken } from "../../src/op/taken.ts";
import type { Case } from "../../src/checks/case.ts";
import type { Step } from "../../src/program/program.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { directed } from "./directions.ts";
import { drawWith } from "./draw.ts";
import { drawElements } from "./elements.ts";

/**
 * Cases of one op alone, over its shapes, attributes and domain.
 *
 * @param shapesAndAttrs makes the choices of these, anew for each case; they are drawn too unless given.
 */
export function opCases(op: Op, shapesAndAttrs?: () => Draw): fc.Arbitrary<Case> {
  return fc.gen().map((g) => drawOpCase(drawWith(g), op, shapesAndAttrs?.()));
}

/**
 * Draws a case of an op.
 *
 * @param shapesAndAttrs draws these.
 */
export function drawOpCase(draw: Draw, op: Op, shapesAndAttrs: Draw = draw): Case {
  const { domain } = op.face!;
  const sample = domain.sample(shapesAndAttrs);
  const inputs: Record<string, Tensor> = {};
  const wrt: string[] = [];
  const taken: number[] = [];
  sample.shapes.forEach((shape, i) => {
    const { base, name, differentiated } = inputOf(op, sample.attrs, i);
    inputs[name] = drawElements(draw, shape, sample.inputs?.[base] ?? domain.inputs[base]!, sample.attrs, taken);
    if (differentiated) wrt.push(name);
  });
  const step: Step = { out: "out", op: op.name, in: Object.keys(inputs), ...attrsMember(sample.attrs) };
  return directed(draw, { inputs: Object.keys(inputs), steps: [step], outputs: ["out"] }, inputs, wrt);
}

/** Input `i` of a call of an op: its name, the name in the op's entry, and whether it is differentiated. */
export function inputOf(
  op: Op,
  attrs: object,
  i: number,
): { readonly base: string; readonly name: string; readonly differentiated: boolean } {
  const names = inputsTaken(op, attrs);
  const place = Math.min(i, names.length - 1);
  const base = names[place]!;
  return {
    base,
    name: op.variadic ? `${base}${String(i + 1)}` : base,
    differentiated: op.active[place] === true || op.kind === "constant",
  };
}

/** The `attrs` member of a step, left out where there are none. */
export function attrsMember(attrs: object): Pick<Step, "attrs"> {
  const given = Object.entries(attrs).filter(([, value]) => value !== undefined && value !== null);
  return given.length === 0 ? {} : { attrs: Object.fromEntries(given) };
}

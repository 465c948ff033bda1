import fc from "fast-check";
import { sizeOf, type Shape } from "../../src/base/shape.ts";
import type { Case } from "../../src/checks/case.ts";
import { pointsOf, type Draw, type Reals } from "../../src/op/domain.ts";
import type { Op } from "../../src/op/op.ts";
import type { Step } from "../../src/program/program.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { directed } from "./directions.ts";
import { drawWith } from "./draw.ts";
import { attrsMember, inputOf } from "./op-case.ts";

/** Values beside the points where an op breaks: far from these and from each other. */
const OTHERS = [-2.5, 1.5, 3] as const;

/** Ops that the operand of a kink may come from; they keep ties, and zero. */
const BEFORE = ["negative", "tanh"] as const;
/** Ops that may follow a kink. */
const AFTER = ["square", "tanh"] as const;

/** Whether an op's domain says where it breaks. */
export function hasBreaks(op: Op): boolean {
  return op.inputs.some((name) => op.face!.domain.inputs[name]!.breaks !== null);
}

/**
 * Cases at the kinks and jumps of one op: elements at the points where it breaks, or equal ones where ties do, beside others
 * that are clear of it. Two inputs of one shape may be one.
 */
export function kinkCases(op: Op): fc.Arbitrary<Case> {
  return fc.gen().map((g) => {
    const draw = drawWith(g);
    const { inputs, wrt, step } = drawAtKink(draw, op);
    return directed(draw, { inputs: Object.keys(inputs), steps: [step], outputs: [step.out] }, inputs, wrt);
  });
}

/** Cases of an op at its kinks between a step that computes what it works on and one that goes on with its result. */
export function kinkProgramCases(ops: readonly Op[]): fc.Arbitrary<Case> {
  return fc.gen().map((g) => {
    const draw = drawWith(g);
    const { inputs, wrt, step } = drawAtKink(draw, draw.pick(ops.filter(hasBreaks)));
    const before = draw.pick(BEFORE);
    const names = Object.keys(inputs);
    const steps = [
      ...names.map((name) => ({ out: `${before}_${name}`, op: before, in: [name] })),
      { ...step, in: step.in.map((name) => `${before}_${name}`) },
      { out: "after", op: draw.pick(AFTER), in: [step.out] },
    ];
    return directed(draw, { inputs: names, steps, outputs: ["after"] }, inputs, wrt);
  });
}

interface AtKink {
  readonly inputs: Readonly<Record<string, Tensor>>;
  readonly wrt: readonly string[];
  readonly step: Step;
}

function drawAtKink(draw: Draw, op: Op): AtKink {
  const { domain } = op.face!;
  const sample = domain.sample(withRoom(draw));
  const pool = draw.pick([OTHERS, OTHERS.slice(1), OTHERS.slice(2)]);
  const inputs: Record<string, Tensor> = {};
  const wrt: string[] = [];
  const names = sample.shapes.map((shape, i) => {
    const { base, name, differentiated } = inputOf(op, sample.attrs, i);
    // The second of two inputs of one shape may be the first.
    const [first] = Object.keys(inputs);
    if (i === 1 && inputs[first!]!.shape.join() === shape.join() && draw.integer(0, 7) === 7) return first!;
    inputs[name] = drawAtBreaks(draw, shape, sample.inputs?.[base] ?? domain.inputs[base]!, sample.attrs, pool);
    if (differentiated) wrt.push(name);
    return name;
  });
  return { inputs, wrt, step: { out: "out", op: op.name, in: names, ...attrsMember(sample.attrs) } };
}

/** Elements at the points where an op breaks and at a few others, so that some are equal; the first is at a point, or the largest. */
function drawAtBreaks(draw: Draw, shape: Shape, from: Reals, attrs: object, pool: readonly number[]): Tensor {
  const points = pointsOf(from.breaks, attrs);
  return new Tensor(
    shape,
    Float64Array.from({ length: sizeOf(shape) }, (_, i) => {
      if (points.length > 0 && (i === 0 || draw.flag())) return draw.pick(points);
      return i === 0 ? pool.at(-1)! : draw.pick(pool);
    }),
  );
}

/** Draws no dimension of 0, and few of 1: where there is one element or none, nothing ties. */
function withRoom(draw: Draw): Draw {
  return {
    ...draw,
    shape: (minRank, maxRank) => draw.shape(minRank, Math.min(maxRank, 3)).map((d) => Math.max(2, d)),
    broadcastable: (count) => draw.broadcastable(count).map((shape) => shape.map((d) => Math.max(1, d))),
  };
}

import { UNIT_ROUNDOFF, SMALLEST_NORMAL, type Precision } from "../../base/ulp.ts";
import type { Case } from "../../checks/case.ts";
import type { Arrays } from "../../oracles/engine.ts";
import type { Step } from "../../program/program.ts";
import { scalar, type Tensor } from "../../tensor/tensor.ts";

/** The largest finite number of each precision: (2 − 2u)·2ᵉ. */
const LARGEST: Readonly<Record<Precision, number>> = {
  float32: (2 - 2 * UNIT_ROUNDOFF.float32) * 2 ** 127,
  float64: Number.MAX_VALUE,
};

/** Whether a precision has every finite number of some tensors, if only rounded: none overflows, none is subnormal. */
export function canHold(precision: Precision, tensors: Iterable<Tensor>): boolean {
  if (precision === "float64") return true;
  for (const { data } of tensors)
    for (const x of data)
      if (
        Number.isFinite(x) &&
        x !== 0 &&
        !(Math.abs(x) >= SMALLEST_NORMAL[precision] && Math.abs(x) <= LARGEST[precision])
      )
        return false;
  return true;
}

/** A case whose rounding bounds are wanted. */
export type Point = Pick<Case, "program" | "inputs" | "wrt">;

/**
 * The point as an engine of a precision computes it: one of float32 rounds inputs and directions that float32 does not
 * hold. The bounds hear of that as a product with 1, which rounds once, before such an input is used and after each output.
 */
export function inPrecision(point: Point, precision: Precision, directions: Arrays): Point {
  const { program, inputs } = point;
  if (precision === "float64") return point;
  const one = " one";
  const coarse = program.inputs.filter((name) => !isFloat32(inputs[name]) || !isFloat32(directions[name]));
  const outputs = program.outputs.filter((name) => !isFloat32(directions[name]) && !program.inputs.includes(name));
  const inner = (name: string): string => (coarse.includes(name) || outputs.includes(name) ? ` ${name}` : name);
  const round = (out: string, from: string): Step => ({ out, op: "multiply", in: [from, one] });
  return {
    ...point,
    program: {
      inputs: [...program.inputs, one],
      steps: [
        ...coarse.map((name) => round(inner(name), name)),
        ...program.steps.map((step) => ({ ...step, out: inner(step.out), in: step.in.map(inner) })),
        ...outputs.map((name) => round(name, inner(name))),
      ],
      outputs: program.outputs,
    },
    inputs: { ...inputs, [one]: scalar(1) },
  };
}

function isFloat32(x: Tensor | undefined): boolean {
  return x === undefined || x.data.every((v) => Object.is(Math.fround(v), v));
}

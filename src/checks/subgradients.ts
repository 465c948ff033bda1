import { UNIT_ROUNDOFF } from "../base/ulp.ts";
import { valueOf } from "../engine/variable.ts";
import type { Arithmetic } from "../oracles/arithmetic.ts";
import { vjpOfProgram } from "../oracles/cotangent.ts";
import type { Arrays } from "../oracles/engine.ts";
import type { Step } from "../program/program.ts";
import { runProgram } from "../program/run.ts";
import { Tensor } from "../tensor/tensor.ts";
import { vjpBounds } from "./bounds.ts";
import type { Point } from "./tasks.ts";
import type { Kink } from "./kinks.ts";
import { flattened } from "./limits.ts";
import type { HullSum } from "./separate.ts";

/**
 * Roundings of an engine's own rule at a kink that the model does not hold: masks that are multiplied, a count of ties
 * that is divided by, and shares of it that are summed again.
 */
const OWN_ROUNDINGS = 8;

/** The gradients that a correct engine may answer at a kink, by all differentiated inputs one after another. */
export interface Subgradients {
  readonly set: HullSum;
  /** How far an engine's rounding may take it out of the set, entry by entry. */
  readonly bounds: Float64Array;
  /** A valid answer: every limit of gradients has an equal share in it. No rule was asked for a convention. */
  readonly middle: Float64Array;
}

/**
 * The valid gradients of a program of which one step stands at a kink. Elements j of the step's result have the limiting
 * gradients Gⱼ by the inputs; the rest of the program is smooth and gives them cotangents cⱼ, and gradients that go past the
 * step. By the chain rule an engine that picks any subgradient of each element answers a point of
 *
 *     rest + Σⱼ cⱼ·conv(Gⱼ)
 *
 * which is the Clarke subdifferential, or holds it where the result's elements share inputs.
 */
export function subgradientsOf(
  { program, inputs, wrt }: Point,
  kink: Kink,
  cotangents: Arrays,
  arithmetic: Arithmetic,
): Subgradients {
  const { step, sides } = kink;
  const others = program.steps.filter((other) => other !== step);
  const out = valueOf(runProgram({ ...program, outputs: [step.out] }, inputs)[0]!);
  const { gradients } = vjpOfProgram({
    program: { ...program, inputs: [...program.inputs, step.out], steps: others },
    inputs: { ...inputs, [step.out]: out },
    wrt: [...wrt, step.out],
    cotangents,
  });
  const c = gradients[step.out]!.data;
  const base = flattened(wrt, gradients);
  const parts = sides!.byInputs.map((points, j) => points.map((p) => p.map((x) => c[j]! * x)));
  const bounds = flattened(wrt, vjpBounds(linearized({ program, inputs, wrt }, kink, out), cotangents, arithmetic));
  const middle = base.slice();
  for (const points of parts)
    for (const p of points)
      p.forEach((x, i) => {
        middle[i]! += x / points.length;
        bounds[i]! += OWN_ROUNDINGS * UNIT_ROUNDOFF[arithmetic.precision] * Math.abs(x);
      });
  return { set: { base, parts }, bounds, middle };
}

/**
 * The program with the step replaced by a linear map, out + W·(x − operands), of which each weight is the largest in size on
 * any side: what an engine rounds whose convention lets every side through.
 */
function linearized({ program, inputs, wrt }: Point, { step, operands, sides }: Kink, out: Tensor): Point {
  const rows = sides!.byOperands.map((points) =>
    points.reduce((a, b) => a.map((x, i) => (Math.abs(x) > Math.abs(b[i]!) ? x : b[i]!))),
  );
  const offset = new Tensor([rows.length], out.data.slice());
  const added: Record<string, Tensor> = { [`${step.out} offset`]: offset };
  const steps: Step[] = [];
  let sum = `${step.out} offset`;
  let first = 0;
  operands.forEach(({ data }, k) => {
    const [weights, flat, product, total] = ["weights", "flat", "product", "sum"].map(
      (role) => `${step.out} ${role} ${String(k)}`,
    ) as [string, string, string, string];
    const W = rows.map((row) => row.subarray(first, first + data.length));
    added[weights] = new Tensor([rows.length, data.length], Float64Array.from(W.flatMap((row) => [...row])));
    W.forEach((row, j) => {
      offset.data[j]! -= row.reduce((n, w, i) => n + w * data[i]!, 0);
    });
    steps.push(
      { out: flat, op: "reshape", in: [step.in[k]!], attrs: { shape: [data.length] } },
      { out: product, op: "matmul", in: [weights, flat] },
      { out: total, op: "add", in: [sum, product] },
    );
    sum = total;
    first += data.length;
  });
  steps.push({ out: step.out, op: "reshape", in: [sum], attrs: { shape: out.shape } });
  return {
    program: {
      inputs: [...program.inputs, ...Object.keys(added)],
      steps: program.steps.flatMap((other) => (other === step ? steps : [other])),
      outputs: program.outputs,
    },
    inputs: { ...inputs, ...added },
    wrt,
  };
}

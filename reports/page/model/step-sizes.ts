import type { Case } from "../../../src/checks/case.ts";
import { derivativeOfProgram, valueOfProgram } from "../../../src/oracles/cotangent.ts";
import type { Arrays } from "../../../src/oracles/engine.ts";
import { decodeCase } from "../../../src/suite/stored-case.ts";
import type { Finding } from "../../../src/suite/results.ts";
import { Tensor } from "../../../src/tensor/tensor.ts";
import { pairsOf, worstOf } from "./evidence.ts";

/** Central differences of our own values at many steps, against the right number: large steps truncate, small ones round. */
export interface StepSizes {
  readonly entry: string;
  readonly steps: readonly number[];
  /** How far the difference at each step is from the right number. */
  readonly errors: readonly number[];
  /** How far the engine's answer is from it. */
  readonly engine: number;
}

/** From 1 down to where nothing of a float64 is left, three steps to a power of ten. */
const STEPS = Array.from({ length: 40 }, (_, i) => 10 ** (-i / 3));

/** The step-size curve of the number that a finding is most wrong at; null where there is none, as for values. */
export function stepSizesOf(finding: Finding): StepSizes | null {
  const worst = worstOf(pairsOf(finding));
  if (finding.order === 0 || worst === null) return null;
  const { pair, at } = worst;
  const name = pair.name === "" ? finding.case.wrt[0]! : pair.name;
  try {
    const moved = along(decodeCase(finding.case, "case"), finding.order, name, at);
    const want = pair.want[at]!;
    const errors = STEPS.map((h) => Math.abs((moved(h) - moved(-h)) / (2 * h) - want));
    if (!errors.some((e) => Number.isFinite(e))) return null;
    const index = pair.want.length === 1 ? "" : `[${String(at)}]`;
    return { entry: `${name}${index}`, steps: STEPS, errors, engine: Math.abs(pair.got[at]! - want) };
  } catch {
    // A program that our engine cannot run has no curve: the rest of the page stands without it.
    return null;
  }
}

/** What is differentiated once more by differences, as a function of the step. */
function along(c: Case, order: number, name: string, at: number): (h: number) => number {
  if (order > 1) {
    return (h) => {
      const inputs = { ...c.inputs };
      for (const [input, d] of Object.entries(c.tangents)) inputs[input] = shifted(inputs[input]!, d.data, h);
      return derivativeOfProgram({ ...c, inputs, order: order - 1 }).products[name]!.data[at]!;
    };
  }
  const x = c.inputs[name]!;
  const one = Float64Array.from(x.data, (_, i) => Number(i === at));
  return (h) => weighed(valueOfProgram({ ...c, inputs: { ...c.inputs, [name]: shifted(x, one, h) } }), c.cotangents);
}

function shifted({ shape, data }: Tensor, direction: Float64Array, h: number): Tensor {
  return new Tensor(
    shape,
    data.map((x, i) => x + h * direction[i]!),
  );
}

/** The outputs weighed by the cotangents: what the gradient is of. */
function weighed(outputs: Arrays, cotangents: Arrays): number {
  return Object.entries(cotangents).reduce(
    (sum, [name, g]) => outputs[name]!.data.reduce((part, y, i) => part + y * g.data[i]!, sum),
    0,
  );
}

import { broadcastShapes } from "../base/shape.ts";
import type { Reals } from "../op/domain.ts";
import { attrsOf, opNamed, type Program } from "../program/program.ts";
import { runProgram } from "../program/run.ts";
import { expand } from "../tensor/kernels/map.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { valueOf } from "../engine/variable.ts";
import type { Arrays } from "../oracles/engine.ts";

/** Nearer than this, relative to their size, a float32 engine may stand on the other side of the kink. */
const REACH = 1e-4;

/**
 * The first step of a program that stands at a kink, or within reach of one, or null. Derivatives jump there, so that a
 * different answer is no error and an equal one no agreement.
 */
export function kinkWithinReach(program: Program, inputs: Arrays): string | null {
  const everything = { ...program, outputs: program.steps.map((step) => step.out) };
  const results = program.steps.length === 0 ? [] : runProgram(everything, inputs).map(valueOf);
  const values = new Map<string, Tensor>(Object.entries(inputs));
  for (const [i, step] of program.steps.entries()) {
    const op = opNamed(step.op);
    const operands = step.in.map((name) => values.get(name)!);
    const domain = op.face!.domain.inputs;
    const near = op.inputs.some((name, k) => nearDeclared(domain[name]!, operands[k]!, attrsOf(step)));
    const ties = op.inputs.every((name) => domain[name]!.distinct) && haveTies(operands);
    if (near || ties) return `${step.op} (step "${step.out}") within reach of a kink`;
    values.set(step.out, results[i]!);
  }
  return null;
}

function nearDeclared(domain: Reals, x: Tensor, attrs: object): boolean {
  const bounds = Object.values(attrs).filter((a): a is number => typeof a === "number");
  const points = domain.avoid.length === 0 ? [] : [...domain.avoid, ...bounds];
  return points.some((p) => x.data.some((v) => Math.abs(v - p) <= REACH * Math.max(1, Math.abs(p))));
}

/** Whether two elements that an op compares are equal or nearly so: across two inputs, or within one. */
function haveTies([x, y]: readonly Tensor[]): boolean {
  if (y === undefined) {
    const sorted = x!.data.toSorted();
    return sorted.some((v, i) => i > 0 && near(v, sorted[i - 1]!));
  }
  const shape = broadcastShapes("kinks", x!.shape, y.shape);
  const other = expand(y, shape).data;
  return expand(x!, shape).data.some((v, i) => near(v, other[i]!));
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= REACH * Math.max(1, Math.abs(a));
}

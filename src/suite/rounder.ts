import type { Case } from "../checks/case.ts";
import type { Reals } from "../op/domain.ts";
import type { Arrays } from "../oracles/engine.ts";
import { opNamed } from "../program/program.ts";
import { Tensor } from "../tensor/tensor.ts";

/** Rounder numbers for an array, the roundest first. */
const ROUNDED: readonly ((x: Tensor) => Float64Array)[] = [
  ({ data }) => data.map(() => 1),
  ({ data }) => data.map((_, i) => i + 1),
  ({ data }) => data.map(Math.round),
  ({ data }) => data.map(Math.trunc),
  ({ data }) => data.map((x) => Math.round(2 * x) / 2),
  ({ data }) => data.map((x) => Math.fround(Number(x.toPrecision(1)))),
  ({ data }) => data.map((x) => Math.fround(Number(x.toPrecision(2)))),
];

/** Cases of the same shapes with rounder numbers, in one array each. Inputs stay in the domains that they were drawn in. */
export function* rounder(c: Case): Generator<Case> {
  for (const name of Object.keys(c.cotangents))
    for (const cotangents of roundedIn(c.cotangents, name)) yield { ...c, cotangents };
  for (const name of Object.keys(c.tangents))
    for (const tangents of roundedIn(c.tangents, name)) yield { ...c, tangents };
  for (const name of c.program.inputs)
    for (const inputs of roundedIn(c.inputs, name)) if (staysWithin(c, name, inputs[name]!)) yield { ...c, inputs };
}

function* roundedIn(arrays: Arrays, name: string): Generator<Arrays> {
  const x = arrays[name]!;
  for (const round of ROUNDED) {
    const data = round(x);
    // What has as many digits is no rounder: it would go round and round.
    if (digitsOf(data) < digitsOf(x.data)) yield { ...arrays, [name]: new Tensor(x.shape, data) };
  }
}

/** How much there is to read in numbers: their digits, and how many of them are unlike. */
function digitsOf(data: Float64Array): number {
  return data.reduce((sum, x) => sum + String(Math.abs(x)).length, 0) + new Set(data).size / (data.length + 1);
}

/** Whether an input is still in the domains of the ops that take it, as far as it was before. */
function staysWithin(c: Case, name: string, x: Tensor): boolean {
  return c.program.steps.every((step) => {
    const op = opNamed(step.op);
    return step.in.every((other, i) => {
      if (other !== name) return true;
      const domain = op.face!.domain.inputs[op.inputs[Math.min(i, op.inputs.length - 1)]!]!;
      return liesIn(x, domain) || !liesIn(c.inputs[name]!, domain);
    });
  });
}

function liesIn({ data }: Tensor, { low, high, whole }: Reals): boolean {
  return data.every((x) => x >= low && x <= high && (!whole || Number.isInteger(x)));
}

import { expect } from "vitest";
import { boundsOf } from "../../src/checks/bounds.ts";
import { valueTask, vjpTask } from "../../src/checks/tasks.ts";
import { tensor, type Tensor } from "../../src/index.ts";
import type { Arithmetic } from "../../src/oracles/arithmetic.ts";
import type { Step } from "../../src/program/program.ts";

export const [u, eta] = [2 ** -24, 2 ** -126];
/** The two points lie beside the one at hand, where the bounds are worked out: by a few millionths at the most. */
export const NEAR = 3e-6;

export const correctlyRounded = Object.fromEntries(
  ["divide", "exp", "log", "sqrt", "tanh"].map((name) => [name, { relative: 1, absolute: 0 }]),
);
export const float32: Arithmetic = { name: "test", precision: "float32", own: false, measured: {} };

/** The bounds of the outputs of a program of ops on inputs a, b …, the last step's being the output. */
export function ofValue(
  inputs: Readonly<Record<string, number | number[]>>,
  steps: readonly Step[],
  arithmetic = float32,
): Float64Array {
  const at = { program: programOf(inputs, steps), inputs: tensorsOf(inputs) };
  return boundsOf(valueTask(at), arithmetic)["out"]!.data;
}

/** The bound of the derivative of a step along its input x, for a cotangent g. */
export function ofGradient(x: number, g: number, steps: readonly Step[], arithmetic: Arithmetic): number {
  const at = { program: programOf({ x }, steps), inputs: tensorsOf({ x }), wrt: ["x"] };
  return boundsOf(vjpTask(at, { out: tensor(g) }), arithmetic)["x"]!.data[0]!;
}

export function programOf(
  inputs: object,
  steps: readonly Step[],
): { inputs: string[]; steps: readonly Step[]; outputs: string[] } {
  return { inputs: Object.keys(inputs), steps, outputs: ["out"] };
}

export function tensorsOf(inputs: Readonly<Record<string, number | number[]>>): Record<string, Tensor> {
  return Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, tensor(x)]));
}

export function step(op: string, inputs: string, out = "out", attrs = {}): Step {
  return { out, op, in: inputs.split(" "), attrs };
}

export function expectNear(got: number, want: number): void {
  expect(Math.abs(got - want), `${String(got)} against ${String(want)}`).toBeLessThanOrEqual(NEAR * want);
}

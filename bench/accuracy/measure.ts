import fc from "fast-check";
import { drawWith } from "../../properties/generators/draw.ts";
import { attrsMember, opCases } from "../../properties/generators/op-case.ts";
import { GradientError } from "../../src/base/errors.ts";
import { seedOf } from "../../src/base/random.ts";
import { ulpDistance, UNIT_ROUNDOFF } from "../../src/base/ulp.ts";
import type { Case } from "../../src/checks/case.ts";
import { exactValue, exactVjp, PrecisionError } from "../../src/exact/index.ts";
import type { Op } from "../../src/op/op.ts";
import { hvpOfProgram, jacobianOfProgram, valueOfProgram, vjpOfProgram } from "../../src/oracles/cotangent.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import type { Program } from "../../src/program/program.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { numbersFrom } from "./points.ts";

/** The errors of one number that an op computes: its value, or the derivative by one input. */
export interface Row {
  readonly op: string;
  readonly what: string;
  readonly points: number;
  readonly worst: number;
  readonly median: number;
  /** Where the worst error was met, and what the true and the computed number are there. */
  readonly at: string;
}

/** One error as it is met. */
type Note = (what: string, error: number, at: () => string) => void;

/**
 * Errors of an elementwise op over all of float64, in float64 steps from the correctly rounded number: 0 is the best there
 * is. Derivatives where none exists, or that take too many digits to tell, are left out, as are points whose true value is not a number.
 */
export function measureElementwise(op: Op, points: number, seed: number): Row[] {
  const next = numbersFrom(seedOf(seed, op.name));
  const attrs = fc.sample(
    fc.gen().map((g) => op.face!.domain.sample(drawWith(g)).attrs),
    { seed, numRuns: points },
  );
  return collect(op, (note) => {
    for (const given of attrs) {
      const inputs = Object.fromEntries(op.inputs.map((name) => [name, new Tensor([], Float64Array.of(next()))]));
      const program: Program = {
        inputs: op.inputs,
        steps: [{ out: "out", op: op.name, in: op.inputs, ...attrsMember(given) }],
        outputs: ["out"],
      };
      const seen = (what: string, want: Arrays, got: Arrays, name: string): void => {
        const [w, g] = [want[name]!.data[0]!, got[name]!.data[0]!];
        if (Number.isNaN(w)) return;
        note(what, ulpDistance(g, w), () => `${textOf(inputs)}: ${String(w)}, computed ${String(g)}`);
      };
      seen("value", exactValue({ program, inputs }).outputs, valueOfProgram({ program, inputs }), "out");
      const cotangents = { out: new Tensor([], Float64Array.of(1)) };
      for (const name of op.inputs.filter((_, i) => op.active[i] === true)) {
        const asked = { program, inputs, wrt: [name], cotangents };
        const want = derivativeOrNone(() => exactVjp(asked).gradients);
        if (want !== null) seen(`∂/∂${name}`, want, vjpOfProgram(asked).gradients, name);
      }
    }
  });
}

/**
 * Errors of an op on whole tensors, in 2⁻⁵² of how far the number moves when all it is computed from moves by a share of
 * itself, Σ|∂v/∂x|·|x|: what is lost already when inputs are rounded.
 */
export function measureConditioned(op: Op, cases: number, seed: number): Row[] {
  return collect(op, (note) => {
    for (const drawn of fc.sample(opCases(op), { seed: seedOf(seed, op.name) | 0, numRuns: cases })) {
      const c = withAllDigits(op, drawn, seedOf(seed, op.name, "digits"));
      const moves = movesOf(c);
      const want = derivativeOrNone(() => exactVjp(c));
      if (want === null) continue;
      const got = vjpOfProgram(c);
      const seen = (what: string, w: Arrays, g: Arrays, m: Arrays): void => {
        for (const [name, { data }] of Object.entries(w))
          data.forEach((x, i) => {
            const [y, scale] = [g[name]!.data[i]!, 2 * UNIT_ROUNDOFF.float64 * Math.abs(m[name]!.data[i]!)];
            const error = x === y ? 0 : Math.abs(x - y) / scale;
            note(what, error, () => `${String(x)}, computed ${String(y)}`);
          });
      };
      seen("value", want.outputs, got.outputs, moves.outputs);
      seen("gradient", want.gradients, got.gradients, moves.gradients);
    }
  });
}

/** Every input of a case a little off its grid, so that all its bits count. */
function withAllDigits(op: Op, c: Case, seed: number): Case {
  const next = numbersFrom(seed);
  const off = (x: Tensor): Tensor =>
    new Tensor(
      x.shape,
      x.data.map((v) => v * (1 + Math.tanh(next()) * 2 ** -20)),
    );
  const places = new Map(c.program.steps[0]!.in.map((name, i) => [name, Math.min(i, op.inputs.length - 1)]));
  const moved = Object.entries(c.inputs).map(([name, x]) => [name, op.active[places.get(name)!] === true ? off(x) : x]);
  return { ...c, inputs: Object.fromEntries(moved) as Arrays };
}

/** Σ|∂v/∂x|·|x| of every output and gradient, and at least |v| itself. */
function movesOf(c: Case): { readonly outputs: Arrays; readonly gradients: Arrays } {
  const { outputs, jacobians } = jacobianOfProgram(c);
  const { gradients } = vjpOfProgram(c);
  const moves = { outputs: absolute(outputs), gradients: absolute(gradients) };
  for (const [out, byInput] of Object.entries(jacobians))
    for (const [name, { data }] of Object.entries(byInput)) {
      const [x, g] = [c.inputs[name]!.data, c.cotangents[out]!.data];
      data.forEach((entry, k) => {
        const [row, column] = [Math.floor(k / x.length), k % x.length];
        moves.outputs[out]!.data[row]! += Math.abs(entry * x[column]!);
        moves.gradients[name]!.data[column]! += Math.abs(entry * g[row]!);
      });
    }
  for (const name of c.wrt)
    c.inputs[name]!.data.forEach((x, i) => {
      const along = new Tensor(
        c.inputs[name]!.shape,
        c.inputs[name]!.data.map((_, k) => (k === i ? 1 : 0)),
      );
      for (const [to, product] of Object.entries(hvpOfProgram({ ...c, tangents: { [name]: along } }).products))
        product.data.forEach((h, k) => (moves.gradients[to]!.data[k]! += Math.abs(h * x)));
    });
  return moves;
}

function absolute(x: Arrays): Arrays {
  return Object.fromEntries(Object.entries(x).map(([name, t]) => [name, new Tensor(t.shape, t.data.map(Math.abs))]));
}

function derivativeOrNone<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof GradientError || error instanceof PrecisionError) return null;
    throw error;
  }
}

function collect(op: Op, measure: (note: Note) => void): Row[] {
  const errors = new Map<string, { readonly all: number[]; worst: number; at: string }>();
  measure((what, error, at) => {
    const row = errors.get(what) ?? { all: [], worst: -1, at: "" };
    errors.set(what, row);
    row.all.push(error);
    if (!(error <= row.worst)) [row.worst, row.at] = [error, at()];
  });
  return [...errors].map(([what, { all, worst, at }]) => ({
    op: op.name,
    what,
    points: all.length,
    worst,
    median: all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!,
    at: worst === 0 ? "" : at,
  }));
}

function textOf(inputs: Arrays): string {
  return Object.entries(inputs)
    .map(([name, x]) => `${name} = ${String(x.data[0])}`)
    .join(", ");
}

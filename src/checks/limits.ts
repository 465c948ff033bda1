import { randomFrom } from "../base/random.ts";
import { sizeOf } from "../base/shape.ts";
import { jacobianOfProgram, vjpOfProgram } from "../oracles/cotangent.ts";
import type { Arrays } from "../oracles/engine.ts";
import { worksByElement } from "../op/op.ts";
import { opNamed, type Program, type Step } from "../program/program.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Point } from "./tasks.ts";

/** For each element of a step's result its distinct gradients, each over the elements of all inputs, one after another. */
export type Rows = readonly (readonly Float64Array[])[];

/** Elements of an input that stand where an op breaks. */
export interface Near {
  /** Their places, in order. */
  readonly at: readonly number[];
  /** How far an engine's elements may be from ours, at most. */
  readonly reach: number;
}

/** Directions besides those of single elements, for orders of three and more that tie. */
const RANDOM_DIRECTIONS = 6;
/** The direction's own part against the random one, which is within ±1 and breaks every tie. */
const LEAD = 3;
/** Elements of a composite that are moved up and down in every combination, at most. */
const MOST_INDEPENDENT = 6;
/** How far elements are moved: this share of their size, or so many times an engine's reach. */
const NEARBY = 2 ** -30;
const BEYOND_REACH = 8;
/** What rounding to 53 bits may leave of how far a gradient moves with an element, over {@link NEARBY}. */
const LEFT_OVER = 2 ** -20;
/** Gradients nearer than this, relative to their size, are one. */
const SAME = 2 ** -40;

/**
 * The limits of a step's gradients at nearby points where it is differentiable: for each element of its result, the
 * points that span the Clarke subdifferential there (F. H. Clarke, Optimization and Nonsmooth Analysis, 1983, theorem 2.5.1). The
 * elements that stand at the kink are moved to every side: each one up and down past all others, and in random
 * directions; those of an op that works element by element all at once. Moving by t and t/2 gives the limit for t → 0 to
 * second order, so that no curvature beside the kink counts.
 *
 * @returns null where elements cannot be moved off the kink: they are not finite, or nothing is known of an engine's; and where
 * a composite has more of them than can be moved in every combination.
 */
export function limitsOf(step: Step, operands: readonly Tensor[], near: readonly Near[]): Rows | null {
  const places = near.flatMap(({ at }, k) => at.map((i) => ({ k, i })));
  const values = places.map(({ k, i }) => Math.abs(operands[k]!.data[i]!));
  const size = values.reduce((most, x) => Math.max(most, x), 1);
  const distance = Math.max(NEARBY * size, BEYOND_REACH * near.reduce((most, { reach }) => Math.max(most, reach), 0));
  if (!(distance < Number.POSITIVE_INFINITY)) return null;
  const directions = directionsOf(step, places);
  if (directions === null) return null;
  const sides = directions.map((direction) => {
    const far = rowsAt(step, moved(operands, places, direction, distance));
    const close = rowsAt(step, moved(operands, places, direction, distance / 2));
    return far.map((row, j) => row.map((x, i) => limit(x, close[j]![i]!)));
  });
  return sides[0]!.map((_, j) => distinct(sides.map((rows) => rows[j]!)));
}

/** What a number that moves with the distance comes to; one that only the rounding of the moved elements leaves is zero. */
function limit(far: number, close: number): number {
  const x = 2 * close - far;
  return Math.abs(x) <= LEFT_OVER * Math.abs(far - close) ? 0 : x;
}

/** The rows by the elements of a step's operands, as rows by those of the differentiated inputs of its program. */
export function pulledBack(rows: Rows, step: Step, { program, inputs, wrt }: Point, operands: readonly Tensor[]): Rows {
  const outputs = [...new Set(step.in)];
  const before = { ...program, steps: program.steps.slice(0, program.steps.indexOf(step)), outputs };
  return rows.map((gradients) =>
    distinct(
      gradients.map((gradient) => {
        const parts = unflattened(gradient, operands);
        const shares = outputs.map((name) => parts.filter((_, k) => step.in[k] === name));
        const cotangents = Object.fromEntries(outputs.map((name, i) => [name, shares[i]!.reduce(plus)]));
        return flattened(wrt, vjpOfProgram({ program: before, inputs, wrt, cotangents }).gradients);
      }),
    ),
  );
}

/** All elements of arrays, one after another in the order of the names. */
export function flattened(names: readonly string[], arrays: Arrays): Float64Array {
  return Float64Array.from(names.flatMap((name) => [...arrays[name]!.data]));
}

/** The parts of a flat array, in the shapes of `like`. */
export function unflattened(flat: Float64Array, like: readonly Tensor[]): Tensor[] {
  let at = 0;
  return like.map(({ shape, data }) => new Tensor(shape, flat.slice(at, (at += data.length))));
}

function plus(x: Tensor, y: Tensor): Tensor {
  return new Tensor(
    x.shape,
    x.data.map((v, i) => v + y.data[i]!),
  );
}

/** A place in the operands: element `i` of operand `k`. */
interface Place {
  readonly k: number;
  readonly i: number;
}

/** The directions in which the elements at a kink are moved, a number for each of them; null where there would be too many. */
function directionsOf(step: Step, places: readonly Place[]): Float64Array[] | null {
  const random = randomFrom(places.length);
  const scattered = (): Float64Array => Float64Array.from(places, () => 2 * random() - 1);
  const apart = worksByElement(opNamed(step.op));
  const leads = [...new Set(places.map(({ k, i }) => (apart ? String(k) : `${String(k)} ${String(i)}`)))];
  const led = leads.flatMap((lead) =>
    [LEAD, -LEAD].map((by) =>
      scattered().map((r, n) => {
        const { k, i } = places[n]!;
        return r + ((apart ? String(k) : `${String(k)} ${String(i)}`) === lead ? by : 0);
      }),
    ),
  );
  // A composite may hold many kinks that are independent of each other.
  if (opNamed(step.op).kind === "composite") {
    if (places.length > MOST_INDEPENDENT) return null;
    const corners = Array.from({ length: 2 ** places.length }, (_, corner) =>
      scattered().map((r, n) => r + (((corner >> n) & 1) === 1 ? LEAD : -LEAD)),
    );
    return [...led, ...corners];
  }
  return [...led, ...Array.from({ length: RANDOM_DIRECTIONS }, scattered)];
}

function moved(operands: readonly Tensor[], places: readonly Place[], direction: Float64Array, by: number): Tensor[] {
  const copies = operands.map(({ shape, data }) => new Tensor(shape, data.slice()));
  places.forEach(({ k, i }, n) => {
    copies[k]!.data[i]! += by * direction[n]!;
  });
  return copies;
}

/** The gradient of each element of a step's result by all operands, one after another; zero by those that are not differentiated. */
function rowsAt(step: Step, operands: readonly Tensor[]): Float64Array[] {
  const names = operands.map((_, k) => `x${String(k)}`);
  const program: Program = { inputs: names, steps: [{ ...step, in: names, out: "out" }], outputs: ["out"] };
  const inputs = Object.fromEntries(names.map((name, k) => [name, operands[k]!]));
  const { active } = opNamed(step.op);
  const wrt = names.filter((_, k) => active[Math.min(k, active.length - 1)] === true);
  const { outputs, jacobians } = jacobianOfProgram({ program, inputs, wrt }, { mode: "reverse" });
  return Array.from({ length: sizeOf(outputs["out"]!.shape) }, (_, j) =>
    Float64Array.from(
      names.flatMap((name, k) => {
        const size = operands[k]!.data.length;
        const J = jacobians["out"]![name];
        return J === undefined ? Array<number>(size).fill(0) : [...J.data.subarray(j * size, (j + 1) * size)];
      }),
    ),
  );
}

/** Those that differ by more than rounding. */
function distinct(gradients: readonly Float64Array[]): Float64Array[] {
  const kept: Float64Array[] = [];
  for (const g of gradients) {
    const size = g.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    if (!kept.some((h) => h.every((x, i) => Math.abs(x - g[i]!) <= SAME * size))) kept.push(g);
  }
  return kept;
}

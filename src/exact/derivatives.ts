import type { Decimal } from "decimal.js";
import { inferShapes, type Program } from "../program/program.ts";
import { sizeOf } from "../base/shape.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Ball } from "./ball.ts";
import type { Balls } from "./balls.ts";
import {
  centralDifferences,
  NotDifferentiableError,
  oneSidedDifferences,
  type Along,
  type Wanted,
} from "./differences.ts";
import { decide } from "./levels.ts";
import { lineAlong, lineOf, rulerOf, Surroundings, type Arrays, type Ruler } from "./lines.ts";

/** A program at its inputs. */
interface Point {
  readonly program: Program;
  readonly inputs: Arrays;
}

interface PullRequest extends Point {
  readonly wrt: readonly string[];
  /** By output; one that is left out is zero. */
  readonly cotangents: Arrays;
}

interface PushRequest extends Point {
  /** By input; one that is left out is zero. */
  readonly tangents: Arrays;
}

/** The bits that mark what the moves along the two lines of a second derivative reach. */
const [FIRST, SECOND] = [1, 2] as const;

/**
 * The outputs of a program, correctly rounded: the real values at the given inputs, rounded once to the nearest float64.
 *
 * @throws PrecisionError where a thousand digits do not decide that.
 */
export function exactValue(r: Point, kept: Kept = new Kept(r)): { outputs: Arrays } {
  return { outputs: kept.split(decide(0, 0, (real) => kept.around(real).at())) };
}

/**
 * The outputs and the gradients of the inputs `wrt`, correctly rounded, by differences of values alone.
 *
 * @throws NotDifferentiableError at a kink, a jump or the edge of the domain, naming the element.
 */
export function exactVjp(r: PullRequest, kept: Kept = new Kept(r)): { outputs: Arrays; gradients: Arrays } {
  const weights = kept.weights(r.cotangents);
  const gradients = perElement(r, (ruler) =>
    decide(1, ruler.room, (real, step) => [pulled(real, kept.column(real, ruler, step, isWeighed(weights)), weights)]),
  );
  return { ...exactValue(r, kept), gradients: mapTensors(gradients, ([g]) => g!) };
}

/** The outputs and their tangents, correctly rounded; see {@link exactVjp}. */
export function exactJvp(r: PushRequest, kept: Kept = new Kept(r)): { outputs: Arrays; tangents: Arrays } {
  const ruler = rulerOf(lineOf(r.tangents), r.inputs);
  const tangents = at("tangents", () => decide(1, ruler.room, (real, step) => kept.column(real, ruler, step)));
  return { ...exactValue(r, kept), tangents: kept.split(tangents) };
}

/** The outputs and the Jacobian of each with respect to each input `wrt`, correctly rounded; see {@link exactVjp}. */
export function exactJacobian(
  r: Omit<PullRequest, "cotangents">,
  kept: Kept = new Kept(r),
): { outputs: Arrays; jacobians: Record<string, Arrays> } {
  const columns = perElement(r, (ruler) => decide(1, ruler.room, (real, step) => kept.column(real, ruler, step)));
  const { outputs } = exactValue(r, kept);
  const byInput = Object.entries(columns).map(([name, { shape, elements }]) => {
    // One column an element of the input, each with all elements of all outputs.
    const parts = elements.map((column) => kept.split(column));
    return { name, shape, parts };
  });
  return {
    outputs,
    jacobians: Object.fromEntries(
      r.program.outputs.map((out) => [
        out,
        Object.fromEntries(
          byInput.map(({ name, shape, parts }) => {
            const { shape: rows, data } = outputs[out]!;
            const entries = Float64Array.from(
              { length: data.length * parts.length },
              (_, i) => parts[i % parts.length]![out]!.data[Math.floor(i / parts.length)]!,
            );
            return [name, new Tensor([...rows, ...shape], entries)];
          }),
        ),
      ]),
    ),
  };
}

/** The outputs, the gradients, and the derivative of these along tangents, correctly rounded; see {@link exactVjp}. */
export function exactHvp(
  r: PullRequest & PushRequest,
  kept: Kept = new Kept(r),
): { outputs: Arrays; gradients: Arrays; products: Arrays } {
  const along = rulerOf(lineOf(r.tangents), r.inputs);
  const weights = kept.weights(r.cotangents);
  const products = perElement(r, (ruler) =>
    decide(2, ruler.room + along.room, (real, step) => [
      pulled(real, kept.mixed(real, ruler, along, step, isWeighed(weights)), weights),
    ]),
  );
  return { ...exactVjp(r, kept), products: mapTensors(products, ([x]) => x!) };
}

/**
 * The box that every valid gradient lies in where outputs have kinks: for each element the least and the largest sum of
 * cotangents times one-sided derivatives, correctly rounded. Where there is no kink both are the gradient.
 *
 * @throws NotDifferentiableError where a side has no finite derivative.
 */
export function exactBox(r: PullRequest): Record<string, { low: Tensor; high: Tensor }> {
  const kept = new Kept(r);
  const bounds = perElement(r, (ruler) =>
    decide(1, ruler.room, (real, step) => {
      const weights = kept.weights(r.cotangents);
      const sides = oneSidedDifferences(
        real,
        kept.along(real, ruler, step),
        stepOf(ruler, step),
        FIRST,
        isWeighed(weights),
      );
      const terms = sides.map(
        ({ left, right }, j) => [real.mul(weights[j]!, left), real.mul(weights[j]!, right)] as const,
      );
      return [real.sum(terms.map(([a, b]) => real.min(a, b))), real.sum(terms.map(([a, b]) => real.max(a, b)))];
    }),
  );
  const [low, high] = [mapTensors(bounds, ([x]) => x!), mapTensors(bounds, ([, x]) => x!)];
  return Object.fromEntries(r.wrt.map((name) => [name, { low: low[name]!, high: high[name]! }]));
}

/** What evaluations at one point share; requests that are made with the same one do not compute it again. */
export class Kept {
  private readonly point: Point;
  private readonly sizes: readonly { readonly name: string; readonly shape: readonly number[] }[];
  private readonly surroundings = new Map<string, Surroundings>();

  constructor({ program, inputs }: Point) {
    this.point = { program, inputs };
    const shapes = inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
    this.sizes = program.outputs.map((name) => ({ name, shape: shapes.get(name)! }));
  }

  around(real: Balls): Surroundings {
    const key = `${String(real.digits)} ${String(real.last)} ${String(real.step)}`;
    const known = this.surroundings.get(key);
    if (known !== undefined) return known;
    const made = new Surroundings(this.point.program, this.point.inputs, real);
    this.surroundings.set(key, made);
    return made;
  }

  /** All outputs along a line. */
  along(real: Balls, { line, unit }: Ruler, step: number): Along {
    const around = this.around(real);
    const h = stepOf({ unit }, step);
    return (multiple) => around.at({ line, by: h.times(multiple), move: FIRST });
  }

  /** The derivatives of all outputs along a line. */
  column(real: Balls, ruler: Ruler, step: number, wanted: Wanted = () => true): Ball[] {
    return centralDifferences(real, this.along(real, ruler, step), stepOf(ruler, step), FIRST, wanted);
  }

  /** The derivatives along `second` of those along `first`. */
  mixed(real: Balls, first: Ruler, second: Ruler, step: number, wanted: Wanted): Ball[] {
    const around = this.around(real);
    const [h, k] = [stepOf(first, step), stepOf(second, step)];
    const quotient: Along = (multiple, scale) => {
      const beside = (side: number): Ball[] =>
        around.at(
          { line: second.line, by: k.times(multiple), move: SECOND },
          { line: first.line, by: h.times(side * scale), move: FIRST },
        );
      const [before, after] = [beside(-1), beside(1)];
      const width = real.move(real.real(0), h.times(2 * scale), 0);
      return after.map((x, j) => real.div(real.sub(x, before[j]!), width));
    };
    return centralDifferences(real, quotient, k, FIRST | SECOND, wanted);
  }

  /** The cotangents of all elements of all outputs in turn. */
  weights(cotangents: Arrays): readonly number[] {
    return this.sizes.flatMap(({ name, shape }) => [...(cotangents[name]?.data ?? new Float64Array(sizeOf(shape)))]);
  }

  /** Elements of all outputs in turn as tensors by name. */
  split(elements: Float64Array): Record<string, Tensor> {
    let from = 0;
    return Object.fromEntries(
      this.sizes.map(({ name, shape }) => {
        const data = elements.slice(from, (from += sizeOf(shape)));
        return [name, new Tensor(shape, data)];
      }),
    );
  }
}

function stepOf({ unit }: Pick<Ruler, "unit">, step: number): Decimal {
  return unit.times(`1e-${String(step)}`);
}

/** Σ weights·terms. */
function pulled(real: Balls, terms: readonly Ball[], weights: readonly number[]): Ball {
  return real.sum(terms.map((term, j) => real.mul(weights[j]!, term)));
}

/** Outputs with a cotangent of zero may have kinks. */
function isWeighed(weights: readonly number[]): Wanted {
  return (j) => weights[j] !== 0;
}

interface Elements {
  readonly shape: readonly number[];
  readonly elements: readonly Float64Array[];
}

/** Numbers for every element of the inputs `wrt`. */
function perElement(
  { inputs, wrt }: Pick<PullRequest, "inputs" | "wrt">,
  compute: (ruler: Ruler) => Float64Array,
): Record<string, Elements> {
  return Object.fromEntries(
    wrt.map((name) => {
      const { shape, data } = inputs[name]!;
      const elements = Array.from(data, (_, place) =>
        at(`${name}[${String(place)}]`, () => compute(rulerOf(lineAlong(name, place), inputs))),
      );
      return [name, { shape, elements }];
    }),
  );
}

function mapTensors(x: Record<string, Elements>, pick: (element: Float64Array) => number): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(x).map(([name, { shape, elements }]) => [
      name,
      new Tensor(shape, Float64Array.from(elements, pick)),
    ]),
  );
}

/** Says where a derivative does not exist. */
function at<T>(where: string, compute: () => T): T {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof NotDifferentiableError)) throw error;
    throw new NotDifferentiableError(
      `exact: the function has no derivative with respect to ${where} at this point: ${error.message}`,
    );
  }
}

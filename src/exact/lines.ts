import { Decimal } from "decimal.js";
import type { Program } from "../program/program.ts";
import type { Tensor } from "../tensor/tensor.ts";
import type { Ball } from "./ball.ts";
import type { Balls } from "./balls.ts";
import { decimalOf } from "./decimal-of.ts";
import { BallTensor, evaluate, type Values } from "./evaluate.ts";

/** Steps and moves are never rounded. */
const Steps = Decimal.clone({ precision: 2000, minE: -9e15, maxE: 9e15 });

/** Tensors by name. */
export type Arrays = Readonly<Record<string, Tensor>>;

/** A direction in the space of all inputs: the elements that it moves, and by how much. */
export type Line = readonly { readonly name: string; readonly place: number; readonly by: number }[];

/** The line along one element of an input. */
export function lineAlong(name: string, place: number): Line {
  return [{ name, place, by: 1 }];
}

/** The line along tangents. */
export function lineOf(tangents: Arrays): Line {
  return Object.entries(tangents).flatMap(([name, { data }]) =>
    Array.from(data, (by, place) => ({ name, place, by })).filter(({ by }) => by !== 0),
  );
}

/** A line with the unit of its steps: no longer than the elements that it moves are large, so that none changes sign. */
export interface Ruler {
  readonly line: Line;
  readonly unit: Decimal;
  /** The decimal digits from the unit to the largest of the elements. */
  readonly room: number;
}

/** Measures a line at a point. */
export function rulerOf(line: Line, inputs: Arrays): Ruler {
  let unit = 0;
  let size = 0;
  for (const { name, place, by } of line) {
    const x = Math.abs(inputs[name]!.data[place]!);
    const scale = x === 0 || !Number.isFinite(x) ? 0 : Math.log10(x);
    const along = Math.log10(Math.abs(by));
    unit = Math.min(unit, Math.min(0, scale) - Math.max(0, along));
    size = Math.max(size, scale, along);
  }
  return { line, unit: new Steps(10).pow(Math.floor(unit)), room: size - unit };
}

/** A move of the inputs: so far along a line. */
export interface Shift {
  readonly line: Line;
  readonly by: Decimal;
  /** The bit that marks what it reaches. */
  readonly move: number;
}

/** A program at a point and beside it, in one arithmetic. What was computed once is kept. */
export class Surroundings {
  private readonly program: Program;
  private readonly real: Balls;
  private readonly still: Values;
  private readonly beside = new Map<string, Values>();

  constructor(program: Program, inputs: Arrays, real: Balls) {
    this.program = program;
    this.real = real;
    const balls = program.inputs.map((name): [string, BallTensor] => {
      const { shape, data } = inputs[name]!;
      return [name, new BallTensor(shape, Array.from(data, real.real))];
    });
    this.still = evaluate(program, new Map(balls), real);
  }

  /** All elements of all outputs in turn, with the inputs moved. */
  at(...shifts: readonly Shift[]): Ball[] {
    const values = this.valuesAt(shifts.filter(({ by }) => !by.isZero()));
    return this.program.outputs.flatMap((name) => values.get(name)!.data);
  }

  /** The last shift starts from where those before it lead: what it does not reach is taken from there. */
  private valuesAt(shifts: readonly Shift[]): Values {
    const last = shifts.at(-1);
    if (last === undefined) return this.still;
    const key = shifts.map(keyOf).join(" ");
    const known = this.beside.get(key);
    if (known !== undefined) return known;
    const before = this.valuesAt(shifts.slice(0, -1));
    const moved = new Map(this.program.inputs.map((name) => [name, before.get(name)!]));
    for (const { name, place, by } of last.line) {
      const { shape, data } = moved.get(name)!;
      const to = this.real.move(data[place]!, last.by.times(decimalOf(by)), last.move);
      moved.set(name, new BallTensor(shape, data.with(place, to)));
    }
    const values = evaluate(this.program, moved, this.real, { values: before, move: last.move });
    this.beside.set(key, values);
    return values;
  }
}

function keyOf({ line, by, move }: Shift): string {
  return [move, by, ...line.map(({ name, place, by: along }) => `${name}[${String(place)}]*${String(along)}`)].join();
}

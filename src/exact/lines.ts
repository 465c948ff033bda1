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

/** A program at a point and beside it, in one arithmetic. */
export class Surroundings {
  private readonly program: Program;
  private readonly real: Balls;
  private readonly inputs: Readonly<Record<string, BallTensor>>;
  private readonly still: Values;

  constructor(program: Program, inputs: Arrays, real: Balls) {
    this.program = program;
    this.real = real;
    this.inputs = Object.fromEntries(
      program.inputs.map((name) => {
        const { shape, data } = inputs[name]!;
        return [name, new BallTensor(shape, Array.from(data, real.real))];
      }),
    );
    this.still = evaluate(program, this.inputs, real);
  }

  /** All elements of all outputs in turn, with the inputs moved. */
  at(...shifts: readonly Shift[]): Ball[] {
    const inputs: Record<string, BallTensor> = { ...this.inputs };
    for (const { line, by, move } of shifts) {
      if (by.isZero()) continue;
      for (const { name, place, by: along } of line) {
        const { shape, data } = inputs[name]!;
        inputs[name] = new BallTensor(
          shape,
          data.with(place, this.real.move(data[place]!, by.times(decimalOf(along)), move)),
        );
      }
    }
    const values = shifts.every(({ by }) => by.isZero())
      ? this.still
      : evaluate(this.program, inputs, this.real, this.still);
    return this.program.outputs.flatMap((name) => values.get(name)!.data);
  }
}

import { indicesOf, type Shape } from "../base/shape.ts";
import type { ExactTensor } from "../op/exact.ts";
import type { Op } from "../op/op.ts";
import { attrsOf, inferShapes, opNamed, type Program } from "../program/program.ts";
import type { Ball } from "./ball.ts";
import type { Balls } from "./balls.ts";

/** A tensor of balls, row-major. */
export class BallTensor implements ExactTensor<Ball> {
  readonly shape: Shape;
  readonly data: readonly Ball[];

  constructor(shape: Shape, data: readonly Ball[]) {
    this.shape = shape;
    this.data = data;
  }

  readonly at = (index: Shape): Ball => this.data[placeOf(index, this.shape)]!;
}

/** Every value of a program, by name. */
export type Values = ReadonlyMap<string, BallTensor>;

/** What a program gave before inputs were moved, and the bit that marks what the move reaches. */
interface Before {
  readonly values: Values;
  readonly move: number;
}

/**
 * Evaluates a program by the definitions of its ops, in real numbers: nothing is rounded to float64 on the way.
 *
 * @param before the values before inputs were moved, by the same arithmetic: what the move does not reach is taken from there.
 */
export function evaluate(program: Program, inputs: Values, real: Balls, before?: Before): Values {
  const shapes = inferShapes(program, Object.fromEntries([...inputs].map(([name, { shape }]) => [name, shape])));
  const values = new Map(inputs);
  for (const step of program.steps) {
    const operands = step.in.map((name) => values.get(name)!);
    const still = before?.values.get(step.out);
    const isReached = ({ moved }: Ball): boolean => before === undefined || (moved & before.move) !== 0;
    values.set(
      step.out,
      still !== undefined && !operands.some((x) => x.data.some(isReached))
        ? still
        : applyExactly(opNamed(step.op), operands, attrsOf(step), shapes.get(step.out)!, real, still, isReached),
    );
  }
  return values;
}

function applyExactly(
  op: Op,
  inputs: readonly BallTensor[],
  attrs: object,
  shape: Shape,
  real: Balls,
  still: BallTensor | undefined,
  isReached: (x: Ball) => boolean,
): BallTensor {
  const { scalar, element } = op.face!.exact;
  if (element !== undefined) {
    const at = element(real, inputs, attrs, shape);
    return new BallTensor(
      shape,
      indicesOf(shape).map((index) => at(index)),
    );
  }
  const data = indicesOf(shape).map((index, i) => {
    const args = inputs.map((x) => x.data[placeOf(index, x.shape)]!);
    return still !== undefined && !args.some(isReached) ? still.data[i]! : scalar(real, ...args, attrs);
  });
  return new BallTensor(shape, data);
}

/** The place of an element, row-major, in a tensor that broadcasts to the index's shape. */
function placeOf(index: Shape, shape: Shape): number {
  const offset = index.length - shape.length;
  let place = 0;
  for (let d = 0; d < shape.length; d++) place = place * shape[d]! + (shape[d] === 1 ? 0 : index[d + offset]!);
  return place;
}

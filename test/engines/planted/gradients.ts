import { sizeOf } from "../../../src/base/shape.ts";
import { valueOf } from "../../../src/engine/variable.ts";
import * as faults from "./faults.ts";
import type { Planted } from "./planted.ts";
import { withRules, type Fault } from "./reading.ts";

type Details = Partial<Pick<Planted, "kind" | "cases" | "condition">>;

/** A reverse rule of one op that is wrong. */
function wrong(name: string, op: string, fault: Fault, says: RegExp, details: Details = {}): Planted {
  return { name, make: () => withRules({ [op]: fault }), op, kind: "wrong-gradient", order: 1, says, ...details };
}

const { along, asIf, moved, times, when } = faults;

/** 1/n in front, as of a mean. */
const averaged: Fault = (right) => (kit, at, g, attrs) =>
  kit.mul(right(kit, at, g, attrs), 1 / Math.max(1, sizeOf(kit.shape(at.inputs[0]!))));

/** Reverse rules that are wrong wherever they are used. */
const everywhere: readonly Planted[] = [
  wrong("factor 2", "sin", times(2), /it is 2 times the right one/),
  wrong("factor ½", "square", times(0.5), /it is 0\.5 times the right one/),
  wrong("sign", "cos", times(-1), /its sign is the wrong one/),
  wrong("divided by the count", "sum", averaged, /it is (0\.5|0\.25|⅓) times the right one|it is divided by/),
  wrong("product rule without one factor's term", "multiply", along(1, faults.cut), /as if the way to it were cut/),
  wrong("the path to the divisor is cut", "divide", along(1, faults.cut), /as if the way to it were cut/),
  wrong(
    "one term of two is missing",
    "softmax",
    () =>
      (kit, { out }, g) =>
        kit.mul(g, out),
    /right is/,
  ),
  wrong("what broadcasting repeated is not summed", "add", faults.unsummed, /right is/),
  wrong("the cotangent is ignored", "exp", faults.heedless, /the cotangent is ignored/),
];

/** Entries in the wrong places. */
const misplaced: readonly Planted[] = [
  wrong("entries of the transpose", "permute_dims", moved(faults.transposed), /transpose|wrong places|shifted|reverse/),
  wrong("to the neighbour of what was taken", "take", moved(faults.turned), /shifted|reverse|wrong places|entries/),
  wrong("the last of equal indices wins", "take", faults.lastWins, /right is/, { cases: 24 }),
  wrong(
    "back to front",
    "reshape",
    moved((data) => data.toReversed()),
    /in reverse order/,
  ),
];

/** Attributes that the gradient does not heed. */
const unheeded: readonly Planted[] = [
  wrong(
    "exclusive is ignored",
    "cumsum",
    asIf(() => ({ exclusive: false })),
    /it is right for exclusive: false, not true/,
    { condition: { exclusive: true } },
  ),
  wrong(
    "reverse is ignored",
    "cumsum",
    asIf(() => ({ reverse: false })),
    /it is right for reverse: false, not true/,
    { condition: { reverse: true } },
  ),
  wrong(
    "axis is ignored",
    "softmax",
    asIf(() => ({ axis: -1 })),
    /right is/,
  ),
  wrong(
    "keepdims counts twice",
    "sum",
    when((_, { keepdims }) => keepdims === true, times(2)),
    /it is 2 times the right one/,
    { condition: { keepdims: true } },
  ),
  wrong(
    "not transposed back",
    "matmul",
    when(({ index }, { transpose_a }) => index === 0 && transpose_a === true, moved(faults.transposed)),
    /transpose|wrong places|shifted|reverse/,
    { cases: 24, condition: { transpose_a: true } },
  ),
  wrong(
    "a negative axis is taken for another",
    "concat",
    when((_, { axis }) => Number(axis) < 0, moved(faults.turned)),
    /shifted|reverse|wrong places|entries/,
    { cases: 16, condition: { "axis negative": true } },
  ),
  wrong(
    "padding is read the wrong way round",
    "pad",
    asIf(({ paddings }) => ({ paddings: (paddings as [number, number][]).map(([a, b]) => [b, a]) })),
    /right is/,
    { cases: 24 },
  ),
];

/** Wrong at some shapes or numbers alone. */
const somewhere: readonly Planted[] = [
  wrong(
    "of three dimensions and more",
    "tanh",
    when(({ inputs: [x] }) => x!.shape.length >= 3, times(2)),
    /it is 2 times the right one/,
  ),
  wrong(
    "of stacks of matrices",
    "matmul",
    when(({ inputs: [x] }) => sizeOf(x!.shape.slice(0, -2)) > 1, times(2)),
    /it is 2 times the right one/,
    { cases: 24 },
  ),
  wrong(
    "of a dimension of 1",
    "softmax",
    when(
      ({ inputs: [x] }) => x!.shape.includes(1),
      () => (_, __, g) => g,
    ),
    /right is/,
  ),
  wrong(
    "of many elements",
    "sigmoid",
    when(({ inputs: [x] }) => sizeOf(x!.shape) > 12, times(0)),
    /as if the way to it were cut/,
    { cases: 24 },
  ),
  wrong(
    "of negative numbers",
    "square",
    when(({ inputs: [x] }) => valueOf(x!).data.some((v) => v < 0), times(-1)),
    /its sign is the wrong one/,
  ),
  wrong(
    "of exact zeros: 0 divided by 0",
    "multiply",
    along(
      0,
      () =>
        (kit, { inputs: [x], out }, g) =>
          kit.mul(g, kit.div(out, x!)),
    ),
    /right is/,
    { kind: "non-finite", cases: 60 },
  ),
  wrong(
    "no number of negative ones",
    "square",
    () =>
      (kit, { inputs: [x] }, g) =>
        kit.mul(g, kit.mul(2, kit.exp(kit.log(x!)))),
    /NaN/,
    { kind: "non-finite" },
  ),
  wrong(
    "of nothing",
    "tanh",
    when(
      ({ inputs: [x] }) => x!.shape.includes(0),
      () => () => {
        throw new TypeError("Cannot read properties of undefined (reading '0')");
      },
    ),
    /Cannot read properties/,
    { kind: "throws", cases: 24, condition: { "zero-size": true } },
  ),
];

/** Answers at kinks that are no subgradients. */
const atKinks: readonly Planted[] = [
  wrong(
    "all to each of those that tie",
    "maximum",
    () =>
      (kit, { inputs: [x, y], index }, g) =>
        index === 0 ? kit.where(kit.greater_equal(x!, y!), g, 0) : kit.where(kit.less_equal(x!, y!), g, 0),
    /of every valid gradient/,
    { kind: "invalid-subgradient" },
  ),
  wrong(
    "slope 2 at the kink",
    "relu",
    () =>
      (kit, { inputs: [x] }, g) =>
        kit.where(kit.equal(x!, 0), kit.mul(2, g), kit.where(kit.greater(x!, 0), g, 0)),
    /valid/,
    { kind: "invalid-subgradient" },
  ),
];

/** Reverse rules of one op that are wrong. */
export const gradients: readonly Planted[] = [...everywhere, ...misplaced, ...unheeded, ...somewhere, ...atKinks];

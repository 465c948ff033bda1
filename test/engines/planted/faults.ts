import { sizeOf, type Shape } from "../../../src/base/shape.ts";
import { valueOf, type Value } from "../../../src/engine/variable.ts";
import type { Point } from "../../../src/op/op.ts";
import type { Fault, Given } from "./reading.ts";

/** The right gradient times a number. */
export function times(by: number): Fault {
  return (right) => (kit, at, g, attrs) => kit.mul(right(kit, at, g, attrs), by);
}

/** A fault of one input's gradient alone. */
export function along(index: number, fault: Fault): Fault {
  return when(({ index: own }) => own === index, fault);
}

/** A fault that shows under a condition alone. */
export function when(condition: (at: Point<Value>, attrs: Given) => boolean, fault: Fault): Fault {
  return (right) => {
    const wrong = fault(right);
    return (kit, at, g, attrs) => (condition(at, attrs) ? wrong : right)(kit, at, g, attrs);
  };
}

/** The gradient that is right for other attributes. */
export function asIf(change: (attrs: Given) => Given): Fault {
  return (right) => (kit, at, g, attrs) => right(kit, at, g, { ...attrs, ...change(attrs) });
}

/** The right numbers in a tensor of the same shape, made into others; the cotangent's shape is the result's. */
export function moved(move: (data: Float64Array, shape: Shape) => Float64Array): Fault {
  return (right) => (kit, at, g, attrs) => {
    const { shape, data } = valueOf(right(kit, at, g, attrs));
    return kit.constant(shape, move(data, shape));
  };
}

/** The right numbers, of which no derivative can be taken. */
export const detached: Fault =
  (right) =>
  (kit, { inputs, out, index }, g, attrs) =>
    right(kit, { inputs: inputs.map(valueOf), out: valueOf(out), index }, g, attrs);

/** The right numbers, of which the derivative by the cotangent is missing. */
export const deaf: Fault = (right) => (kit, at, g, attrs) => right(kit, at, valueOf(g), attrs);

/** The first of what broadcasting repeated, where all of it should be summed. */
export const unsummed: Fault = (right) => (kit, at, g, attrs) => {
  const gradient = right(kit, at, g, attrs);
  const [from, to] = [kit.shape(gradient), kit.shape(at.inputs[at.index]!)];
  const added = from.length - to.length;
  const limit = from.map((d, i) => Math.min(d, i < added ? 1 : to[i - added]!));
  if (sizeOf(limit) !== sizeOf(to)) return gradient;
  return kit.reshape(kit.slice(gradient, { start_indices: from.map(() => 0), limit_indices: limit }), { shape: to });
};

/** Ones for the cotangent. */
export const heedless: Fault = (right) => (kit, at, g, attrs) =>
  right(kit, at, kit.constant(kit.shape(g), new Float64Array(sizeOf(kit.shape(g))).fill(1)), attrs);

/** Zeros of the shape of the input that is differentiated. */
export const cut: Fault =
  () =>
  (kit, { inputs, index }) =>
    kit.zeros(kit.shape(inputs[index]!));

/** The numbers moved one place on. */
export function turned(data: Float64Array): Float64Array {
  return data.map((_, i) => data.at(i - 1)!);
}

/** Each matrix read column by column. */
export function transposed(data: Float64Array, shape: Shape): Float64Array {
  const [rows = 1, columns = 1] = shape.slice(-2);
  const size = rows * columns;
  return data.map((_, i) => {
    const [matrix, place] = [Math.floor(i / size), i % size];
    return data[matrix * size + (place % rows) * columns + Math.floor(place / rows)]!;
  });
}

/** The gradient of `take` where the last of several equal indices overwrites those before it. */
export const lastWins: Fault =
  () =>
  (kit, { inputs: [x, indices] }, g, { axis }) => {
    const shape = kit.shape(x!);
    const at = Number(axis) < 0 ? Number(axis) + shape.length : Number(axis);
    const [length, inner] = [shape[at]!, sizeOf(shape.slice(at + 1))];
    const places = [...valueOf(indices!).data].map((i) => (i < 0 ? i + length : i));
    const gradient = new Float64Array(sizeOf(shape));
    valueOf(g).data.forEach((v, i) => {
      const [outer, place] = [Math.floor(i / (inner * places.length)), Math.floor(i / inner) % places.length];
      gradient[(outer * length + places[place]!) * inner + (i % inner)] = v;
    });
    return kit.constant(shape, gradient);
  };

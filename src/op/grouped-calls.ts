import type { Shape } from "../base/shape.ts";
import type { TransposedPlan } from "./conv-transpose.ts";
import type { Plan } from "./convolution.ts";
import type { Call, Expression } from "./counterparts.ts";
import { laidOut } from "./layout.ts";
import { extent } from "./windowing.ts";

/** A convolution in groups by convolutions of each, for TensorFlow.js, which has no groups. */
export function tfjsGroups(
  call: Call,
  { layout, windows, perGroup, features, groups }: Plan,
  [x, filter]: readonly [Expression, Expression],
  convolve: (x: Expression, filter: Expression) => Expression,
): Expression {
  if (groups === 1) return convolve(x, filter);
  const shape = laidOut(layout, layout.spatial, layout.channels);
  const axis = layout.channelsFirst ? Number(layout.batched) : shape.length - 1;
  const filterShape = [...windows.window, perGroup, features];
  const each = features / groups;
  const results = Array.from({ length: groups }, (_, group) =>
    convolve(
      part(call, x, shape, axis, group * perGroup, perGroup),
      partOfLast(call, filter, filterShape, group * each, each),
    ),
  );
  return call("concat", results, axis);
}

/** The same of a transposed convolution, channels last; what convolves is given the shape of its result. */
export function tfjsTransposedGroups(
  call: Call,
  { from, layout, windows, perGroup, features, groups }: TransposedPlan,
  [x, filter]: readonly [Expression, Expression],
  convolve: (x: Expression, filter: Expression, shape: Shape) => Expression,
): Expression {
  const last = { ...from, channelsFirst: false };
  const result = laidOut(last, layout.spatial, perGroup);
  if (groups === 1) return convolve(x, filter, result);
  const shape = laidOut(last, from.spatial, features);
  const window = windows.window.map((k, d) => extent(k, windows.dilations[d]!));
  const filterShape = [...window, perGroup, features];
  const each = features / groups;
  const results = Array.from({ length: groups }, (_, group) =>
    convolve(
      partOfLast(call, x, shape, group * each, each),
      partOfLast(call, filter, filterShape, group * each, each),
      result,
    ),
  );
  return call("concat", results, shape.length - 1);
}

/** A filter with zeros between its elements, for what has no dilations. */
export function tfjsDilated(call: Call, { windows, perGroup, features }: Plan, filter: Expression): Expression {
  const { window, dilations } = windows;
  if (dilations.every((d) => d === 1)) return filter;
  const apart = call("reshape", filter, [...window.flatMap((k) => [k, 1]), perGroup, features]);
  const widths = [
    ...dilations.flatMap((d) => [
      [0, 0],
      [0, d - 1],
    ]),
    [0, 0],
    [0, 0],
  ];
  const spread = call("reshape", call("pad", apart, widths), [
    ...window.map((k, d) => k * dilations[d]!),
    perGroup,
    features,
  ]);
  const shape = [...window.map((k, d) => extent(k, dilations[d]!)), perGroup, features];
  return call(
    "slice",
    spread,
    shape.map(() => 0),
    shape,
  );
}

function part(call: Call, of: Expression, shape: Shape, axis: number, start: number, size: number): Expression {
  return call(
    "slice",
    of,
    shape.map((_, i) => (i === axis ? start : 0)),
    shape.with(axis, size),
  );
}

function partOfLast(call: Call, of: Expression, shape: Shape, start: number, size: number): Expression {
  return part(call, of, shape, shape.length - 1, start, size);
}

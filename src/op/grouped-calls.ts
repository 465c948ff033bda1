import type { Shape } from "../base/shape.ts";
import type { Call, Expression } from "./counterparts.ts";
import type { Plan } from "./convolution.ts";

/** A convolution in groups by convolutions of each, for TensorFlow.js, which has no groups. */
export function tfjsGroups(
  call: Call,
  { layout, windows, perGroup, features, groups }: Plan,
  [x, filter]: readonly [Expression, Expression],
  convolve: (x: Expression, filter: Expression) => Expression,
): Expression {
  if (groups === 1) return convolve(x, filter);
  const part = (of: Expression, shape: Shape, axis: number, start: number, size: number): Expression =>
    call(
      "slice",
      of,
      shape.map((_, i) => (i === axis ? start : 0)),
      shape.with(axis, size),
    );
  const outer = layout.batched ? [layout.batch] : [];
  const xShape = layout.channelsFirst
    ? [...outer, layout.channels, ...layout.spatial]
    : [...outer, ...layout.spatial, layout.channels];
  const axis = layout.channelsFirst ? outer.length : xShape.length - 1;
  const filterShape = [...windows.window, perGroup, features];
  const each = features / groups;
  const results = Array.from({ length: groups }, (_, group) =>
    convolve(
      part(x, xShape, axis, group * perGroup, perGroup),
      part(filter, filterShape, filterShape.length - 1, group * each, each),
    ),
  );
  return call("concat", results, axis);
}

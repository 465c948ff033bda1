import { InputError } from "../../base/errors.ts";
import { normalizeAxis, type Shape } from "../../base/shape.ts";
import { axisOrAxes } from "../../op/attrs.ts";
import { drawAxis, drawDistinctAxes, eitherEnd } from "../../op/axis.ts";
import { reals, type Excuse } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** Which axes go where. */
export interface Move {
  readonly source: number | Shape;
  readonly destination: number | Shape;
}

/** One axis goes to one place, and a list of axes to as many. */
const AS_MANY: readonly Excuse[] = (["source", "destination"] as const).flatMap((one) => {
  const other = one === "source" ? "destination" : "source";
  const several = [`${other}=[several, negative]`, `${other}=[several, not negative]`, `${other}=no axes`];
  const because = "there are as many destinations as axes that are moved";
  return [
    ["negative", "not negative", "[negative]", "[not negative]"].map((level) => `${one}=${level}`).join("|"),
    `${one} of rank=*`,
    `${one}=no axes`,
  ].map((level, i) => ({ pair: [level, several.slice(0, i === 2 ? 2 : 3).join("|")] as const, because }));
});

/**
 * The dimensions `source` moved to the places `destination`; the others stay in their order.
 *
 * @throws InputError when there are not as many sources as destinations, or one is named twice; ShapeError when x has no such axis.
 * @example
 * ops.moveaxis(tensor([[1, 2, 3]]), { source: 0, destination: 1 }).shape; // [3, 1]
 */
export const moveaxis: Op<["x"], Move> = composite({
  name: "moveaxis",
  inputs: ["x"],
  formula: String.raw`\mathrm{out}_i = x_k, \quad k_{\mathrm{source}} = i_{\mathrm{destination}} \text{, the others in order}`,
  attrs: {
    source: axisOrAxes("the axis or axes to move; negative ones count from the end"),
    destination: axisOrAxes("where each of them goes; negative ones count from the end"),
  },
  domain: { x: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(1, 6);
    const rank = shape.length;
    if (draw.flag()) {
      const either = (axis: number): number | Shape => (draw.flag() ? axis : [axis]);
      const [source, destination] = [either(drawAxis(draw, rank)), either(drawAxis(draw, rank))];
      return { shapes: [shape], attrs: { source, destination } };
    }
    const source = drawDistinctAxes(draw, rank);
    const rest = Array.from({ length: rank }, (_, i) => i);
    const destination = source.map(() => eitherEnd(draw, rest.splice(draw.integer(0, rest.length - 1), 1)[0]!, rank));
    return { shapes: [shape], attrs: { source, destination } };
  },
  excused: AS_MANY,
  shape: ([x], attrs) => order(x!.length, attrs).map((axis) => x![axis]!),
  exact: (_real, [x], attrs) => {
    const { from, to } = moves(x!.shape.length, attrs);
    const staying = x!.shape.map((_, d) => d).filter((d) => !to.includes(d));
    return (index) => {
      const rest = [...staying];
      // Dimension d of x is at its destination, or at the next of those that are none.
      return x!.at(x!.shape.map((_, d) => index[from.includes(d) ? to[from.indexOf(d)]! : rest.shift()!]!));
    };
  },
  compose: ({ permute_dims, shape }, { x }, attrs) => permute_dims(x, { axes: order(shape(x).length, attrs) }),
  counterparts: {
    tfjs: (call, { inputs: [x], shapes: [shape] }, attrs) => call("transpose", x, order(shape!.length, attrs)),
    torch: (call, { inputs: [x] }, { source, destination }) => call("torch.movedim", x, source, destination),
    jax: (call, { inputs: [x] }, { source, destination }) => call("jnp.moveaxis", x, source, destination),
  },
});

function moves(rank: number, attrs: Move): { readonly from: Shape; readonly to: Shape } {
  const [from, to] = [attrs.source, attrs.destination].map((axes) =>
    (typeof axes === "number" ? [axes] : axes).map((axis) => normalizeAxis("moveaxis", axis, rank)),
  );
  if (from!.length !== to!.length || [from!, to!].some((axes) => new Set(axes).size !== axes.length))
    throw new InputError(
      `moveaxis: expected as many destinations as sources and none twice, got ${JSON.stringify(attrs.source)} to ${JSON.stringify(attrs.destination)}`,
    );
  return { from: from!, to: to! };
}

/** The axes of x in the order of the result. */
function order(rank: number, attrs: Move): Shape {
  const { from, to } = moves(rank, attrs);
  const axes = Array.from({ length: rank }, (_, i) => i).filter((axis) => !from.includes(axis));
  for (const i of to.map((_, i) => i).toSorted((a, b) => to[a]! - to[b]!)) axes.splice(to[i]!, 0, from[i]!);
  return axes;
}

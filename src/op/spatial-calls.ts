import type { Shape } from "../base/shape.ts";
import type { Call, Expression } from "./counterparts.ts";
import { firstOrder, lastOrder, type Layout } from "./layout.ts";
import type { Padding, Windowing } from "./windowing.ts";

/** x with its channels moved to the end, for what TensorFlow.js has for one order only; and the result moved back. */
export function tfjsChannelsLast(
  call: Call,
  layout: Layout,
  x: Expression,
  compute: (x: Expression) => Expression,
): Expression {
  if (!layout.channelsFirst) return compute(x);
  const rank = layout.spatial.length;
  const own = (order: Shape): Shape => (layout.batched ? order : order.slice(1).map((axis) => axis - 1));
  return call("transpose", compute(call("transpose", x, own(lastOrder(rank)))), own(firstOrder(rank)));
}

/** What TensorFlow.js takes as padding: pairs for all dimensions. */
export function tfjsPadding(padding: Padding, mode: Windowing["dim_rounding_mode"], channelsFirst: boolean): unknown {
  // It takes a rounding mode beside numbers only; "valid" rounds down.
  if (padding === "valid" && mode !== null && mode !== "floor") return 0;
  if (typeof padding !== "object") return padding;
  return channelsFirst ? [[0, 0], [0, 0], ...padding] : [[0, 0], ...padding, [0, 0]];
}

/** The last argument of what takes a rounding mode, which does not go with "same". */
export function tfjsRounding({ padding, dim_rounding_mode }: Required<Windowing>): readonly string[] {
  const isImplied = padding === "same" || (padding === "valid" && dim_rounding_mode === "floor");
  return dim_rounding_mode === null || isImplied ? [] : [dim_rounding_mode];
}

/** x, channels last, with margins of `value`; where they are negative, it is cut. */
export function tfjsMargins(
  call: Call,
  x: Expression,
  { batched, batch, spatial, channels }: Pick<Layout, "batched" | "batch" | "spatial" | "channels">,
  [before, after]: readonly [Shape, Shape],
  value: number = 0,
): Expression {
  const outer = batched ? [batch] : [];
  const none = outer.map(() => [0, 0]);
  const widths = spatial.map((_, d) => [Math.max(0, before[d]!), Math.max(0, after[d]!)] as const);
  const padded = widths.some(([b, a]) => b + a > 0) ? call("pad", x, [...none, ...widths, [0, 0]], value) : x;
  if ([...before, ...after].every((width) => width >= 0)) return padded;
  return call(
    "slice",
    padded,
    [...outer.map(() => 0), ...before.map((b) => Math.max(0, -b)), 0],
    [...outer, ...spatial.map((d, i) => d + before[i]! + after[i]!), channels],
  );
}

/** x as `[batch, channels, …spatial]` with margins of `value` (cut where these are negative), for PyTorch; the result back. */
export function torchImages(
  call: Call,
  layout: Layout,
  x: Expression,
  shape: Shape,
  compute: (x: Expression) => Expression,
): Expression {
  const rank = layout.spatial.length;
  const batched = layout.batched ? x : call("torch.unsqueeze", x, 0);
  const first = layout.channelsFirst ? batched : call("torch.permute", batched, firstOrder(rank));
  const out = compute(first);
  const last = layout.channelsFirst ? out : call("torch.permute", out, lastOrder(rank));
  return layout.batched ? last : call("torch.reshape", last, shape);
}

/** The spatial dimensions of `[batch, channels, …spatial]` with margins of `value`, cut where these are negative. */
export function torchMargins(
  call: Call,
  x: Expression,
  [before, after]: readonly [Shape, Shape],
  value: number = 0,
): Expression {
  if ([...before, ...after].every((width) => width === 0)) return x;
  const widths = before.flatMap((_, i) => [before.at(-1 - i)!, after.at(-1 - i)!]);
  return call("torch.nn.functional.pad", x, widths, { value });
}

/** x with a batch dimension, for JAX; the result without. */
export function jaxImages(
  call: Call,
  { batched }: Layout,
  x: Expression,
  compute: (x: Expression) => Expression,
): Expression {
  return batched ? compute(x) : call("jnp.squeeze", compute(call("jnp.expand_dims", x, 0)), 0);
}

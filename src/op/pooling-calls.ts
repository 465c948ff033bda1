import type { Shape } from "../base/shape.ts";
import { functionOf, type Call, type Expression } from "./counterparts.ts";
import type { Layout } from "./layout.ts";
import type { AnyPooling, PoolingPlan } from "./pooling.ts";
import { jaxImages, tfjsMargins, tfjsPadding, tfjsRounding, torchImages, torchMargins } from "./spatial-calls.ts";
import { neededAfter, type Windowing, type Windows } from "./windowing.ts";

/** A pooling of TensorFlow.js of x, channels last. */
export function tfjsPool(
  call: Call,
  name: string,
  x: Expression,
  { layout, windows }: PoolingPlan,
  attrs: AnyPooling,
): Expression {
  const rank = layout.spatial.length;
  const { padding, dim_rounding_mode } = attrs;
  if (rank > 1) {
    const given = tfjsPadding(padding, dim_rounding_mode, false);
    return call(name, x, windows.window, windows.strides, given, ...tfjsRounding(modesOf(attrs)));
  }
  // A line is an image of one column.
  const { batched, batch, spatial, channels } = layout;
  const outer = batched ? [batch] : [];
  const pairs = typeof padding === "number" ? [[padding, padding]] : padding;
  const given =
    typeof pairs === "object" ? [[0, 0], ...pairs, [0, 0], [0, 0]] : tfjsPadding(padding, dim_rounding_mode, false);
  const image = call("reshape", x, [...outer, ...spatial, 1, channels]);
  const pooled = call(
    name,
    image,
    [...windows.window, 1],
    [...windows.strides, 1],
    given,
    ...tfjsRounding(modesOf(attrs)),
  );
  return call("reshape", pooled, [...outer, ...windows.out, channels]);
}

function modesOf({ padding, dim_rounding_mode }: AnyPooling): Required<Windowing> {
  return { strides: 1, dilations: 1, padding, dim_rounding_mode };
}

/** The same of padding that is put around x first. */
export function tfjsPoolOfPadded(
  call: Call,
  name: string,
  x: Expression,
  { layout, windows }: PoolingPlan,
  attrs: AnyPooling,
  value: number,
): Expression {
  const padded = tfjsMargins(call, x, layout, [windows.before, windows.after], value);
  const spatial = layout.spatial.map((d, i) => d + windows.before[i]! + windows.after[i]!);
  const dim_rounding_mode = attrs.padding === "same" ? null : attrs.dim_rounding_mode;
  const plan = { layout: { ...layout, spatial }, windows };
  return tfjsPool(call, name, padded, plan, { ...attrs, padding: "valid", dim_rounding_mode });
}

/** The mean over the elements inside alone, of padding that is put around x first: over that of ones. */
export function tfjsMeanOfPadded(
  call: Call,
  name: string,
  x: Expression,
  plan: PoolingPlan,
  attrs: AnyPooling,
): Expression {
  const { batched, batch, spatial, channels } = plan.layout;
  const ones = call("ones", [...(batched ? [batch] : []), ...spatial, channels]);
  return call(
    "div",
    tfjsPoolOfPadded(call, name, x, plan, attrs, 0),
    tfjsPoolOfPadded(call, name, ones, plan, attrs, 0),
  );
}

/** Windows laid side by side, for what has no dilations: x, channels last, taken at the places of their elements. */
export function tfjsApart(call: Call, x: Expression, { layout, windows }: PoolingPlan, value: number): Expression {
  const after = neededAfter(layout.spatial, windows).map((width) => Math.max(0, width));
  const padded = tfjsMargins(call, x, layout, [windows.before, after], value);
  return placesApart(windows).reduce(
    (taken, places, d) => call("gather", taken, call("tensor1d", places, "int32"), d + Number(layout.batched)),
    padded,
  );
}

/** For each spatial dimension the places, from the first window's on, of the elements of all windows. */
function placesApart({ window, strides, dilations, out }: Windows): readonly Shape[] {
  return out.map((count, d) =>
    Array.from({ length: count }, (_, o) =>
      Array.from({ length: window[d]! }, (_, k) => o * strides[d]! + k * dilations[d]!),
    ).flat(),
  );
}

/** PyTorch's pooling: what `pool` makes of x, and for means of ones where what is counted differs from window to window. */
export function torchPool(
  call: Call,
  kind: "max" | "avg",
  x: Expression,
  { layout, windows }: PoolingPlan,
  shape: Shape,
  include: boolean,
): Expression {
  const rank = layout.spatial.length;
  const margins = [windows.before, neededAfter(layout.spatial, windows)] as const;
  // The mean has no dilations: what windows reach is laid side by side for it.
  const isApart = kind === "avg" && windows.dilations.some((d) => d > 1);
  const options = isApart
    ? { stride: windows.window }
    : { stride: windows.strides, ...(kind === "max" ? { dilation: windows.dilations } : {}) };
  return torchImages(call, layout, x, shape, (images) => {
    const pool = (of: Expression, around: readonly [Shape, Shape]): Expression => {
      const padded = torchMargins(call, of, around, kind === "max" ? -Infinity : 0);
      const taken = isApart
        ? placesApart(windows).reduce(
            (part, places, d) => call("torch.index_select", part, d + 2, call("torch.tensor", places)),
            padded,
          )
        : padded;
      return call(`torch.nn.functional.${kind}_pool${String(rank)}d`, taken, windows.window, options);
    };
    const pooled = pool(images, margins);
    if (kind === "max") return pooled;
    const { counted, rest } = countedOf(layout, windows, include);
    return call("torch.div", pooled, pool(call("torch.ones", [1, 1, ...counted]), rest));
  });
}

/** JAX's reduction of windows. */
export function jaxPool(
  call: Call,
  kind: "max" | "avg",
  x: Expression,
  { layout, windows }: PoolingPlan,
  include: boolean,
): Expression {
  const around = <T>(spatial: readonly T[], one: T): T[] =>
    layout.channelsFirst ? [one, one, ...spatial] : [one, ...spatial, one];
  const reduce = (of: Expression, [before, after]: readonly [Shape, Shape]): Expression => {
    const [start, name] = kind === "max" ? [-Infinity, "jax.lax.max"] : [0, "jax.lax.add"];
    const widths = before.map((b, d) => [b, after[d]!, 0]);
    const padded = call("jax.lax.pad", of, call("jnp.float64", start), around(widths, [0, 0, 0]));
    return call("jax.lax.reduce_window", padded, call("jnp.float64", start), functionOf(call, name), {
      window_dimensions: around(windows.window, 1),
      window_strides: around(windows.strides, 1),
      padding: "VALID",
      window_dilation: around(windows.dilations, 1),
    });
  };
  return jaxImages(call, layout, x, (images) => {
    const reduced = reduce(images, [windows.before, neededAfter(layout.spatial, windows)]);
    if (kind === "max") return reduced;
    const { counted, rest } = countedOf(layout, windows, include);
    return call("jnp.divide", reduced, reduce(call("jnp.ones", around(counted, 1)), rest));
  });
}

/** The spatial dimensions of what a mean counts, and how much of what windows reach stands before and after it. */
function countedOf(
  { spatial }: Layout,
  windows: Windows,
  include: boolean,
): { readonly counted: Shape; readonly rest: readonly [Shape, Shape] } {
  const after = neededAfter(spatial, windows);
  if (!include) return { counted: spatial, rest: [windows.before, after] };
  return {
    counted: spatial.map((d, i) => d + windows.before[i]! + windows.after[i]!),
    rest: [spatial.map(() => 0), after.map((width, i) => width - windows.after[i]!)],
  };
}

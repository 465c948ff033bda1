import { InputError } from "../../base/errors.ts";
import { formatShape, type Shape } from "../../base/shape.ts";
import { integers } from "../../op/attrs.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { crossPlaces, rangeOf } from "../../tensor/kernels/places.ts";

/**
 * x repeated as a whole, `reps[d]` times along dimension d. Where x has fewer dimensions than `reps`, dimensions of 1 are
 * put before them; where it has more, those in front are not repeated.
 *
 * @throws InputError when a number of repetitions is negative.
 * @example
 * ops.tile(tensor([1, 2]), { reps: [2] }); // [1, 2, 1, 2]
 */
export const tile: Op<["x"], { readonly reps: readonly number[] }> = moving({
  name: "tile",
  formula: String.raw`\mathrm{out}_i = x_k, \quad k_d = i_d \bmod n_d,\ 0 \le i_d < n_d\,\mathrm{reps}_d`,
  attrs: { reps: integers("how many times to repeat x along each dimension") },
  sample: (draw) => {
    const shape = draw.shape(0, 6);
    const length = draw.flag() ? shape.length : draw.integer(0, 6);
    // Few repetitions in all, so that results stay small.
    let left = 4;
    const reps = Array.from({ length }, () => {
      const times = draw.integer(1, 9) === 9 ? 0 : draw.integer(1, Math.min(3, left));
      left = Math.floor(left / Math.max(1, times));
      return times;
    });
    return { shapes: [shape], attrs: { reps } };
  },
  shape: (x, { reps }) => {
    if (reps.some((times) => times < 0))
      throw new InputError(`tile: expected numbers of repetitions that are 0 or more, got ${formatShape(reps)}`);
    const { from, times } = aligned(x, reps);
    return from.map((length, d) => length * times[d]!);
  },
  places: (x, { reps }) => {
    const { from, times } = aligned(x, reps);
    return crossPlaces(
      from,
      from.map((length, d) => rangeOf(times[d]!).flatMap(() => rangeOf(length))),
    );
  },
  exact: (_real, [x]) => {
    const { shape } = x!;
    return (index) => x!.at(index.slice(index.length - shape.length).map((i, d) => i % shape[d]!));
  },
  counterparts: {
    // TensorFlow.js wants one number a dimension.
    tfjs: (call, { inputs: [x], shapes: [shape] }, { reps }) => {
      const { from, times } = aligned(shape!, reps);
      return call("tile", from.length > shape!.length ? call("reshape", x, from) : x, times);
    },
    torch: (call, { inputs: [x] }, { reps }) => call("torch.tile", x, reps),
    jax: (call, { inputs: [x] }, { reps }) => call("jnp.tile", x, reps),
  },
});

/** The shape of x and the repetitions, of one length. */
function aligned(x: Shape, reps: Shape): { readonly from: Shape; readonly times: Shape } {
  return {
    from: [...ones(reps.length - x.length), ...x],
    times: [...ones(x.length - reps.length), ...reps],
  };
}

function ones(count: number): Shape {
  return rangeOf(Math.max(0, count)).map(() => 1);
}

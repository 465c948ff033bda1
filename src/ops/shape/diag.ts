import { ShapeError } from "../../base/errors.ts";
import { moving } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { placesFrom } from "../../tensor/kernels/places.ts";

/**
 * x on the diagonal of zeros: shape s gives shape s + s, and element i of x stands at i + i.
 *
 * @throws ShapeError for a scalar.
 * @example
 * ops.diag(tensor([1, 2])); // [[1, 0], [0, 2]]
 */
export const diag: Op<["x"]> = moving({
  name: "diag",
  formula: String.raw`\mathrm{out}_{i,j} = \begin{cases} x_i & i = j \\ 0 & i \ne j \end{cases}`,
  sample: (draw) => {
    // The result has as many elements as x squared.
    let left = 4;
    const shape = draw.shape(1, 3).map((d) => {
      const kept = Math.min(d, left);
      left = Math.floor(left / Math.max(1, kept));
      return kept;
    });
    return { shapes: [shape], attrs: {} };
  },
  excused: [{ pair: ["dimensions=more", "rank=3"], because: "the result of 8 elements has 64: samples are smaller" }],
  shape: (x) => {
    if (x.length === 0) throw new ShapeError("diag: a scalar has no diagonal; reshape it to [1] first");
    return [...x, ...x];
  },
  places: (x, _attrs, shape) =>
    placesFrom(x, shape, (index) => {
      const first = index.slice(0, x.length);
      return first.every((i, d) => i === index[x.length + d]) ? first : null;
    }),
  exact:
    (real, [x]) =>
    (index) => {
      const rank = index.length / 2;
      return index.slice(0, rank).join() === index.slice(rank).join() ? x!.at(index.slice(rank)) : real.real(0);
    },
  counterparts: {
    tfjs: (call, { inputs: [x] }) => call("diag", x),
    torch: (call, { inputs: [x], shapes: [from], shape }) =>
      from!.length === 1
        ? call("torch.diag", x)
        : call("torch.reshape", call("torch.diag", call("torch.flatten", x)), shape),
    jax: (call, { inputs: [x], shapes: [from], shape }) =>
      from!.length === 1 ? call("jnp.diag", x) : call("jnp.reshape", call("jnp.diag", call("jnp.ravel", x)), shape),
  },
});

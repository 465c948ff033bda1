import { ShapeError } from "../../base/errors.ts";
import { formatShape, sameShape } from "../../base/shape.ts";
import { reals } from "../../op/domain.ts";
import { linear } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { loop2, map2 } from "../../tensor/kernels/map.ts";

/**
 * The sum of tensors of one shape.
 *
 * @throws ShapeError when shapes differ.
 * @example
 * ops.add_n(tensor([1, 2]), tensor([10, 20]), tensor([100, 200])); // [111, 222]
 */
export const add_n: Op<["xs"]> = linear({
  name: "add_n",
  inputs: ["xs"],
  formula: String.raw`\mathrm{out} = \sum_i \mathrm{xs}_i`,
  variadic: true,
  domain: { xs: reals(-4, 4) },
  sample: (draw) => {
    const shape = draw.shape(0, 4);
    return { shapes: Array.from({ length: draw.integer(1, 4) }, () => shape), attrs: {} };
  },
  shape: (shapes) => {
    const first = shapes[0]!;
    const other = shapes.find((shape) => !sameShape(shape, first));
    if (other !== undefined)
      throw new ShapeError(
        `add_n: expected tensors of one shape, got ${formatShape(first)} and ${formatShape(other)}; add broadcasts`,
      );
    return first;
  },
  exact: (real, xs) => (index) => real.sum(xs.map((x) => x.at(index))),
  kernel: (xs, _attrs, shape) => xs.reduce((total, x) => map2(plus, total, x, shape, {})),
  rounding: (xs) => ({ terms: xs.length - 1 }),
  transpose: { xs: (_, __, g) => g },
  counterparts: {
    tfjs: (call, { inputs }) => call("addN", inputs),
    torch: (call, { inputs }) => call("torch.sum", call("torch.stack", inputs), { dim: 0 }),
    jax: (call, { inputs }) => call("jnp.sum", call("jnp.stack", inputs), { axis: 0 }),
  },
});

const plus = loop2<object>((x, y) => x + y);

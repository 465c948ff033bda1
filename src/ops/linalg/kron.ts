import { fn } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import type { Shape } from "../../base/shape.ts";

/**
 * The Kronecker product: every element of x times the whole of y, as blocks. Shapes `[m₁,…]` and `[n₁,…]` give
 * `[m₁·n₁,…]`; the shorter one counts as having leading dimensions of 1.
 *
 * @example
 * ops.kron(tensor([1, 10]), tensor([1, 2])); // [1, 2, 10, 20]
 */
export const kron: Op<["x", "y"]> = composite({
  name: "kron",
  inputs: ["x", "y"],
  formula: String.raw`\mathrm{out}_{iq + k} = x_i\,y_k, \quad 0 \le k < q \text{ in each dimension}`,
  domain: { x: reals(-4, 4), y: reals(-4, 4) },
  sample: (draw) => ({ shapes: [draw.shape(0, 3), draw.shape(0, 3)].map((shape) => shape.slice(0, 3)), attrs: {} }),
  shape: ([x, y]) => {
    const [p, q] = sameRank(x!, y!);
    return p.map((d, i) => d * q[i]!);
  },
  exact:
    (real, [x, y]) =>
    (index) => {
      const [, q] = sameRank(x!.shape, y!.shape);
      const block = index.map((i, d) => Math.floor(i / q[d]!));
      const within = index.map((i, d) => i % q[d]!);
      return real.mul(
        x!.at(block.slice(index.length - x!.shape.length)),
        y!.at(within.slice(index.length - y!.shape.length)),
      );
    },
  compose: ({ mul, reshape, shape }, { x, y }) => {
    const [p, q] = sameRank(shape(x), shape(y));
    return reshape(
      mul(reshape(x, { shape: p.flatMap((d) => [d, 1]) }), reshape(y, { shape: q.flatMap((d) => [1, d]) })),
      { shape: p.map((d, i) => d * q[i]!) },
    );
  },
  counterparts: {
    tfjs: { none: "TensorFlow.js has no Kronecker product" },
    torch: fn("torch.kron"),
    jax: fn("jnp.kron"),
  },
});

/** Both shapes with leading dimensions of 1, as many as the longer one has. */
function sameRank(x: Shape, y: Shape): readonly [Shape, Shape] {
  return [padded(x, y.length), padded(y, x.length)];
}

function padded(shape: Shape, rank: number): Shape {
  return [...Array.from({ length: Math.max(0, rank - shape.length) }, () => 1), ...shape];
}

import { sizeOf, type Shape } from "../../base/shape.ts";
import { integer } from "../../op/attrs.ts";
import { primitive } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import { squareOf } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";
import { minorMagnitudesInto, minorsInto } from "../../tensor/kernels/minors.ts";
import { eachMatrix } from "../../tensor/kernels/stacks.ts";

/**
 * The derivatives of order `order` of the determinants of the square matrices x, `[…,n,n] → […,n,n,n,n,…]` with two
 * dimensions for each order: minors, but for their signs. Order 0 is the determinant itself. No matrix is inverted, so
 * singular ones are like others.
 */
export const minors: Op<["x"], { readonly order: number }> = primitive({
  name: "minors",
  inputs: ["x"],
  attrs: { order: integer("how many times the determinant is differentiated") },
  shape: ([x], { order }) => {
    const { stack, n } = squareOf("minors", x!);
    return [...stack, ...elementsOf(n, order)];
  },
  kernel: ([x], { order }, shape) => {
    const { stack, n } = squareOf("minors", x!.shape);
    return eachMatrix([x!], stack, shape, (out, matrix) => minorsInto(out, matrix, n, order));
  },
  rounding: ([x], { order }, out) => {
    const { stack, n } = squareOf("minors", x!.shape);
    const magnitudes = eachMatrix([x!], stack, out.shape, (sizes, matrix) =>
      minorMagnitudesInto(sizes, matrix, n, order),
    );
    return { relative: n, terms: 8 * n, magnitudes };
  },
  vjp: {
    // Σ g·(the derivatives of the next order), over all dimensions that these have in common
    x: (kit, { x }, g, { order }) => {
      const { next, stack, n } = nextOrder(kit, x, order);
      const row = kit.reshape(g, { shape: [...stack, 1, kit.shape(next).at(-2)!] });
      return kit.reshape(kit.matmul(row, next), { shape: [...stack, n, n] });
    },
  },
  jvp: {
    // The derivatives of the next order in the direction d
    x: (kit, { x, out }, d, { order }) => {
      const { next, stack, n } = nextOrder(kit, x, order);
      const column = kit.reshape(d, { shape: [...stack, n * n, 1] });
      return kit.reshape(kit.matmul(next, column), { shape: kit.shape(out) });
    },
  },
});

/** The derivatives of the next order, as matrices: those of this order by the elements of x. */
function nextOrder<V>(
  kit: Kit<V>,
  x: V,
  order: number,
): { readonly next: V; readonly stack: Shape; readonly n: number } {
  const { stack, n } = squareOf("minors", kit.shape(x));
  const next = kit.reshape(kit.minors(x, { order: order + 1 }), {
    shape: [...stack, sizeOf(elementsOf(n, order)), n * n],
  });
  return { next, stack, n };
}

/** The dimensions of the derivatives of an order: rows and columns of the elements. */
function elementsOf(n: number, order: number): Shape {
  return Array.from({ length: 2 * order }, () => n);
}

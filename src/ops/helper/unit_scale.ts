import { constantTensor } from "../../op/kinds/index.ts";
import { matrixOf } from "../../op/matrices.ts";
import type { Op } from "../../op/op.ts";
import { eachMatrix } from "../../tensor/kernels/stacks.ts";

/**
 * For each matrix of x the power of 2 that brings its largest element to between ½ and 2, `[…,m,n] → […,1,1]`; 1 for a
 * matrix that is zero or not finite. Its derivative is zero: it is for formulas that hold for any factor.
 */
export const unit_scale: Op<["x"]> = constantTensor({
  name: "unit_scale",
  inputs: ["x"],
  shape: ([x]) => [...matrixOf("unit_scale", x!).stack, 1, 1],
  kernel: ([x], _attrs, shape) =>
    eachMatrix([x!], shape.slice(0, -2), shape, (out, matrix) => {
      const largest = matrix.reduce((most, element) => Math.max(most, Math.abs(element)), 0);
      const scale = 2 ** -Math.round(Math.log2(largest));
      out[0] = largest > 0 && scale > 0 && scale < Infinity ? scale : 1;
    }),
});

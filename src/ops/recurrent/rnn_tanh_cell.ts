import { fn } from "../../op/counterparts.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import {
  affine,
  CELL_INPUTS,
  cellDomain,
  exactAffine,
  exactTanh,
  sampleCell,
  shapeOfCell,
} from "../../op/recurrent.ts";

/**
 * One step of Elman's recurrent cell: tanh(x·w_ihᵀ + b_ih + h·w_hhᵀ + b_hh).
 *
 * Shapes: `x` `[b,d]`, `h` `[b,u]`, `w_ih` `[u,d]`, `w_hh` `[u,u]`, `b_ih` and `b_hh` `[u]`.
 *
 * @throws ShapeError where these do not fit.
 * @example
 * ops.rnn_tanh_cell(x, h, w_ih, w_hh, b_ih, b_hh);
 */
export const rnn_tanh_cell: Op<typeof CELL_INPUTS> = composite({
  name: "rnn_tanh_cell",
  inputs: CELL_INPUTS,
  formula: String.raw`\mathrm{out} = \tanh\left(x\,\text{w\_ih}^\top + \text{b\_ih} + h\,\text{w\_hh}^\top + \text{b\_hh}\right)`,
  domain: cellDomain,
  sample: (draw) => ({ shapes: sampleCell(draw, 1), attrs: {} }),
  shape: (shapes) => shapeOfCell("rnn_tanh_cell", shapes, 1),
  exact:
    (real, [x, h, w_ih, w_hh, b_ih, b_hh]) =>
    ([row, unit]) =>
      exactTanh(real, [
        exactAffine(real, [x!, w_ih!, b_ih!], row!, unit!),
        exactAffine(real, [h!, w_hh!, b_hh!], row!, unit!),
      ]),
  compose: (kit, { x, h, w_ih, w_hh, b_ih, b_hh }) =>
    kit.tanh(kit.add(affine(kit, x, w_ih, b_ih), affine(kit, h, w_hh, b_hh))),
  counterparts: {
    tfjs: { none: "the core of TensorFlow.js has no such cell; that of its layers is a module" },
    torch: fn("torch.rnn_tanh_cell"),
    jax: { none: "JAX has no cells; those of Flax are modules" },
  },
});

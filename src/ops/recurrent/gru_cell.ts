import { fn } from "../../op/counterparts.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import {
  affine,
  CELL_INPUTS,
  cellDomain,
  exactAffine,
  exactDot,
  exactSigmoid,
  exactTanh,
  gate,
  sampleCell,
  shapeOfCell,
} from "../../op/recurrent.ts";

/**
 * One step of a gated recurrent unit: n + z·(h − n) with n = tanh(aₙ + r·cₙ), r = σ(aᵣ + cᵣ) and z = σ(a_z + c_z), where
 * aᵣ, a_z, aₙ are the three parts of x·w_ihᵀ + b_ih and cᵣ, c_z, cₙ those of h·w_hhᵀ + b_hh.
 *
 * Shapes: `x` `[b,d]`, `h` `[b,u]`, `w_ih` `[3u,d]`, `w_hh` `[3u,u]`, `b_ih` and `b_hh` `[3u]`.
 *
 * @throws ShapeError where these do not fit.
 * @example
 * ops.gru_cell(x, h, w_ih, w_hh, b_ih, b_hh);
 */
export const gru_cell: Op<typeof CELL_INPUTS> = composite({
  name: "gru_cell",
  inputs: CELL_INPUTS,
  formula: String.raw`\mathrm{out} = (1 - z)\,n + z\,h, \quad n = \tanh(a_n + r\,c_n),\ r = \sigma(a_r + c_r),\ z = \sigma(a_z + c_z),\ (a_r, a_z, a_n) = x\,\text{w\_ih}^\top + \text{b\_ih},\ (c_r, c_z, c_n) = h\,\text{w\_hh}^\top + \text{b\_hh}`,
  domain: cellDomain,
  sample: (draw) => ({ shapes: sampleCell(draw, 3), attrs: {} }),
  shape: (shapes) => shapeOfCell("gru_cell", shapes, 3),
  // (1 − z)·n + z·h
  exact:
    (real, [x, h, w_ih, w_hh, b_ih, b_hh]) =>
    ([row, unit]) => {
      const u = h!.shape[1]!;
      const ofData = (k: number): typeof memory => exactAffine(real, [x!, w_ih!, b_ih!], row!, k * u + unit!);
      const ofState = (k: number): typeof memory => exactAffine(real, [h!, w_hh!, b_hh!], row!, k * u + unit!);
      const memory = h!.at([row!, unit!]);
      const reset = exactSigmoid(real, [ofData(0), ofState(0)]);
      const keep = exactSigmoid(real, [ofData(1), ofState(1)]);
      const fresh = exactTanh(real, [exactDot(real, [reset, ofState(2), ofData(2)])]);
      return real.add(real.mul(real.sub(1, keep), fresh), real.mul(keep, memory));
    },
  compose: (kit, { x, h, w_ih, w_hh, b_ih, b_hh }) => {
    const { add, mul, sigmoid, sub, tanh } = kit;
    const [a, c] = [affine(kit, x, w_ih, b_ih), affine(kit, h, w_hh, b_hh)];
    const reset = sigmoid(add(gate(kit, a, 0, 3), gate(kit, c, 0, 3)));
    const keep = sigmoid(add(gate(kit, a, 1, 3), gate(kit, c, 1, 3)));
    const fresh = tanh(add(gate(kit, a, 2, 3), mul(reset, gate(kit, c, 2, 3))));
    return add(fresh, mul(keep, sub(h, fresh)));
  },
  counterparts: {
    tfjs: { none: "the core of TensorFlow.js has no such cell; that of its layers is a module" },
    torch: fn("torch.gru_cell"),
    jax: { none: "JAX has no cells; those of Flax are modules" },
  },
});

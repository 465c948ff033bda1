import { ShapeError } from "../../base/errors.ts";
import { formatShape, type Shape } from "../../base/shape.ts";
import { oneOf } from "../../op/attrs.ts";
import { item } from "../../op/counterparts.ts";
import { reals } from "../../op/domain.ts";
import type { ExactTensor, RealArithmetic } from "../../op/exact.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";
import { exactDot, exactSigmoid, exactTanh, gate, sampleSizes } from "../../op/recurrent.ts";

/** Which part of the next state: the cell's memory or its output. */
export interface CellOrOutput {
  readonly output?: "c" | "h";
}

const INPUTS = ["data", "c", "h", "kernel", "bias", "forget_bias"] as const;

/**
 * One step of a long short-term memory cell: the next memory c′ = c·σ(f + forget_bias) + σ(i)·tanh(j) or output
 * h′ = tanh(c′)·σ(o), where i, j, f, o are the four parts of `[data, h]·kernel + bias`.
 *
 * Shapes: `data` `[b,d]`, `c` and `h` `[b,u]`, `kernel` `[d+u,4u]`, `bias` `[4u]`, `forget_bias` `[]`.
 *
 * @throws ShapeError where these do not fit.
 * @example
 * ops.lstm_cell(data, c, h, kernel, bias, tensor(1), { output: "h" });
 */
export const lstm_cell: Op<typeof INPUTS, CellOrOutput> = composite({
  name: "lstm_cell",
  inputs: INPUTS,
  formula: String.raw`\mathrm{out} = \begin{cases} c' & \mathrm{output} = \text{c} \\ \tanh(c')\,\sigma(o) & \mathrm{output} = \text{h} \end{cases}, \quad c' = c\,\sigma(f + \text{forget\_bias}) + \sigma(i) \tanh(j),\ (i, j, f, o) = (\mathrm{data}, h)\,\mathrm{kernel} + \mathrm{bias}`,
  attrs: { output: oneOf("the memory or the output", ["c", "h"]) },
  domain: {
    data: reals(-2, 2),
    c: reals(-2, 2),
    h: reals(-1, 1),
    kernel: reals(-1, 1),
    bias: reals(-1, 1),
    forget_bias: reals(-1, 1),
  },
  sample: (draw) => {
    const { b, d, u } = sampleSizes(draw);
    return {
      shapes: [[b, d], [b, u], [b, u], [d + u, 4 * u], [4 * u], []],
      attrs: { output: draw.pick(["c", "h"] as const) },
    };
  },
  shape: (given) => {
    const [data, c] = given;
    const [b, d, u] = [data![0]!, data![1]!, c![1]!];
    const expected = [[b, d], [b, u], [b, u], [d + u, 4 * u], [4 * u], []];
    if (given.map(formatShape).join() !== expected.map(formatShape).join())
      throw new ShapeError(
        `lstm_cell: expected data [b,d], c and h [b,u], kernel [d+u,4u], bias [4u], forget_bias [], got ${given.map(formatShape).join(", ")}`,
      );
    return c!;
  },
  exact: exactState,
  compose: (kit, { forget_bias, kernel, bias, data, c, h }, { output }) => {
    const { add, matmul, mul, sigmoid, slice, tanh } = kit;
    const [inner, width] = kit.shape(kernel) as [number, number];
    const d = kit.shape(data)[1]!;
    const rows = (from: number, to: number): typeof kernel =>
      slice(kernel, { start_indices: [from, 0], limit_indices: [to, width] });
    const gates = add(add(matmul(data, rows(0, d)), matmul(h, rows(d, inner))), bias);
    const part = (k: number): typeof gates => gate(kit, gates, k, 4);
    const next = add(mul(sigmoid(part(0)), tanh(part(1))), mul(c, sigmoid(add(forget_bias, part(2)))));
    return output === "c" ? next : mul(tanh(next), sigmoid(part(3)));
  },
  counterparts: {
    tfjs: (call, { inputs: [data, c, h, kernel, bias, forget_bias] }, { output }) =>
      item(call, call("basicLSTMCell", forget_bias, kernel, bias, data, c, h), output === "c" ? 0 : 1),
    torch: { none: "PyTorch's LSTM cell has two biases, no forget bias, and another order of the gates" },
    jax: { none: "JAX has no cells; those of Flax are modules" },
  },
});

function exactState<R>(
  real: RealArithmetic<R>,
  [data, c, h, kernel, bias, forget]: readonly ExactTensor<R>[],
  { output }: Required<CellOrOutput>,
): (index: Shape) => R {
  const [d, u] = [data!.shape[1]!, c!.shape[1]!];
  return ([row, unit]) => {
    const part = (k: number): R => {
      const column = k * u + unit!;
      const factors = Array.from({ length: d + u }, (_, i) => [
        i < d ? data!.at([row!, i]) : h!.at([row!, i - d]),
        kernel!.at([i, column]),
      ]);
      return exactDot(real, [...factors.flat(), bias!.at([column])]);
    };
    const keep = exactSigmoid(real, [part(2), forget!.at([])]);
    const next = exactDot(real, [
      c!.at([row!, unit!]),
      keep,
      exactSigmoid(real, [part(0)]),
      exactTanh(real, [part(1)]),
    ]);
    return output === "c" ? next : real.mul(exactTanh(real, [next]), exactSigmoid(real, [part(3)]));
  };
}

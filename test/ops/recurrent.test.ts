import { describe, expect, it } from "vitest";
import { ops, tensor, type Tensor } from "../../src/index.ts";

/** ((0, 1, 2, …) mod 7 − 3)/8, as a matrix. */
function weights(rows: number, columns: number, sign: number = 1): Tensor {
  return tensor({
    shape: [rows, columns],
    data: Array.from({ length: rows * columns }, (_, i) => (sign * ((i % 7) - 3)) / 8),
  });
}

/** ((0, 1, 2, …) mod 5 − 2)/4 */
function bias(n: number, sign: number = 1): Tensor {
  return tensor(Array.from({ length: n }, (_, i) => (sign * ((i % 5) - 2)) / 4));
}

function expectNear(got: Tensor, want: Tensor): void {
  expect(got.shape).toEqual(want.shape);
  got.data.forEach((value, i) => expect(value).toBeCloseTo(want.data[i]!, 14));
}

const x = tensor([[0.5, -1]]);
const h = tensor([[0.25, -0.5]]);

describe("the next states are those of PyTorch 2 in float64", () => {
  it("gru_cell", () => {
    const out = ops.gru_cell(x, h, weights(6, 2), weights(6, 2, -1), bias(6), bias(6, -1));
    expectNear(out, tensor([[0.24541668600441757, -0.4289089780974195]]));
  });

  it("rnn_tanh_cell", () => {
    const out = ops.rnn_tanh_cell(x, h, weights(2, 2), weights(2, 2, -1), bias(2), bias(2));
    expectNear(out, tensor([[-0.7481544703297354, -0.48633601722496234]]));
  });

  it("lstm_cell, with the gates in TensorFlow's order", () => {
    const at = [x, tensor([[1, -2]]), h, weights(4, 8), bias(8), tensor(1)] as const;
    expectNear(ops.lstm_cell(...at), tensor([[0.7714852334558441, -1.1397053028283142]]));
    const output = ops.lstm_cell(...at, { output: "h" });
    expectNear(output, tensor([[0.3740970264434048, -0.4135187353149593]]));
  });
});

it("shapes that do not fit are told", () => {
  expect(() => ops.rnn_tanh_cell(x, h, weights(2, 2), weights(2, 3), bias(2), bias(2))).toThrow(
    "rnn_tanh_cell: expected x [b,d], h [b,u], w_ih [u,d], w_hh [u,u], b_ih and b_hh [u], got",
  );
  expect(() => ops.gru_cell(x, h, weights(2, 2), weights(2, 2), bias(2), bias(2))).toThrow(/w_ih \[3u,d\]/);
  expect(() => ops.lstm_cell(x, h, h, weights(4, 6), bias(8), tensor(1))).toThrow(/lstm_cell: expected data \[b,d\]/);
});

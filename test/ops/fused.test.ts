import { describe, expect, it } from "vitest";
import { InputError, ShapeError, grad, ops, tensor } from "../../src/index.ts";
import { expectTensor } from "./support.ts";

const row = tensor([[1]]);
const pre = tensor([[-2, 0, 3, 7]]);

describe("fused_matmul", () => {
  it("adds the bias before the activation", () => {
    const [x, y] = [tensor([[1, 2]]), tensor([[3], [-4]])];
    expectTensor(ops.fused_matmul(x, y), tensor([[-5]]));
    expectTensor(ops.fused_matmul(x, y, tensor([4]), { use_bias: true, activation: "relu" }), tensor([[0]]));
    expectTensor(ops.fused_matmul(x, y, tensor([6]), { use_bias: true, activation: "relu" }), tensor([[1]]));
  });

  it.each([
    ["linear", [-2, 0, 3, 7], [1, 1, 1, 1]],
    ["relu", [0, 0, 3, 7], [0, 0, 1, 1]],
    ["relu6", [0, 0, 3, 6], [0, 0, 1, 0]],
    ["elu", [Math.expm1(-2), 0, 3, 7], [Math.exp(-2), 1, 1, 1]],
    ["leakyrelu", [-0.4, 0, 3, 7], [0.2, 0.2, 1, 1]],
  ] as const)("has the values and slopes of %s, also at its kinks", (activation, values, slopes) => {
    expectTensor(ops.fused_matmul(row, pre, { activation }), tensor([values]));
    expectTensor(grad((y) => ops.sum(ops.fused_matmul(row, y, { activation })))(pre), tensor([slopes]));
  });

  it("is ½ with slope ¼ where sigmoid's argument is 0", () => {
    const zero = tensor([[0]]);
    expectTensor(ops.fused_matmul(row, zero, { activation: "sigmoid" }), tensor([[0.5]]));
    expectTensor(grad((y) => ops.sum(ops.fused_matmul(row, y, { activation: "sigmoid" })))(zero), tensor([[0.25]]));
  });

  it("takes prelu's weights last, with a bias and without", () => {
    const weights = tensor([0.5, 0.5, 2, 2]);
    expectTensor(ops.fused_matmul(row, pre, weights, { activation: "prelu" }), tensor([[-1, 0, 3, 7]]));
    expectTensor(
      ops.fused_matmul(row, pre, tensor([-4]), weights, { use_bias: true, activation: "prelu" }),
      tensor([[-3, -2, -2, 3]]),
    );
    const slope = grad((w) => ops.sum(ops.fused_matmul(row, pre, w, { activation: "prelu" })));
    expectTensor(slope(weights), tensor([-2, 0, 0, 0]));
  });

  it("says what does not fit", () => {
    expect(() => ops.fused_matmul(tensor([1]), pre)).toThrow(
      "fused_matmul: expected matrices, got [1] × [1,4]; reshape vectors first",
    );
    expect(() => ops.fused_matmul(row, pre, tensor([1, 2]), { use_bias: true })).toThrow(
      "fused_matmul: expected bias to broadcast to the product [1,4], got [2]",
    );
    expect(() => ops.fused_matmul(pre, pre)).toThrow(ShapeError);
    expect(() => ops.fused_matmul(row, pre, { use_bias: true } as never)).toThrow(InputError);
  });
});

describe("fused_conv2d", () => {
  it("adds one number a feature, in either order of dimensions", () => {
    const filter = tensor([[[[1, -1]]]]);
    const attrs = { use_bias: true, activation: "relu" } as const;
    const bias = tensor([10, 1]);
    expectTensor(
      ops.fused_conv2d(tensor([[[2], [3]]]), filter, bias, attrs),
      tensor([
        [
          [12, 0],
          [13, 0],
        ],
      ]),
    );
    expectTensor(
      ops.fused_conv2d(tensor([[[2, 3]]]), filter, bias, { ...attrs, data_format: "NCHW" }),
      tensor([[[12, 13]], [[0, 0]]]),
    );
  });

  it("takes weights of a feature, and of a place", () => {
    const [x, filter] = [tensor([[[-2], [-3]]]), tensor([[[[1, 2]]]])];
    const attrs = { activation: "prelu" } as const;
    expectTensor(
      ops.fused_conv2d(x, filter, tensor([1, 0.5]), attrs),
      tensor([
        [
          [-2, -2],
          [-3, -3],
        ],
      ]),
    );
    expectTensor(
      ops.fused_conv2d(x, filter, tensor([[[1], [2]]]), attrs),
      tensor([
        [
          [-2, -4],
          [-6, -12],
        ],
      ]),
    );
  });

  it("says what does not fit", () => {
    const [x, filter] = [tensor([[[-2], [-3]]]), tensor([[[[1, 2]]]])];
    expect(() => ops.fused_conv2d(x, filter, tensor([1, 2, 3]), { use_bias: true })).toThrow(
      "fused_conv2d: expected a scalar or [2] as bias, one number a feature, got [3]",
    );
    expect(() => ops.fused_conv2d(x, filter, tensor([[1, 2]]), { activation: "prelu" })).toThrow(
      "fused_conv2d: expected prelu_weights that are a scalar, [2] or broadcast to [1,2,2], got [1,2]",
    );
  });
});

describe("fused_depthwise_conv2d", () => {
  it("gives each channel filters of its own, and takes relu6 of the sum with the bias", () => {
    const filter = tensor([
      [
        [
          [1, -1],
          [10, 2],
        ],
      ],
    ]);
    const attrs = { use_bias: true, activation: "relu6" } as const;
    expectTensor(
      ops.fused_depthwise_conv2d(tensor([[[2, 1.5]]]), filter, tensor([1, 1, 1, 0]), attrs),
      tensor([[[3, 0, 6, 3]]]),
    );
  });
});

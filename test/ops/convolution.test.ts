import { describe, expect, it } from "vitest";
import { ShapeError, grad, ops, tensor, type Tensor } from "../../src/index.ts";
import { expectTensor } from "./support.ts";

/** 1, 2, 3, … */
function counted(...shape: number[]): Tensor {
  const size = shape.reduce((a, b) => a * b, 1);
  return tensor({ shape, data: Array.from({ length: size }, (_, i) => i + 1) });
}

describe("conv1d", () => {
  it("correlates: the filter is not turned round", () => {
    expectTensor(ops.conv1d(tensor([[1], [2], [4]]), tensor([[[1]], [[10]]])), tensor([[21], [42]]));
  });

  it('pads the odd element after with "same", and counts windows by rounding', () => {
    const [x, filter] = [counted(4, 1), tensor([[[1]], [[10]]])];
    expectTensor(ops.conv1d(x, filter, { padding: "same" }), tensor([[21], [32], [43], [4]]));
    expectTensor(ops.conv1d(x, filter, { strides: 3 }), tensor([[21]]));
    expectTensor(ops.conv1d(x, filter, { strides: 3, dim_rounding_mode: "ceil" }), tensor([[21], [4]]));
  });

  it("reaches further with dilations", () => {
    expectTensor(ops.conv1d(counted(4, 1), tensor([[[1]], [[10]]]), { dilations: 2 }), tensor([[31], [42]]));
  });
});

describe("conv2d", () => {
  it("sums over the window and the channels", () => {
    // 1·1 + 2·2 + 3·3 + 4·4 for both channels of one place
    expectTensor(ops.conv2d(counted(1, 2, 2), counted(1, 2, 2, 1)), tensor([[[30]]]));
  });

  it("reads channels first", () => {
    const x = counted(2, 1, 2);
    expectTensor(ops.conv2d(x, tensor([[[[1], [10]]]]), { data_format: "NCHW" }), tensor([[[31, 42]]]));
  });

  it("keeps groups apart", () => {
    expectTensor(ops.conv2d(tensor([[[2, 3]]]), tensor([[[[10, 100]]]]), { groups: 2 }), tensor([[[20, 300]]]));
  });

  it("is differentiated by the transposed convolution", () => {
    const slope = grad((x) => ops.sum(ops.conv2d(x, tensor([[[[1]], [[10]]]]))));
    expectTensor(slope(counted(1, 3, 1)), tensor([[[1], [11], [10]]]));
  });

  it("refuses filters of other channels, and windows that do not fit", () => {
    expect(() => ops.conv2d(counted(2, 2, 1), counted(1, 1, 2, 1))).toThrow(ShapeError);
    expect(() => ops.conv2d(counted(2, 2, 1), counted(3, 1, 1, 1))).toThrow(
      "conv2d: a window of 3 with dilation 1 does not fit into dimension 0 of 2 with padding [0,0]",
    );
  });
});

describe("conv3d", () => {
  it("sums over volumes", () => {
    expectTensor(ops.conv3d(counted(1, 2, 2, 1), counted(1, 2, 2, 1, 1)), tensor([[[[30]]]]));
  });
});

describe("conv_transpose2d", () => {
  it("spreads each element over a window", () => {
    const out = ops.conv_transpose2d(tensor([[[1], [2]]]), tensor([[[[1]], [[10]]]]));
    expectTensor(out, tensor([[[1], [12], [20]]]));
  });
});

describe("conv_transpose3d", () => {
  it("spreads each element over a window", () => {
    const out = ops.conv_transpose3d(tensor([[[[1], [2]]]]), tensor([[[[[1]], [[10]]]]]));
    expectTensor(out, tensor([[[[1], [12], [20]]]]));
  });
});

describe("depthwise_conv2d", () => {
  it("gives each channel filters of its own", () => {
    const filter = tensor([
      [
        [
          [1, 10],
          [100, 1000],
        ],
      ],
    ]);
    expectTensor(ops.depthwise_conv2d(tensor([[[2, 3]]]), filter), tensor([[[2, 20, 300, 3000]]]));
  });

  it("refuses filters of other channels", () => {
    expect(() => ops.depthwise_conv2d(counted(1, 1, 2), counted(1, 1, 3, 1))).toThrow(
      "depthwise_conv2d: x of 2 channels needs a filter [height, width, 2, multiplier], got [1,1,3,1]",
    );
  });
});

describe("separable_conv2d", () => {
  it("sums the features of a depthwise convolution", () => {
    const depthwise = tensor([
      [
        [
          [1, 10],
          [100, 1000],
        ],
      ],
    ]);
    const pointwise = tensor([[[[1], [2], [3], [4]]]]);
    expectTensor(ops.separable_conv2d(tensor([[[2, 3]]]), depthwise, pointwise), tensor([[[12942]]]));
  });

  it("refuses a pointwise filter of other features", () => {
    expect(() => ops.separable_conv2d(counted(1, 1, 1), counted(1, 1, 1, 2), counted(1, 1, 3, 1))).toThrow(
      "separable_conv2d: expected a pointwise filter [1, 1, 2, features], got [1,1,3,1]",
    );
  });
});

describe("dilation2d", () => {
  it("takes the largest sum of an element and the filter's", () => {
    const x = tensor([[[1], [5], [2]]]);
    expectTensor(ops.dilation2d(x, tensor([[[0], [4]]])), tensor([[[9], [6]]]));
  });

  it("has the largest sum alone as its derivative", () => {
    const slope = grad((x) => ops.sum(ops.dilation2d(x, tensor([[[0], [4]]]))));
    expectTensor(slope(tensor([[[1], [5], [2]]])), tensor([[[0], [1], [1]]]));
  });
});

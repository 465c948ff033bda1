import { describe, expect, it } from "vitest";
import { grad, InputError, ops, ShapeError, tensor } from "../../src/index.ts";

const data = (x: { readonly data: Float64Array }): number[] => [...x.data];

describe("convolution", () => {
  it("is the correlation of the textbook", () => {
    const x = tensor([[1], [2], [3], [4]]);
    expect(data(ops.conv1d(x, tensor([[[1]], [[-1]]])))).toEqual([-1, -1, -1]);
    expect(data(ops.conv1d(x, tensor([[[1]], [[10]]]), { strides: 2 }))).toEqual([21, 43]);
    expect(data(ops.conv1d(x, tensor([[[1]], [[10]]]), { dilations: 2 }))).toEqual([31, 42]);
    expect(data(ops.conv1d(x, tensor([[[1]], [[10]]]), { padding: [[1, 0]] }))).toEqual([10, 21, 32, 43]);
  });

  it("puts the odd zero of same padding behind", () => {
    expect(data(ops.conv1d(tensor([[1], [2]]), tensor([[[1]], [[10]]]), { padding: "same" }))).toEqual([21, 2]);
  });

  it("transposes", () => {
    expect(data(ops.conv_transpose2d(tensor([[[1], [2]]]), tensor([[[[1]], [[10]]]])))).toEqual([1, 12, 20]);
  });

  it("keeps groups apart", () => {
    expect(data(ops.conv1d(tensor([[1, 2]]), tensor([[[10, 100]]]), { groups: 2 }))).toEqual([10, 200]);
    expect(data(ops.depthwise_conv2d(tensor([[[1, 2]]]), tensor([[[[10], [100]]]])))).toEqual([10, 200]);
  });

  it("says what does not fit", () => {
    expect(() => ops.conv1d(tensor([[1]]), tensor([[[1]], [[1]]]))).toThrow(ShapeError);
    expect(() => ops.conv1d(tensor([[1, 2]]), tensor([[[1]]]))).toThrow("conv1d: 2 channels in 1 groups need a filter");
    expect(() => ops.conv1d(tensor([[1]]), tensor([[[1]]]), { strides: [1, 1] })).toThrow(InputError);
  });
});

describe("pooling", () => {
  it("counts no padding unless told to", () => {
    const x = tensor([[2], [4]]);
    expect(data(ops.avg_pool1d(x, { window: 2, strides: 1, padding: 1 }))).toEqual([2, 3, 4]);
    expect(data(ops.avg_pool1d(x, { window: 2, strides: 1, padding: 1, count_include_pad: true }))).toEqual([1, 3, 2]);
  });

  it("never takes padding for the largest", () => {
    expect(data(ops.max_pool1d(tensor([[-2], [-4]]), { window: 2, strides: 1, padding: 1 }))).toEqual([-2, -2, -4]);
  });

  it("spreads the derivative over ties", () => {
    const slope = grad((x) => ops.sum(ops.max_pool1d(x, { window: 2 })))(tensor([[3], [3]]));
    expect(data(slope)).toEqual([0.5, 0.5]);
  });
});

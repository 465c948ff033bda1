import { describe, expect, it } from "vitest";
import { ShapeError, grad, ops, tensor } from "../../src/index.ts";
import { expectTensor } from "./support.ts";

const square = tensor([
  [[1], [3]],
  [[2], [-4]],
]);

describe("max pooling", () => {
  it("takes the largest element of each window, of each channel by itself", () => {
    expectTensor(ops.max_pool1d(tensor([[1], [3], [2], [4]]), { window: 2 }), tensor([[3], [4]]));
    expectTensor(
      ops.max_pool2d(
        tensor([
          [
            [1, 8],
            [3, 7],
          ],
        ]),
        { window: [1, 2] },
      ),
      tensor([[[3, 8]]]),
    );
    expectTensor(ops.max_pool3d(tensor([[[[1], [3]]], [[[2], [4]]]]), { window: [2, 1, 1] }), tensor([[[[2], [4]]]]));
  });

  it("never takes the padding, which is less than everything", () => {
    const out = ops.max_pool1d(tensor([[-3], [-2]]), { window: 2, strides: 1, padding: "same" });
    expectTensor(out, tensor([[-2], [-2]]));
  });

  it("hands the cotangent to the largest element", () => {
    expectTensor(
      grad((x) => ops.sum(ops.max_pool2d(x, { window: 2 })))(square),
      tensor([
        [[0], [1]],
        [[0], [0]],
      ]),
    );
  });

  it("spreads it evenly where elements tie", () => {
    const slope = grad((x) => ops.sum(ops.max_pool1d(x, { window: 3 })));
    expectTensor(slope(tensor([[2], [1], [2]])), tensor([[0.5], [0], [0.5]]));
  });

  it("refuses windows that do not fit", () => {
    expect(() => ops.max_pool2d(square, { window: 3 })).toThrow(ShapeError);
  });
});

describe("max_pool_with_argmax", () => {
  it("gives the same largest elements", () => {
    expectTensor(ops.max_pool_with_argmax(square, { window: 2 }), tensor([[[3]]]));
  });
});

describe("average pooling", () => {
  it("takes the mean of each window", () => {
    expectTensor(ops.avg_pool1d(tensor([[1], [3], [2], [4]]), { window: 2 }), tensor([[2], [3]]));
    expectTensor(ops.avg_pool2d(square, { window: 2 }), tensor([[[0.5]]]));
    expectTensor(
      ops.avg_pool3d(tensor([[[[1], [3]]], [[[2], [4]]]]), { window: [2, 1, 1] }),
      tensor([[[[1.5], [3.5]]]]),
    );
  });

  it("leaves the padding out of the mean and of its derivative", () => {
    const pooled = { window: 2, strides: 1, padding: "same" } as const;
    expectTensor(ops.avg_pool1d(tensor([[2], [6]]), pooled), tensor([[4], [6]]));
    expectTensor(grad((x) => ops.sum(ops.avg_pool1d(x, pooled)))(tensor([[2], [6]])), tensor([[0.5], [1.5]]));
  });

  it("counts the padding where it is asked to", () => {
    const pooled = { window: 2, strides: 1, padding: "same", count_include_pad: true } as const;
    expectTensor(ops.avg_pool1d(tensor([[2], [6]]), pooled), tensor([[4], [3]]));
  });
});

describe("pool", () => {
  it("is either pooling", () => {
    expectTensor(ops.pool(square, { window: 2, pooling_type: "avg" }), tensor([[[0.5]]]));
    expectTensor(ops.pool(square, { window: 2, pooling_type: "max" }), tensor([[[3]]]));
  });

  it("reaches further with dilations", () => {
    const x = tensor([[[1], [9], [3]]]);
    const dilated = { window: [1, 2], dilations: [1, 2], strides: 1 } as const;
    expectTensor(ops.pool(x, { ...dilated, pooling_type: "avg" }), tensor([[[2]]]));
    expectTensor(ops.pool(x, { ...dilated, pooling_type: "max" }), tensor([[[3]]]));
  });
});

import { describe, expect, it } from "vitest";
import { ops, tensor } from "../../src/index.ts";
import { expectTensor } from "./support.ts";

const line = tensor([[[1], [3]]]);
const pixels = tensor([
  [
    [[1], [2]],
    [[3], [4]],
  ],
]);

describe("images", () => {
  it("are resized between pixels, beyond the outermost ones to these", () => {
    expectTensor(ops.resize_bilinear(line, { size: [1, 4] }), tensor([[[1], [2], [3], [3]]]));
    expectTensor(ops.resize_bilinear(line, { size: [1, 3], align_corners: true }), tensor([[[1], [2], [3]]]));
    const halves = ops.resize_bilinear(line, { size: [1, 4], half_pixel_centers: true });
    expectTensor(halves, tensor([[[1], [1.5], [2.5], [3]]]));
  });

  it("are resized to the nearest pixels, the later one of two", () => {
    expectTensor(ops.resize_nearest(line, { size: [1, 3] }), tensor([[[1], [1], [3]]]));
    expectTensor(ops.resize_nearest(line, { size: [1, 3], align_corners: true }), tensor([[[1], [3], [3]]]));
    expectTensor(ops.resize_nearest(line, { size: [1, 3], half_pixel_centers: true }), tensor([[[1], [3], [3]]]));
  });

  it("are refused where they have no pixels, a size is none, or both flags are given", () => {
    expect(() => ops.resize_bilinear(tensor([1]), { size: [1, 1] })).toThrow("resize_bilinear: expected x of rank 4");
    expect(() => ops.resize_nearest(line, { size: [0, 1] })).toThrow('resize_nearest: "size" must be');
    expect(() => ops.resize_nearest(line, { size: [1, 1], align_corners: true, half_pixel_centers: true })).toThrow(
      "exclude each other",
    );
  });

  it("become channels and batches, and come back", () => {
    const deep = ops.space_to_depth(pixels, { block_size: 2 });
    expectTensor(deep, tensor([[[[1, 2, 3, 4]]]]));
    expectTensor(ops.depth_to_space(deep, { block_size: 2 }), pixels);
    const block = { block_shape: [2, 1] };
    const margins = [
      [1, 1],
      [0, 0],
    ] as const;
    const batches = ops.space_to_batch(pixels, { ...block, paddings: margins });
    expectTensor(
      batches,
      tensor([
        [
          [[0], [0]],
          [[3], [4]],
        ],
        [
          [[1], [2]],
          [[0], [0]],
        ],
      ]),
    );
    expectTensor(ops.batch_to_space(batches, { ...block, crops: margins }), pixels);
  });

  it("are cropped, with a value of their own outside", () => {
    const boxes = tensor([
      [0, 0, 1, 1],
      [0.5, 0.5, 1.5, 1.5],
    ]);
    const crops = ops.crop_and_resize(pixels, boxes, tensor([0, -1]), { crop_size: [2, 2], extrapolation_value: 9 });
    expectTensor(
      crops,
      tensor([
        [
          [[1], [2]],
          [[3], [4]],
        ],
        [
          [[2.5], [9]],
          [[9], [9]],
        ],
      ]),
    );
    expect(() => ops.crop_and_resize(pixels, boxes, tensor([0, 1]), { crop_size: [1, 1] })).toThrow(
      "crop_and_resize: index 1 is outside axis 0",
    );
  });

  it("change colour and side", () => {
    expectTensor(
      ops.flip_left_right(pixels),
      tensor([
        [
          [[2], [1]],
          [[4], [3]],
        ],
      ]),
    );
    expectTensor(ops.grayscale_to_rgb(tensor([[2]])), tensor([[2, 2, 2]]));
    expectTensor(ops.rgb_to_grayscale(tensor([[0, 0, 1]])), tensor([[0.114]]));
  });
});

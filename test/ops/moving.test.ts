import { describe, expect, it } from "vitest";
import { InputError, ShapeError, grad, ops, tensor, type Shape, type Tensor } from "../../src/index.ts";
import { build, expectTensor } from "./support.ts";

const counting = (shape: Shape): Tensor => {
  let n = 0;
  return build(shape, () => ++n);
};
const x = tensor([[1, 2, 3], [4, 5, 6]]); // prettier-ignore

// The answers are those of NumPy's functions of these names, or of TensorFlow's documentation.
describe("dimensions of 1", () => {
  it("are put in and left out", () => {
    expect(ops.expand_dims(x, { axis: -1 }).shape).toEqual([2, 3, 1]);
    expect(ops.expand_dims(5).shape).toEqual([1]);
    expect(ops.squeeze(counting([1, 2, 1])).shape).toEqual([2]);
    expect(ops.squeeze(counting([1, 2, 1]), { axis: -1 }).shape).toEqual([1, 2]);
    expect(ops.squeeze(counting([1, 2, 1]), { axis: [] }).shape).toEqual([1, 2, 1]);
  });

  it("are told from others", () => {
    expect(() => ops.squeeze(x, { axis: 1 })).toThrow(ShapeError);
    expect(() => ops.squeeze(x, { axis: 1 })).toThrow("squeeze: expected a dimension of 1 at axis 1, got 3 in [2,3]");
    expect(() => ops.expand_dims(x, { axis: 3 })).toThrow("expand_dims: axis 3 is outside a tensor of rank 3");
  });
});

describe("stack, unstack and split", () => {
  it("put together and take apart", () => {
    expectTensor(ops.stack(tensor([1, 2]), tensor([3, 4]), { axis: 1 }), tensor([[1, 3], [2, 4]])); // prettier-ignore
    expectTensor(ops.unstack(x, { axis: -1, part: 2 }), tensor([3, 6]));
    expectTensor(ops.split(x, { sections: 3, axis: 1, part: 1 }), tensor([[2], [5]]));
    expectTensor(ops.split(tensor([1, 2, 3, 4]), { sections: [-1, 1], part: 0 }), tensor([1, 2, 3]));
    expect(ops.split(tensor([]), { sections: 2, part: 1 }).shape).toEqual([0]);
  });

  it("say what does not fit", () => {
    expect(() => ops.stack(tensor([1]), tensor([1, 2]))).toThrow("stack: expected equal shapes, got [1], [2]");
    expect(() => ops.unstack(x, { part: 2 })).toThrow(InputError);
    expect(() => ops.unstack(x, { part: 2 })).toThrow("unstack: expected a part from 0 to 1, got 2");
    expect(() => ops.split(x, { sections: 2, axis: 1 })).toThrow(
      "split: expected a number of parts that divides 3, got 2",
    );
    expect(() => ops.split(x, { sections: [-1, -1] })).toThrow("split: expected lengths that add up to 2");
    expect(() => ops.split(x, { sections: [3, -1] })).toThrow("split: expected lengths that add up to 2");
    expect(() => ops.split(x, { sections: 2, part: 2 })).toThrow("split: expected a part from 0 to 1, got 2");
  });
});

describe("flip, roll, tile and repeat", () => {
  it("move and repeat", () => {
    expectTensor(ops.flip(x), tensor([[6, 5, 4], [3, 2, 1]])); // prettier-ignore
    expectTensor(ops.flip(x, { axis: -1 }), tensor([[3, 2, 1], [6, 5, 4]])); // prettier-ignore
    expectTensor(ops.roll(x, { shift: 1 }), tensor([[6, 1, 2], [3, 4, 5]])); // prettier-ignore
    expectTensor(ops.roll(x, { shift: [1, -1], axis: [0, 1] }), tensor([[5, 6, 4], [2, 3, 1]])); // prettier-ignore
    expectTensor(ops.roll(x, { shift: [1, 1], axis: [1, 1] }), tensor([[2, 3, 1], [5, 6, 4]])); // prettier-ignore
    expectTensor(ops.tile(tensor([1, 2]), { reps: [2, 2] }), tensor([[1, 2, 1, 2], [1, 2, 1, 2]])); // prettier-ignore
    expectTensor(ops.tile(x, { reps: [2] }), tensor([[1, 2, 3, 1, 2, 3], [4, 5, 6, 4, 5, 6]])); // prettier-ignore
    expectTensor(ops.repeat(x, { repeats: [1, 2], axis: 0 }), tensor([[1, 2, 3], [4, 5, 6], [4, 5, 6]])); // prettier-ignore
    expectTensor(ops.repeat(tensor([[1], [2]]), { repeats: 2 }), tensor([1, 1, 2, 2]));
    expect(ops.tile(x, { reps: [0, 1] }).shape).toEqual([0, 3]);
  });

  it("say what does not fit", () => {
    expect(() => ops.roll(x, { shift: [1, 2], axis: 0 })).toThrow(
      "roll: expected one shift or one for each of 1 axes, got 2",
    );
    expect(() => ops.tile(x, { reps: [-1] })).toThrow(
      "tile: expected numbers of repetitions that are 0 or more, got [-1]",
    );
    expect(() => ops.repeat(x, { repeats: [1], axis: 0 })).toThrow(
      "repeat: expected a number that is 0 or more, or 2 of them, got [1]",
    );
    expect(() => ops.repeat(tensor([]), { repeats: -1 })).toThrow("repeat: expected a number that is 0 or more");
  });
});

describe("pad and mirror_pad", () => {
  it("put elements around", () => {
    expectTensor(ops.pad(tensor([[1]]), { paddings: [[1, 0], [0, 2]], constant_value: 9 }), tensor([[9, 9, 9], [1, 9, 9]])); // prettier-ignore
    // The example of TensorFlow's documentation of tf.pad.
    const paddings = [[1, 1], [2, 2]] as const; // prettier-ignore
    expectTensor(
      ops.mirror_pad(x, { paddings }),
      tensor([[6, 5, 4, 5, 6, 5, 4], [3, 2, 1, 2, 3, 2, 1], [6, 5, 4, 5, 6, 5, 4], [3, 2, 1, 2, 3, 2, 1]]), // prettier-ignore
    );
    expectTensor(
      ops.mirror_pad(x, { paddings, mode: "symmetric" }),
      tensor([[2, 1, 1, 2, 3, 3, 2], [2, 1, 1, 2, 3, 3, 2], [5, 4, 4, 5, 6, 6, 5], [5, 4, 4, 5, 6, 6, 5]]), // prettier-ignore
    );
  });

  it("differentiate by what stands inside, each as often as it stands there", () => {
    expectTensor(
      grad((v) => ops.sum(ops.pad(v, { paddings: [[2, 1]], constant_value: 5 })))(tensor([1, 2])),
      tensor([1, 1]),
    );
    expectTensor(grad((v) => ops.sum(ops.mirror_pad(v, { paddings: [[2, 1]] })))(tensor([1, 2, 3])), tensor([1, 3, 2]));
  });

  it("say what does not fit", () => {
    expect(() => ops.pad(x, { paddings: [[1, 1]] })).toThrow(
      "pad: expected two paddings that are 0 or more for each of 2 dimensions, got [[1,1]]",
    );
    expect(() => ops.mirror_pad(tensor([1, 2]), { paddings: [[2, 0]] })).toThrow(
      "mirror_pad: expected at most 1 elements on a side of dimension 0 of length 2 in mode reflect, got 2 and 0",
    );
  });
});

describe("diagonals and triangles", () => {
  it("are taken and put", () => {
    expectTensor(ops.diag(tensor([1, 2])), tensor([[1, 0], [0, 2]])); // prettier-ignore
    expect(ops.diag(x).shape).toEqual([2, 3, 2, 3]);
    expectTensor(ops.diagonal(x, { offset: 1 }), tensor([2, 6]));
    expectTensor(ops.diagonal(x, { offset: -1, axis1: 0, axis2: 1 }), tensor([4]));
    expect(ops.diagonal(x, { offset: 5 }).shape).toEqual([0]);
    expectTensor(ops.tril(x), tensor([[1, 0, 0], [4, 5, 0]])); // prettier-ignore
    expectTensor(ops.triu(x, { k: 1 }), tensor([[0, 2, 3], [0, 0, 6]])); // prettier-ignore
    expectTensor(ops.band_part(x, { num_lower: 0, num_upper: 1 }), tensor([[1, 2, 0], [0, 5, 6]])); // prettier-ignore
    expectTensor(ops.matrix_transpose(x), tensor([[1, 4], [2, 5], [3, 6]])); // prettier-ignore
  });

  it("leave no trace of what they drop", () => {
    expectTensor(ops.tril(tensor([[1, Number.NaN], [2, Infinity]])), tensor([[1, 0], [2, Infinity]])); // prettier-ignore
  });

  it("say what does not fit", () => {
    expect(() => ops.diag(1)).toThrow("diag: a scalar has no diagonal; reshape it to [1] first");
    expect(() => ops.diagonal(x, { axis1: 0, axis2: -2 })).toThrow(
      "diagonal: expected two different axes, got 0 and -2",
    );
    expect(() => ops.tril(tensor([1]))).toThrow("tril: expected matrices, of rank 2 or more, got shape [1]");
    expect(() => ops.band_part(x, { num_lower: 3, num_upper: 0 })).toThrow(
      "band_part: expected at most 2 diagonals below and 3 above the main one, got 3 and 0",
    );
  });
});

describe("moveaxis", () => {
  it("moves dimensions", () => {
    const y = counting([3, 4, 5]);
    expect(ops.moveaxis(y, { source: 0, destination: -1 }).shape).toEqual([4, 5, 3]);
    expect(ops.moveaxis(y, { source: [0, 1], destination: [-1, -2] }).shape).toEqual([5, 4, 3]);
    expect(() => ops.moveaxis(y, { source: [0, 1], destination: [0] })).toThrow(
      "moveaxis: expected as many destinations as sources and none twice, got [0,1] to [0]",
    );
  });
});

describe("strided_slice", () => {
  const y = tensor([1, 2, 3, 4, 5]);

  it("steps as NumPy's slices do", () => {
    expectTensor(ops.strided_slice(y, { begin: [1], end: [-1], strides: [2] }), tensor([2, 4]));
    expectTensor(ops.strided_slice(y, { begin: [-9], end: [9] }), y);
    expectTensor(ops.strided_slice(y, { begin: [9], end: [-9], strides: [-2] }), tensor([5, 3, 1]));
    expectTensor(ops.strided_slice(y, { begin: [3], end: [0], strides: [-1], end_mask: 1 }), tensor([4, 3, 2, 1]));
    expect(ops.strided_slice(y, { begin: [3], end: [3] }).shape).toEqual([0]);
  });

  it("reads ellipses, new axes and single elements", () => {
    const z = counting([2, 3, 4]);
    // z[..., newaxis, 1]
    const masks = { ellipsis_mask: 1, new_axis_mask: 2, shrink_axis_mask: 4 };
    const got = ops.strided_slice(z, { begin: [0, 0, 1], end: [0, 0, 0], ...masks });
    expectTensor(got, tensor([[[2], [6], [10]], [[14], [18], [22]]])); // prettier-ignore
    expect(ops.strided_slice(z, { begin: [-1], end: [0], shrink_axis_mask: 1 }).shape).toEqual([3, 4]);
  });

  it("says what does not fit", () => {
    expect(() => ops.strided_slice(y, { begin: [0], end: [1, 2] })).toThrow(
      "strided_slice: expected begin, end and strides of one length, got [0], [1,2], [1]",
    );
    expect(() => ops.strided_slice(y, { begin: [0, 0], end: [1, 1] })).toThrow(
      "strided_slice: expected at most 1 entries for shape [5], got 2",
    );
    expect(() => ops.strided_slice(y, { begin: [0], end: [1], strides: [0] })).toThrow(
      "strided_slice: expected a stride other than 0 in dimension 0, got 0",
    );
    expect(() => ops.strided_slice(y, { begin: [5], end: [6], shrink_axis_mask: 1 })).toThrow(
      "strided_slice: index 5 is outside dimension 0 of length 5; valid: -5 to 4",
    );
    expect(() => ops.strided_slice(y, { begin: [0, 0], end: [1, 1], ellipsis_mask: 3 })).toThrow(
      "strided_slice: expected one ellipsis at most, got ellipsis_mask 3",
    );
  });
});

import { describe, expect, it } from "vitest";
import { DomainError, ShapeError, grad, ops, tensor } from "../../src/index.ts";
import { expectTensor } from "./support.ts";

const x = tensor([[1, 2, 3], [4, 5, 6]]); // prettier-ignore
const NAN = Number.NaN;
/** Under a name of its own: a linter takes a call of a member `sort` for that of an array. */
const { sort } = ops;

// The answers are those of NumPy's functions of these names, or of TensorFlow's documentation.
describe("what takes elements by indices", () => {
  it("takes them", () => {
    expectTensor(ops.take_along_axis(x, tensor([[2, -3], [0, 1]])), tensor([[3, 1], [4, 5]])); // prettier-ignore
    expectTensor(ops.take_along_axis(x, tensor([[1, 0, 1]]), { axis: 0 }), tensor([[4, 2, 6]]));
    expectTensor(ops.gather(x, tensor([[2, 0], [1, 1]]), { axis: 1, batch_dims: 1 }), tensor([[3, 1], [5, 5]])); // prettier-ignore
    expectTensor(ops.gather(x, tensor([1])), tensor([[4, 5, 6]]));
    expectTensor(ops.gather_nd(x, tensor([[0, 2], [1, -3]])), tensor([3, 4])); // prettier-ignore
    expectTensor(ops.gather_nd(x, tensor([1])), tensor([4, 5, 6]));
  });

  it("says which index is outside", () => {
    expect(() => ops.take_along_axis(x, tensor([[3], [0]]))).toThrow(DomainError);
    expect(() => ops.take_along_axis(x, tensor([[3], [0]]))).toThrow(
      "take_along_axis: index 3 is outside axis 1 of length 3; valid: whole numbers from -3 to 2",
    );
    expect(() => ops.gather_nd(x, tensor([[0, 0.5]]))).toThrow("gather_nd: index 0.5 is outside axis 1 of length 3");
    expect(() => ops.gather(x, tensor([NAN]))).toThrow("gather: index NaN is outside axis 0 of length 2");
  });

  it("says which shapes do not fit", () => {
    expect(() => ops.take_along_axis(x, tensor([[0]]))).toThrow(ShapeError);
    expect(() => ops.take_along_axis(x, tensor([[0]]))).toThrow(
      "take_along_axis: expected indices of shape [2,3] but for axis 1, got [1,1]",
    );
    expect(() => ops.gather(x, tensor([0, 0, 0]), { axis: 1, batch_dims: 1 })).toThrow(
      "gather: expected the first batch_dims dimensions of x and indices to be equal and before the axis, got [2,3] and [3]",
    );
    expect(() => ops.gather_nd(x, tensor([0, 0, 0]))).toThrow(
      "gather_nd: expected indices whose last dimension is at most the rank of [2,3], got shape [3]",
    );
    expect(() => ops.gather_nd(x, 0)).toThrow("gather_nd: expected indices whose last dimension");
  });
});

describe("what puts elements by indices", () => {
  it("adds up or replaces those of one place", () => {
    const indices = tensor([[0], [2], [0]]);
    expectTensor(ops.scatter_nd(indices, tensor([1, 2, 3]), { shape: [3] }), tensor([4, 0, 2]));
    expectTensor(ops.scatter_update(tensor([7, 8, 9]), indices, tensor([1, 2, 3])), tensor([3, 8, 2]));
    expectTensor(ops.scatter_update(x, tensor([[-1]]), tensor([[NAN, 0, 1]])), tensor([[1, 2, 3], [NAN, 0, 1]])); // prettier-ignore
    expectTensor(ops.segment_sum(tensor([1, 2, 3]), tensor([1, 0, 1]), { num_segments: 3 }), tensor([2, 4, 0]));
  });

  it("differentiates a replaced element by nothing, and of those of one place by the last", () => {
    const indices = tensor([[0], [0]]);
    const by = (v: ReturnType<typeof tensor>): unknown =>
      grad((u) => ops.sum(ops.scatter_update(v, indices, u)))(tensor([5, 6]));
    expect(by(tensor([1, 2]))).toEqual(tensor([0, 1]));
    expectTensor(grad((v) => ops.sum(ops.scatter_update(v, indices, tensor([5, 6]))))(tensor([1, 2])), tensor([0, 1]));
  });

  it("says what does not fit", () => {
    expect(() => ops.segment_sum(tensor([1]), tensor([-1]), { num_segments: 2 })).toThrow(
      "segment_sum: index -1 is outside axis 0 of length 2; valid: whole numbers from 0 to 1",
    );
    expect(() => ops.segment_sum(x, tensor([0]), { num_segments: 1 })).toThrow(
      "segment_sum: expected one segment id for each element of the first axis, got shapes [2,3] and [1]",
    );
    expect(() => ops.scatter_nd(tensor([[0]]), tensor([1, 2]), { shape: [3] })).toThrow(
      "scatter_nd: expected updates of shape [1], got [2]",
    );
    expect(() => ops.scatter_update(x, tensor([[0]]), tensor([1]))).toThrow(
      "scatter_update: expected updates of shape [1,3], got [1]",
    );
  });
});

describe("one_hot", () => {
  it("marks each index along the axis", () => {
    expectTensor(ops.one_hot(tensor([1, 5, -1]), { depth: 2 }), tensor([[0, 1], [0, 0], [0, 0]])); // prettier-ignore
    expectTensor(
      ops.one_hot(tensor([1, 0]), { depth: 3, axis: 0, on_value: 5, off_value: -1 }),
      tensor([[-1, 5], [5, -1], [-1, -1]]), // prettier-ignore
    );
    expect(() => ops.one_hot(0, { depth: -1 })).toThrow("one_hot: expected a depth that is 0 or more, got -1");
  });
});

describe("order", () => {
  it("sorts, with NaN as the largest", () => {
    expectTensor(sort(tensor([2, NAN, -Infinity, 1])), tensor([-Infinity, 1, 2, NAN]));
    expectTensor(sort(tensor([2, NAN, 3]), { descending: true }), tensor([NAN, 3, 2]));
    expectTensor(sort(tensor([[3, 1], [2, 4]]), { axis: 0 }), tensor([[2, 1], [3, 4]])); // prettier-ignore
    expectTensor(ops.argsort(tensor([3, 1, 3, 2])), tensor([1, 3, 0, 2]));
    expectTensor(ops.argsort(tensor([3, 1, 3, 2]), { descending: true }), tensor([0, 2, 3, 1]));
    expectTensor(ops.top_k(tensor([[1, 4, 2]]), { k: 2 }), tensor([[4, 2]]));
    expectTensor(ops.top_k(tensor([1, 4, 2]), { k: 2, largest: false }), tensor([1, 2]));
    expect(ops.top_k(tensor([1, 2]), { k: 0 }).shape).toEqual([0]);
  });

  it("differentiates ties in the order in which they stand", () => {
    const weights = tensor([10, 20, 30]);
    const weighed = grad((v) => ops.sum(ops.multiply(sort(v), weights)));
    expectTensor(weighed(tensor([2, 1, 1])), tensor([30, 10, 20]));
    expectTensor(grad((v) => ops.sum(ops.top_k(v)))(tensor([1, 3, 3])), tensor([0, 1, 0]));
  });

  it("says what does not fit", () => {
    expect(() => ops.top_k(tensor([1, 2]), { k: 3 })).toThrow(
      "top_k: expected k from 0 to 2, the length of the axis, got 3",
    );
  });
});

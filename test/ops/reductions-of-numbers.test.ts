import { describe, expect, it } from "vitest";
import { grad, InputError, ops, ShapeError, tensor, type Value } from "../../src/index.ts";
import { expectTensor } from "./support.ts";

describe("prod and cumprod", () => {
  it.each([
    [[2, 3, 4], [12, 8, 6]],
    [[0, 3, 4], [12, 0, 0]],
    [[0, 3, 0], [0, 0, 0]],
  ])("the slopes of %j are products of the others", (x, slopes) => {
    expectTensor(grad((v: Value) => ops.prod(v))(tensor(x)), tensor(slopes));
  }); // prettier-ignore

  it("of nothing is 1", () => {
    expectTensor(ops.prod(tensor([])), tensor(1));
  });

  it("starts at either end, with or without the element itself", () => {
    const x = tensor([2, 0, 4]);
    expectTensor(ops.cumprod(x), tensor([2, 0, 0]));
    expectTensor(ops.cumprod(x, { exclusive: true, reverse: true }), tensor([0, 4, 1]));
    expectTensor(ops.cumsum(x, { exclusive: true }), tensor([0, 2, 2]));
  });
});

describe("var and std", () => {
  it("divide by the number less the correction", () => {
    expectTensor(ops.var(tensor([1, 2, 3]), { correction: 1 }), tensor(1));
    expectTensor(ops.std(tensor([2, 4, 6]), { correction: 1 }), tensor(2));
  });

  it("keep their digits far from 0, and where squares underflow", () => {
    expectTensor(ops.var(tensor([2 ** 40, 2 ** 40 + 2])), tensor(1));
    expectTensor(ops.std(tensor([-(2 ** -700), 2 ** -700])), tensor(2 ** -700));
  });

  it("have the slope 0 where all elements are equal", () => {
    expectTensor(grad((v: Value) => ops.std(v))(tensor([3, 3])), tensor([0, 0]));
  });
});

describe("logsumexp", () => {
  it("of infinities is as limits are", () => {
    expectTensor(ops.logsumexp(tensor([-Infinity, -Infinity])), tensor(-Infinity));
    expectTensor(ops.logsumexp(tensor([Infinity, 1])), tensor(Infinity));
    expectTensor(ops.logsumexp(tensor([-Infinity, 2])), tensor(2));
    expectTensor(ops.logsumexp(tensor([1000, 1000])), tensor(1000 + Math.LN2));
  });
});

describe("norms", () => {
  it("neither over- nor underflow on the way", () => {
    for (const unit of [2 ** 1000, 1, 2 ** -1060])
      expectTensor(ops.vector_norm(tensor([3 * unit, -4 * unit])), tensor(5 * unit));
  });

  it("have the slope 0 at 0", () => {
    expectTensor(grad((v: Value) => ops.vector_norm(v))(tensor([0, 0])), tensor([0, 0]));
    expectTensor(grad((v: Value) => ops.vector_norm(v, { ord: -1 }))(tensor([0, -2.5])), tensor([0, 0]));
  });

  it("of order 0 count what is not 0, with the slope 0", () => {
    expectTensor(ops.vector_norm(tensor([[0, -2], [NaN, Infinity]]), { ord: 0, axis: 0 }), tensor([1, 2])); // prettier-ignore
    expectTensor(grad((v: Value) => ops.vector_norm(v, { ord: 0 }))(tensor([0, 3])), tensor([0, 0]));
  });

  it("of matrices are extremes of sums along rows or columns", () => {
    const x = tensor([[1, -2], [3, 4]]); // prettier-ignore
    const of = (ord: 1 | -1 | "inf" | "-inf"): number => ops.matrix_norm(x, { ord }).data[0]!;
    expect([of(1), of(-1), of("inf"), of("-inf")]).toEqual([6, 4, 7, 3]);
    expectTensor(ops.matrix_norm(x, { ord: 1, axis: [1, 0] }), tensor(7));
  });

  it("are of vectors along one axis or none, and of matrices along two", () => {
    // torch.linalg.norm of the same numbers.
    const x = tensor([[1, -2], [3, 4]]); // prettier-ignore
    expectTensor(ops.norm(x), tensor(Math.sqrt(30)));
    expectTensor(ops.norm(x, { ord: 1 }), tensor(10));
    expectTensor(ops.norm(x, { ord: "inf", axis: -1, keepdims: true }), tensor([[2], [4]]));
    expectTensor(ops.norm(x, { ord: 2, axis: [0] }), tensor([Math.sqrt(10), Math.sqrt(20)]));
    expectTensor(ops.norm(x, { ord: "fro", axis: [-2, -1], keepdims: true }), tensor([[Math.sqrt(30)]]));
    expectTensor(ops.norm(x, { ord: "-inf", axis: [1, 0] }), tensor(4));
    expectTensor(grad((v: Value) => ops.norm(v, { ord: 1, axis: [0, 1] }))(x), tensor([[0, -1], [0, 1]])); // prettier-ignore
  });

  it("say what they do not take", () => {
    const x = tensor([[1, 2]]);
    expect(() => ops.norm(x, { ord: "fro" })).toThrow(InputError);
    expect(() => ops.norm(x, { ord: 2, axis: [0, 1] })).toThrow(InputError);
    expect(() => ops.norm(x, { axis: [] })).toThrow(ShapeError);
    expect(() => ops.norm(tensor([]), { ord: "inf" })).toThrow(ShapeError);
    expect(() => ops.vector_norm(tensor([1]), { ord: NaN })).toThrow(InputError);
    expect(() => ops.matrix_norm(tensor([1]))).toThrow(ShapeError);
  });
});

describe("places and counts", () => {
  it("are the first of those that tie, and of NaN", () => {
    expectTensor(ops.argmax(tensor([1, 5, 5])), tensor(1));
    expectTensor(ops.argmin(tensor([[4, NaN], [1, 2]]), { axis: 0 }), tensor([1, 0])); // prettier-ignore
  });

  it("take NaN for not 0", () => {
    expectTensor(ops.all(tensor([NaN, 1])), tensor(1));
    expectTensor(ops.any(tensor([0, -0])), tensor(0));
    expectTensor(ops.count_nonzero(tensor([0, NaN, 2])), tensor(2));
    expectTensor(ops.all(tensor([])), tensor(1));
    expectTensor(ops.any(tensor([])), tensor(0));
  });
});

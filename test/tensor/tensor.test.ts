import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ShapeError, ops, tensor, variable, type Nested, type Tensor } from "../../src/index.ts";

const untyped = tensor as (source: unknown) => Tensor;

/** The nested lists of a shape, from its elements in row-major order. */
function nest(shape: readonly number[], data: readonly number[]): Nested {
  const [length, ...inner] = shape;
  if (length === undefined) return data[0]!;
  const size = inner.reduce((n, d) => n * d, 1);
  return Array.from({ length }, (_, i) => nest(inner, data.slice(i * size, (i + 1) * size)));
}

describe("tensor", () => {
  it.each<{ readonly from: Nested; readonly shape: readonly number[]; readonly data: readonly number[] }>([
    { from: 5, shape: [], data: [5] },
    { from: [1, 2, 3], shape: [3], data: [1, 2, 3] },
    { from: [[1, 2], [3, 4], [5, 6]], shape: [3, 2], data: [1, 2, 3, 4, 5, 6] },
    { from: [[[[[[7]]]]]], shape: [1, 1, 1, 1, 1, 1], data: [7] },
    { from: [], shape: [0], data: [] },
    { from: [[], []], shape: [2, 0], data: [] },
    { from: [[[]]], shape: [1, 1, 0], data: [] },
    { from: [NaN, -0, Infinity, 5e-324], shape: [4], data: [NaN, -0, Infinity, 5e-324] },
  ])("of $from has shape $shape", ({ from, shape, data }) => {
    const x = tensor(from);
    expect(x.shape).toEqual(shape);
    expect(x.data).toBeInstanceOf(Float64Array);
    expect([...x.data]).toEqual(data);
  }); // prettier-ignore

  it("is the same from nested lists and from shape and data", () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 6 });
    fc.assert(
      fc.property(shapes, (shape) => {
        const data = Array.from({ length: shape.reduce((n, d) => n * d, 1) }, (_, i) => i / 7);
        const [nested, flat] = [tensor(nest(shape, data)), tensor({ shape, data })];
        expect([nested.shape, [...nested.data]]).toEqual([flat.shape, [...flat.data]]);
        expect(flat.shape).toEqual(shape);
      }),
      { seed: 5, numRuns: 100 },
    );
  });

  it("copies what it is given", () => {
    const [shape, data] = [[2], Float64Array.of(1, 2)];
    const x = tensor({ shape, data });
    shape[0] = 9;
    data.fill(9);
    expect([x.shape, [...x.data]]).toEqual([[2], [1, 2]]);
    const y = tensor(x);
    y.data.fill(9);
    expect([...x.data]).toEqual([1, 2]);
  });

  it("takes shapes with a dimension of 0, of any rank", () => {
    expect(tensor({ shape: [3, 0, 2], data: [] }).shape).toEqual([3, 0, 2]);
    expect(tensor({ shape: [1, 1, 1, 1, 1, 0], data: [] }).data).toHaveLength(0);
  });

  it.each([
    { from: [[1, 2], [3]], says: "expected numbers nested as [2,2], got a list of 1 at depth 1" },
    { from: [[1], [2, 3]], says: "expected numbers nested as [2,1], got a list of 2 at depth 1" },
    { from: [1, [2]], says: "expected numbers nested as [2], got a list of 1 at depth 1" },
    { from: [[1], 2], says: "expected numbers nested as [2,1], got 2 at depth 1" },
    { from: [[], [1]], says: "expected numbers nested as [2,0], got a list of 1 at depth 1" },
    { from: ["1"], says: "expected numbers nested as [1], got 1 at depth 1" },
    { from: [null], says: "expected numbers nested as [1], got null at depth 1" },
    { from: [1, undefined], says: "expected numbers nested as [2], got undefined at depth 1" },
    { from: true, says: "expected numbers nested as [], got true at depth 0" },
    { from: "12", says: "expected numbers nested as [], got 12 at depth 0" },
    { from: undefined, says: "expected numbers nested as [], got undefined at depth 0" },
    { from: null, says: "expected numbers nested as [], got null at depth 0" },
    { from: {}, says: "expected numbers nested as []" },
  ])("is not made of $from", ({ from, says }) => {
    expect(() => untyped(from)).toThrow(ShapeError);
    expect(() => untyped(from)).toThrow(`tensor: ${says}`);
  }); // prettier-ignore

  it.each([
    { from: { shape: [2, 3], data: [1, 2] }, says: "shape [2,3] holds 6 numbers, got 2" },
    { from: { shape: [], data: [] }, says: "shape [] holds 1 numbers, got 0" },
    { from: { shape: [0], data: [1] }, says: "shape [0] holds 0 numbers, got 1" },
    { from: { shape: [-2], data: [] }, says: "a shape is a list of whole numbers that are 0 or more, got [-2]" },
    { from: { shape: [1.5], data: [1] }, says: "a shape is a list of whole numbers that are 0 or more, got [1.5]" },
    { from: { shape: [2], data: [1, "x"] }, says: "element 1 of data is x, not a number" },
    { from: { shape: [2], data: [1, null] }, says: "element 1 of data is null, not a number" },
    { from: { shape: 2, data: [1, 2] }, says: "a shape is a list of whole numbers that are 0 or more, got 2" },
    { from: { shape: [2] }, says: "shape [2] holds 2 numbers, got undefined" },
  ])("is not made of $from", ({ from, says }) => {
    expect(() => untyped(from)).toThrow(ShapeError);
    expect(() => untyped(from)).toThrow(`tensor: ${says}`);
  });

  it("leaves its input alone in every op", () => {
    const x = tensor([[3, 1], [2, 4]]); // prettier-ignore
    ops.softmax(ops.permute_dims(ops.add(x, 1), { axes: [1, 0] }));
    ops.max(ops.take(x, tensor([1, 0])), { axis: 1 });
    ops.sum(ops.concat(x, ops.reshape(x, { shape: [2, 2] }), { axis: 0 }));
    expect([...x.data]).toEqual([3, 1, 2, 4]);
  });
});

describe("variable", () => {
  it("takes what tensor takes, and a tensor", () => {
    expect(variable([[1, 2]]).shape).toEqual([1, 2]);
    expect([...variable(tensor(3)).data]).toEqual([3]);
    expect(() => variable([[1, 2], [3]])).toThrow(ShapeError);
    expect(() => (variable as (x: unknown) => unknown)("1")).toThrow(ShapeError);
  });
});

describe("results of every size", () => {
  it("are whole, and zeroed before they are added up, however many were made before", () => {
    // Small results live in V8's heap, middle ones in shared chunks, large ones in buffers of their own.
    for (let round = 0; round < 40; round++)
      for (const size of [1, 8, 9, 100, 1000, 1024, 1025, 5000]) {
        const x = tensor(Array.from({ length: size }, (_, i) => i));
        const ones = ops.add(ops.multiply(x, 0), 1);
        const summed = ops.sum(ops.broadcast_to(ones, { shape: [3, size] }), { axis: 0 });
        expect(summed.data.every((v) => v === 3)).toBe(true);
        ones.data.fill(99);
        expect(summed.data[size - 1]).toBe(3);
      }
  });
});

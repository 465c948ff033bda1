import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DomainError, ShapeError, grad, ops, tensor, type Value } from "../../src/index.ts";
import { DRAWN, build, elementAt, expectTensor, shapes, tensorsOf } from "./support.ts";

describe("take", () => {
  const cases = shapes(1, 4)
    .filter((shape) => shape.every((d) => d > 0))
    .chain((shape) =>
      fc.integer({ min: 0, max: shape.length - 1 }).chain((axis) =>
        fc.record({
          x: tensorsOf(shape),
          indices: shapes(0, 2).chain((s) => tensorsOf(s, fc.integer({ min: -shape[axis]!, max: shape[axis]! - 1 }))),
          at: fc.constant(axis),
          axis: fc.constantFrom(axis, axis - shape.length),
        }),
      ),
    );

  it("puts the indices' dimensions in place of the axis", () => {
    fc.assert(
      fc.property(cases, ({ x, indices, at, axis }) => {
        const length = x.shape[at]!;
        const rank = indices.shape.length;
        const want = build([...x.shape.slice(0, at), ...indices.shape, ...x.shape.slice(at + 1)], (index) => {
          const chosen = elementAt(indices, index.slice(at, at + rank));
          return elementAt(x, [...index.slice(0, at), (chosen + length) % length, ...index.slice(at + rank)]);
        });
        expectTensor(ops.take(x, indices, { axis }), want);
      }),
      DRAWN,
    );
  });

  it("takes along the first axis unless told, and a number for one index", () => {
    const x = tensor([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
    expectTensor(ops.take(x, tensor([2, 0, 2])), tensor([[5, 6], [1, 2], [5, 6]])); // prettier-ignore
    expectTensor(ops.take(x, -1), tensor([5, 6]));
    expectTensor(ops.take(x, -0), tensor([1, 2]));
    expect(ops.take(x, tensor([]), { axis: 1 }).shape).toEqual([3, 0]);
    expect(ops.take(tensor({ shape: [0, 2], data: [] }), tensor([])).shape).toEqual([0, 2]);
  });

  it.each([3, -4, 0.5, Number.NaN, Number.POSITIVE_INFINITY])("does not take index %d of 3", (index) => {
    const start = (): unknown => ops.take(tensor([[1, 2, 3]]), tensor([0, index]), { axis: -1 });
    expect(start).toThrow(DomainError);
    expect(start).toThrow(
      `take: index ${String(index)} is outside axis 1 of length 3; valid: whole numbers from -3 to 2`,
    );
  });

  it("takes nothing of an empty axis", () => {
    expect(() => ops.take(tensor([]), 0)).toThrow(DomainError);
  });

  it("says what is wrong with the axis", () => {
    expect(() => ops.take(5, 0)).toThrow(ShapeError);
    expect(() => ops.take(5, 0)).toThrow("take: a scalar has no axis to take along; reshape it to [1] first");
    expect(() => ops.take(tensor([1]), 0, { axis: 1 })).toThrow("take: axis 1 is outside a tensor of rank 1");
  });

  it("adds up the derivatives of what was taken more than once, and leaves 0 for the rest", () => {
    const f = (x: Value): Value =>
      ops.sum(ops.multiply(ops.take(x, tensor([2, 0, 2, -1])), tensor([1, 10, 100, 1000])));
    expectTensor(grad(f)(tensor([5, 6, 7])), tensor([10, 0, 1101]));
  });

  it("passes nothing to the indices", () => {
    const [, toIndices] = grad((x: Value, i: Value) => ops.sum(ops.take(x, i)))(tensor([5, 6]), tensor([1, 0]));
    expectTensor(toIndices, tensor([0, 0]));
  });
});

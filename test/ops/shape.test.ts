import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ShapeError, ops, tensor, type Shape, type Tensor } from "../../src/index.ts";
import { DRAWN, broadcastAt, build, elementAt, expectTensor, shapes, tensorsOf } from "./support.ts";

const counting = (shape: Shape): Tensor => {
  let n = 0;
  return build(shape, () => ++n);
};

describe("reshape", () => {
  it("keeps the elements in row-major order", () => {
    const x = counting([2, 3]);
    expectTensor(ops.reshape(x, { shape: [3, 2] }), tensor([[1, 2], [3, 4], [5, 6]])); // prettier-ignore
    expect(ops.reshape(counting([2, 0]), { shape: [0, 7, 1] }).shape).toEqual([0, 7, 1]);
    expectTensor(ops.reshape(tensor([[5]]), { shape: [] }), tensor(5));
    expectTensor(ops.reshape(5, { shape: [1, 1] }), tensor([[5]]));
  });

  it.each([
    { from: [2, 3], shape: [-1], to: [6] },
    { from: [2, 3], shape: [3, -1], to: [3, 2] },
    { from: [2, 3], shape: [2, -1, 3], to: [2, 1, 3] },
    { from: [], shape: [-1], to: [1] },
    { from: [0], shape: [-1], to: [0] },
    { from: [0, 3], shape: [5, -1], to: [5, 0] },
  ])("works out −1 in $shape for $from", ({ from, shape, to }) => {
    expect(ops.reshape(counting(from), { shape }).shape).toEqual(to);
  });

  it.each([
    { shape: [4], says: "[2,3] has 6 elements, [4] has 4" },
    { shape: [], says: "[2,3] has 6 elements, [] has 1" },
    { shape: [4, -1], says: "cannot work out -1 in [4,-1] for 6 elements" },
    { shape: [-1, -1], says: "cannot work out -1 in [-1,-1]" },
    { shape: [0, -1], says: "cannot work out -1 in [0,-1]" },
    { shape: [-2, -3], says: "a shape is a list of whole numbers that are 0 or more, got [-2,-3]" },
  ])("does not make $shape of [2, 3]", ({ shape, says }) => {
    expect(() => ops.reshape(counting([2, 3]), { shape })).toThrow(ShapeError);
    expect(() => ops.reshape(counting([2, 3]), { shape })).toThrow(`reshape: ${says}`);
  });
});

describe("permute_dims", () => {
  const cases = shapes(0, 6).chain((shape) =>
    fc.record({
      x: tensorsOf(shape),
      axes: fc.shuffledSubarray(shape.map((_, i) => i), { minLength: shape.length }), // prettier-ignore
      fromEnd: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
    }),
  );

  it("puts dimension axes[i] in place i", () => {
    fc.assert(
      fc.property(cases, ({ x, axes, fromEnd }) => {
        const shape = axes.map((axis) => x.shape[axis]!);
        const want = build(shape, (index) => {
          const from: number[] = [];
          axes.forEach((axis, i) => (from[axis] = index[i]!));
          return elementAt(x, from);
        });
        const given = axes.map((axis, i) => (fromEnd[i] === true ? axis - axes.length : axis));
        expectTensor(ops.permute_dims(x, { axes: given }), want);
      }),
      DRAWN,
    );
  });

  it.each([
    { axes: [0], says: "axes must name each of the 2 axes once, got [0]" },
    { axes: [0, 0], says: "axes must name each of the 2 axes once, got [0,0]" },
    { axes: [1, -1], says: "axes must name each of the 2 axes once, got [1,-1]" },
    { axes: [0, 1, 1], says: "axes must name each of the 2 axes once, got [0,1,1]" },
    { axes: [0, 2], says: "axis 2 is outside a tensor of rank 2" },
  ])("does not take $axes of two dimensions", ({ axes, says }) => {
    expect(() => ops.permute_dims(counting([2, 3]), { axes })).toThrow(ShapeError);
    expect(() => ops.permute_dims(counting([2, 3]), { axes })).toThrow(`permute_dims: ${says}`);
  });
});

describe("broadcast_to", () => {
  it("repeats what is missing and what is 1", () => {
    const cases = shapes(0, 5).chain((to) =>
      fc
        .tuple(fc.integer({ min: 0, max: to.length }), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
        .chain(([skip, ones]) =>
          fc.record({ to: fc.constant(to), x: tensorsOf(to.slice(skip).map((d, i) => (ones[i] === true ? 1 : d))) }),
        ),
    );
    fc.assert(
      fc.property(cases, ({ x, to }) => {
        expectTensor(ops.broadcast_to(x, { shape: to }), build(to, (index) => broadcastAt(x, index))); // prettier-ignore
      }),
      DRAWN,
    );
  });

  it.each([
    { from: [2], shape: [3] },
    { from: [2], shape: [2, 3] },
    { from: [2, 3], shape: [3] },
    { from: [2], shape: [1] },
    { from: [1], shape: [] },
    { from: [2], shape: [0] },
  ])("does not make $shape of $from", ({ from, shape }) => {
    const start = (): unknown => ops.broadcast_to(counting(from), { shape });
    expect(start).toThrow(ShapeError);
    expect(start).toThrow(`broadcast_to: [${from.join(",")}] does not broadcast to [${shape.join(",")}]`);
  });

  it("does not take a shape that is none", () => {
    expect(() => ops.broadcast_to(1, { shape: [-1] })).toThrow("whole numbers that are 0 or more, got [-1]");
  });
});

describe("concat", () => {
  const cases = shapes(1, 4).chain((shape) =>
    fc.integer({ min: 0, max: shape.length - 1 }).chain((axis) =>
      fc.record({
        axis: fc.constantFrom(axis, axis - shape.length),
        at: fc.constant(axis),
        xs: fc.array(
          fc.integer({ min: 0, max: 3 }).chain((d) => tensorsOf(shape.with(axis, d))),
          { minLength: 1, maxLength: 4 },
        ),
      }),
    ),
  );

  it("joins any number of tensors along an axis", () => {
    fc.assert(
      fc.property(cases, ({ axis, at, xs }) => {
        const length = xs.reduce((n, x) => n + x.shape[at]!, 0);
        const want = build(xs[0]!.shape.with(at, length), (index) => {
          let i = index[at]!;
          const x = xs.find(({ shape }) => i < shape[at]! || ((i -= shape[at]!), false))!;
          return elementAt(x, index.with(at, i));
        });
        expectTensor(ops.concat(...xs, { axis }), want);
      }),
      DRAWN,
    );
  });

  it("joins along the first axis unless told", () => {
    expectTensor(ops.concat(tensor([[1, 2]]), tensor([[3, 4], [5, 6]])), tensor([[1, 2], [3, 4], [5, 6]])); // prettier-ignore
    expectTensor(ops.concat(tensor([1])), tensor([1]));
  });

  it.each([
    { of: [[2, 3], [2, 4]], axis: 0, says: "shapes must be equal but for axis 0, got [2,3], [2,4]" },
    { of: [[2, 3], [3]], axis: 0, says: "shapes must be equal but for axis 0, got [2,3], [3]" },
    { of: [[2, 3], [1, 3], [2, 2, 3]], axis: -2, says: "got [2,3], [1,3], [2,2,3]" },
    { of: [[], []], axis: 0, says: "axis 0 is outside a tensor of rank 0 (a scalar has no axes)" },
    { of: [[2], [2]], axis: 1, says: "axis 1 is outside a tensor of rank 1" },
  ])("does not join $of along $axis", ({ of, axis, says }) => {
    const start = (): unknown => ops.concat(...of.map(counting), { axis });
    expect(start).toThrow(ShapeError);
    expect(start).toThrow("concat: ");
    expect(start).toThrow(says);
  }); // prettier-ignore
});

describe("slice", () => {
  const cases = shapes(0, 4).chain((shape) =>
    fc
      .tuple(
        ...shape.map((d) =>
          fc.tuple(fc.integer({ min: 0, max: d }), fc.integer({ min: 0, max: d }), fc.integer({ min: 1, max: 5 })),
        ),
      )
      .chain((parts) =>
        fc.record({
          x: tensorsOf(shape),
          start_indices: fc.constant(parts.map(([a, b]) => Math.min(a, b))),
          limit_indices: fc.constant(parts.map(([a, b]) => Math.max(a, b))),
          strides: fc.constantFrom(null, parts.map(([, , step]) => step)), // prettier-ignore
        }),
      ),
  );

  it("takes start, start + stride, … before limit", () => {
    fc.assert(
      fc.property(cases, ({ x, ...attrs }) => {
        const places = x.shape.map((d, i) => {
          const [from, to, by] = [attrs.start_indices[i]!, attrs.limit_indices[i]!, attrs.strides?.[i] ?? 1];
          return Array.from({ length: d }, (_, k) => k).filter((k) => k >= from && k < to && (k - from) % by === 0);
        });
        const want = build(places.map((p) => p.length), (index) => elementAt(x, index.map((i, d) => places[d]![i]!))); // prettier-ignore
        expectTensor(ops.slice(x, attrs), want);
      }),
      DRAWN,
    );
  });

  it.each([
    {
      start: [0],
      limit: [2, 3],
      strides: null,
      says: "a tensor of shape [2,3] needs 2 start, limit and stride indices",
    },
    { start: [0, 0], limit: [2, 3], strides: [1], says: "got [0,0], [2,3], [1]" },
    {
      start: [0, 0],
      limit: [2, 4],
      strides: null,
      says: "expected 0 ≤ start ≤ limit ≤ 3 and stride ≥ 1 in dimension 1, got 0, 4, 1",
    },
    { start: [-1, 0], limit: [2, 3], strides: null, says: "in dimension 0, got -1, 2, 1" },
    { start: [2, 2], limit: [2, 1], strides: null, says: "in dimension 1, got 2, 1, 1" },
    { start: [0, 0], limit: [2, 3], strides: [1, 0], says: "in dimension 1, got 0, 3, 0" },
    { start: [0, 0], limit: [2, 3], strides: [-1, 1], says: "in dimension 0, got 0, 2, -1" },
  ])("does not take $start to $limit by $strides of [2, 3]", ({ start, limit, strides, says }) => {
    const attrs = { start_indices: start, limit_indices: limit, strides };
    expect(() => ops.slice(counting([2, 3]), attrs)).toThrow(ShapeError);
    expect(() => ops.slice(counting([2, 3]), attrs)).toThrow(says);
  });
});

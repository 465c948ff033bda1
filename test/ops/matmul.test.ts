import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ShapeError, grad, jacobian, jvp, ops, tensor, vjp, type Tensor, type Value } from "../../src/index.ts";
import { DRAWN, broadcastAt, broadcastShape, broadcastable, build, expectTensor, tensorsOf } from "./support.ts";

interface Transposes {
  readonly transpose_a: boolean;
  readonly transpose_b: boolean;
}

/** Σₖ a[…,i,k]·b[…,k,j], from k = 0 up, element by element. */
function naive(a: Tensor, b: Tensor, { transpose_a, transpose_b }: Transposes): Tensor {
  const left = a.shape.length === 1 ? tensor({ shape: [1, ...a.shape], data: a.data }) : a;
  const right = b.shape.length === 1 ? tensor({ shape: [...b.shape, 1], data: b.data }) : b;
  const [m, k] = transpose_a ? left.shape.slice(-2).toReversed() : left.shape.slice(-2);
  const n = right.shape.at(transpose_b ? -2 : -1)!;
  const stack = broadcastShape([left.shape.slice(0, -2), right.shape.slice(0, -2)]);
  // Broadcasting is for the stack alone: a dimension of 1 in a matrix stays one.
  const at = (x: Tensor, index: readonly number[], i: number, j: number): number =>
    broadcastAt(x, [...index.slice(0, stack.length), i, j]);
  const whole = build([...stack, m!, n], (index) => {
    const [i, j] = [index.at(-2)!, index.at(-1)!];
    let total = 0;
    for (let l = 0; l < k!; l++)
      total +=
        (transpose_a ? at(left, index, l, i) : at(left, index, i, l)) *
        (transpose_b ? at(right, index, j, l) : at(right, index, l, j));
    return total;
  });
  const shape = [...stack, ...(a.shape.length === 1 ? [] : [m!]), ...(b.shape.length === 1 ? [] : [n])];
  return tensor({ shape, data: whole.data });
}

const dimension = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 12, arbitrary: fc.integer({ min: 1, max: 7 }) },
);

/** Two tensors that multiply, in every form: vectors, matrices, stacks that broadcast, each side transposed or not. */
const cases = fc
  .record({
    m: dimension,
    k: dimension,
    n: dimension,
    stacks: fc.oneof(fc.constant([[], []]), broadcastable(2)).map(([a, b]) => [a, b] as const),
    vectors: fc.constantFrom("none", "none", "none", "left", "right", "both"),
    transpose_a: fc.boolean(),
    transpose_b: fc.boolean(),
  })
  .chain(({ m, k, n, stacks, vectors, ...given }) => {
    const [left, right] = [vectors === "left" || vectors === "both", vectors === "right" || vectors === "both"];
    const attrs = { transpose_a: given.transpose_a && !left, transpose_b: given.transpose_b && !right };
    const a = left ? [k] : [...stacks[0].slice(-3), ...(attrs.transpose_a ? [k, m] : [m, k])];
    const b = right ? [k] : [...stacks[1].slice(-3), ...(attrs.transpose_b ? [n, k] : [k, n])];
    return fc.record({ a: tensorsOf(a), b: tensorsOf(b), attrs: fc.constant(attrs) });
  });

/** Expects of a Jacobian computed in one go that it has the bits of vjps and jvps. */
function expectRowsAndColumns(f: (x: Value) => Value, at: Tensor): void {
  const [y, pullback] = vjp(f, at);
  const rows = hots(y).flatMap((g) => [...pullback(g).data]);
  expect([...jacobian(f, { mode: "reverse" })(at).data]).toEqual(rows);
  const columns = hots(at).map((d) => jvp(f, [at], [d])[1].data);
  const turned = [...y.data].flatMap((_, i) => columns.map((column) => column[i]!));
  expect([...jacobian(f, { mode: "forward" })(at).data]).toEqual(turned);
}

function hots(like: Value): Tensor[] {
  return [...like.data].map((_, i) => tensor({ shape: like.shape, data: like.data.map((__, k) => (i === k ? 1 : 0)) }));
}

describe("matmul", () => {
  it("has the bits of the plain loop, in every form", () => {
    fc.assert(
      fc.property(cases, ({ a, b, attrs }) => expectTensor(ops.matmul(a, b, attrs), naive(a, b, attrs))),
      { ...DRAWN, numRuns: 1000 },
    );
  });

  it("has them for matrices larger than a block, too", () => {
    const random = fc.double({ min: -1, max: 1, noNaN: true });
    const large = fc
      .tuple(
        fc.integer({ min: 5, max: 40 }),
        fc.integer({ min: 5, max: 40 }),
        fc.integer({ min: 5, max: 40 }),
        fc.boolean(),
        fc.boolean(),
      )
      .chain(([m, k, n, transpose_a, transpose_b]) =>
        fc.record({
          a: tensorsOf(transpose_a ? [k, m] : [m, k], random),
          b: tensorsOf(transpose_b ? [n, k] : [k, n], random),
          attrs: fc.constant({ transpose_a, transpose_b }),
        }),
      );
    fc.assert(
      fc.property(large, ({ a, b, attrs }) => expectTensor(ops.matmul(a, b, attrs), naive(a, b, attrs))),
      { ...DRAWN, numRuns: 10 },
    );
  });

  it("has the bits of the vectors one by one in the Jacobian of each side, in every form and mode", () => {
    fc.assert(
      fc.property(
        cases.filter(({ a, b }) => a.data.length <= 40 && b.data.length <= 40),
        ({ a, b, attrs }) => {
          expectRowsAndColumns((x) => ops.matmul(x, b, attrs), a);
          expectRowsAndColumns((x) => ops.matmul(a, x, attrs), b);
        },
      ),
      DRAWN,
    );
  });

  it("transposes as permute_dims does", () => {
    fc.assert(
      fc.property(cases, ({ a, b, attrs }) => {
        const turned = (x: Tensor): Tensor =>
          ops.permute_dims(x, { axes: [...x.shape.map((_, i) => i).slice(0, -2), -1, -2] });
        const [left, right] = [attrs.transpose_a ? turned(a) : a, attrs.transpose_b ? turned(b) : b];
        expectTensor(ops.matmul(a, b, attrs), ops.matmul(left, right));
      }),
      DRAWN,
    );
  });

  it("has gradients of the closed form, ḠBᵀ and AᵀḠ", () => {
    const [a, b] = [tensor([[1, 2], [3, 4], [5, 6]]), tensor([[7, 8, 9, 10], [11, 12, 13, 14]])]; // prettier-ignore
    const g = build([3, 4], ([i, j]) => i! + 10 * j!);
    const [da, db] = grad((a: Value, b: Value) => ops.sum(ops.multiply(ops.matmul(a, b), g)))(a, b);
    expectTensor(da, ops.matmul(g, b, { transpose_b: true }));
    expectTensor(db, ops.matmul(a, g, { transpose_a: true }));
  });

  it("adds up the gradients of a matrix over the stack that it was broadcast to", () => {
    const [a, b] = [build([2, 2], ([i, j]) => i! + j!), build([3, 1, 2, 2], (index) => index[0]! + index[3]!)];
    const [da, db] = grad((a: Value, b: Value) => ops.sum(ops.matmul(a, b)))(a, b);
    expectTensor(da, tensor([[9, 9], [9, 9]])); // prettier-ignore
    expectTensor(
      db,
      build([3, 1, 2, 2], ([, , k]) => 1 + 2 * k!),
    );
  });

  it.each([
    { of: [[2, 3], [4, 5]], says: "expected [m,k] × [k,n], got [2,3] × [4,5]" },
    { of: [[2, 3], [2, 3]], attrs: { transpose_a: true, transpose_b: true }, says: "[2,3] × [2,3]" },
    { of: [[3], [4]], says: "[3] × [4]" },
    { of: [[3], [4, 5]], says: "[3] × [4,5]" },
    { of: [[2, 4, 3], [2, 4, 3]], says: "[2,4,3] × [2,4,3]" },
    { of: [[2, 4, 4], [3, 4, 4]], says: "[2,4,4] × [3,4,4]" },
    { of: [[], [2, 2]], says: "expected matrices or vectors, got [] × [2,2]; use multiply for scalars" },
    { of: [[3], [3]], attrs: { transpose_a: true }, says: "a vector cannot be read transposed, got [3] × [3]" },
    { of: [[2, 3], [3]], attrs: { transpose_b: true }, says: "a vector cannot be read transposed, got [2,3] × [3]" },
  ])("names both shapes where they do not fit: $of $attrs", ({ of, attrs, says }) => {
    const [a, b] = of.map((shape) => build(shape, () => 1)) as [Tensor, Tensor];
    expect(() => ops.matmul(a, b, attrs ?? {})).toThrow(ShapeError);
    expect(() => ops.matmul(a, b, attrs ?? {})).toThrow(/^matmul/);
    expect(() => ops.matmul(a, b, attrs ?? {})).toThrow(says);
  }); // prettier-ignore
});

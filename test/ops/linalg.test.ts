import { describe, expect, it } from "vitest";
import { grad, hessian, ops, tensor, type Tensor, type Value } from "../../src/index.ts";
import { expectTensor } from "./support.ts";

describe("determinants", () => {
  const singular = tensor([
    [1, 2],
    [2, 4],
  ]);

  it("have the adjugate's transpose for gradient, of singular matrices too", () => {
    expectTensor(grad((x: Value) => ops.det(x))(singular), tensor([[4, -2], [-2, 1]])); // prettier-ignore
    expect(Math.abs(ops.det(singular).data[0]!)).toBe(0);
  });

  it("of three rows that all are multiples of one have no gradient, but a second derivative", () => {
    const x = tensor([[1, 1, 1], [1, 1, 1], [1, 1, 1]]); // prettier-ignore
    expect([...grad((v: Value) => ops.det(v))(x).data].every((v) => v === 0)).toBe(true);
    // ∂²det/∂x₀₀∂x₁₁ = x₂₂
    expect(hessian((v: Value) => ops.det(v))(x).data[4]).toBe(1);
  });

  it("do not overflow on the way", () => {
    expect(ops.det(tensor([[1e200, 0, 0], [0, 1e200, 0], [0, 0, 1e-300]])).data[0]).toBeCloseTo(1e100, -86); // prettier-ignore
    expect(ops.slogdet(tensor([[0, 1e-200], [1e-200, 0]]), { output: "sign" }).data[0]).toBe(-1); // prettier-ignore
  });
});

describe("factors and solutions", () => {
  it.each([
    [
      "cholesky",
      ops.cholesky(
        tensor([
          [4, 2],
          [2, 5],
        ]),
      ),
      [2, 0, 1, 2],
    ],
    [
      "inv",
      ops.inv(
        tensor([
          [1, 2],
          [3, 4],
        ]),
      ),
      [-2, 1, 1.5, -0.5],
    ],
    [
      "solve",
      ops.solve(
        tensor([
          [0, 2],
          [4, 0],
        ]),
        tensor([2, 8]),
      ),
      [2, 1],
    ],
    ["qr", ops.qr(tensor([[3], [4]]), { output: "r" }), [-5]],
    [
      "gram_schmidt",
      ops.gram_schmidt(
        tensor([
          [3, 4],
          [0, 1],
        ]),
      ),
      [0.6, 0.8, -0.8, 0.6],
    ],
    // A single last row is left unturned, as in LAPACK.
    [
      "qr of a square matrix",
      ops.qr(
        tensor([
          [2, 0],
          [0, 3],
        ]),
        { output: "r" },
      ),
      [2, 0, 0, 3],
    ],
    ["q of one number", ops.qr(tensor([[5]]), { output: "q" }), [1]],
  ])("of the textbook: %s", (_name, x, want) => {
    expect(x.data.every((v, i) => Math.abs(v - want[i]!) < 1e-12)).toBe(true);
  });

  it("are NaN where there are none", () => {
    const none = (x: Tensor): boolean => x.data.some((v) => Number.isNaN(v));
    expect(none(ops.inv(tensor([[1, 2], [2, 4]])))).toBe(true); // prettier-ignore
    expect(none(ops.cholesky(tensor([[-1, 0], [0, 1]])))).toBe(true); // prettier-ignore
  });
});

describe("einsum", () => {
  const x = tensor([[1, 2], [3, 4]]); // prettier-ignore

  it("reads outputs given and implied, and diagonals", () => {
    expectTensor(ops.einsum(x, { equation: "ba" }), tensor([[1, 3], [2, 4]])); // prettier-ignore
    expectTensor(ops.einsum(x, { equation: "ii->i" }), tensor([1, 4]));
    expectTensor(ops.einsum(x, x, { equation: "ij,ji->" }), tensor(29));
  });

  it.each([
    ["i->j", /no operand has the output's label "j"/],
    ["ij->ii", /has the label "i" twice/],
    ["...i->i", /there is no ellipsis/],
    ["i1->i", /labels are letters/],
    ["i->i->i", /at most once/],
    ["ijk->i", /needs 3 dimensions, got \[2,2\]/],
    ["ij,j->i", /needs 2 operands, got 1/],
  ])("says what is wrong with %s", (equation, message) => {
    expect(() => ops.einsum(x, { equation })).toThrow(message);
  });
});

describe("shapes that do not fit", () => {
  it("are told", () => {
    const [row, vector] = [tensor([[1, 2]]), tensor([1, 2])];
    expect(() => ops.det(row)).toThrow(/det: expected square matrices/);
    expect(() => ops.trace(vector)).toThrow(/trace: expected matrices/);
    expect(() => ops.cross(vector, vector)).toThrow(/cross: expected vectors of length 3/);
    expect(() => ops.dot(vector, tensor([1]))).toThrow(/dot: expected/);
    expect(() => ops.tensordot(vector, vector)).toThrow(/2 axes to contract/);
    expect(() => ops.gram_schmidt(vector)).toThrow(/gram_schmidt: expected a matrix/);
  });
});

import { describe, expect, it } from "vitest";
import { InputError, ShapeError, Tensor, grad, jacobian, jvp, ops, tensor, vjp, type Value } from "../../src/index.ts";
import { expectSame, numbers } from "./support.ts";

const A = tensor([[1, 2], [3, 4], [5, 6]]); // prettier-ignore

describe("vjp", () => {
  it("gives the value, and cotangents multiplied by the Jacobian from the left", () => {
    const [y, pullback] = vjp((x: Value) => ops.matmul(A, x), tensor([1, -1]));
    expectSame(y, tensor([-1, -1, -1]));
    expectSame(pullback(tensor([1, 0, 0])), tensor([1, 2]));
    expectSame(pullback(tensor([1, 10, 100])), tensor([531, 642]));
  });

  it("has a pullback that can be called again, in any order, with the same answer", () => {
    const [, pullback] = vjp((x: Value, y: Value) => ops.multiply(x, ops.exp(y)), tensor([1, 2]), tensor([0, 0]));
    const [one, two] = [tensor([1, 0]), tensor([0, 1])];
    const first = pullback(one);
    pullback(two);
    pullback(one).forEach((g, i) => expectSame(g, first[i]!));
  });

  it("is linear in the cotangent", () => {
    const [, pullback] = vjp((x: Value) => ops.pow(x, 3), tensor([1, 2]));
    expectSame(pullback(tensor([2, -4])), ops.multiply(tensor([2, -4]), pullback(tensor([1, 1]))));
    expectSame(pullback(tensor([0, 0])), tensor([0, 0]));
  });

  it("takes a cotangent of zero elements", () => {
    const [y, pullback] = vjp((x: Value) => ops.slice(x, { start_indices: [1], limit_indices: [1] }), tensor([1, 2]));
    expect(y.shape).toEqual([0]);
    expectSame(pullback(tensor([])), tensor([0, 0]));
  });

  it("names both shapes when the cotangent has another one", () => {
    const [, pullback] = vjp((x: Value) => ops.matmul(A, x), tensor([1, -1]));
    expect(() => pullback(tensor([1, 2]))).toThrow(ShapeError);
    expect(() => pullback(tensor([1, 2]))).toThrow("the cotangent has shape [2], what it belongs to has shape [3]");
    expect(() => pullback(tensor(1))).toThrow("shape []");
  });

  it("can be differentiated by the cotangent: the derivative of the transpose is the jvp", () => {
    const f = (x: Value): Value => ops.pow(x, 3);
    const x = tensor([1, 2, 3]);
    const d = tensor([1, 10, 100]);
    const [, pullback] = vjp(f, x);
    const twice = grad((g: Value) => ops.sum(ops.multiply(pullback(g), d)))(tensor([1, 1, 1]));
    expect(twice).toBeInstanceOf(Tensor);
    expectSame(twice, jvp(f, [x], [d])[1]);
  });

  it("does not call the function again in the pullback", () => {
    let calls = 0;
    const f = (x: Value): Value => {
      calls++;
      return ops.square(x);
    };
    const [, pullback] = vjp(f, tensor(3));
    pullback(tensor(1));
    pullback(tensor(2));
    expect(calls).toBe(1);
  });

  it("takes an op as it is, as the documentation shows", () => {
    const [y, pullback] = vjp(ops.tanh, tensor([0, 1]));
    expectSame(y, ops.tanh(tensor([0, 1])));
    expectSame(pullback(tensor([1, 0])), tensor([1, 0]));
  });
});

describe("jvp", () => {
  it("gives the value, and tangents multiplied by the Jacobian from the right", () => {
    const [y, dy] = jvp((x: Value) => ops.matmul(A, x), [tensor([1, -1])], [tensor([10, 1])]);
    expectSame(y, tensor([-1, -1, -1]));
    expectSame(dy, tensor([12, 34, 56]));
  });

  it("adds what the tangents of several inputs give", () => {
    const f = (x: Value, y: Value): Value => ops.multiply(x, y);
    const at = [tensor([3, 5]), tensor([4, 7])] as const;
    expectSame(jvp(f, at, [tensor([1, 1]), tensor([0, 0])])[1], tensor([4, 7]));
    expectSame(jvp(f, at, [tensor([0, 0]), tensor([1, 1])])[1], tensor([3, 5]));
    expectSame(jvp(f, at, [tensor([1, 2]), tensor([10, 20])])[1], tensor([34, 114]));
    expectSame(jvp(ops.multiply, [tensor(3), tensor(4)], [tensor(1), tensor(0)])[1], tensor(4));
  });

  it("broadcasts tangents as it broadcasts values", () => {
    const f = (x: Value, y: Value): Value => ops.add(x, y);
    const [y, dy] = jvp(f, [tensor([[1], [2]]), tensor([10, 20])], [tensor([[1], [2]]), tensor([0, 0])]);
    expectSame(y, tensor([[11, 21], [12, 22]])); // prettier-ignore
    expectSame(dy, tensor([[1, 1], [2, 2]])); // prettier-ignore
  });

  it("fills the shape of the value where only a part of it moves", () => {
    const [row, d] = [tensor([1, 2, 3]), tensor(10)];
    for (const f of [(x: Value): Value => ops.add(x, row), (x: Value): Value => ops.subtract(row, x)]) {
      const sign = f(tensor(0)).data[0] === f(tensor(1)).data[0]! - 1 ? 1 : -1;
      expectSame(jvp(f, [tensor(4)], [d])[1], tensor([10 * sign, 10 * sign, 10 * sign]));
      expectSame(jvp((x: Value) => ops.square(f(x)), [tensor(0)], [d])[1], ops.multiply(row, 20 * sign));
      expectSame(jacobian(f, { mode: "forward" })(tensor(4)), tensor([sign, sign, sign]));
    }
  });

  it("is zeros of the value's shape for constants and for ops that pass no derivative", () => {
    const d = [tensor([1, 1])] as const;
    const constant: (x: Value) => Value = () => tensor([[7]]);
    expectSame(jvp(constant, [tensor([1, 2])], d)[1], tensor([[0]]));
    expectSame(jvp((x: Value) => ops.less(x, 0), [tensor([1, 2])], d)[1], tensor([0, 0]));
    expectSame(
      jvp((x: Value) => ops.concat(tensor([3]), ops.sign(x), { axis: 0 }), [tensor([1, 2])], d)[1],
      tensor([0, 0, 0]),
    );
  });

  it("is the tangent itself for the identity, in memory of its own", () => {
    const d = tensor([5, 6]);
    const [, dy] = jvp((x: Value) => x, [tensor([1, 2])], [d]);
    expectSame(dy, d);
    dy.data.fill(0);
    expect(numbers(d)).toEqual([5, 6]);
  });

  it("is the transpose of the vjp, ⟨g, Jd⟩ = ⟨Jᵀg, d⟩, exactly where the arithmetic is exact", () => {
    const f = (x: Value): Value => ops.matmul(A, ops.multiply(x, ops.square(x)));
    const [x, d, g] = [tensor([2, -3]), tensor([1, 4]), tensor([1, -1, 2])];
    const left = ops.matmul(g, jvp(f, [x], [d])[1]);
    const right = ops.matmul(vjp(f, x)[1](g), d);
    expectSame(left, right);
    expect(numbers(left)).not.toEqual([0]);
  });

  it("names both shapes when a tangent has another one", () => {
    const call = (): unknown => jvp((x: Value, y: Value) => ops.add(x, y), [A, A], [A, tensor([1, 2])]);
    expect(call).toThrow(ShapeError);
    expect(call).toThrow("the tangent has shape [2], what it belongs to has shape [3,2]");
  });

  it("wants one tangent for each input", () => {
    const untyped = jvp as (f: unknown, xs: unknown, ds: unknown) => unknown;
    const f = (x: Value, y: Value): Value => ops.add(x, y);
    const x = tensor(1);
    expect(() => untyped(f, [x, x], [x])).toThrow(InputError);
    expect(() => untyped(f, [x, x], [x, x, x])).toThrow(InputError);
    expect(() => untyped(f, [x, x], [x, 1])).toThrow(InputError);
    expect(() => untyped(f, [], [])).toThrow(InputError);
  });
});

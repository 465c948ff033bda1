import { describe, expect, it } from "vitest";
import { GradientError, InputError, Tensor, grad, ops, tensor, valueAndGrad, type Value } from "../../src/index.ts";
import { expectSame, expectWithinUlps, numbers } from "./support.ts";

const A = tensor([[2, -1, 0], [1, 3, 5], [4, 0, 1]]); // prettier-ignore
const x = tensor([1, -2, 3]);

describe("grad", () => {
  it("of a square sum is 2x", () => {
    expectSame(grad((x: Value) => ops.sum(ops.square(x)))(x), tensor([2, -4, 6]));
  });

  it("of a quadratic form is (A + Aᵀ)x", () => {
    const f = (x: Value): Value => ops.matmul(x, ops.matmul(A, x));
    expectSame(grad(f)(x), tensor([16, 3, 0]));
  });

  it("of log-sum-exp is the softmax", () => {
    const logSumExp = (x: Value): Value => ops.log(ops.sum(ops.exp(x)));
    // Two different ways to round the same quotient.
    expectWithinUlps(grad(logSumExp)(x), numbers(ops.softmax(x)), 4);
  });

  it("of the mean is 1/n, in the input's shape", () => {
    const slope = grad((x: Value) => ops.mean(x))(tensor([[1, 2], [3, 4]])); // prettier-ignore
    expectSame(slope, tensor([[0.25, 0.25], [0.25, 0.25]])); // prettier-ignore
  });

  it("comes as a list for several inputs, each in its input's shape", () => {
    const f = (w: Value, b: Value, x: Value): Value => ops.sum(ops.add(ops.matmul(w, x), b));
    const [dw, db, dx] = grad(f)(A, tensor(1), x);
    expectSame(dw, tensor([[1, -2, 3], [1, -2, 3], [1, -2, 3]])); // prettier-ignore
    expectSame(db, tensor(3));
    expectSame(dx, tensor([7, 2, 6]));
  });

  it("undoes broadcasting in every way that it can happen", () => {
    const f = (row: Value, column: Value, one: Value, cube: Value): Value =>
      ops.sum(ops.multiply(ops.multiply(row, column), ops.multiply(one, cube)));
    const cube = tensor({ shape: [2, 2, 3], data: Array.from({ length: 12 }, (_, i) => i + 1) });
    const gradients = grad(f)(tensor([1, 2, 3]), tensor([[1], [10]]), tensor([[[2]]]), cube);
    expect(gradients.map((g) => g.shape)).toEqual([[3], [2, 1], [1, 1, 1], [2, 2, 3]]);
    expect(gradients.slice(0, 3).map((g) => numbers(g))).toEqual([[296, 340, 384], [128, 200], [1064]]);
    expect(numbers(gradients[3])).toEqual([2, 4, 6, 20, 40, 60, 2, 4, 6, 20, 40, 60]);
  });

  it("is zeros, in the input's shape, for an input that the function does not use", () => {
    const f: (x: Value, y: Value) => Value = (x) => ops.sum(ops.square(x));
    const [dx, dy] = grad(f)(x, A);
    expectSame(dx, tensor([2, -4, 6]));
    expectSame(dy, tensor({ shape: [3, 3], data: new Float64Array(9) }));
  });

  it("is zeros for a constant, and through ops that pass no derivative", () => {
    const constant: (x: Value) => Value = () => tensor(3);
    expectSame(grad(constant)(x), tensor([0, 0, 0]));
    expectSame(grad((x: Value) => ops.sum(ops.greater(x, 0)))(x), tensor([0, 0, 0]));
    expectSame(grad((x: Value) => ops.sum(ops.sign(x)))(x), tensor([0, 0, 0]));
  });

  it("is one for the identity", () => {
    expectSame(grad((x: Value) => x)(tensor([[4]])), tensor([[1]]));
  });

  it("adds up where one tensor is given for two inputs, input by input", () => {
    const [first, second] = grad((x: Value, y: Value) => ops.sum(ops.multiply(ops.square(x), y)))(x, x);
    expectSame(first, tensor([2, 8, 18]));
    expectSame(second, tensor([1, 4, 9]));
  });

  it("takes any result of one element", () => {
    expectSame(grad((x: Value) => ops.sum(x, { keepdims: true }))(tensor([[1, 2]])), tensor([[1, 1]]));
  });

  it.each([[[2]], [[1, 3]], [[0]]])("does not take a result of shape %j", (shape) => {
    const f = (x: Value): Value => ops.broadcast_to(ops.sum(x), { shape });
    expect(() => grad(f)(x)).toThrow(GradientError);
    expect(() => grad(f)(x)).toThrow("grad can be implicitly created only for scalar outputs");
    expect(() => grad(f)(x)).toThrow(`shape [${shape.join(",")}]`);
    expect(() => valueAndGrad(f)(x)).toThrow("jacobian");
  });

  it("says what is wrong with its inputs and with what the function returns", () => {
    const untyped = grad as (f: unknown) => (...xs: unknown[]) => unknown;
    const sum = (x: Value): Value => ops.sum(x);
    expect(() => untyped(sum)()).toThrow(InputError);
    expect(() => untyped(sum)([1, 2])).toThrow("input 0 is a object, not a tensor or a variable; wrap it in tensor(…)");
    expect(() => untyped(sum)(tensor(1), 2)).toThrow("input 1 is a number");
    expect(() => untyped(() => 3)(tensor(1))).toThrow("it returned number");
    expect(() => untyped(() => [tensor(1)])(tensor(1))).toThrow("it returned a list");
    expect(() => untyped(() => undefined)(tensor(1))).toThrow("it returned undefined");
  });

  it("passes on what the function throws", () => {
    const f = (): Value => {
      throw new RangeError("mine");
    };
    expect(() => grad(f as (x: Value) => Value)(x)).toThrow(RangeError);
  });
});

describe("valueAndGrad", () => {
  it("gives the value with the gradient", () => {
    const [value, slope] = valueAndGrad((x: Value) => ops.sum(ops.square(x)))(x);
    expectSame(value, tensor(14));
    expectSame(slope, tensor([2, -4, 6]));
    expect(value).toBeInstanceOf(Tensor);
  });

  it("lists the gradients of several inputs", () => {
    const [value, [dx, dy]] = valueAndGrad((x: Value, y: Value) => ops.multiply(x, y))(tensor(3), tensor(4));
    expect([value, dx, dy].map((v) => numbers(v))).toEqual([[12], [4], [3]]);
  });

  it("calls the function once", () => {
    let calls = 0;
    valueAndGrad((x: Value) => {
      calls++;
      return ops.sum(x);
    })(x);
    expect(calls).toBe(1);
  });
});

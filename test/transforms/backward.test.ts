import { describe, expect, it } from "vitest";
import { GradientError, ShapeError, Tensor, Variable, ops, tensor, variable, type Value } from "../../src/index.ts";
import { asVariable, numbers } from "./support.ts";

const cube = (x: Variable): Variable => ops.sum(ops.pow(x, 3));
const SECOND_TIME = "trying to backward through the graph a second time";

describe("variable", () => {
  it("holds a tensor, or nested numbers, and has no gradient at first", () => {
    const t = tensor([[1, 2]]);
    expect(variable(t).value).toBe(t);
    const v = variable([[3], [4]]);
    expect(v.shape).toEqual([2, 1]);
    expect(numbers(v)).toEqual([3, 4]);
    expect(v.grad).toBeNull();
    expect(variable(5).shape).toEqual([]);
  });

  it("is infectious: an op of it is a variable, an op of tensors is not", () => {
    expect(ops.add(variable(1), 2)).toBeInstanceOf(Variable);
    expect(ops.add(tensor(1), 2)).toBeInstanceOf(Tensor);
  });
});

describe("backward", () => {
  it("leaves the gradient of a scalar in every variable it was computed from, in their shapes", () => {
    const [a, b] = [variable([[1, 2, 3]]), variable([[10], [20]])];
    ops.sum(ops.multiply(a, b)).backward();
    expect(a.grad!.shape).toEqual([1, 3]);
    expect(numbers(a.grad!)).toEqual([30, 30, 30]);
    expect(b.grad!.shape).toEqual([2, 1]);
    expect(numbers(b.grad!)).toEqual([6, 6]);
  });

  it("adds to the gradient of an earlier call", () => {
    const x = variable([1, 2]);
    cube(x).backward();
    cube(x).backward();
    ops.sum(x).backward();
    expect(numbers(x.grad!)).toEqual([7, 25]);
  });

  it("starts anew when the gradient was set to null", () => {
    const x = variable([1, 2]);
    cube(x).backward();
    x.grad = null;
    cube(x).backward();
    expect(numbers(x.grad!)).toEqual([3, 12]);
  });

  it("adds up where a value is used more than once", () => {
    const x = variable(3);
    const y = ops.multiply(x, x);
    ops.add(y, ops.add(y, x)).backward();
    expect(numbers(x.grad!)).toEqual([13]);
  });

  it("counts one variable given twice, and one that is its own broadcast partner", () => {
    const x = variable([1, 2]);
    ops.sum(ops.concat(x, x, x, { axis: 0 })).backward();
    expect(numbers(x.grad!)).toEqual([3, 3]);
    const m = variable([[2, 3]]);
    ops.sum(ops.multiply(m, ops.permute_dims(m, { axes: [1, 0] }))).backward();
    expect(numbers(m.grad!)).toEqual([10, 10]);
  });

  it("walks a history that doubles at each of 60 steps once", () => {
    const x = variable(1);
    let y = ops.multiply(x, 1);
    for (let i = 0; i < 60; i++) y = ops.add(y, y);
    y.backward();
    expect(numbers(x.grad!)).toEqual([2 ** 60]);
  });

  it("leaves null in variables that have no part in the value, and in intermediate values", () => {
    const [x, unused] = [variable(2), variable(2)];
    const middle = ops.square(x);
    ops.square(middle).backward();
    expect(unused.grad).toBeNull();
    expect(middle.grad).toBeNull();
    expect(numbers(x.grad!)).toEqual([32]);
  });

  it("passes nothing through comparisons, conditions and indices", () => {
    const x = variable([1, -2, 3]);
    const condition = ops.greater(x, 0);
    ops.sum(ops.where(condition, x, ops.multiply(10, x))).backward();
    expect(numbers(x.grad!)).toEqual([1, 10, 1]);
    const at = variable([2, 0]);
    ops.sum(ops.take(variable([5, 6, 7]), at)).backward();
    expect(at.grad).toBeNull();
  });

  it("works on a variable itself", () => {
    const x = variable(7);
    x.backward();
    x.backward();
    expect(numbers(x.grad!)).toEqual([2]);
    const v = variable([1, 2]);
    v.backward(tensor([3, 4]));
    expect(numbers(v.grad!)).toEqual([3, 4]);
  });

  it("takes a value of one element of any rank without a gradient", () => {
    const x = variable([[[2]]]);
    ops.square(x).backward();
    expect(x.grad!.shape).toEqual([1, 1, 1]);
    expect(numbers(x.grad!)).toEqual([4]);
  });
});

describe("the gradient argument", () => {
  it("weighs the elements, as a tensor or as a variable", () => {
    for (const g of [tensor([1, 10]), variable([1, 10])]) {
      const x = variable([1, 2]);
      ops.square(x).backward(g);
      expect(numbers(x.grad!)).toEqual([2, 40]);
    }
  });

  it("weighs a scalar too", () => {
    const x = variable(3);
    ops.square(x).backward(tensor(0.5));
    expect(numbers(x.grad!)).toEqual([3]);
  });

  it("is needed for more than one element, and for none", () => {
    for (const shape of [[2], [1, 3], [0], [2, 0]]) {
      const x = variable(tensor({ shape, data: Array.from({ length: shape.reduce((n, d) => n * d, 1) }, () => 1) }));
      const start = (): void => ops.exp(x).backward();
      expect(start).toThrow(GradientError);
      expect(start).toThrow("grad can be implicitly created only for scalar outputs");
      expect(start).toThrow(`[${shape.join(",")}]`);
      expect(x.grad).toBeNull();
    }
  });

  it.each<{
    readonly of: number[][] | number[] | number;
    readonly gradient: Value;
    readonly shapes: readonly string[];
  }>([
    { of: [[1, 2, 3]], gradient: tensor([1, 2, 3]), shapes: ["[1,3]", "[3]"] },
    { of: [1, 2], gradient: tensor(1), shapes: ["[2]", "[]"] },
    { of: [1, 2], gradient: tensor([1, 2, 3]), shapes: ["[2]", "[3]"] },
    { of: 1, gradient: tensor([1]), shapes: ["[]", "[1]"] },
  ])("of shape $shapes.1 does not fit a value of shape $shapes.0", ({ of, gradient, shapes }) => {
    const x = variable(of);
    const y = ops.square(x);
    expect(() => y.backward(gradient)).toThrow(ShapeError);
    for (const shape of shapes) expect(() => y.backward(gradient)).toThrow(`shape ${shape}`);
    expect(x.grad).toBeNull();
    y.backward(tensor({ shape: y.shape, data: y.data }));
    expect(x.grad).not.toBeNull();
  });

  it("is not kept or changed", () => {
    const g = tensor([1, 2]);
    const x = variable([1, 1]);
    x.backward(g);
    x.grad!.data.fill(9);
    expect(numbers(g)).toEqual([1, 2]);
    g.data.fill(5);
    expect(numbers(x.grad!)).toEqual([9, 9]);
  });
});

describe("a history that was let go", () => {
  it("cannot be gone through again, and the error says what to do", () => {
    const x = variable([1, 2]);
    const y = cube(x);
    y.backward();
    expect(() => y.backward()).toThrow(GradientError);
    expect(() => y.backward()).toThrow(SECOND_TIME);
    expect(() => y.backward()).toThrow("retainGraph: true");
    expect(numbers(x.grad!)).toEqual([3, 12]);
  });

  it("is kept with retainGraph, and then counted twice", () => {
    const x = variable([1, 2]);
    const y = cube(x);
    y.backward(undefined, { retainGraph: true });
    y.backward();
    expect(numbers(x.grad!)).toEqual([6, 24]);
    expect(() => y.backward()).toThrow(SECOND_TIME);
  });

  it("is gone for the other values that share it, until they are computed again", () => {
    const x = variable(2);
    const shared = ops.exp(x);
    const [first, second] = [ops.square(shared), ops.multiply(shared, 3)];
    first.backward();
    const before = numbers(x.grad!);
    expect(() => second.backward()).toThrow(SECOND_TIME);
    expect(() => ops.sum(shared).backward()).toThrow(SECOND_TIME);
    expect(numbers(x.grad!)).toEqual(before);
    ops.multiply(ops.exp(x), 0).backward();
    expect(numbers(x.grad!)).toEqual(before);
  });

  it("is kept where only another part of it was gone through", () => {
    const x = variable(2);
    const shared = ops.square(x);
    const kept = ops.multiply(shared, 3);
    ops.square(x).backward();
    kept.backward();
    expect(numbers(x.grad!)).toEqual([16]);
  });

  it("still has its values", () => {
    const y = ops.square(variable([3, 4]));
    y.backward(tensor([1, 1]));
    expect(numbers(y)).toEqual([9, 16]);
    expect(numbers(ops.add(y.value, 1))).toEqual([10, 17]);
  });

  it("is not touched by a call that failed", () => {
    const x = variable([1, 2]);
    const y = ops.square(x);
    expect(() => y.backward()).toThrow(GradientError);
    expect(() => y.backward(tensor([1]))).toThrow(ShapeError);
    y.backward(tensor([1, 1]));
    expect(numbers(x.grad!)).toEqual([2, 4]);
  });
});

describe("a training step", () => {
  it("descends: gradients are tensors that the next variable is made with", () => {
    let w = variable([3, -2]);
    for (let i = 0; i < 3; i++) {
      ops.sum(ops.square(w)).backward();
      w = variable(ops.subtract(w.value, ops.multiply(0.25, w.grad ?? 0)));
    }
    expect(numbers(w)).toEqual([3 / 8, -2 / 8]);
    expect(w.grad).toBeNull();
  });

  it("reaches variables through values that were taken apart and put together", () => {
    const w = variable([[1, 2, 3], [4, 5, 6]]); // prettier-ignore
    const row = ops.take(w, 1);
    const part = ops.slice(w, { start_indices: [0, 1], limit_indices: [2, 3] });
    const joined = ops.concat(row, ops.reshape(part, { shape: [-1] }), { axis: 0 });
    asVariable(ops.sum(ops.multiply(joined, tensor([1, 2, 3, 10, 20, 30, 40])))).backward();
    expect(numbers(w.grad!)).toEqual([0, 10, 20, 1, 32, 43]);
  });
});

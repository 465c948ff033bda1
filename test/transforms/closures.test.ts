import { describe, expect, it } from "vitest";
import {
  Tensor,
  Variable,
  grad,
  hessian,
  jacobian,
  jvp,
  ops,
  tensor,
  variable,
  vjp,
  type Value,
} from "../../src/index.ts";
import { asVariable, expectSame, numbers } from "./support.ts";

const x = tensor([1, 2]);

describe("a transform at a variable", () => {
  it("gives variables, and backward goes on from there", () => {
    const w = variable([1, 2]);
    const slope = grad((x: Value) => ops.sum(ops.pow(x, 3)))(w);
    expect(slope).toBeInstanceOf(Variable);
    expect(numbers(slope)).toEqual([3, 12]);
    asVariable(ops.sum(slope)).backward();
    expect(numbers(w.grad!)).toEqual([6, 12]);
  });

  it.each(["reverse", "forward"] as const)("goes on from Jacobians and Hessians by %s mode", (mode) => {
    const w = variable([1, 2]);
    const J = jacobian((x: Value) => ops.pow(x, 3), { mode })(w);
    asVariable(J).backward(tensor([[1, 0], [0, 10]])); // prettier-ignore
    expect(numbers(w.grad!)).toEqual([6, 120]);
    w.grad = null;
    const H = hessian((x: Value) => ops.sum(ops.pow(x, 4)), { mode })(w);
    asVariable(H).backward(tensor([[1, 0], [0, 10]])); // prettier-ignore
    expect(numbers(w.grad!)).toEqual([24, 480]);
  });

  it("goes on from values and tangents", () => {
    const [w, d] = [variable([1, 2]), variable([10, 1])];
    const [y, dy] = jvp((x: Value) => ops.pow(x, 3), [w], [d]);
    asVariable(ops.add(ops.sum(y), ops.sum(dy))).backward();
    expect(numbers(w.grad!)).toEqual([3 + 60, 12 + 12]);
    expect(numbers(d.grad!)).toEqual([3, 12]);
  });

  it("goes on from a pullback, to the point and to the cotangent", () => {
    const [w, g] = [variable([1, 2]), variable([10, 1])];
    const [, pullback] = vjp((x: Value) => ops.pow(x, 3), w);
    asVariable(ops.sum(pullback(g))).backward();
    expect(numbers(w.grad!)).toEqual([60, 12]);
    expect(numbers(g.grad!)).toEqual([3, 12]);
  });

  it("adds nothing to any grad by itself", () => {
    const w = variable([1, 2]);
    grad((x: Value) => ops.sum(ops.square(x)))(w);
    hessian((x: Value) => ops.sum(ops.square(x)))(w);
    expect(w.grad).toBeNull();
  });

  it("mixes with tensors, input by input", () => {
    const w = variable([1, 2]);
    const [dw, dx] = grad((w: Value, x: Value) => ops.sum(ops.multiply(ops.square(w), x)))(w, tensor([3, 5]));
    expect(numbers(dw)).toEqual([6, 20]);
    expect(numbers(dx)).toEqual([1, 4]);
    asVariable(ops.sum(ops.add(dw, dx))).backward();
    expect(numbers(w.grad!)).toEqual([8, 14]);
  });
});

describe("a function that closes over a variable", () => {
  it("is differentiated by its input alone, and backward reaches the variable", () => {
    const w = variable([10, 20]);
    const slope: Value = grad((x: Value) => ops.sum(ops.multiply(ops.square(x), w)))(x);
    expect(numbers(slope)).toEqual([20, 80]);
    expect(w.grad).toBeNull();
    asVariable(slope).backward(tensor([1, 1]));
    expect(numbers(w.grad!)).toEqual([2, 4]);
  });

  it("may use values computed from it before, and share them between calls", () => {
    const w = variable([1, 2]);
    const before = ops.square(w);
    const f = (x: Value): Value => ops.sum(ops.multiply(x, before));
    const total = ops.add(ops.sum(grad(f)(x)), ops.sum(grad(f)(tensor([5, 6]))));
    asVariable(total).backward();
    expect(numbers(w.grad!)).toEqual([4, 8]);
  });

  it("has a value that depends on the variable, whatever its input does", () => {
    const w = variable([3, 4]);
    const [y, pullback] = vjp((x: Value) => ops.multiply(x, w), x);
    asVariable(y).backward(tensor([1, 1]), { retainGraph: true });
    expect(numbers(w.grad!)).toEqual([1, 2]);
    asVariable(pullback(tensor([1, 10]))).backward(tensor([1, 1]));
    expect(numbers(w.grad!)).toEqual([2, 12]);
  });

  it("gives plain zeros for an input that has no part in it", () => {
    const w = variable([3, 4]);
    const squares: (x: Value) => Value = () => ops.sum(ops.square(w));
    const itself: (x: Value) => Value = () => w;
    expectSame(grad(squares)(x), tensor([0, 0]));
    expectSame(jacobian(itself)(x), tensor([[0, 0], [0, 0]])); // prettier-ignore
  });
});

describe("a function that closes over the input of another", () => {
  it("takes it as it stands, in every mode", () => {
    const f = (a: Value): Value =>
      ops.sum(jacobian((x: Value) => ops.multiply(a, ops.pow(x, 3)), { mode: "forward" })(x));
    expectSame(grad(f)(tensor([1, 1])), tensor([3, 12]));
    expectSame(jvp(f, [tensor([1, 1])], [tensor([1, 10])])[1], tensor(123));
    const g = (a: Value): Value => jvp((x: Value) => ops.multiply(a, ops.pow(x, 3)), [x], [tensor([1, 1])])[1];
    expectSame(jacobian(g)(tensor([1, 1])), tensor([[3, 0], [0, 12]])); // prettier-ignore
  });

  it("holds what an inner function left behind: it is a constant by then", () => {
    const f = (a: Value): Value => {
      let left: Value = a;
      grad((b: Value) => {
        left = b;
        return ops.sum(b);
      })(tensor([7, 7]));
      return ops.sum(ops.multiply(a, left));
    };
    expectSame(grad(f)(x), tensor([7, 7]));
  });

  it("gives tensors at tensors, however it was nested", () => {
    const f = (a: Value): Value => ops.sum(ops.square(grad((b: Value) => ops.sum(ops.multiply(ops.square(b), a)))(a)));
    for (const mode of ["reverse", "forward"] as const) {
      expect(jacobian(f, { mode })(x)).toBeInstanceOf(Tensor);
      expect(hessian(f, { mode })(x)).toBeInstanceOf(Tensor);
    }
    // a ↦ Σ (2a²)²: 16a³
    expectSame(grad(f)(x), tensor([16, 128]));
  });

  it("gives tensors when a pullback that was made outside is used inside", () => {
    const [, pullback] = vjp((x: Value) => ops.pow(x, 3), x);
    const J = jacobian((g: Value) => pullback(g))(tensor([1, 1]));
    expect(J).toBeInstanceOf(Tensor);
    expectSame(J, tensor([[3, 0], [0, 12]])); // prettier-ignore
  });
});

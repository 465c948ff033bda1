import { describe, expect, it } from "vitest";
import { grad, hvp, jacobian, jvp, ops, tensor, valueAndGrad, vjp, type Value } from "../../src/index.ts";
import { expectSame, expectWithinUlps, numbers } from "./support.ts";

type Scalar = (x: Value) => Value;

describe("transforms inside transforms", () => {
  const a = tensor([1, 2]);

  it("differentiates a norm of a Jacobian", () => {
    // J = diag(2a·x), ‖J‖² = Σ 4a²x², by a: 8a·x²
    const x = tensor([3, 5]);
    const f = (a: Value): Value => ops.sum(ops.square(jacobian((x: Value) => ops.multiply(a, ops.square(x)))(x)));
    expectSame(grad(f)(a), tensor([72, 400]));
  });

  it("takes the Jacobian of a function that takes a gradient", () => {
    const f = (x: Value): Value => ops.multiply(x, grad((y: Value) => ops.sum(ops.pow(y, 3)))(x));
    expectSame(jacobian(f)(a), tensor([[9, 0], [0, 36]])); // prettier-ignore
  });

  it("differentiates value and gradient together", () => {
    const f = (x: Value): Value => {
      const [value, slope] = valueAndGrad((y: Value) => ops.sum(ops.pow(y, 3)))(x);
      return ops.add(value, ops.sum(slope));
    };
    expectSame(grad(f)(a), tensor([3 + 6, 12 + 12]));
  });

  it("differentiates a pullback by the point and by the cotangent", () => {
    const f = (x: Value, g: Value): Value => ops.sum(vjp((x: Value) => ops.pow(x, 3), x)[1](g));
    const [dx, dg] = grad(f)(a, tensor([1, 10]));
    expectSame(dx, tensor([6, 120]));
    expectSame(dg, tensor([3, 12]));
  });

  it("differentiates a jvp by the point and by the tangent", () => {
    const f = (x: Value, d: Value): Value => ops.sum(jvp((x: Value) => ops.pow(x, 3), [x], [d])[1]);
    const [dx, dd] = grad(f)(a, tensor([1, 10]));
    expectSame(dx, tensor([6, 120]));
    expectSame(dd, tensor([3, 12]));
  });

  it("differentiates a Hessian-vector product by the point and by the tangent", () => {
    const f = (x: Value, d: Value): Value => hvp((x: Value) => ops.sum(ops.pow(x, 4)), [x], [d]);
    const [Jx, Jd] = jacobian(f)(a, tensor([1, 10]));
    expectSame(Jx, tensor([[24, 0], [0, 480]])); // prettier-ignore
    expectSame(Jd, tensor([[12, 0], [0, 48]])); // prettier-ignore
  });

  it("differentiates through a step of gradient descent (MAML)", () => {
    const task = (w: Value): Value => ops.sum(ops.square(ops.subtract(w, tensor([3, 4]))));
    const adapted = (w: Value): Value => task(ops.subtract(w, ops.multiply(0.25, grad(task)(w))));
    // One step halves the distance: loss Σ (w − t)²/4, gradient (w − t)/2.
    expectSame(grad(adapted)(a), tensor([-1, -1]));
  });

  it("keeps the network's second derivatives apart from its first: a gradient penalty", () => {
    const W = tensor([[0.5, -1], [1, 2]]); // prettier-ignore
    const net = (x: Value, W: Value): Value => ops.sum(ops.tanh(ops.matmul(W, x)));
    const penalty = (W: Value): Value => ops.sum(ops.square(grad((x: Value) => net(x, W))(a)));
    const slope = grad(penalty)(W);
    const columns = [0, 1, 2, 3].map((k) => tensor([[k === 0 ? 1 : 0, k === 1 ? 1 : 0], [k === 2 ? 1 : 0, k === 3 ? 1 : 0]])); // prettier-ignore
    const forward = columns.map((d) => jvp(penalty, [W], [d])[1].data[0]!);
    // Forward over reverse and reverse over reverse add the same terms in other orders.
    expectWithinUlps(slope, forward, 64);
    expect(forward.every((d) => d !== 0)).toBe(true);
  });
});

describe("perturbations are not confused", () => {
  const derivative: Readonly<Record<string, (f: Scalar, x: Value) => Value>> = {
    reverse: (f, x) => grad(f)(x),
    forward: (f, x) => jvp(f, [x], [tensor(1)])[1],
    jacobian: (f, x) => jacobian(f)(x),
    columns: (f, x) => jacobian(f, { mode: "forward" })(x),
  };
  const names = Object.keys(derivative);
  const pairs = names.flatMap((outer) => names.map((inner) => [outer, inner] as const));

  it.each(pairs)("%s over %s", (outer, inner) => {
    const D = derivative[outer]!;
    const d = derivative[inner]!;
    const at = (f: Scalar, x: number): number[] => numbers(D(f, tensor(x)));
    const one = tensor(1);
    // d/dx x·(d/dy (x + y)) = 1, not 2
    expect(
      at(
        (x) =>
          ops.multiply(
            x,
            d((y) => ops.add(x, y), one),
          ),
        5,
      ),
    ).toEqual([1]);
    // d/dx x·(d/dy x·y) = 2x
    expect(
      at(
        (x) =>
          ops.multiply(
            x,
            d((y) => ops.multiply(x, y), one),
          ),
        5,
      ),
    ).toEqual([10]);
    // d/dx (d/dy x·y at y = x) = 1: x in the body is held, x as the point has no part in it
    expect(at((x) => d((y) => ops.multiply(x, y), x), 5)).toEqual([1]);
    // d/dx (d/dy x·y² at y = x) = d/dx 2x² = 4x
    expect(at((x) => d((y) => ops.multiply(x, ops.square(y)), x), 5)).toEqual([20]);
    // Three deep: d/dx x·(d/dy y·(d/dz xyz)) = d/dx x·(2xy) at y = 1
    const three = (x: Value): Value =>
      ops.multiply(
        x,
        d(
          (y) =>
            ops.multiply(
              y,
              d((z) => ops.multiply(ops.multiply(x, y), z), one),
            ),
          one,
        ),
      );
    expect(at(three, 5)).toEqual([20]);
    // The inner derivative of what does not depend on the inner variable is zero, whatever the outer does.
    expect(at((x) => d(() => ops.square(x), one), 5)).toEqual([0]);
  });
});

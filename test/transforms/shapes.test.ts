import { describe, expect, it } from "vitest";
import {
  grad,
  hessian,
  hvp,
  jacobian,
  jvp,
  ops,
  tensor,
  variable,
  vjp,
  type Shape,
  type Tensor,
  type Value,
} from "../../src/index.ts";
import { expectSame, numbers } from "./support.ts";

function counting(shape: Shape): Tensor {
  const size = shape.reduce((n, d) => n * d, 1);
  return tensor({ shape, data: Array.from({ length: size }, (_, i) => i + 1) });
}

const shapes: readonly Shape[] = [
  [],
  [3],
  [2, 3],
  [2, 1, 3],
  [1, 2, 3, 2],
  [2, 1, 2, 1, 3],
  [1, 2, 1, 3, 1, 2],
  [0],
  [0, 3],
  [2, 0, 3],
  [2, 3, 0, 1, 2, 1],
  [0, 0],
];

describe.each(shapes.map((shape) => ({ shape })))("at shape $shape", ({ shape }) => {
  const x = counting(shape);
  const ones = tensor({ shape, data: new Float64Array(x.data.length).fill(1) });
  const loss = (x: Value): Value => ops.sum(ops.pow(x, 3));

  it("gradients have the shape of the input and the right numbers", () => {
    const want = numbers(x).map((v) => 3 * v * v);
    const g = grad(loss)(x);
    expect(g.shape).toEqual(shape);
    expect(numbers(g)).toEqual(want);
    const v = variable(x);
    ops.sum(ops.pow(v, 3)).backward();
    expectSame(v.grad!, g);
    expectSame(vjp(loss, x)[1](tensor(1)), g);
    expectSame(jacobian(loss, { mode: "reverse" })(x), g);
    expectSame(jacobian(loss, { mode: "forward" })(x), g);
  });

  it("tangents have the shape of the result", () => {
    const [y, dy] = jvp((x: Value) => ops.pow(x, 2), [x], [ones]);
    expect(y.shape).toEqual(shape);
    expect(dy.shape).toEqual(shape);
    expect(numbers(dy)).toEqual(numbers(x).map((v) => 2 * v));
  });

  it("Jacobians and Hessians have the shapes of both sides joined", () => {
    const both = [...shape, ...shape];
    const size = x.data.length;
    const diagonal = (of: (v: number) => number): number[] =>
      Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? of(at / (size + 1) + 1) : 0));
    for (const mode of ["reverse", "forward"] as const) {
      const J = jacobian((x: Value) => ops.square(x), { mode })(x);
      expect(J.shape).toEqual(both);
      expect(numbers(J)).toEqual(diagonal((v) => 2 * v));
      const H = hessian(loss, { mode })(x);
      expect(H.shape).toEqual(both);
      expect(numbers(H)).toEqual(diagonal((v) => 6 * v));
    }
    expectSame(hvp(loss, [x], [ones]), ops.multiply(x, 6));
  });

  it("go through a change of shape and back", () => {
    const turned = shape.map((_, i) => i).toReversed();
    const f = (x: Value): Value =>
      ops.reshape(ops.permute_dims(ops.reshape(ops.multiply(x, 2), { shape }), { axes: turned }), {
        shape: [x.data.length],
      });
    const g = tensor(Array.from({ length: x.data.length }, (_, i) => i));
    const [y, pullback] = vjp(f, x);
    expect(y.shape).toEqual([x.data.length]);
    const back = pullback(g);
    expect(back.shape).toEqual(shape);
    // Each element of x meets in y the number that names its place there.
    numbers(back).forEach((d, i) => expect(numbers(y)[d / 2]).toBe(2 * numbers(x)[i]!));
  });
});

describe("products over nothing", () => {
  it("of matrices are zeros, and so are their derivatives", () => {
    const [a, b] = [counting([2, 0]), counting([0, 3])];
    expectSame(ops.matmul(a, b), tensor([[0, 0, 0], [0, 0, 0]])); // prettier-ignore
    const [da, db] = grad((a: Value, b: Value) => ops.sum(ops.exp(ops.matmul(a, b))))(a, b);
    expect([da.shape, db.shape]).toEqual([[2, 0], [0, 3]]); // prettier-ignore
    const [ea, eb] = grad((a: Value, b: Value) => ops.sum(ops.matmul(a, b)))(counting([0, 2]), counting([2, 3]));
    expect([ea.shape, eb.shape]).toEqual([[0, 2], [2, 3]]); // prettier-ignore
    expect(numbers(eb)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("give gradients of zero to what was broadcast to nothing", () => {
    const f = (x: Value, y: Value): Value => ops.sum(ops.multiply(x, y));
    const [dx, dy] = grad(f)(counting([2, 1]), counting([2, 0]));
    expectSame(dx, tensor([[0], [0]]));
    expect(dy.shape).toEqual([2, 0]);
  });
});

import { describe, expect, it } from "vitest";
import {
  GradientError,
  InputError,
  Tensor,
  grad,
  hessian,
  hvp,
  jacobian,
  ops,
  tensor,
  type Value,
} from "../../src/index.ts";
import { expectSame, expectWithinUlps, numbers } from "./support.ts";

const MODES = ["reverse", "forward"] as const;
const A = tensor([[1, 2], [3, 4], [5, 6]]); // prettier-ignore

describe.each(MODES)("the Jacobian by %s mode", (mode) => {
  it("of a linear map is its matrix", () => {
    expectSame(jacobian((x: Value) => ops.matmul(A, x), { mode })(tensor([7, -7])), A);
  });

  it("of an elementwise function is diagonal", () => {
    const J = jacobian((x: Value) => ops.pow(x, 3), { mode })(tensor([1, 2, 3]));
    expectSame(J, tensor([[3, 0, 0], [0, 12, 0], [0, 0, 27]])); // prettier-ignore
  });

  it("has the shape of the result followed by that of the input", () => {
    const f = (x: Value): Value => ops.permute_dims(ops.multiply(x, 2), { axes: [1, 0] });
    const J = jacobian(f, { mode })(A);
    expect(J.shape).toEqual([2, 3, 3, 2]);
    J.data.forEach((d, at) => {
      const [i, j, k, l] = [Math.floor(at / 18), Math.floor(at / 6) % 3, Math.floor(at / 2) % 3, at % 2];
      expect(d).toBe(i === l && j === k ? 2 : 0);
    });
  });

  it("lists one for each of several inputs", () => {
    const f = (x: Value, y: Value): Value => ops.multiply(ops.square(x), y);
    const [Jx, Jy] = jacobian(f, { mode })(tensor([[1], [2]]), tensor([3, 4, 5]));
    expect(Jx.shape).toEqual([2, 3, 2, 1]);
    expect(numbers(Jx)).toEqual([6, 0, 8, 0, 10, 0, 0, 12, 0, 16, 0, 20]);
    expect(Jy.shape).toEqual([2, 3, 3]);
    expect(numbers(Jy)).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1, 4, 0, 0, 0, 4, 0, 0, 0, 4]);
  });

  it("is the gradient where the result is a scalar, and the derivative where all is", () => {
    const f = (x: Value): Value => ops.sum(ops.pow(x, 2));
    expectSame(jacobian(f, { mode })(tensor([1, 2])), grad(f)(tensor([1, 2])));
    expectSame(jacobian((x: Value) => ops.pow(x, 2), { mode })(tensor(3)), tensor(6));
  });

  it("is zeros for constants, for inputs without a part in it, and through ops that pass no derivative", () => {
    const x = tensor([1, 2]);
    const nothing = tensor([[0, 0], [0, 0]]); // prettier-ignore
    const constant: (x: Value) => Value = () => tensor([3, 4]);
    const second: (x: Value, y: Value) => Value = (_, y) => ops.square(y);
    expectSame(jacobian(constant, { mode })(x), nothing);
    expectSame(jacobian((x: Value) => ops.greater(x, 0), { mode })(x), nothing);
    const [Jx, Jy] = jacobian(second, { mode })(x, x);
    expectSame(Jx, nothing);
    expectSame(Jy, tensor([[2, 0], [0, 4]])); // prettier-ignore
  });

  it("is whole where there are more directions than are swept together", () => {
    const size = 67;
    const x = tensor(Array.from({ length: size }, (_, i) => i + 1));
    const J = jacobian((x: Value) => ops.multiply(ops.square(x), 0.5), { mode })(x);
    expect(J.shape).toEqual([size, size]);
    J.data.forEach((d, at) => {
      expect(d).toBe(at % (size + 1) === 0 ? at / (size + 1) + 1 : 0);
    });
  });

  it("can be empty on either side", () => {
    const none = (x: Value): Value => ops.slice(x, { start_indices: [1], limit_indices: [1] });
    expect(jacobian(none, { mode })(tensor([1, 2])).shape).toEqual([0, 2]);
    expect(jacobian((x: Value) => ops.sum(x), { mode })(tensor([])).shape).toEqual([0]);
    expect(jacobian((x: Value) => ops.exp(x), { mode })(tensor([[], []])).shape).toEqual([2, 0, 2, 0]);
    const padded = (x: Value): Value => ops.concat(x, tensor([5, 6]), { axis: 0 });
    expect(jacobian(padded, { mode })(tensor([])).shape).toEqual([2, 0]);
  });
});

describe("jacobian", () => {
  it("takes reverse mode where the result has no more elements than the input, else forward mode, unless told", () => {
    // The modes multiply the three factors in opposite orders, and so round differently.
    const scaled = (x: Value): Value => ops.multiply(ops.multiply(ops.multiply(x, 0.1), 0.7), 0.3);
    const reverse = 0.3 * 0.7 * 0.1;
    const forward = 0.1 * 0.7 * 0.3;
    expect(reverse).not.toBe(forward);
    expect(numbers(jacobian(scaled)(tensor(1)))).toEqual([reverse]);
    expect(numbers(jacobian((x: Value) => ops.sum(scaled(x)))(tensor([1, 2])))).toEqual([reverse, reverse]);
    const tall = (x: Value): Value => ops.broadcast_to(scaled(x), { shape: [2] });
    expect(numbers(jacobian(tall)(tensor(1)))).toEqual([forward, forward]);
    expect(numbers(jacobian(tall, { mode: "reverse" })(tensor(1)))).toEqual([reverse, reverse]);
    expect(numbers(jacobian(scaled, { mode: "forward" })(tensor(1)))).toEqual([forward]);
  });

  it("calls the function once", () => {
    let calls = 0;
    jacobian((x: Value) => {
      calls++;
      return ops.exp(x);
    })(tensor([1, 2, 3]));
    expect(calls).toBe(1);
  });

  it("says what is wrong", () => {
    const untyped = jacobian as (f: unknown) => (...xs: unknown[]) => unknown;
    expect(() => untyped((x: Value) => x)()).toThrow(InputError);
    expect(() => untyped(() => 1)(tensor(1))).toThrow("it returned number");
  });
});

const cubic = (x: Value): Value => ops.sum(ops.multiply(ops.pow(x, 3), tensor([1, 2])));

describe.each([undefined, ...MODES])("the Hessian by mode %s", (mode) => {
  const options = mode === undefined ? undefined : { mode };

  it("of a sum of cubes is diagonal", () => {
    expectSame(hessian(cubic, options)(tensor([1, 2])), tensor([[6, 0], [0, 24]])); // prettier-ignore
  });

  it("of a quadratic form is A + Aᵀ", () => {
    const Q = tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]); // prettier-ignore
    const f = (x: Value): Value => ops.matmul(x, ops.matmul(Q, x));
    expectSame(hessian(f, options)(tensor([1, -1, 2])), ops.add(Q, ops.permute_dims(Q, { axes: [1, 0] })));
  });

  it("of several inputs is a list of lists of blocks, each of the shape of input i followed by that of input j", () => {
    const f = (x: Value, y: Value): Value => ops.sum(ops.multiply(ops.multiply(x, x), y));
    const H = hessian(f, options)(tensor([[1], [2]]), tensor([3, 4, 5]));
    expect(H.map((row) => row.map((block) => block.shape))).toEqual([
      [[2, 1, 2, 1], [2, 1, 3]],
      [[3, 2, 1], [3, 3]],
    ]); // prettier-ignore
    expect(H.map((row) => row.map((block) => numbers(block)))).toEqual([
      [[24, 0, 0, 24], [2, 2, 2, 4, 4, 4]],
      [[2, 4, 2, 4, 2, 4], [0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ]); // prettier-ignore
  });

  it("is zeros where the function is linear, constant or does not use an input", () => {
    const x = tensor([1, 2]);
    const nothing = tensor([[0, 0], [0, 0]]); // prettier-ignore
    expectSame(hessian((x: Value) => ops.sum(x), options)(x), nothing);
    const constant: (x: Value) => Value = () => tensor(3);
    const first: (x: Value, y: Value) => Value = (x) => ops.sum(ops.pow(x, 3));
    expectSame(hessian(constant, options)(x), nothing);
    const H = hessian(first, options)(x, tensor(1));
    expect(H.map((row) => row.map((block) => numbers(block)))).toEqual([[[6, 0, 0, 12], [0, 0]], [[0, 0], [0]]]); // prettier-ignore
  });

  it("can be empty, and a scalar", () => {
    expect(hessian((x: Value) => ops.sum(ops.square(x)), options)(tensor([])).shape).toEqual([0, 0]);
    expectSame(hessian((x: Value) => ops.pow(x, 3), options)(tensor(2)), tensor(12));
  });

  it("of log-sum-exp is diag(p) − p·pᵀ", () => {
    const x = tensor([0.5, -1, 2]);
    const p = numbers(ops.softmax(x));
    const H = hessian((x: Value) => ops.log(ops.sum(ops.exp(x))), options)(x);
    const want = p.flatMap((a, i) => p.map((b, j) => (i === j ? a * (1 - a) : -a * b)));
    // The derivative subtracts numbers of size 1: absolute errors of a few 2⁻⁵³.
    numbers(H).forEach((h, i) => expect(Math.abs(h - want[i]!)).toBeLessThanOrEqual(8 * 2 ** -53));
  });
});

describe("hessian", () => {
  it("wants a scalar", () => {
    expect(() => hessian((x: Value) => ops.square(x))(tensor([1, 2]))).toThrow(GradientError);
    expect(() => hessian((x: Value) => ops.square(x))(tensor([1, 2]))).toThrow("scalar outputs, got shape [2]");
  });

  it("times a vector is the Hessian-vector product", () => {
    const f = (x: Value): Value => ops.sum(ops.tanh(ops.matmul(A, ops.square(x))));
    const [x, d] = [tensor([0.3, -0.2]), tensor([1, -2])];
    const H = hessian(f)(x);
    expectWithinUlps(hvp(f, [x], [d]), numbers(ops.matmul(H, d)), 64);
  });
});

describe("hvp", () => {
  it("of a sum of cubes is 6·c·x·d", () => {
    expectSame(hvp(cubic, [tensor([1, 2])], [tensor([1, 10])]), tensor([6, 240]));
  });

  it("of several inputs lists what all tangents together give each", () => {
    const f = (x: Value, y: Value): Value => ops.multiply(ops.square(x), ops.pow(y, 3));
    const at = [tensor(2), tensor(3)] as const;
    const products = (dx: number, dy: number): number[] =>
      hvp(f, at, [tensor(dx), tensor(dy)]).flatMap((p) => numbers(p));
    // Hessian [[2y³, 6xy²], [6xy², 6x²y]] = [[54, 108], [108, 72]]
    expect(products(1, 0)).toEqual([54, 108]);
    expect(products(0, 1)).toEqual([108, 72]);
    expect(products(10, 1)).toEqual([648, 1152]);
  });

  it("is zeros for linear functions and for inputs without a part in it", () => {
    expectSame(
      hvp((x: Value) => ops.sum(x), [tensor([1, 2])], [tensor([3, 4])]),
      tensor([0, 0]),
    );
    const f: (x: Value, y: Value) => Value = (x) => ops.sum(ops.square(x));
    const [px, py] = hvp(f, [tensor([1]), tensor([[2]])], [tensor([3]), tensor([[4]])]);
    expectSame(px, tensor([6]));
    expectSame(py, tensor([[0]]));
  });

  it("says what is wrong", () => {
    const x = tensor([1, 2]);
    expect(() => hvp((x: Value) => ops.square(x), [x], [x])).toThrow(GradientError);
    expect(() => hvp(cubic, [x], [tensor([1, 2, 3])])).toThrow(
      "the tangent has shape [3], what it belongs to has shape [2]",
    );
    const untyped = hvp as (f: unknown, xs: unknown, ds: unknown) => unknown;
    expect(() => untyped(cubic, [x], [])).toThrow(InputError);
    expect(() => untyped(cubic, [x], [x, x])).toThrow(InputError);
    expect(() => untyped(cubic, [[1, 2]], [x])).toThrow(InputError);
  });

  it("gives a tensor", () => {
    expect(hvp(cubic, [tensor([1, 2])], [tensor([1, 10])])).toBeInstanceOf(Tensor);
  });
});

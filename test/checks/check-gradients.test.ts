import { describe, expect, it } from "vitest";
import { checkGradients, type GradientCheck } from "../../src/check.ts";
import { grad, hessian, jacobian, jvp, ops, tensor, variable, type Tensor, type Value } from "../../src/index.ts";

type Unary = (x: Value) => Value;

/** Takes part in the value and not in the derivative: how a rule that forgets a term looks from outside. */
function detached(x: Value): Tensor {
  return tensor({ shape: x.shape, data: x.data });
}

function verdict(f: Unary, at: Tensor): GradientCheck["verdict"] {
  return checkGradients(f, [at]).verdict;
}

describe("functions with the right derivative agree", () => {
  const x = tensor([0.3, -1.2, 2]);
  const positive = tensor([0.3, 1.2, 2]);
  const A = tensor([[1, -2, 3], [0.5, 0, -1]]); // prettier-ignore

  it.each<{ readonly name: string; readonly f: Unary; readonly at: Tensor }>([
    { name: "tanh", f: ops.tanh, at: x },
    { name: "a product with itself", f: (x) => ops.multiply(x, ops.exp(x)), at: x },
    { name: "a network", f: (x) => ops.mean(ops.square(ops.sigmoid(ops.matmul(A, x)))), at: x },
    { name: "a norm", f: (x) => ops.sqrt(ops.sum(ops.square(x))), at: x },
    { name: "log and powers", f: (x) => ops.log(ops.pow(x, 2.5)), at: positive },
    { name: "softmax", f: (x) => ops.softmax(x), at: x },
    { name: "a kink that is not near", f: (x) => ops.relu(x), at: x },
    { name: "a maximum that is not near a tie", f: (x) => ops.max(x), at: x },
    { name: "taken twice", f: (x) => ops.take(x, tensor([0, 0, 2])), at: x },
    { name: "a linear function", f: (x) => ops.matmul(A, x), at: x },
    { name: "a constant", f: () => tensor([1, 2]), at: x },
    { name: "what passes no derivative", f: (x) => ops.greater(x, 0), at: x },
    { name: "the identity", f: (x) => x, at: x },
    { name: "a stationary point", f: (x) => ops.square(x), at: tensor([0, 1]) },
    { name: "a scalar", f: (x) => ops.pow(x, 3), at: tensor(2) },
    { name: "a steep function", f: (x) => ops.tanh(ops.multiply(x, 1000)), at: tensor([1e-4, 2e-4]) },
    { name: "a result of rank 3", f: (x) => ops.reshape(ops.exp(x), { shape: [1, 3, 1] }), at: x },
    { name: "large numbers", f: (x) => ops.square(x), at: tensor([1e6, -3e7]) },
    { name: "a small scale", f: (x) => ops.multiply(ops.tanh(x), 1e-12), at: x },
    { name: "near the end of the domain", f: ops.sqrt, at: tensor([1e-7, 1e-300]) },
    { name: "near a singularity", f: ops.log, at: tensor([1e-6, 1e-300]) },
    { name: "near a pole", f: (x) => ops.divide(1, x), at: tensor([1e-5, 3.69e-9, -1e-100]) },
    { name: "near a kink", f: ops.abs, at: tensor([1e-6, -1e-12, 1e-200]) },
  ])("$name", ({ f, at }) => {
    expect(verdict(f, at)).toBe("agree");
  });

  it("for several inputs, each of which is checked", () => {
    const f = (x: Value, y: Value): Value => ops.divide(ops.sum(x), ops.add(y, x));
    const check = checkGradients(f, [x, tensor(5)]);
    expect(check.verdict).toBe("agree");
    expect(check.inputs.map((input) => input.entries)).toEqual([9, 3]);
    expect(check.inputs.map((input) => input.derivative.shape)).toEqual([[3, 3], [3]]); // prettier-ignore
  });
});

describe("functions with a wrong derivative disagree", () => {
  const x = tensor([0.3, -1.2, 2]);

  it.each<{ readonly name: string; readonly f: Unary }>([
    { name: "a factor left out of the derivative", f: (x) => ops.multiply(x, detached(x)) },
    { name: "a term left out", f: (x) => ops.add(ops.square(x), ops.multiply(detached(x), 1e-3)) },
    { name: "no derivative at all", f: (x) => detached(ops.exp(x)) },
    { name: "one entry of three", f: (x) => ops.add(ops.square(x), ops.multiply(tensor([0, 0, 1e-2]), detached(x))) },
    { name: "a sign", f: (x) => ops.subtract(ops.multiply(2, detached(ops.tanh(x))), ops.tanh(x)) },
    { name: "a missing sum over what was broadcast", f: (x) => ops.multiply(tensor([[1], [1]]), detached(x)) },
    { name: "a part in ten million", f: (x) => ops.add(ops.sum(x), ops.multiply(1e-5, ops.sum(detached(x)))) },
    { name: "a derivative that is NaN", f: (x) => ops.add(ops.square(x), ops.multiply(0, ops.sqrt(ops.subtract(x, detached(x))))) },
  ])("$name", ({ f }) => {
    expect(verdict(f, x)).toBe("disagree");
  }); // prettier-ignore

  it("in one of several inputs, and say which and where", () => {
    const f = (x: Value, y: Value): Value => ops.multiply(x, ops.multiply(detached(y), y));
    const check = checkGradients(f, [x, tensor([2, 0, 3])]);
    expect(check.verdict).toBe("disagree");
    expect(check.inputs.map((input) => input.verdict)).toEqual(["agree", "disagree"]);
    const [, wrong] = check.inputs;
    expect(wrong).toMatchObject({ kind: "wrong-value", entries: 9 });
    // ∂(x·y²)/∂y = 2xy, of which half is missing: 0.6 at entry 0, 6 at entry 8, which is off by most bounds.
    expect([0, 8]).toContain(wrong!.at);
    expect(wrong!.error).toBeCloseTo([0.6, 0, 0, 0, 0, 0, 0, 0, 6][wrong!.at]!, 6);
    expect(wrong!.error).toBeGreaterThan(wrong!.bound);
  });

  it("shows what was compared", () => {
    const [input] = checkGradients((x: Value) => ops.square(x), [tensor([1, 3])]).inputs;
    expect([...input!.derivative.data]).toEqual([2, 0, 0, 6]);
    input!.estimate.data.forEach((estimate, i) => {
      expect(Math.abs(estimate - [2, 0, 0, 6][i]!)).toBeLessThanOrEqual(input!.bounds.data[i]!);
    });
    expect(input!.bounds.shape).toEqual([2, 2]);
    expect(input!.nonzero).toBeGreaterThanOrEqual(2);
  });
});

describe("where differences of values cannot tell, the verdict is inconclusive", () => {
  it.each<{ readonly name: string; readonly f: Unary; readonly at: number }>([
    { name: "the kink of abs", f: ops.abs, at: 0 },
    { name: "the kink of relu", f: ops.relu, at: 0 },
    { name: "a kink of clip", f: (x) => ops.clip(x, { min: 0, max: 1 }), at: 0 },
    { name: "the other kink of clip", f: (x) => ops.clip(x, { min: 0, max: 1 }), at: 1 },
    { name: "a tie of maximum", f: (x) => ops.maximum(x, ops.multiply(2, x)), at: 0 },
    { name: "the jump of sign", f: ops.sign, at: 0 },
    { name: "the jump of a comparison", f: (x) => ops.greater(x, 0), at: 0 },
    { name: "a singularity", f: ops.log, at: 0 },
    { name: "the end of the domain", f: ops.sqrt, at: 0 },
    { name: "more curvature than any step resolves", f: (x) => ops.tanh(ops.multiply(1e6, x)), at: 0 },
    { name: "values that overflow", f: ops.square, at: 1e200 },
    { name: "values that overflow with their derivative", f: ops.exp, at: 800 },
    { name: "values that are NaN, with their derivative", f: ops.sqrt, at: -1 },
    { name: "values that are NaN without it", f: (x) => ops.add(x, NaN), at: 1 },
  ])("$name", ({ f, at }) => {
    expect(verdict(f, tensor(at))).toBe("inconclusive");
  });

  it("one such entry is enough", () => {
    expect(verdict(ops.abs, tensor([3, 0, 4]))).toBe("inconclusive");
  });

  it("a kink less than a step away is no wrong derivative", () => {
    for (const at of [-1e-4, -6e-5, -3e-5, -5e-6, 5e-6, 3e-5, 6e-5, 1e-4, 1.5e-4]) {
      expect(verdict(ops.relu, tensor(at))).not.toBe("disagree");
      expect(verdict((x) => ops.maximum(ops.square(x), ops.abs(x)), tensor(1 + at))).not.toBe("disagree");
    }
  });

  it("a tie of max", () => {
    expect(verdict((x) => ops.max(x), tensor([1, 2, 2]))).toBe("inconclusive");
  });

  it("is no excuse for a wrong derivative beside it", () => {
    const f = (x: Value): Value => ops.add(ops.abs(x), ops.multiply(tensor([0, 1]), ops.multiply(x, detached(x))));
    expect(verdict(f, tensor([0, 3]))).toBe("disagree");
  });

  it("nothing to check shows nothing", () => {
    expect(verdict((x) => ops.sum(x), tensor([]))).toBe("inconclusive");
    expect(verdict((x) => ops.slice(x, { start_indices: [0], limit_indices: [0] }), tensor([1]))).toBe("inconclusive");
  });
});

describe("functions that differentiate in turn", () => {
  const [x, y] = [tensor([0.7, 2]), tensor([3, 4])];

  it.each<{ readonly name: string; readonly f: Unary }>([
    { name: "a gradient at the input", f: (x) => grad((a: Value) => ops.sum(ops.pow(a, 3)))(x) },
    { name: "a gradient elsewhere, of a function of the input", f: (x) => grad((a: Value) => ops.sum(ops.multiply(ops.square(a), x)))(y) },
    { name: "a Jacobian at the input", f: (x) => jacobian((a: Value) => ops.multiply(a, ops.tanh(a)))(x) },
    { name: "a Jacobian elsewhere", f: (x) => jacobian((a: Value) => ops.multiply(ops.exp(a), x))(y) },
    { name: "a Jacobian by forward mode", f: (x) => jacobian((a: Value) => ops.multiply(a, ops.tanh(x)), { mode: "forward" })(x) },
    { name: "a Hessian", f: (x) => hessian((a: Value) => ops.sum(ops.multiply(ops.pow(a, 3), x)))(y) },
    { name: "a directional derivative", f: (x) => jvp((a: Value) => ops.multiply(ops.square(a), x), [y], [x])[1] },
    { name: "a gradient penalty", f: (x) => ops.sum(ops.square(grad((a: Value) => ops.sum(ops.tanh(ops.multiply(a, x))))(y))) },
  ])("$name", ({ f }) => {
    expect(verdict(f, x)).toBe("agree");
    const wrong = (x: Value): Value => ops.add(f(x), ops.multiply(1e-2, ops.sum(detached(x))));
    expect(verdict(wrong, x)).toBe("disagree");
  }); // prettier-ignore

  it("of two inputs, of which the inner function holds one", () => {
    const f = (x: Value, y: Value): Value => grad((a: Value) => ops.sum(ops.multiply(ops.square(a), y)))(x);
    const check = checkGradients(f, [x, y]);
    expect(check.inputs.map((input) => input.verdict)).toEqual(["agree", "agree"]);
  });
});

describe("the check itself", () => {
  it("says what is wrong with its arguments", () => {
    const untyped = checkGradients as (f: unknown, inputs: unknown) => unknown;
    expect(() => untyped(ops.tanh, [])).toThrow("checkGradients: give the inputs to differentiate at");
    expect(() => untyped(ops.tanh, [1])).toThrow("checkGradients: input 0 is a number");
    expect(() => untyped(() => 1, [tensor(1)])).toThrow(
      "checkGradients: the function has to return a tensor or a variable",
    );
  });

  it("passes on what the function throws", () => {
    expect(() => checkGradients((x: Value) => ops.add(x, tensor([1, 2, 3])), [tensor([1, 2])])).toThrow("add: shapes");
  });

  it("leaves the inputs, and variables that the function holds, as they are", () => {
    const [at, w] = [tensor([1, 2]), variable([3, 4])];
    expect(verdict((x) => ops.multiply(ops.square(x), w), at)).toBe("agree");
    expect([...at.data]).toEqual([1, 2]);
    expect(w.grad).toBeNull();
  });

  it("has the same numbers each time", () => {
    const f = (x: Value): Value => ops.tanh(ops.multiply(x, ops.abs(x)));
    const [first, second] = [checkGradients(f, [tensor([0, 1])]), checkGradients(f, [tensor([0, 1])])];
    expect(first).toEqual(second);
  });
});

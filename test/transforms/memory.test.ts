import { describe, expect, it } from "vitest";
import {
  grad,
  hessian,
  hvp,
  jacobian,
  jvp,
  ops,
  tensor,
  valueAndGrad,
  variable,
  vjp,
  type Tensor,
  type Value,
} from "../../src/index.ts";
import { numbers } from "./support.ts";

/** Functions whose derivatives could be handed out as they came in: linear, with every op that may return its input. */
const functions: Readonly<Record<string, (x: Value, y: Value) => Value>> = {
  "x + y": (x, y) => ops.add(x, y),
  "x alone": (x) => x,
  "reshaped, permuted and repeated to its own shape": (x, y) =>
    ops.add(ops.reshape(x, { shape: x.shape }), ops.broadcast_to(ops.permute_dims(y, { axes: y.shape.map((_, i) => i) }), { shape: y.shape })),
  "x·y": (x, y) => ops.multiply(x, y),
  "sums over dimensions of 1": (x, y) => ops.add(ops.sum(x, { axis: [], keepdims: true }), ops.mean(y, { axis: [] })),
}; // prettier-ignore

type Both = (x: Value, y: Value) => Value;

/** Everything that each transform hands out at two inputs. */
const transforms: Readonly<Record<string, (f: Both, x: Tensor, y: Tensor, d: Tensor) => readonly Tensor[]>> = {
  grad: (f, x, y) => grad((x: Value, y: Value) => ops.sum(f(x, y)))(x, y),
  "grad at one element": (f) => grad(f)(tensor([1]), tensor([2])),
  valueAndGrad: (f, x, y) => valueAndGrad((x: Value, y: Value) => ops.sum(f(x, y)))(x, y).flat(),
  vjp: (f, x, y, d) => {
    const [value, pullback] = vjp(f, x, y);
    return [value, ...pullback(d), ...pullback(d)];
  },
  jvp: (f, x, y, d) => jvp(f, [x, y], [d, d]),
  "jacobian by reverse mode": (f, x, y) => jacobian(f, { mode: "reverse" })(x, y),
  "jacobian by forward mode": (f, x, y) => jacobian(f, { mode: "forward" })(x, y),
  "jacobian at one element": (f) => jacobian(f)(tensor([1]), tensor([2])),
  hessian: (f, x, y) => hessian((x: Value, y: Value) => ops.sum(f(x, y)))(x, y).flat(),
  "hessian by reverse mode": (f, x, y) => hessian((x: Value, y: Value) => ops.sum(f(x, y)), { mode: "reverse" })(x, y).flat(),
  "hessian at one element": (f) => hessian((x: Value, y: Value) => ops.sum(f(x, y)))(tensor([1]), tensor([2])).flat(),
  hvp: (f, x, y, d) => hvp((x: Value, y: Value) => ops.sum(f(x, y)), [x, y], [d, d]),
  backward: (f, x, y, d) => {
    const [v, w] = [variable(tensor({ shape: x.shape, data: x.data })), variable(tensor({ shape: y.shape, data: y.data }))];
    (f(v, w) as typeof v).backward(d);
    return [v.grad!, ...(w.grad === null ? [] : [w.grad])];
  },
}; // prettier-ignore

describe.each(Object.keys(transforms))("what %s hands out", (name) => {
  it.each(Object.keys(functions))("of %s shares no memory with the inputs, or among itself", (f) => {
    const given = [tensor([1, 2]), tensor([3, 4]), tensor([5, 6])] as const;
    const results = transforms[name]!(functions[f]!, ...given);
    const before = results.map(numbers);
    results.forEach((result, i) => {
      result.data.fill(1e9 + i);
      results.slice(i + 1).forEach((later, k) => expect(numbers(later)).toEqual(before[i + 1 + k]));
    });
    expect(given.map(numbers)).toEqual([[1, 2], [3, 4], [5, 6]]); // prettier-ignore
    const again = transforms[name]!(functions[f]!, ...given);
    expect(again.map(numbers)).toEqual(before);
  });
});

describe("the numbers that ops are given", () => {
  it("are not changed by changing what came of them", () => {
    grad((x: Value) => ops.multiply(x, 2))(tensor(1)).data.fill(99);
    ops.broadcast_to(2, { shape: [] }).data.fill(99);
    ops.reshape(2, { shape: [1] }).data.fill(99);
    expect(numbers(ops.multiply(tensor([1, 10]), 2))).toEqual([2, 20]);
  });
});

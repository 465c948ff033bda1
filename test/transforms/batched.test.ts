import { describe, expect, it } from "vitest";
import { grad, hessian, hvp, jacobian, jvp, ops, tensor, vjp, type Tensor, type Value } from "../../src/index.ts";
import { randomFrom } from "../../src/base/random.ts";
import { numbers, oneHots } from "./support.ts";

const random = randomFrom(7);

function normal(...shape: number[]): Tensor {
  const size = shape.reduce((n, d) => n * d, 1);
  return tensor({ shape, data: Array.from({ length: size }, () => 2 * random() - 1) });
}

const [W, B, S, P, R] = [normal(5, 4), normal(3, 4, 2), normal(6, 3, 5), normal(4, 3), normal(2, 1, 4)];
const indices = tensor([2, 0, 2, -1]);

interface Example {
  readonly name: string;
  readonly at: Tensor;
  readonly f: (x: Value) => Value;
}

/** Functions of one input, which between them use every op, with the input in every place that matters. */
const examples: readonly Example[] = [
  { name: "tanh(A·tanh(A·x))", at: normal(40), f: network(normal(40, 40)) },
  { name: "a matrix on the right", at: normal(4, 3), f: (x) => ops.matmul(W, ops.sigmoid(x)) },
  { name: "a matrix on the left", at: normal(6, 5), f: (x) => ops.matmul(ops.exp(x), W) },
  { name: "a transposed matrix on the left", at: normal(5, 3), f: (x) => ops.matmul(x, W, { transpose_a: true }) },
  { name: "a transposed matrix on the right", at: normal(3, 4), f: (x) => ops.matmul(W, x, { transpose_b: true }) },
  { name: "both transposed", at: normal(4, 3), f: (x) => ops.matmul(x, W, { transpose_a: true, transpose_b: true }) },
  { name: "a vector on the left", at: normal(5), f: (x) => ops.matmul(ops.square(x), W) },
  { name: "two vectors", at: normal(9), f: (x) => ops.matmul(x, ops.tanh(x)) },
  { name: "stacks of matrices that broadcast", at: normal(2, 1, 2, 4), f: (x) => ops.matmul(x, B) },
  { name: "a matrix against a stack", at: normal(3, 5), f: (x) => ops.matmul(S, x, { transpose_b: true }) },
  { name: "a vector against a stack", at: normal(5), f: (x) => ops.matmul(S, x) },
  { name: "a matrix times itself", at: normal(4, 4), f: (x) => ops.matmul(x, ops.matmul(x, x, { transpose_a: true })) },
  { name: "a column against a stack of rows", at: normal(3, 1), f: (x) => ops.divide(ops.multiply(ops.subtract(x, 4), R), ops.add(ops.square(x), 1)) },
  { name: "softmax", at: normal(3, 4), f: (x) => ops.softmax(x, { axis: 0 }) },
  { name: "log_softmax", at: normal(3, 4), f: (x) => ops.log_softmax(x) },
  { name: "sums", at: normal(3, 2, 4), f: (x) => ops.sum(ops.pow(ops.exp(x), 1.5), { axis: [0, 2] }) },
  { name: "means", at: normal(3, 2, 4), f: (x) => ops.multiply(x, ops.mean(x, { axis: 1, keepdims: true })) },
  { name: "largest", at: normal(3, 2, 4), f: (x) => ops.multiply(ops.max(x, { axis: [0, 2] }), ops.max(x)) },
  { name: "taken", at: normal(3, 2), f: (x) => ops.sqrt(ops.exp(ops.take(x, indices))) },
  { name: "taken along the last axis", at: normal(2, 3), f: (x) => ops.take(ops.square(x), indices, { axis: -1 }) },
  { name: "sliced", at: normal(5, 4), f: (x) => ops.log(ops.exp(ops.slice(x, { start_indices: [1, 0], limit_indices: [5, 3], strides: [2, 1] }))) },
  { name: "joined", at: normal(2, 3), f: (x) => ops.concat(x, ops.square(x), P, ops.negative(x), { axis: 0 }) },
  { name: "turned", at: normal(2, 3, 2), f: (x) => ops.multiply(x, ops.permute_dims(x, { axes: [2, 1, 0] })) },
  { name: "reshaped and repeated", at: normal(2, 3), f: (x) => ops.tanh(ops.broadcast_to(ops.reshape(x, { shape: [3, 1, 2] }), { shape: [3, 2, 2] })) },
  { name: "chosen", at: normal(4, 3), f: (x) => ops.where(ops.greater_equal(x, 0), ops.abs(x), ops.softplus(x)) },
  { name: "clipped", at: normal(4, 3), f: (x) => ops.add(ops.clip(ops.square(x), { max: 0.5 }), ops.relu(x)) },
  { name: "the larger and the smaller", at: normal(4, 3), f: (x) => ops.subtract(ops.maximum(x, P), ops.minimum(ops.exp(x), 1)) },
]; // prettier-ignore

function network(A: Tensor): (x: Value) => Value {
  return (x) => ops.tanh(ops.matmul(A, ops.tanh(ops.matmul(A, x))));
}

describe.each(examples)("all directions together, bit for bit as one by one: $name", ({ at, f }) => {
  const like =
    (shape: readonly number[]) =>
    (data: number[]): Tensor =>
      tensor({ shape, data });

  it("rows of the Jacobian are vjps", () => {
    const [y, pullback] = vjp(f, at);
    const rows = oneHots(y.shape, like(y.shape)).map((g) => numbers(pullback(g)));
    expect(numbers(jacobian(f, { mode: "reverse" })(at))).toEqual(rows.flat());
  });

  it("columns of the Jacobian are jvps", () => {
    const columns = oneHots(at.shape, like(at.shape)).map((d) => numbers(jvp(f, [at], [d])[1]));
    const J = jacobian(f, { mode: "forward" })(at);
    expect(numbers(J)).toEqual(columns[0]!.flatMap((_, i) => columns.map((column) => column[i]!)));
  });

  it("columns of the Hessian are Hessian-vector products, its rows are vjps of the gradient", () => {
    const loss = (x: Value): Value => ops.sum(ops.square(f(x)));
    const columns = oneHots(at.shape, like(at.shape)).map((d) => numbers(hvp(loss, [at], [d])));
    const H = hessian(loss)(at);
    expect(numbers(H)).toEqual(columns[0]!.flatMap((_, i) => columns.map((column) => column[i]!)));
    const [g, pullback] = vjp(grad(loss), at);
    const rows = oneHots(g.shape, like(g.shape)).map((d) => numbers(pullback(d)));
    expect(numbers(hessian(loss, { mode: "reverse" })(at))).toEqual(rows.flat());
  });
});

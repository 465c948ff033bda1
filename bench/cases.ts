import { checkGradients } from "../src/check.ts";
import { grad, hessian, jacobian, ops, tensor, variable, type Tensor, type Value } from "../src/index.ts";

let state = 1;
/** Numbers in (−1, 1), the same in every run. */
function filled(...shape: number[]): Tensor {
  const size = shape.reduce((n, d) => n * d, 1);
  const data = Array.from({ length: size }, () => {
    state = (state * 48271) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  });
  return tensor({ shape, data });
}

const X = filled(8, 10);
const target = filled(8, 5);
const parameters = [filled(10, 12), filled(12), filled(12, 5), filled(5)] as const;

/** The mean squared error of a network 10 → 12 → 5 (tanh, sigmoid) of 197 parameters on 8 examples. */
function loss(W1: Value, b1: Value, W2: Value, b2: Value): Value {
  const hidden = ops.tanh(ops.add(ops.matmul(X, W1), b1));
  const out = ops.sigmoid(ops.add(ops.matmul(hidden, W2), b2));
  return ops.mean(ops.square(ops.subtract(out, target)));
}

const A = ops.multiply(filled(100, 100), 0.1);
const x100 = filled(100);
const layered = (x: Value): Value => ops.tanh(ops.matmul(A, ops.tanh(ops.matmul(A, x))));

const X9 = filled(8, 9);
const target1 = filled(8, 1);
/** The loss of a network 9 → 9 → 1 whose 100 parameters come in one vector. */
function packed(w: Value): Value {
  const part = (from: number, to: number, shape: number[]): Value =>
    ops.reshape(ops.slice(w, { start_indices: [from], limit_indices: [to] }), { shape });
  const hidden = ops.tanh(ops.add(ops.matmul(X9, part(0, 81, [9, 9])), part(81, 90, [9])));
  const out = ops.sigmoid(ops.add(ops.matmul(hidden, part(90, 99, [9, 1])), part(99, 100, [1])));
  return ops.mean(ops.square(ops.subtract(out, target1)));
}
const w100 = filled(100);
const v = variable([1, 2, 3]);

/** What is timed, with the goal of this stage. */
export const cases: readonly { readonly name: string; readonly goal: string; readonly run: () => unknown }[] = [
  { name: "gradcheck, every entry, 197 parameters", goal: "2 ms", run: () => checkGradients(loss, parameters) },
  { name: "Jacobian of tanh(A·tanh(A·x)), 100×100", goal: "1 ms", run: () => jacobian(layered)(x100) },
  { name: "Hessian of a network loss, 100 parameters", goal: "0.7 ms", run: () => hessian(packed)(w100) },
  { name: "gradient of a network loss, 197 parameters", goal: "15 µs", run: () => grad(loss)(...parameters) },
  { name: "one traced op, three elements", goal: "150 ns", run: () => ops.multiply(v, v) },
];

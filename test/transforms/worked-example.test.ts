import { describe, expect, it } from "vitest";
import { grad, hessian, hvp, jacobian, jvp, ops, tensor, variable, vjp, type Value } from "../../src/index.ts";

const X = tensor([
  [0.1, 0.2, 0.3],
  [0.4, 0.6, 0.8],
]);
const y = tensor([[0, 1]]);
const W0 = tensor([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]]);
const b0 = tensor([[0.6613521575927734, 0.266924113035202]]);

function losses(W: Value, b: Value): Value {
  const z = ops.add(ops.matmul(W, ops.permute_dims(X, { axes: [1, 0] })), b);
  return ops.square(ops.subtract(y, ops.sigmoid(z)));
}

describe("the worked example", () => {
  it("gives the gradient of the mean to the published float64 digits", () => {
    const W = variable(W0);
    const b = variable(b0);
    ops.mean(losses(W, b)).backward();
    expect([...W.grad!.data]).toEqual([-0.026718234409599414, -0.03267332562405772, -0.03862841683851604]);
    expect([...b.grad!.data]).toEqual([0.1480805198068279, -0.1038157159757055]);
  });
  it("all", () => {
    const f = (W: Value) => losses(W, b0);
    const J = jacobian(f)(W0);
    const JF = jacobian(f, { mode: "forward" })(W0);
    console.log(J.shape, [...J.data], [...JF.data]);
    const H = hessian((W: Value) => ops.mean(losses(W, b0)))(W0);
    const H2 = jacobian(grad((W: Value) => ops.mean(losses(W, b0))), { mode: "reverse" })(W0);
    const H3 = jacobian(jacobian((W: Value) => ops.mean(losses(W, b0))))(W0);
    console.log(H.shape, [...H.data], [...H2.data], H3.shape, [...H3.data]);
    const [v, pull] = vjp(f, W0);
    console.log([...v.data], [...pull(tensor([[0.5, 0]])).data], [...pull(tensor([[0, 0.5]])).data]);
    console.log([...jvp(f, [W0], [tensor([[1, 0, 0]])])[1].data]);
    console.log([...hvp((W: Value) => ops.mean(losses(W, b0)), [W0], [tensor([[1, 0, 0]])]).data]);
    const g3 = grad((x: Value) => grad((x: Value) => grad((x: Value) => ops.pow(x, 4))(x) )(x))(tensor(2));
    console.log(g3);
    const hh = grad((a: Value) => ops.sum(ops.square(jacobian((x: Value) => ops.multiply(a, ops.multiply(x, x)))(tensor([1, 2, 3])))))(tensor([1, 1, 2]));
    console.log(hh);
    const jj = jacobian(jacobian((x: Value) => ops.multiply(x, ops.multiply(x, x))))(tensor([1, 2, 3]));
    console.log(jj.shape, [...jj.data]);
    expect(() => losses(variable(W0), b0).backward()).toThrow("grad can be implicitly created only for scalar outputs");
  });
});

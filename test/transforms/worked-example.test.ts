import { describe, expect, it } from "vitest";
import {
  GradientError,
  grad,
  jacobian,
  jvp,
  ops,
  tensor,
  variable,
  vjp,
  type Value,
  type Variable,
} from "../../src/index.ts";
import { expectWithinUlps, numbers } from "./support.ts";

const X = tensor([
  [0.1, 0.2, 0.3],
  [0.4, 0.6, 0.8],
]);
const y = tensor([[0, 1]]);
const W0 = tensor([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]]);
const b0 = tensor([[0.6613521575927734, 0.266924113035202]]);

/** The float64 digits of the issue come from another library's exp(), whose last bit may differ from V8's. */
const OTHER_EXP = 8;

const wGrad = [-0.026718234409599414, -0.03267332562405772, -0.03862841683851604];
const bGrad = [0.1480805198068279, -0.1038157159757055];

/** (y − σ(W·Xᵀ + b))², of shape [1, 2]. */
function losses<V extends Value>(W: V, b: Value): V {
  const z = ops.add(ops.matmul(W, ops.permute_dims(X, { axes: [1, 0] })), b);
  return ops.square(ops.subtract(y, ops.sigmoid(z))) as V;
}

function backward(gradient: Value | undefined): { readonly W: Variable; readonly b: Variable } {
  const [W, b] = [variable(W0), variable(b0)];
  if (gradient === undefined) ops.mean(losses(W, b)).backward();
  else losses(W, b).backward(gradient);
  return { W, b };
}

function printed(xs: readonly number[], scale: number): string[] {
  return xs.map((x) => (x * scale).toFixed(4));
}

describe("the worked example", () => {
  it("prints the published gradients of the mean", () => {
    const { W, b } = backward(undefined);
    expect(W.grad!.shape).toEqual([1, 3]);
    expect(b.grad!.shape).toEqual([1, 2]);
    expect(printed(numbers(W.grad!), 100)).toEqual(["-2.6718", "-3.2673", "-3.8628"]);
    expect(printed(numbers(b.grad!), 1)).toEqual(["0.1481", "-0.1038"]);
  });

  it("has the float64 digits of the gradients", () => {
    const { W, b } = backward(undefined);
    expectWithinUlps(W.grad!, wGrad, OTHER_EXP);
    expectWithinUlps(b.grad!, bGrad, OTHER_EXP);
  });

  it("prints the published rows for the masked cotangents, which carry the half of the mean", () => {
    expect(printed(numbers(backward(tensor([[0.5, 0]])).W.grad!), 100)).toEqual(["1.4808", "2.9616", "4.4424"]);
    expect(printed(numbers(backward(tensor([[0, 0.5]])).W.grad!), 100)).toEqual(["-4.1526", "-6.2289", "-8.3053"]);
  });

  it("gives for the cotangent [½, ½] what the mean gives", () => {
    const [halves, mean] = [backward(tensor([[0.5, 0.5]])), backward(undefined)];
    expect(numbers(halves.W.grad!)).toEqual(numbers(mean.W.grad!));
    expect(numbers(halves.b.grad!)).toEqual(numbers(mean.b.grad!));
  });

  it("adds up to the gradient when the masked rows accumulate in one variable", () => {
    const W = variable(W0);
    losses(W, b0).backward(tensor([[0.5, 0]]));
    losses(W, b0).backward(tensor([[0, 0.5]]));
    expect(numbers(W.grad!)).toEqual(numbers(backward(undefined).W.grad!));
  });

  it("has a Jacobian whose rows, halved, are the masked rows and sum to the gradient", () => {
    const J = jacobian((W: Value) => losses(W, b0))(W0);
    expect(J.shape).toEqual([1, 2, 1, 3]);
    const [first, second] = [numbers(J).slice(0, 3), numbers(J).slice(3)];
    expect(numbers(backward(tensor([[0.5, 0]])).W.grad!)).toEqual(first.map((d) => d / 2));
    expect(numbers(backward(tensor([[0, 0.5]])).W.grad!)).toEqual(second.map((d) => d / 2));
    expect(numbers(backward(undefined).W.grad!)).toEqual(first.map((d, i) => d / 2 + second[i]! / 2));
  });

  it("is the same by grad, vjp, and forward mode", () => {
    const f = (W: Value): Value => ops.mean(losses(W, b0));
    expectWithinUlps(grad(f)(W0), wGrad, OTHER_EXP);
    const [, pullback] = vjp((W: Value, b: Value) => losses(W, b), W0, b0);
    const [dW, db] = pullback(tensor([[0.5, 0.5]]));
    expectWithinUlps(dW, wGrad, OTHER_EXP);
    expectWithinUlps(db, bGrad, OTHER_EXP);
    const columns = [0, 1, 2].map((i) => tensor([[0, 1, 2].map((k) => (k === i ? 1 : 0))]));
    expectWithinUlps(tensor(columns.map((d) => jvp(f, [W0], [d])[1].data[0]!)), wGrad, OTHER_EXP);
  });

  it("does not go backward from the losses without a cotangent", () => {
    const start = (): void => losses(variable(W0), b0).backward();
    expect(start).toThrow(GradientError);
    expect(start).toThrow("grad can be implicitly created only for scalar outputs");
    expect(start).toThrow("shape [1,2]");
    expect(start).toThrow("pass a gradient of that shape");
  });
});

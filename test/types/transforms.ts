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
  type Variable,
} from "../../src/index.ts";
import { checkGradients, type GradientCheck } from "../../src/check.ts";
import { typeOf } from "./support.ts";

const t = tensor([1, 2]);
const v = variable([1, 2]);
declare const either: Value;

const one = (x: Value): Value => ops.sum(ops.square(x));
const two = (x: Value, y: Value): Value => ops.sum(ops.multiply(x, y));

// At tensors: a tensor for one input, a list for several.
typeOf(grad(one)(t)).is<Tensor>();
typeOf(grad(two)(t, t)).is<[Tensor, Tensor]>();
typeOf(valueAndGrad(one)(t)).is<[value: Tensor, gradient: Tensor]>();
typeOf(valueAndGrad(two)(t, t)).is<[value: Tensor, gradient: [Tensor, Tensor]]>();
typeOf(jacobian(one)(t)).is<Tensor>();
typeOf(jacobian(two, { mode: "forward" })(t, t)).is<[Tensor, Tensor]>();
typeOf(hessian(one)(t)).is<Tensor>();
typeOf(hessian(two)(t, t)).is<[[Tensor, Tensor], [Tensor, Tensor]]>();
typeOf(hvp(one, [t], [t])).is<Tensor>();
const products: [Tensor, Tensor] = hvp(two, [t, t], [t, t]);
const [value, tangent] = jvp(two, [t, t], [t, t]);
typeOf(value).is<Tensor>();
typeOf(tangent).is<Tensor>();
const [out, pullback] = vjp(two, t, t);
typeOf(out).is<Tensor>();
typeOf(pullback(t)).is<[Tensor, Tensor]>();
const [, pullbackOfOne] = vjp(one, t);
typeOf(pullbackOfOne(t)).is<Tensor>();

// At variables the results may be variables.
typeOf(grad(one)(v)).is<Value>();
typeOf(grad(two)(t, v)).is<[Value, Value]>();
typeOf(grad(one)(either)).is<Value>();
typeOf(jvp(one, [t], [v])[1]).is<Value>();
typeOf(pullbackOfOne(v)).is<Value>();
typeOf(hvp(one, [v], [t])).is<Value>();

// Transforms nest, in every order, and inside functions.
typeOf(grad((x: Value) => grad((x: Value) => grad(one)(x))(x))(t)).is<Tensor>();
typeOf(jacobian(jacobian(one))(t)).is<Tensor>();
typeOf(hessian(grad(one))(t)).is<Tensor>();
typeOf(grad((x: Value) => jvp(one, [x], [t])[1])(t)).is<Tensor>();
typeOf(jacobian((x: Value) => vjp(one, x)[1](tensor(1)))(t)).is<Tensor>();
typeOf(jacobian((x: Value, y: Value) => grad(two)(x, y)[0])(t, t)).is<[Tensor, Tensor]>();

// An op is a function like any other.
typeOf(grad(ops.sum)(t)).is<Tensor>();
typeOf(jacobian(ops.tanh)(t)).is<Tensor>();
typeOf(jacobian(ops.softmax)(t)).is<Tensor>();
typeOf(jacobian(ops.multiply)(t, t)).is<[Tensor, Tensor]>();
typeOf(vjp(ops.tanh, t)[0]).is<Tensor>();
typeOf(jvp(ops.matmul, [t, t], [t, t])[1]).is<Tensor>();

// As many inputs as the function has, and a tangent for each.
// @ts-expect-error one is missing
grad(two)(t);
// @ts-expect-error one too many
grad(one)(t, t);
// @ts-expect-error a number is no tensor
grad(one)(1);
// @ts-expect-error a list is no tensor
jacobian(one)([1, 2]);
// @ts-expect-error one tangent is missing
jvp(two, [t, t], [t]);
// @ts-expect-error inputs are given in a list
jvp(one, t, t);
// @ts-expect-error one tangent too many
hvp(one, [t], [t, t]);
// @ts-expect-error one input is missing
vjp(two, t);
// @ts-expect-error a number is no cotangent
pullback(1);

// The function takes values and returns one.
// @ts-expect-error a number is no value
grad((x: Value) => x.data[0] ?? 0);
// @ts-expect-error two results
jacobian((x: Value) => [x, x]);
// @ts-expect-error text is no input
grad((x: string) => tensor(Number(x)))(t);

// Modes are the two that there are.
// @ts-expect-error there is no such mode
jacobian(one, { mode: "backward" });

// A check takes tensors in a list and gives verdicts.
typeOf(checkGradients(one, [t])).is<GradientCheck>();
typeOf(checkGradients(two, [t, t]).verdict).is<"agree" | "disagree" | "inconclusive">();
// @ts-expect-error one is missing
checkGradients(two, [t]);
// @ts-expect-error inputs are given in a list
checkGradients(one, t);

// What is known to be a variable can go backward.
const w: Variable = ops.sum(v);
w.backward();
typeOf(products).is<[Tensor, Tensor]>();

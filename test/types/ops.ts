import { ops, tensor, variable, type Tensor, type Value, type Variable } from "../../src/index.ts";
import { typeOf } from "./support.ts";

const t = tensor([[1, 2]]);
const v = variable([[1, 2]]);
declare const either: Value;

// An op of tensors and numbers is a tensor.
typeOf(ops.add(t, t)).is<Tensor>();
typeOf(ops.add(t, 1)).is<Tensor>();
typeOf(ops.add(1, 2)).is<Tensor>();
typeOf(ops.tanh(t)).is<Tensor>();
typeOf(ops.tanh(0.5)).is<Tensor>();
typeOf(ops.where(t, 0, t)).is<Tensor>();
typeOf(ops.matmul(t, t, { transpose_b: true })).is<Tensor>();
typeOf(ops.sum(t)).is<Tensor>();

// With a variable in any place it is a variable.
typeOf(ops.add(v, v)).is<Variable>();
typeOf(ops.add(v, t)).is<Variable>();
typeOf(ops.add(1, v)).is<Variable>();
typeOf(ops.where(t, t, v)).is<Variable>();
typeOf(ops.where(v, 1, 2)).is<Variable>();
typeOf(ops.tanh(v)).is<Variable>();
typeOf(ops.sum(v, { axis: 0, keepdims: true })).is<Variable>();
typeOf(ops.permute_dims(v, { axes: [1, 0] })).is<Variable>();

// Where it is not known which, neither is the result; one variable settles it.
typeOf(ops.add(either, t)).is<Value>();
typeOf(ops.add(either, either)).is<Value>();
typeOf(ops.tanh(either)).is<Value>();
typeOf(ops.add(either, v)).is<Variable>();
typeOf(ops.add(either as Value | number, 1)).is<Value>();

// Results fit together as they are.
typeOf(ops.subtract(t, ops.multiply(0.5, ops.exp(t)))).is<Tensor>();
typeOf(variable(ops.subtract(v.value, ops.multiply(0.1, v.grad ?? 0)))).is<Variable>();
ops.sum(ops.square(v)).backward();

// Any number of inputs, where an op takes any number.
typeOf(ops.concat(t)).is<Tensor>();
typeOf(ops.concat(t, t, t)).is<Tensor>();
typeOf(ops.concat(t, v)).is<Variable>();
typeOf(ops.concat(t, t, { axis: 1 })).is<Tensor>();
typeOf(ops.concat(t, v, t, { axis: -1 })).is<Variable>();
declare const tensors: readonly Tensor[];
declare const variables: readonly Variable[];
declare const values: readonly Value[];
typeOf(ops.concat(...tensors)).is<Tensor>();
typeOf(ops.concat(...variables)).is<Variable>();
typeOf(ops.concat(...values)).is<Value>();
typeOf(ops.concat(...values, { axis: 1 })).is<Value>();

// Inputs are tensors, variables or numbers, as many as the op has.
// @ts-expect-error one is missing
ops.add(t);
// @ts-expect-error one too many
ops.add(t, t, t);
// @ts-expect-error one too many
ops.tanh(t, t);
// @ts-expect-error a list is no tensor
ops.tanh([1, 2]);
// @ts-expect-error text is no tensor
ops.add(t, "1");
// @ts-expect-error nor is nothing
ops.exp(null);
// @ts-expect-error no input at all
ops.where();
// @ts-expect-error there is no such op
typeOf(ops.sigmoidal);

// Attributes that have a fallback may be left out, all or some; those that have none may not.
ops.sum(t, {});
ops.sum(t, { axis: null });
ops.sum(t, { axis: [0, 1] });
ops.clip(t, { min: 0 });
ops.clip(t, { min: null, max: 1 });
ops.take(t, t);
ops.slice(t, { start_indices: [0, 0], limit_indices: [1, 1] });
ops.slice(t, { start_indices: [0, 0], limit_indices: [1, 1], strides: [1, 2] });
// @ts-expect-error axes is needed
ops.permute_dims(t);
// @ts-expect-error axes is needed
ops.permute_dims(t, {});
// @ts-expect-error shape is needed
ops.reshape(t);
// @ts-expect-error limit_indices is needed
ops.slice(t, { start_indices: [0, 0] });

// Attributes are spelt and typed as the op has them.
// @ts-expect-error axes is not axis
ops.sum(t, { axes: 0 });
// @ts-expect-error keepDims is TensorFlow.js's spelling
ops.mean(t, { keepDims: true });
// @ts-expect-error transposeA is not transpose_a
ops.matmul(t, t, { transposeA: true });
// @ts-expect-error text is no axis
ops.softmax(t, { axis: "1" });
// @ts-expect-error no single number
ops.reshape(t, { shape: 2 });
// @ts-expect-error no number
ops.sum(t, { keepdims: 1 });
// @ts-expect-error undefined is not how an attribute is left out
ops.sum(t, { axis: undefined });
// @ts-expect-error axes is not axis
ops.concat(t, t, { axes: 1 });
// @ts-expect-error add has no attributes
ops.add(t, t, { axis: 0 });
// @ts-expect-error exp has no attributes
ops.exp(t, {});

// Lists that nobody may change will do.
const shape: readonly number[] = [2, 1];
ops.reshape(t, { shape });
ops.broadcast_to(t, { shape: [2, 2] as const });

// The ops themselves are not to be replaced.
// @ts-expect-error read-only
ops.add = ops.subtract;

import { tensor, variable, type Nested, type Shape, type Tensor, type Value, type Variable } from "../../src/index.ts";
import { typeOf } from "./support.ts";

// Nested numbers, or a shape with its elements.
typeOf(tensor(1)).is<Tensor>();
typeOf(tensor([])).is<Tensor>();
typeOf(tensor([[1, 2], [3, 4]])).is<Tensor>(); // prettier-ignore
typeOf(tensor([[1, 2]] as const)).is<Tensor>();
typeOf(tensor({ shape: [2], data: [1, 2] })).is<Tensor>();
typeOf(tensor({ shape: [2] as const, data: new Float64Array(2) })).is<Tensor>();
typeOf(tensor({ shape: [2], data: new Float32Array(2) })).is<Tensor>();
typeOf(tensor(tensor(1))).is<Tensor>();
const nested: Nested = [[[1]]];
tensor(nested);
// @ts-expect-error text is no number
tensor("1");
// @ts-expect-error nor inside
tensor([[1, "2"]]);
// @ts-expect-error truth is no number
tensor([true]);
// @ts-expect-error the elements are missing
tensor({ shape: [2] });
// @ts-expect-error the shape is missing
tensor({ data: [1] });

// Nothing of a tensor is to be replaced, and its shape not to be changed.
const t = tensor([1, 2]);
typeOf(t.shape).is<Shape>();
typeOf(t.shape).is<readonly number[]>();
typeOf(t.data).is<Float64Array>();
// @ts-expect-error read-only
t.shape[0] = 3;
// @ts-expect-error read-only
typeOf(t.shape.push);
// @ts-expect-error read-only
t.shape = [2];
// @ts-expect-error read-only
t.data = new Float64Array(2);

// A variable holds a tensor; its gradient is there or null, and may be reset.
const v = variable([1, 2]);
typeOf(v).is<Variable>();
typeOf(variable(t)).is<Variable>();
typeOf(v.value).is<Tensor>();
typeOf(v.grad).is<Tensor | null>();
typeOf(v.shape).is<Shape>();
v.grad = null;
// @ts-expect-error read-only
v.value = t;
// @ts-expect-error read-only
v.shape = [2];
// @ts-expect-error there may be none
typeOf(v.grad.data);
// @ts-expect-error a tensor is no variable
typeOf(t.backward);

// backward takes a tensor or a variable of gradients, and one option.
typeOf(v.backward()).is<void>();
v.backward(t);
v.backward(v);
v.backward(undefined, { retainGraph: true });
v.backward(t, {});
// @ts-expect-error a list is no tensor
v.backward([1, 2]);
// @ts-expect-error the option is spelt otherwise
v.backward(t, { retain_graph: true });

// A value is either, and what both have is there without asking.
declare const either: Value;
typeOf(either.shape).is<Shape>();
typeOf(either.data).is<Float64Array>();
// @ts-expect-error which one?
typeOf(either.backward);

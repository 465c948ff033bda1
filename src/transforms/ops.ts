import { InputError } from "../base/errors.ts";
import { apply, Variable, type Value } from "../engine/variable.ts";
import { resolveAttrs } from "../op/attrs.ts";
import { erased } from "../op/erased.ts";
import type { Op } from "../op/op.ts";
import { checkCount } from "../op/taken.ts";
import * as entries from "../ops/index.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Ops } from "./ops-face.ts";

/**
 * Every op by the name that `cotangent ops` lists. Inputs are tensors, variables, or numbers (scalars); attributes
 * are one last object. The result is a variable where any input is, else a tensor.
 *
 * @throws ShapeError when shapes do not fit, InputError for a wrong number of inputs or a wrong attribute.
 * @example
 * ops.matmul(W, ops.permute_dims(X, { axes: [1, 0] }));
 */
export const ops: Ops = Object.fromEntries(
  Object.values(entries).map((op) => [op.name, callable(erased(op))]),
) as unknown as Ops;

function callable(op: Op): (...args: readonly unknown[]) => Value {
  const noAttrs = Object.keys(op.attrs).length === 0 ? {} : null;
  return (...args) => {
    const last = args[args.length - 1];
    const given = isAttrs(last) ? last : null;
    const count = given === null ? args.length : args.length - 1;
    const attrs = given === null && noAttrs !== null ? noAttrs : resolveAttrs(op.name, op.attrs, given ?? {});
    checkCount(`${op.name}: expected`, op, attrs, count);
    const inputs: Value[] = [];
    for (let i = 0; i < count; i++) inputs.push(operand(op, args[i]));
    return apply(op, inputs, attrs);
  };
}

/** Attributes are a plain object; lists and typed arrays are inputs that were not wrapped. */
function isAttrs(x: unknown): x is object {
  if (typeof x !== "object" || x === null || x instanceof Tensor || x instanceof Variable) return false;
  const prototype: unknown = Object.getPrototypeOf(x);
  return prototype === Object.prototype || prototype === null;
}

function operand(op: Op, x: unknown): Value {
  if (x instanceof Tensor || x instanceof Variable) return x;
  if (typeof x === "number") return new Tensor([], Float64Array.of(x));
  throw new InputError(
    `${op.name}: an input is a tensor, a variable or a number, got ${typeof x}; wrap it in tensor(…)`,
  );
}

import { encodeArray, type JsonArray } from "../src/base/codec.ts";
import { sizeOf } from "../src/base/shape.ts";
import type { Arrays, Draft } from "./draft.ts";
import {
  exactBox,
  exactHvp,
  exactJacobian,
  exactJvp,
  exactValue,
  exactVjp,
  Kept,
  NotDifferentiableError,
  PrecisionError,
} from "../src/exact/index.ts";
import type { JsonArrays, Vector } from "./vectors-schema.ts";

/** Jacobians of more numbers than this are left out: their rows are gradients, which are there. */
const LARGEST_JACOBIAN = 256;

/** Works out what a draft expects, all of it from the exact oracle. */
export function complete(draft: Draft): Vector {
  const { id, flags, comment, program, inputs, wrt, cotangents, tangents } = draft;
  const request = {
    id,
    flags,
    comment,
    program,
    inputs: encodeArrays(inputs),
    ...(wrt === undefined ? {} : { wrt }),
    ...(cotangents === undefined ? {} : { cotangents: encodeArrays(cotangents) }),
    ...(tangents === undefined ? {} : { tangents: encodeArrays(tangents) }),
  };
  if (draft.ask === "error") return { ...request, expect: {}, result: "throws" };
  if (wrt === undefined || cotangents === undefined || tangents === undefined)
    return { ...request, expect: { outputs: encodeArrays(exactValue({ program, inputs }).outputs) }, result: "exact" };
  const kept = new Kept({ program, inputs });
  const first = unless(NotDifferentiableError, () => exactVjp({ program, inputs, wrt, cotangents }, kept));
  const forward = unless(NotDifferentiableError, () => exactJvp({ program, inputs, tangents }, kept));
  if (first === null || forward === null) {
    const { wrt: _, cotangents: __, tangents: ___, ...valuesAlone } = request;
    const box =
      first === null ? unless(NotDifferentiableError, () => exactBox({ program, inputs, wrt, cotangents })) : null;
    const expect = { outputs: encodeArrays(exactValue({ program, inputs }, kept).outputs) };
    // Where a side has no finite derivative either, there are the values.
    if (box === null) return { ...valuesAlone, expect, result: "exact" };
    return {
      ...request,
      expect,
      result: "set",
      set: Object.fromEntries(
        Object.entries(box).map(([name, { low, high }]) => [name, { low: encodeArray(low), high: encodeArray(high) }]),
      ),
    };
  }
  const { outputs, gradients } = first;
  // A first derivative may have a kink of its own, and the second one need more digits than there are.
  const second = unless(PrecisionError, () =>
    unless(NotDifferentiableError, () => exactHvp({ program, inputs, wrt, cotangents, tangents }, kept)),
  );
  return {
    ...request,
    expect: {
      outputs: encodeArrays(outputs),
      gradients: encodeArrays(gradients),
      tangents: encodeArrays(forward.tangents),
      ...(jacobianSize(outputs, gradients) > LARGEST_JACOBIAN
        ? {}
        : {
            jacobians: Object.fromEntries(
              Object.entries(exactJacobian({ program, inputs, wrt }, kept).jacobians).map(([out, rows]) => [
                out,
                encodeArrays(rows),
              ]),
            ),
          }),
      // Terms that overflow on the way leave nothing to compare.
      ...(second === null || !isFinite(second.products) ? {} : { products: encodeArrays(second.products) }),
    },
    result: "exact",
  };
}

function isFinite(arrays: Arrays): boolean {
  return Object.values(arrays).every(({ data }) => data.every(Number.isFinite));
}

function unless<T>(none: typeof NotDifferentiableError | typeof PrecisionError, derive: () => T): T | null {
  try {
    return derive();
  } catch (error) {
    if (error instanceof none) return null;
    throw error;
  }
}

function jacobianSize(outputs: Arrays, inputs: Arrays): number {
  return countOf(outputs) * countOf(inputs);
}

function countOf(arrays: Arrays): number {
  return Object.values(arrays).reduce((n, x) => n + sizeOf(x.shape), 0);
}

function encodeArrays(arrays: Arrays): JsonArrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, x]): [string, JsonArray] => [name, encodeArray(x)]));
}

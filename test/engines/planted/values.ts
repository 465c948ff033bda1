import { Tensor } from "../../../src/tensor/tensor.ts";
import type { Planted } from "./planted.ts";
import { withValues } from "./reading.ts";
import { elements, withAnswers } from "./wrapped.ts";

/** The last element off by 1e-5 of it, where there are many. */
function lastOff(v: number, i: number): number {
  return i === 11 ? Math.fround(v * (1 + 1e-5)) : Math.fround(v);
}

const value = { kind: "wrong-value", order: 0 } as const;

/** Values, and gradients that are right but for their precision. */
export const values: readonly Planted[] = [
  {
    name: "a value off by a millionth",
    make: () =>
      withValues({
        exp: ({ shape, data }) =>
          new Tensor(
            shape,
            data.map((v) => v * (1 + 1e-6)),
          ),
      }),
    op: "exp",
    ...value,
    says: /right is/,
  },
  {
    name: "a value of the wrong sign where the input is negative",
    make: () => withValues({ sinh: ({ shape, data }) => new Tensor(shape, data.map(Math.abs)) }),
    op: "sinh",
    ...value,
    says: /its sign is the wrong one|right is/,
  },
  {
    name: "NaN for a finite value",
    make: () =>
      withValues({
        cosh: ({ shape, data }) =>
          new Tensor(
            shape,
            data.map((v) => (v > 2 ? Number.NaN : v)),
          ),
      }),
    op: "cosh",
    kind: "non-finite",
    order: 0,
    says: /is NaN, right is/,
  },
  {
    name: "a value without its second input",
    make: () =>
      withValues({
        subtract: (out, [x]) =>
          new Tensor(
            out.shape,
            out.data.map((v, i) => x!.data[i] ?? v),
          ),
      }),
    op: "subtract",
    ...value,
    says: /right is/,
  },
  {
    name: "float32 where float64 is claimed",
    make: () => withAnswers({ value: ({ outputs }) => ({ outputs: elements(outputs, Math.fround) }) }),
    op: "sin",
    ...value,
    says: /right is/,
  },
  {
    name: "gradients in float32 where float64 is claimed",
    make: () => withAnswers({ vjp: (a) => ({ ...a, gradients: elements(a.gradients, Math.fround) }) }),
    op: "sin",
    kind: "wrong-gradient",
    order: 1,
    says: /right is/,
  },
  {
    name: "one entry of many off by 1e-5, in float32",
    make: () =>
      withAnswers(
        {
          value: ({ outputs }) => ({ outputs: elements(outputs, Math.fround) }),
          vjp: (a) => ({ outputs: elements(a.outputs, Math.fround), gradients: elements(a.gradients, lastOff) }),
          jvp: (a) => ({ outputs: a.outputs, tangents: elements(a.tangents, Math.fround) }),
        },
        "float32",
      ),
    op: "square",
    kind: "wrong-gradient",
    order: 1,
    says: /1 of \d+ entries are wrong|entry 11/,
    cases: 24,
  },
];

import type { Kind } from "../../../src/checks/kinds.ts";
import type { Arrays, Engine } from "../../../src/oracles/engine.ts";
import { Tensor } from "../../../src/tensor/tensor.ts";
import type { Planted } from "./planted.ts";
import { always, each, elements, withAnswers } from "./wrapped.ts";

/** What an engine does that shows at the values already. */
function atOnce(name: string, kind: Kind, make: () => Engine, says: RegExp): Planted {
  return { name, make, op: "exp", kind, order: 0, says };
}

/** What it does with gradients alone. */
function gradients(name: string, kind: Kind, of: (gradients: Arrays) => unknown, says: RegExp): Planted {
  return {
    name,
    make: () => withAnswers({ vjp: (answer) => ({ ...answer, gradients: of(answer.gradients) }) }),
    op: "exp",
    kind,
    order: 1,
    says,
  };
}

/** Rejects with what is no error. */
function rejecting(reason: unknown): () => Promise<never> {
  // eslint-disable-next-line typescript/prefer-promise-reject-errors -- that it is none is the fault
  return () => Promise.reject(reason);
}

const throwing: readonly Planted[] = [
  atOnce("rejects with a string", "throws", () => always(rejecting("out of memory")), /out of memory/),
  atOnce("rejects with undefined", "throws", () => always(rejecting(undefined)), /threw undefined/),
  atOnce("rejects with an object", "throws", () => always(rejecting({ status: 7 })), /threw \{"status":7\}/),
  atOnce(
    "throws before it gives a promise",
    "throws",
    () =>
      always(() => {
        throw new RangeError("too deep");
      }),
    /too deep/,
  ),
  atOnce("never resolves", "timeout", () => always(() => new Promise(() => undefined)), /no answer to value within/),
  gradients(
    "throws for gradients alone",
    "throws",
    () => {
      throw new TypeError("x.grad is not a function");
    },
    /x\.grad is not a function/,
  ),
];

const formless: readonly Planted[] = [
  atOnce("answers null", "protocol", () => withAnswers({ value: () => null }), /outputs holds no arrays/),
  atOnce("answers without arrays", "protocol", () => withAnswers({ value: () => ({}) }), /outputs holds no arrays/),
  atOnce(
    "answers with other names",
    "protocol",
    () => withAnswers({ value: ({ outputs }) => ({ outputs: { z: outputs["out"] } }) }),
    /outputs\.out is missing/,
  ),
  atOnce(
    "more numbers than the shape holds",
    "wrong-shape",
    () => withAnswers({ value: ({ outputs }) => ({ outputs: each(outputs, longer) }) }),
    /holds \d+ numbers/,
  ),
  gradients("no array for a gradient", "missing-gradient", () => ({}), /gradients\.x is missing/),
  gradients("null for a gradient", "missing-gradient", () => ({ x: null }), /gradients\.x is missing/),
  gradients(
    "a number for a gradient",
    "wrong-dtype",
    (g) => Object.fromEntries(Object.keys(g).map((name) => [name, 1])),
    /is no array, but 1/,
  ),
  gradients(
    "a gradient of whole numbers",
    "wrong-dtype",
    (g) => each(g, (x) => as(x, Int32Array.from(x.data))),
    /but Int32Array/,
  ),
  gradients(
    "a complex gradient",
    "wrong-dtype",
    (g) =>
      each(g, (x) =>
        as(
          x,
          [...x.data].map((re) => ({ re, im: 0 })),
        ),
      ),
    /but Array/,
  ),
  gradients(
    "a gradient in one row",
    "wrong-shape",
    (g) => each(g, ({ data }) => new Tensor([1, data.length], data)),
    /has shape/,
  ),
  gradients("no number for a gradient", "non-finite", (g) => elements(g, () => Number.NaN), /is NaN/),
];

/** The gradients of inputs that nothing depends on are left out. */
const missing: Planted = {
  ...gradients(
    "no gradient where it is zero",
    "missing-gradient",
    (g) => Object.fromEntries(Object.entries(g).filter(([, x]) => x.data.some((v) => v !== 0))),
    /is missing/,
  ),
  op: "floor",
};

/** Each call adds its gradients to those of the calls before. */
function remembering(): Engine {
  let calls = 0;
  return withAnswers({
    vjp: (a) => {
      calls++;
      return { ...a, gradients: elements(a.gradients, (v) => v * calls) };
    },
  });
}

/** The last digit of every gradient is another one each time. */
function fickle(): Engine {
  let calls = 0;
  return withAnswers({
    vjp: (a) => {
      calls++;
      return { ...a, gradients: elements(a.gradients, (v) => v * (1 + (calls % 2) * Number.EPSILON)) };
    },
  });
}

const withoutMemory: readonly Planted[] = [
  {
    name: "carries gradients from call to call",
    make: remembering,
    op: "exp",
    kind: "nondeterministic",
    order: 1,
    also: "wrong-gradient",
    says: /right is/,
  },
  {
    name: "answers differently each time",
    make: fickle,
    op: "exp",
    kind: "nondeterministic",
    order: 1,
    says: /right is/,
  },
  {
    name: "writes on its inputs",
    make: () =>
      withAnswers({
        vjp: (a, { inputs }) => {
          for (const x of Object.values(inputs)) x.data.fill(0);
          return a;
        },
      }),
    op: "exp",
    kind: "mutates-input",
    order: 1,
    says: /right is/,
  },
  {
    name: "writes on its cotangents",
    make: () =>
      withAnswers({
        vjp: (a, { cotangents = {} }) => {
          for (const g of Object.values(cotangents)) g.data.fill(0);
          return a;
        },
      }),
    op: "exp",
    kind: "mutates-input",
    order: 1,
    says: /right is/,
  },
  {
    name: "the gradient answers where the value throws",
    make: () =>
      withAnswers({
        value: () => {
          throw new RangeError("no kernel for exp");
        },
      }),
    op: "exp",
    kind: "does-not-throw",
    order: 1,
    also: "throws",
    says: /./,
  },
];

/** What an engine does that no engine should, whatever it is asked. */
export const behaviours: readonly Planted[] = [...throwing, ...formless, missing, ...withoutMemory];

function longer({ shape, data }: Tensor): Tensor {
  return new Tensor(shape, Float64Array.of(...data, 0));
}

/** An array whose elements are of another type. */
function as(x: Tensor, data: unknown): Tensor {
  return Object.assign(new Tensor(x.shape, x.data), { data });
}

import type { Planted } from "./planted.ts";
import { each, elements, withAnswers } from "./wrapped.ts";
import { Tensor } from "../../../src/tensor/tensor.ts";

/** Gradients that are wrong as the engine hands them out, whatever it computes. */
export const answers: readonly Planted[] = [
  {
    name: "twice the gradient of a padded convolution",
    make: () =>
      withAnswers({
        vjp: (a, { program }) => {
          const padded = program.steps.some(({ attrs }) => attrs?.["padding"] === "same");
          return padded ? { ...a, gradients: elements(a.gradients, (v) => 2 * v) } : a;
        },
      }),
    op: "conv2d",
    kind: "wrong-gradient",
    order: 1,
    says: /it is 2 times the right one/,
    cases: 16,
    condition: { padding: "same" },
  },
  {
    name: "a gradient of what is flat",
    make: () => withAnswers({ vjp: (a) => ({ ...a, gradients: elements(a.gradients, () => 1) }) }),
    op: "floor",
    kind: "wrong-gradient",
    also: "invalid-subgradient",
    order: 1,
    says: /is 1, right is 0/,
  },
  {
    name: "gradients of the broadcast shape",
    make: () =>
      withAnswers({
        vjp: (a, { program }) => ({
          ...a,
          gradients: each(a.gradients, (x, name) => {
            if (program.steps.length > 1 || !program.steps[0]!.in.includes(name)) return x;
            const { shape } = Object.values(a.outputs)[0]!;
            const size = shape.reduce((product, d) => product * d, 1);
            return new Tensor(
              shape,
              Float64Array.from({ length: size }, (_, i) => x.data[i % x.data.length] ?? 0),
            );
          }),
        }),
      }),
    op: "add",
    kind: "wrong-shape",
    order: 1,
    says: /what broadcasting repeated is not summed|has shape/,
    condition: { broadcasts: true },
  },
];

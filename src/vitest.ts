import { expect } from "vitest";
import { checkGradients } from "./checks/check-gradients.ts";
import type { InputCheck } from "./checks/input-check.ts";
import { valueOf, type Value } from "./engine/variable.ts";
import type { Tensor } from "./tensor/tensor.ts";

/** Where gradients are checked. */
export interface GradientPoint {
  /** The inputs of the function, in a list. */
  readonly at: readonly Tensor[];
}

interface GradientMatchers<R> {
  /**
   * Checks every derivative of a function of Cotangent's ops at a point against finite differences of its values.
   *
   * @example
   * expect((x: Value) => ops.sum(ops.tanh(x))).toHaveCorrectGradients({ at: [tensor([0.1, -2])] });
   */
  toHaveCorrectGradients(point: GradientPoint): R;
}

declare module "vitest" {
  // The type parameter is the one of vitest's own interface, which this adds to.
  interface Assertion<T> extends GradientMatchers<T> {}
}

expect.extend({
  toHaveCorrectGradients(f: (...xs: readonly Value[]) => Value, { at }: GradientPoint) {
    const { verdict, inputs } = checkGradients(f, at);
    const worst = inputs.findIndex((input) => input.verdict === verdict);
    return {
      pass: verdict === "agree",
      message: () => (worst < 0 ? "there is nothing to check" : explain(worst, inputs[worst]!)),
    };
  },
});

function explain(input: number, { verdict, because, at, error, bound, derivative, estimate }: InputCheck): string {
  const where = `input ${String(input)}, entry ${String(at)} of its derivative`;
  const numbers = `${String(valueOf(derivative).data[at])} by the rules, ${String(estimate.data[at])} by finite differences`;
  const verb = { agree: "agrees", disagree: "is wrong", inconclusive: "cannot be told" }[verdict];
  if (because !== null) return `the gradient ${verb}: ${because}`;
  return `the gradient ${verb}: ${where} is ${numbers} (off by ${String(error)}, allowed ${String(bound)})`;
}

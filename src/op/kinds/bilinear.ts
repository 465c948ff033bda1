import { erased } from "../erased.ts";
import type { EngineKit, Op, Point } from "../op.ts";
import { tensorOp, type TensorSpec } from "./linear.ts";
import { vjpByInput, type Rules } from "./rules.ts";

type BilinearSpec<N extends readonly [string, string], A extends object> = TensorSpec<N, A, never> & {
  /** For each input, the transpose of the map that is left when the other one is held. */
  readonly transposes: Rules<N, A, never>;
};

/** An op linear in each of its two inputs. It states two transposes; its jvp is the product rule. */
export function bilinear<const N extends readonly [string, string], A extends object = object>(
  spec: BilinearSpec<N, NoInfer<A>>,
): Op<N, A> {
  const op: Op<N, A> = {
    ...tensorOp(spec),
    kind: "bilinear",
    active: [true, true],
    variants: [],
    vjp: vjpByInput(spec.inputs, spec.transposes),
    jvp: <V>(
      kit: EngineKit<V>,
      { inputs: [x, y] }: Omit<Point<V>, "index">,
      [dx, dy]: readonly (V | null)[],
      attrs: Required<A>,
    ): V | null => {
      const self = erased(op);
      const left = dx === null || dx === undefined ? null : kit.apply(self, [dx, y!], attrs);
      const right = dy === null || dy === undefined ? null : kit.apply(self, [x!, dy], attrs);
      return left === null ? right : right === null ? left : kit.add(left, right);
    },
  };
  return op;
}

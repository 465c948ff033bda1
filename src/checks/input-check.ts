import type { Tensor } from "../tensor/tensor.ts";
import type { Comparison, DifferenceKind } from "./compare.ts";

/** What came of checking one input. */
export interface InputCheck extends Omit<Comparison, "kind"> {
  /** Set where the verdict is `disagree`. */
  readonly kind: DifferenceKind | "invalid-subgradient" | null;
  /** What more is to be said, as at a kink; null where the numbers say it. */
  readonly because: string | null;
  /** The derivatives under test, of the result's shape followed by the input's. */
  readonly derivative: Tensor;
  /** The estimates from values alone, and the bounds on their errors, of the same shape. */
  readonly estimate: Tensor;
  readonly bounds: Tensor;
}

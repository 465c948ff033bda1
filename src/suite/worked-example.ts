import type { JsonArray } from "../base/codec.ts";

/** The gradients of the worked example with respect to its two parameters. */
export interface WorkedGradients {
  readonly W: JsonArray;
  readonly b: JsonArray;
}

/** What one engine answers on the worked example. */
export interface WorkedAnswer {
  readonly engine: string;
  /** `avg_loss.backward()` */
  readonly avgLossGrad: WorkedGradients;
  /** `losses.backward([½, ½])` */
  readonly halvesGrad: WorkedGradients;
  /** The gradient of `W` for the cotangent `[½, 0]`. */
  readonly rowFirst: JsonArray;
  /** The gradient of `W` for the cotangent `[0, ½]`. */
  readonly rowSecond: JsonArray;
  /** ∂losses/∂W, of shape [1, 2, 1, 3]. */
  readonly jacobian: JsonArray;
}

/** An engine that could not answer, and its own words. */
export interface WorkedFailure {
  readonly engine: string;
  readonly error: string;
}

/**
 * The one-layer sigmoid network `losses = (y − σ(W Xᵀ + b))²`, on every engine of the run. It is a member of
 * `results.json`, so that a stored run renders again to the same bytes.
 */
export interface WorkedExample {
  readonly inputs: {
    readonly X: JsonArray;
    readonly y: JsonArray;
    readonly W: JsonArray;
    readonly b: JsonArray;
  };
  /** Our own engine first. */
  readonly engines: readonly (WorkedAnswer | WorkedFailure)[];
}

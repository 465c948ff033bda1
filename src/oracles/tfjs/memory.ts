import type { Tensor } from "@tensorflow/tfjs-core";
import { ResultError } from "../../base/errors.ts";
import { formatShape, sizeOf, type Shape } from "../../base/shape.ts";
import { Tensor as OurTensor } from "../../tensor/tensor.ts";
import type { TensorFlow } from "./load.ts";

/** Runs `f`, and lets all tensors go that it made, also where it throws. `f` gives no tensor of TensorFlow.js. */
export function tidily<T>(tf: TensorFlow, f: () => T): T {
  const results: T[] = [];
  try {
    // `tidy` would search the result for tensors, each number of an array in turn; so it is handed none.
    tf.tidy(() => {
      results.push(f());
    });
  } catch (error) {
    releaseTape(tf);
    throw error;
  }
  return results[0]!;
}

/** Lets go what ops saved for a gradient that then threw: TensorFlow.js 4.22 forgets it. */
function releaseTape(tf: TensorFlow): void {
  const { state } = tf.engine();
  // Null when no gradient is half done, whatever its type says.
  const tape: readonly { readonly saved?: readonly Tensor[] }[] | null = state.activeTape;
  for (const { saved = [] } of tape ?? []) for (const tensor of saved) tensor.dispose();
  state.activeTape = [];
}

/** A tensor of TensorFlow.js; its elements are rounded to float32. */
export function toTensorFlow(tf: TensorFlow, x: { readonly shape: Shape; readonly data: ArrayLike<number> }): Tensor {
  return tf.tensor(Float32Array.from(x.data), [...x.shape], "float32");
}

/** A tensor of ours; `what` names it where it is not of the type that it should be. */
export function fromTensorFlow(x: Tensor, what: string): OurTensor {
  if (x.dtype !== "float32")
    throw new ResultError("wrong-dtype", `wrong dtype: ${what} is ${x.dtype}, expected float32`);
  const data = Float64Array.from(x.dataSync());
  // With dimensions of 0 it happens that a tensor of TensorFlow.js holds numbers that its shape has no place for.
  if (data.length !== sizeOf(x.shape))
    throw new ResultError(
      "wrong-shape",
      `wrong shape: ${what} is of shape ${formatShape(x.shape)} and holds ${String(data.length)} numbers`,
    );
  return new OurTensor([...x.shape], data);
}

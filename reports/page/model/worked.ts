import { averageLoss, losses, workedInputs } from "../../../golden/programs/worked-example.ts";
import { jacobianOfProgram, vjpOfProgram } from "../../../src/oracles/cotangent.ts";
import { tensor } from "../../../src/tensor/tensor.ts";

/** The gradients of the network's two parameters. */
export interface Gradients {
  readonly W: readonly number[];
  readonly b: readonly number[];
}

const WRT = ["W", "b"];

/** `losses.backward(cotangent)`, computed here. */
export function backward(cotangent: readonly number[]): Gradients {
  const cotangents = { losses: tensor([[...cotangent]]) };
  return gradientsOf(vjpOfProgram({ program: losses, inputs: workedInputs, wrt: WRT, cotangents }));
}

/** `avg_loss.backward()`, computed here. */
export function averageBackward(): Gradients {
  return gradientsOf(vjpOfProgram({ program: averageLoss, inputs: workedInputs, wrt: WRT }));
}

/** The rows of ∂losses/∂W, computed here. */
export function jacobianRows(): readonly (readonly number[])[] {
  const { jacobians } = jacobianOfProgram({ program: losses, inputs: workedInputs, wrt: ["W"] });
  const { data } = jacobians["losses"]!["W"]!;
  return [Array.from(data.subarray(0, 3)), Array.from(data.subarray(3))];
}

function gradientsOf({ gradients }: ReturnType<typeof vjpOfProgram>): Gradients {
  return { W: [...gradients["W"]!.data], b: [...gradients["b"]!.data] };
}

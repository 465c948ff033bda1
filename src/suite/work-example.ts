import { encodeArray } from "../base/codec.ts";
import { averageLoss, losses, workedInputs as inputs } from "../../golden/programs/worked-example.ts";
import type { Arrays, Engine } from "../oracles/engine.ts";
import { Tensor, tensor } from "../tensor/tensor.ts";
import type { WorkedAnswer, WorkedExample, WorkedFailure } from "./worked-example.ts";

/** Runs the worked example on every engine. */
export async function workExample(engines: readonly Engine[]): Promise<WorkedExample> {
  const answers: (WorkedAnswer | WorkedFailure)[] = [];
  for (const engine of engines) answers.push(await answerOf(engine));
  const { X, y, W, b } = inputs;
  return {
    inputs: { X: encodeArray(X), y: encodeArray(y), W: encodeArray(W), b: encodeArray(b) },
    engines: answers,
  };
}

async function answerOf(engine: Engine): Promise<WorkedAnswer | WorkedFailure> {
  const wrt = ["W", "b"];
  const gradients = async (cotangent: readonly number[]): Promise<Arrays> =>
    (await engine.vjp({ program: losses, inputs, wrt, cotangents: { losses: tensor([cotangent]) } })).gradients;
  try {
    const average = (await engine.vjp({ program: averageLoss, inputs, wrt })).gradients;
    const halves = await gradients([0.5, 0.5]);
    const rows = [(await gradients([1, 0]))["W"]!, (await gradients([0, 1]))["W"]!];
    return {
      engine: engine.description.engine,
      avgLossGrad: { W: encodeArray(average["W"]!), b: encodeArray(average["b"]!) },
      halvesGrad: { W: encodeArray(halves["W"]!), b: encodeArray(halves["b"]!) },
      rowFirst: encodeArray((await gradients([0.5, 0]))["W"]!),
      rowSecond: encodeArray((await gradients([0, 0.5]))["W"]!),
      jacobian: encodeArray(new Tensor([1, 2, 1, 3], Float64Array.from(rows.flatMap((row) => [...row.data])))),
    };
  } catch (error) {
    return { engine: engine.description.engine, error: error instanceof Error ? error.message : String(error) };
  }
}

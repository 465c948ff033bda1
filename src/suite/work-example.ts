import { encodeArray } from "../base/codec.ts";
import type { Arrays, Engine } from "../oracles/engine.ts";
import type { Program } from "../program/program.ts";
import { Tensor, tensor } from "../tensor/tensor.ts";
import type { WorkedAnswer, WorkedExample, WorkedFailure } from "./worked-example.ts";

/** The inputs that reproduce every digit that was published. */
const inputs = {
  X: tensor([
    [0.1, 0.2, 0.3],
    [0.4, 0.6, 0.8],
  ]),
  y: tensor([[0, 1]]),
  W: tensor([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]]),
  b: tensor([[0.6613521575927734, 0.266924113035202]]),
} satisfies Arrays;

/** `losses = (y − σ(W Xᵀ + b))²`. */
const losses: Program = {
  inputs: ["X", "y", "W", "b"],
  steps: [
    { out: "Xt", op: "permute_dims", in: ["X"], attrs: { axes: [1, 0] } },
    { out: "WX", op: "matmul", in: ["W", "Xt"] },
    { out: "z", op: "add", in: ["WX", "b"] },
    { out: "predicted", op: "sigmoid", in: ["z"] },
    { out: "residual", op: "subtract", in: ["y", "predicted"] },
    { out: "losses", op: "square", in: ["residual"] },
  ],
  outputs: ["losses"],
};

const averageLoss: Program = {
  ...losses,
  steps: [...losses.steps, { out: "avg_loss", op: "mean", in: ["losses"] }],
  outputs: ["avg_loss"],
};

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

import type { Program } from "../../src/program/program.ts";
import { scalar, tensor, type Tensor } from "../../src/tensor/tensor.ts";
import type { Draft } from "../draft.ts";
import { atPoint, programFrom } from "./build.ts";

/** The inputs of the worked example, which reproduce every digit that was published. */
export const workedInputs: Readonly<Record<"X" | "y" | "W" | "b", Tensor>> = {
  X: tensor([
    [0.1, 0.2, 0.3],
    [0.4, 0.6, 0.8],
  ]),
  y: tensor([[0, 1]]),
  W: tensor([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]]),
  b: tensor([[0.6613521575927734, 0.266924113035202]]),
};

/** `losses = (y − σ(W Xᵀ + b))²`. */
export const losses: Program = programFrom(
  "X y W b",
  [
    ["Xt", "permute_dims", "X", { axes: [1, 0] }],
    ["WX", "matmul", "W Xt"],
    ["z", "add", "WX b"],
    ["predicted", "sigmoid", "z"],
    ["residual", "subtract", "y predicted"],
    ["losses", "square", "residual"],
  ],
  "losses",
);

/** The mean of {@link losses}. */
export const averageLoss: Program = {
  ...losses,
  steps: [...losses.steps, { out: "avg_loss", op: "mean", in: ["losses"] }],
  outputs: ["avg_loss"],
};

const COTANGENTS: readonly (readonly [id: string, comment: string, g: readonly [number, number]])[] = [
  ["losses-halves", "[½, ½] gives what avg_loss gives", [0.5, 0.5]],
  ["losses-first", "the first row of the Jacobian", [1, 0]],
  ["losses-second", "the second row of the Jacobian", [0, 1]],
  ["losses-half-first", "half the first row", [0.5, 0]],
  ["losses-half-second", "half the second row; the two halves add up to the gradient of avg_loss", [0, 0.5]],
];

/** The one-layer sigmoid network, with the cotangents that it is about. */
export function workedExample(): Draft[] {
  const wrt = ["W", "b"];
  return [
    ...COTANGENTS.map(([id, comment, g]) =>
      atPoint(
        { id, comment, flags: ["program", "masked-cotangent"] },
        { program: losses, inputs: workedInputs, wrt },
        { cotangents: { losses: tensor([g]) } },
      ),
    ),
    atPoint(
      { id: "average-loss", comment: "avg_loss.backward()" },
      { program: averageLoss, inputs: workedInputs, wrt },
      { cotangents: { avg_loss: scalar(1) } },
    ),
    atPoint(
      { id: "every-input", comment: "data and parameters differentiated" },
      { program: losses, inputs: workedInputs, wrt: ["X", "y", "W", "b"] },
    ),
  ];
}

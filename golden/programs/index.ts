import type { Draft } from "../draft.ts";
import { branches } from "./branches.ts";
import { logDeterminant, rosenbrockHessian } from "./functions.ts";
import { attention, convolutionalNet, layerNorm, lstmCell, softmaxCrossEntropy, twoLayerNetwork } from "./networks.ts";
import { workedExample } from "./worked-example.ts";

/** The drafts of each program, by its name. */
export const programs: Readonly<Record<string, () => readonly Draft[]>> = {
  attention,
  branches,
  "convolutional-net": convolutionalNet,
  "layer-norm": layerNorm,
  "log-determinant": logDeterminant,
  "lstm-cell": lstmCell,
  "rosenbrock-hessian": rosenbrockHessian,
  "softmax-cross-entropy": softmaxCrossEntropy,
  "two-layer-network": twoLayerNetwork,
  "worked-example": workedExample,
};

import { tensor } from "../../src/tensor/tensor.ts";
import type { Draft } from "../draft.ts";
import { atPoint, programFrom } from "./build.ts";

/** Programs whose branch or mask depends on what is differentiated: the mask has no derivative, the branch not taken none either. */
export function branches(): Draft[] {
  const chosen = programFrom(
    "x zero",
    [
      ["isPositive", "greater", "x zero"],
      ["size", "exp", "x"],
      ["wave", "sin", "x"],
      ["y", "where", "isPositive size wave"],
    ],
    "y",
  );
  const masked = programFrom(
    "x y",
    [
      ["mask", "greater", "x y"],
      ["product", "multiply", "x y"],
      ["kept", "multiply", "mask product"],
      ["total", "sum", "kept"],
    ],
    "total",
  );
  const clipped = programFrom(
    "x",
    [
      ["held", "clip", "x", { min: -1, max: 1 }],
      ["product", "multiply", "x held"],
      ["y", "tanh", "product"],
    ],
    "y",
  );
  return [
    atPoint(
      { id: "where-by-sign", comment: "eˣ where x > 0, else sin x" },
      { program: chosen, inputs: { x: tensor([-1.5, 0.75, 2.5, -0.25]), zero: tensor(0) }, wrt: ["x"] },
    ),
    atPoint(
      { id: "mask-by-comparison", comment: "Σ [x > y]·x·y" },
      { program: masked, inputs: { x: tensor([1.5, -0.5, 2]), y: tensor([0.25, 1.75, -3]) }, wrt: ["x", "y"] },
    ),
    atPoint(
      { id: "clip-in-product", comment: "tanh(x·clip(x)): a product with what may be constant" },
      { program: clipped, inputs: { x: tensor([-2.5, -0.75, 0.5, 1.25]) }, wrt: ["x"] },
    ),
  ];
}

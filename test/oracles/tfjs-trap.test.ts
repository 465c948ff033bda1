import { expect, it } from "vitest";
import { tfjs } from "../../src/oracles/tfjs/index.ts";
import { parseProgram } from "../../src/program/program.ts";
import { tensor } from "../../src/tensor/tensor.ts";

const entry = new URL("../../dist/tfjs-engine.mjs", import.meta.url);

/** Sums over an empty dimension that is not the last: the wasm backend divides by zero, and its module traps. */
const trapping = {
  program: parseProgram({
    inputs: ["x"],
    steps: [{ out: "y", op: "sum", in: ["x"], attrs: { axis: -2 } }],
    outputs: ["y"],
  }),
  inputs: { x: tensor({ shape: [0, 2, 2], data: [] }) },
};
const sound = {
  program: parseProgram({ inputs: ["x"], steps: [{ out: "y", op: "matmul", in: ["x", "x"] }], outputs: ["y"] }),
  inputs: {
    x: tensor([
      [1, 2],
      [3, 4],
    ]),
  },
};

/** A module that is used on breaks after some 370 of them. */
const TRAPS = 420;

it("no trap of the wasm backend harms what comes after it", async () => {
  const engine = await tfjs("wasm", { entry });
  try {
    for (let i = 0; i < TRAPS; i++) await expect(engine.value(trapping)).rejects.toThrow("divide by zero");
    const { outputs } = await engine.value(sound);
    expect([...outputs["y"]!.data]).toEqual([7, 10, 15, 22]);
  } finally {
    await engine.close();
  }
}, 60_000);

import { describe, expect, it } from "vitest";
import { gradientShapes } from "../../properties/laws/gradient-shapes.ts";
import type { Case } from "../../src/checks/case.ts";
import { tensor } from "../../src/index.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Engine } from "../../src/oracles/engine.ts";
import { EngineError } from "../../src/oracles/process/errors.ts";
import type { Program } from "../../src/program/program.ts";
import { blame } from "../../src/suite/blame.ts";

const own = cotangent("test");

/** An engine that has no gradient of programs of some kind. */
function without(isMissing: (program: Program) => boolean): Engine {
  return {
    ...own,
    vjp: async (request) => {
      if (isMissing(request.program)) throw new EngineError("gapped", "no gradient", 4);
      return own.vjp(request);
    },
  };
}

const x = tensor([0.5, 2]);
const at = (outputs: readonly string[]): Case => ({
  program: { inputs: ["x"], steps: [{ out: "y", op: "tanh", in: ["x"] }], outputs },
  inputs: { x },
  wrt: ["x"],
  cotangents: Object.fromEntries(outputs.map((name) => [name, x])),
  tangents: { x },
});

describe("blame for a program of one step", () => {
  it("is its op's where that fails alone", async () => {
    const engine = without(({ steps }) => steps.some(({ op }) => op === "tanh"));
    expect((await blame("missing-gradient", engine, gradientShapes, at(["y"]))).op).toBe("tanh");
    expect((await blame("missing-gradient", engine, gradientShapes, at(["y", "x"]))).op).toBe("tanh");
  });

  it("is not its op's where an output that is an input fails", async () => {
    const engine = without(({ inputs, outputs }) => outputs.some((name) => inputs.includes(name)));
    expect((await blame("missing-gradient", engine, gradientShapes, at(["y", "x"]))).op).toBe("program");
  });
});

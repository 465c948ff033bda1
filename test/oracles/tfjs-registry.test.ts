import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { opCases } from "../../properties/generators/op-case.ts";
import { functionsCalled } from "../../src/op/names.ts";
import { vjpOf } from "../../src/oracles/tfjs/derivatives.ts";
import { loadTensorFlow, type TensorFlow } from "../../src/oracles/tfjs/load.ts";
import { tidily } from "../../src/oracles/tfjs/memory.ts";
import { allOps } from "../../src/program/program.ts";

/** What no op reaches, with the reasons, as docs/ops.md prints it. */
const excused = JSON.parse(
  readFileSync(new URL("../../src/oracles/tfjs/excused.json", import.meta.url), "utf8"),
) as Readonly<Record<"gradients" | "functions", Readonly<Record<string, string>>>>;

/** Cases of each op whose gradient is asked for. */
const CASES = 40;
/** How TensorFlow.js marks the functions that are ops, in their own names. */
const OP = "__op";

let tf: TensorFlow;
beforeAll(async () => {
  ({ tf } = await loadTensorFlow("cpu"));
});

/** The names of all kernels, which `tfjs-core` exports as constants. */
function kernelNames(): string[] {
  const core = createRequire(import.meta.url)("@tensorflow/tfjs-core") as Readonly<Record<string, unknown>>;
  return Object.values(core).filter((value): value is string => typeof value === "string");
}

/** Every function that is an op, by its name below `tf`. */
function functionsOf(room: object, prefix = ""): string[] {
  return Object.entries(room).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === "function") return value.name.endsWith(OP) ? [prefix + name] : [];
    const below = typeof value === "object" && value !== null && prefix === "" && !Array.isArray(value);
    return below && /^[a-z]+$/.test(name) ? functionsOf(value, `${name}.`) : [];
  });
}

it("the op set is whole", () => {
  expect(allOps.length).toBeGreaterThanOrEqual(150);
  const lacking = allOps.filter(({ inputs, face }) => {
    const { domain, exact, counterparts } = face!;
    const told = Object.values(counterparts).every((there: unknown) => typeof there === "function" || isExcused(there));
    return !told || inputs.some((name) => domain.inputs[name] === undefined) || !(exact.scalar ?? exact.element);
  });
  expect(lacking.map(({ name }) => name)).toEqual([]);
});

function isExcused(there: unknown): boolean {
  return typeof there === "object" && there !== null && "none" in there && String(there.none).length > 0;
}

describe("TensorFlow.js's registry", () => {
  it("every gradient that it registers is reached by an op's gradient, or excused", () => {
    const reached = new Set<string>();
    const kernels = [...new Set(kernelNames())].filter((name) => tf.getGradient(name) !== undefined);
    for (const name of kernels) {
      const config = tf.getGradient(name);
      const own = config.gradFunc;
      config.gradFunc = (...args) => {
        reached.add(name);
        return own(...args);
      };
    }
    for (const op of allOps) {
      for (const c of fc.sample(opCases(op), { seed: 7, numRuns: CASES })) {
        try {
          tidily(tf, () => vjpOf(tf, c));
        } catch {
          // What throws may have reached its gradient before.
        }
      }
    }
    expect(kernels.length).toBeGreaterThanOrEqual(101);
    const unreached = kernels.filter((name) => !reached.has(name));
    expect(unreached.toSorted()).toEqual(Object.keys(excused.gradients).toSorted());
  });

  it("every function that is an op is called by an op's counterpart, or excused", () => {
    const called = new Set(allOps.flatMap((op) => functionsCalled(op, "tfjs")));
    const functions = functionsOf(tf);
    expect(functions.length).toBeGreaterThan(200);
    const uncalled = functions.filter((name) => !called.has(name));
    expect(uncalled.toSorted()).toEqual(Object.keys(excused.functions).toSorted());
  });
});

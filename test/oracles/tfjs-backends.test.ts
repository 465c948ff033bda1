import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { opCases } from "../../properties/generators/op-case.ts";
import { readKnown } from "../../src/cli/known.ts";
import { ResultError, UnsupportedError } from "../../src/base/errors.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Arrays, Engine } from "../../src/oracles/engine.ts";
import { EngineError } from "../../src/oracles/process/errors.ts";
import { BACKENDS, type Backend } from "../../src/oracles/tfjs/backend.ts";
import { tfjs } from "../../src/oracles/tfjs/index.ts";
import { allOps } from "../../src/program/program.ts";
import { tensor } from "../../src/tensor/tensor.ts";

/** Cases of each op. */
const CASES = 20;
const entry = new URL("../../dist/tfjs-engine.mjs", import.meta.url);

const known = readKnown(fileURLToPath(new URL("../../known/tfjs-4.22.json", import.meta.url)), false);

/** Whether a backend is known to get values (order 0) or gradients of an op wrong somewhere, which the laws tell, not this test. */
function isKnown(backend: Backend, op: string, order: number): boolean {
  return known.some((k) => k.op === op && k.order <= order && k.engines.includes(`tfjs-${backend}`));
}

const layer = {
  inputs: ["W", "b", "X", "y"],
  steps: [
    { out: "Xt", op: "permute_dims", in: ["X"], attrs: { axes: [1, 0] } },
    { out: "products", op: "matmul", in: ["W", "Xt"] },
    { out: "z", op: "add", in: ["products", "b"] },
    { out: "guess", op: "sigmoid", in: ["z"] },
    { out: "error", op: "subtract", in: ["y", "guess"] },
    { out: "losses", op: "square", in: ["error"] },
    { out: "avg_loss", op: "mean", in: ["losses"] },
  ],
  outputs: ["avg_loss"],
};
const inputs = {
  X: tensor([
    [0.1, 0.2, 0.3],
    [0.4, 0.6, 0.8],
  ]),
  y: tensor([[0, 1]]),
  W: tensor([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]]),
  b: tensor([[0.6613521575927734, 0.266924113035202]]),
};

/** As the publication prints them: four decimals of a hundred times the number. */
const printed = (x: ArrayLike<number>, scale: number): string[] => Array.from(x, (n) => (n * scale).toFixed(4));

if (!existsSync(entry)) throw new Error(`${entry.pathname} is missing: run "npm run build" first`);

/** Starts a backend; outside of CI, tfjs-node may be missing, and its tests then say why. */
async function start(backend: Backend): Promise<{ backend: Backend; engine?: Engine; missing: string }> {
  try {
    return { backend, engine: await tfjs(backend, { entry }), missing: "" };
  } catch (error) {
    const optional = backend === "node" && (process.env["CI"] ?? "") === "" && error instanceof UnsupportedError;
    if (!optional) throw error;
    return { backend, missing: error.message };
  }
}

const started = await Promise.all(BACKENDS.map(start));
afterAll(async () => {
  await Promise.all(started.flatMap(({ engine }) => engine?.close() ?? []));
});

describe.each(started)("tfjs-$backend", ({ backend, engine, missing }) => {
  it("runs and describes itself", (context) => {
    context.skip(engine === undefined, missing);
    const standsOn = { cpu: "JavaScript", wasm: /^WebAssembly, /, node: /^TensorFlow \d+\.\d+/ }[backend];
    expect(engine?.description).toEqual({
      engine: `tfjs-${backend}`,
      version: "4.22.0",
      backend: expect.stringMatching(standsOn) as string,
      precision: "float32",
      methods: ["value", "vjp", "jacobian", "hvp", "derivative", "effects"],
      ops: allOps.filter((op) => typeof op.face?.counterparts.tfjs === "function").map((op) => op.name),
    });
  });
  if (engine !== undefined) testsOf(backend, engine);
});

function testsOf(backend: Backend, engine: Engine): void {
  it("gives the worked example's numbers to the printed digit", async () => {
    const { gradients } = await engine.vjp({ program: layer, inputs, wrt: ["W", "b"] });
    expect(printed(gradients["W"]!.data, 100)).toEqual(["-2.6718", "-3.2673", "-3.8628"]);
    expect(printed(gradients["b"]!.data, 1)).toEqual(["0.1481", "-0.1038"]);
    const losses = { program: { ...layer, outputs: ["losses"] }, inputs, wrt: ["W"] };
    const row = async (cotangent: number[]): Promise<string[]> => {
      const answer = await engine.vjp({ ...losses, cotangents: { losses: tensor([cotangent]) } });
      return printed(answer.gradients["W"]!.data, 100);
    };
    expect(await row([0.5, 0])).toEqual(["1.4808", "2.9616", "4.4424"]);
    expect(await row([0, 0.5])).toEqual(["-4.1526", "-6.2289", "-8.3053"]);
    await expect(engine.vjp(losses)).rejects.toMatchObject({
      code: 4,
      message: expect.stringContaining("grad can be implicitly created only for scalar outputs") as string,
    });
  });

  // Whether the whole way to TensorFlow.js and back works. What it computes is judged by the laws, on many more cases.
  it.each(engine.description.ops)("takes %s there and back", async (name) => {
    const own = cotangent("0");
    const op = allOps.find((candidate) => candidate.name === name)!;
    const right = { values: 0, gradients: 0 };
    const refused = { values: 0, gradients: 0 };
    for (const request of fc.sample(opCases(op), { seed: 1, numRuns: CASES })) {
      const value = await answered(engine.value(request));
      if (close(value?.outputs, (await own.value(request)).outputs)) right.values++;
      else if (value === undefined) refused.values++;
      const vjp = await answered(engine.vjp(request));
      if (close(vjp?.gradients, (await own.vjp(request)).gradients)) right.gradients++;
      else if (vjp === undefined) refused.gradients++;
    }
    // A backend that lacks a kernel refuses every time.
    expect({
      value: right.values > 0 || refused.values === CASES || isKnown(backend, name, 0),
      gradient: right.gradients > 0 || refused.gradients === CASES || isKnown(backend, name, 1),
    }).toEqual({ value: true, gradient: true });
  });
}

/** An answer, or nothing where TensorFlow.js refuses in its own words. It does not crash, hang or break the protocol. */
async function answered<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    const refused =
      error instanceof UnsupportedError ||
      error instanceof ResultError ||
      (error instanceof EngineError && error.name === "EngineError");
    if (!refused) throw error;
    return undefined;
  }
}

function close(got: Arrays | undefined, want: Arrays): boolean {
  if (got === undefined) return false;
  return Object.entries(want).every(([name, { shape, data }]) => {
    const x = got[name]!;
    const same = x.shape.join() === shape.join();
    return same && data.every((w, i) => Math.abs(x.data[i]! - w) <= 1e-5 * Math.max(1, Math.abs(w)));
  });
}

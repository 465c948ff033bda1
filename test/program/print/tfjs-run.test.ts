import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { beforeAll, describe, expect, it } from "vitest";
import { readKnown } from "../../../src/cli/known.ts";
import { tensor } from "../../../src/index.ts";
import { hvpOf, valueOf, vjpOf } from "../../../src/oracles/tfjs/derivatives.ts";
import { loadTensorFlow, type TensorFlow } from "../../../src/oracles/tfjs/load.ts";
import { tidily } from "../../../src/oracles/tfjs/memory.ts";
import { printTfjs } from "../../../src/program/print/index.ts";
import { differences, runAll, runIn, type Shown } from "./running.ts";
import { expected, inAllModes, network, samples, single, type Answer, type Sample } from "./samples.ts";

const addon = path.join(
  path.dirname(createRequire(import.meta.url).resolve("@tensorflow/tfjs-node/package.json")),
  "lib/napi-v8/tfjs_binding.node",
);

describe("printed programs on TensorFlow.js", () => {
  it.for(["tfjs-cpu", "tfjs-wasm", "tfjs-node"] as const)(
    "run by themselves in plain Node: %s",
    async (engine, { skip }) => {
      const missing = engine === "tfjs-node" && !existsSync(addon) && (process.env["CI"] ?? "") === "";
      skip(missing, "tfjs-node is not built here; npm run setup builds it");
      // As a user would, reading what it logs.
      const files = { "repro.mjs": printTfjs(network, { mode: "vjp", engine }) };
      const shown = runInNewContext(`(${await runIn(files, process.execPath, ["repro.mjs"])})`) as Shown;
      expect(differences(shown, expected({ name: "", mode: "vjp", case: network }), 1e-5)).toEqual([]);
    },
  );

  const all = [
    // TensorFlow.js gets some arrays without elements wrong in ways that only its engine here tells.
    ...samples("tfjs", 4, 40).filter(({ case: { inputs } }) => Object.values(inputs).every((x) => x.data.length > 0)),
    ...inAllModes("network", network),
    ...inAllModes("special", single("negative", tensor([NaN, Infinity, -Infinity, -0]))),
  ];
  let shown: ReadonlyMap<string, Shown>;
  let tf: TensorFlow;
  beforeAll(async () => {
    const programs = all.map((s) => [s.name, printTfjs(s.case, { mode: s.mode, engine: "tfjs-cpu" })] as const);
    shown = await runAll(Object.fromEntries(programs), process.execPath, ".mjs");
    ({ tf } = await loadTensorFlow("cpu"));
  });

  it.each(["value", "vjp", "hvp"] as const)("answer and fail as the engine does: %s", (mode) => {
    const unlike = all
      .filter((s) => s.mode === mode)
      .flatMap((s) => {
        const [got, want] = [shown.get(s.name)!, answerOf(tf, s)];
        const found = typeof want === "string" ? unlikeFailure(got, want, s) : differences(got, want, 1e-5);
        return found.map((difference) => `${s.name}: ${difference}`);
      });
    expect(unlike).toEqual([]);
  });

  it("give values near our own where they give any, apart from those that are known to be wrong", () => {
    const isKnown = ({ case: c }: Sample): boolean => c.program.steps.some(({ op }) => wrongValues.has(op));
    const answered = all.filter((s) => s.mode === "value" && shown.get(s.name)?.error === undefined && !isKnown(s));
    expect(answered.length).toBeGreaterThan(100);
    expect(answered.flatMap((s) => differences(shown.get(s.name)!, expected(s), 1e-5))).toEqual([]);
  });
});

/** What the engine under test answers, of the same library; or its own words. */
function answerOf(tf: TensorFlow, { case: c, mode }: Sample): Answer | string {
  try {
    return tidily<Answer>(tf, () => ({ value: valueOf, vjp: vjpOf, hvp: hvpOf })[mode](tf, c));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const known = readKnown(fileURLToPath(new URL("../../../known/tfjs-4.22.json", import.meta.url)), false).filter(
  ({ engines }) => engines.includes("tfjs-cpu"),
);
/** Ops whose values TensorFlow.js is known to get wrong somewhere. */
const wrongValues = new Set(known.filter(({ order }) => order === 0).map(({ op }) => op));
/** Ops that are known to throw somewhere. */
const throwing = new Set(known.filter(({ kind }) => kind === "throws").map(({ op }) => op));

/** Where the engine finds that a product is missing, a program shows `undefined`; otherwise it fails in the same words. */
function unlikeFailure({ error = "no error", products = {} }: Shown, want: string, { case: c }: Sample): string[] {
  // A tensor of another type, or one whose numbers do not fill its shape, may show like any other.
  if (/^wrong (dtype|shape)/.test(want)) return [];
  const missing = want.includes("finds no connection") && Object.keys(products).length < c.wrt.length;
  // Of several outputs, the engine differentiates one after the other, a program their sum: another one may fail first, and
  // what throws for one of them need not for the sum.
  const several = c.program.outputs.length > 1;
  const apart = several && (error !== "no error" || c.program.steps.some(({ op }) => throwing.has(op)));
  return missing || apart || error.includes(want) ? [] : [`${error}; expected ${want}`];
}

import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { UNIT_ROUNDOFF } from "../../src/base/ulp.ts";
import { UnsupportedError } from "../../src/base/errors.ts";
import type { Allowance, Op } from "../../src/op/op.ts";
import { tfjs } from "../../src/oracles.ts";
import type { Engine } from "../../src/oracles/engine.ts";
import { BACKENDS } from "../../src/oracles/tfjs/backend.ts";
import { allOps } from "../../src/program/program.ts";
import { allowed } from "./envelope.ts";
import { isMeasured, measure, type Measured } from "./measure.ts";

const { values: flags } = parseArgs({
  options: {
    points: { type: "string", default: "2000000" },
    seed: { type: "string", default: "1" },
    engines: { type: "string", default: BACKENDS.join(",") },
    // Of these ops alone; what was measured of the others is kept.
    ops: { type: "string" },
  },
});
/** A relative error of 1, in units of the unit roundoff. */
const ALL_DIGITS = 1 / UNIT_ROUNDOFF.float32;
const [points, seed] = [Number(flags.points), Number(flags.seed)];
const entry = pathToFileURL(path.resolve("dist/tfjs-engine.mjs"));

for (const backend of BACKENDS.filter((name) => flags.engines.split(",").includes(name))) {
  const engine = await tfjs(backend, { entry });
  await measureEngine(engine);
  await engine.close();
}

/** Measures an engine, prints what came of it, and writes it where the error budget reads it. */
async function measureEngine(engine: Engine): Promise<void> {
  const { engine: name, version, backend } = engine.description;
  console.log(`\n${name} ${version} (${backend ?? ""}), in units of 2⁻²⁴:\n`);
  console.log(
    "| op | points | half of them: relative | absolute | all: relative | absolute | allowed: relative | absolute |",
  );
  console.log("| --- | --- | --- | --- | --- | --- | --- | --- |");
  const file = path.join("src/oracles/allowances", `${name}.json`);
  const asked = flags.ops?.split(",");
  const ops: Record<string, Allowance> = asked === undefined ? {} : measuredBefore(file);
  for (const op of allOps.filter((op) => isMeasured(op, engine) && (asked?.includes(op.name) ?? true))) {
    const found = await measureOr(engine, op);
    if (found === null) continue;
    const [half, all] = [found.half.fit(), found.worst.fit()];
    const allowance = allowed(op.name, all);
    // Where all digits may be lost nothing was measured: what any decent engine does is for the entry to say.
    if (allowance.relative < ALL_DIGITS) ops[op.name] = allowance;
    const pair = (x: Allowance): string => `${digits(x.relative)} | ${digits(x.absolute)}`;
    console.log(`| ${op.name} | ${String(found.points)} | ${pair(half)} | ${pair(all)} | ${pair(allowance)} |`);
    if (found.example !== null) console.log(`  Lost altogether (${String(found.lost)}): ${found.example}`);
  }
  const sorted = Object.fromEntries(Object.entries(ops).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify({ engine: name, version, backend, points, seed, ops: sorted }, null, 2)}\n`);
}

/** What came of measuring an op; null where the backend lacks its kernel. */
async function measureOr(engine: Engine, op: Op): Promise<Measured | null> {
  try {
    return await measure(engine, op, points, seed);
  } catch (error) {
    if (!(error instanceof UnsupportedError)) throw error;
    console.log(`| ${op.name} | – | ${error.message} |`);
    return null;
  }
}

function measuredBefore(file: string): Record<string, Allowance> {
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly ops: Record<string, Allowance> }).ops;
}

function digits(x: number): string {
  return x === 0 ? "0" : x.toPrecision(3);
}

import { describe, expect, it } from "vitest";
import { laws } from "../../properties/laws/index.ts";
import type { Engine } from "../../src/oracles/engine.ts";
import type { Finding } from "../../src/suite/results.ts";
import { answers } from "../engines/planted/answers.ts";
import { behaviours } from "../engines/planted/behaviours.ts";
import { gradients } from "../engines/planted/gradients.ts";
import { paths } from "../engines/planted/paths.ts";
import type { Planted } from "../engines/planted/planted.ts";
import { reading } from "../engines/planted/reading.ts";
import { methods, seconds } from "../engines/planted/seconds.ts";
import { values } from "../engines/planted/values.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { verified } from "./verified.ts";

/** What `cotangent verify` finds in an engine, the lowest order first. */
async function findingsIn(engine: Engine, units: readonly string[], cases: number): Promise<readonly Finding[]> {
  // What is judged at kinks is asked of single ops.
  const tried = units.includes("program") ? laws.filter(({ atKinks }) => atKinks !== true) : laws;
  const { results } = await verified({ engines: [engine], ops: units, laws: tried, cases, patienceMs: 20 });
  return results.findings.toSorted((a, b) => a.order - b.order);
}

const all: readonly Planted[] = [...gradients, ...answers, ...paths, ...values, ...seconds, ...methods, ...behaviours];

describe("an engine with one fault is caught, and what is wrong is said", () => {
  it.each(all)("$op: $name", async ({ make, op, kind, order, also, says, condition = {}, cases = 8 }) => {
    const findings = await findingsIn(make(), [op], cases);
    const first = findings.find((finding) => finding.kind === kind && finding.order === order);
    expect(first).toMatchObject({ condition });
    expect(first!.diagnosis).toMatch(says);
    const other = findings.filter((finding) => finding !== first && finding.order <= order && finding.kind !== also);
    expect(other.filter((finding) => finding.order < order || finding.kind !== kind)).toEqual([]);
    expect(findings.filter((finding) => op !== "program" && finding.op !== op)).toEqual([]);
    expect(Math.max(...findings.map((finding) => finding.case.program.steps.length))).toBeLessThanOrEqual(2);
  });
});

describe("an engine without a fault", () => {
  const units = ["matmul", "softmax", "conv2d", "cumsum", "max", "divide", "take", "std", "program"];

  it("gives no finding in float64", async () => {
    expect(
      await findingsIn(
        reading((op, inputs, attrs) => ({ out: op.run(inputs, attrs), as: op })),
        units,
        8,
      ),
    ).toEqual([]);
  });

  it("gives no finding where every result is rounded to float32", async () => {
    const rounded = reading((op, inputs, attrs) => {
      const { shape, data, batch } = op.run(inputs, attrs);
      return { out: new Tensor(shape, data.map(Math.fround), batch), as: op };
    }, "float32");
    expect(await findingsIn(rounded, units, 8)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { tasksOf } from "../../bench/power/cases.ts";
import { caughtIn99, Tally } from "../../bench/power/tally.ts";
import { tryTask } from "../../bench/power/try-task.ts";
import { randomFrom, seedOf } from "../../src/base/random.ts";
import type { Op } from "../../src/op/op.ts";
import { arithmeticOf, type Arithmetic } from "../../src/oracles/arithmetic.ts";
import { allOps, attrsOf, opNamed } from "../../src/program/program.ts";
import { drawCase, PROGRAMS } from "../../src/suite/plan.ts";

const NAMES = ["any", "tfjs-cpu", "tfjs-wasm", "tfjs-node"] as const;

function arithmeticNamed(engine: string): Arithmetic {
  return arithmeticOf({ engine, version: "4.22.0", precision: "float32", methods: [], ops: [] });
}

/** Whether nothing is assumed of how an engine computes an op: it was measured, or only moves numbers and adds them up. */
function isSettled(op: Op, { measured }: Arithmetic): boolean {
  if (measured[op.name] !== undefined) return true;
  if (op.kind === "composite") return false;
  const { program, inputs } = drawCase(1, { unit: op.name, index: 0 });
  const [step] = program.steps;
  const operands = step!.in.map((name) => inputs[name]!);
  const attrs = attrsOf(step!);
  const { relative = 0, absolute = 0 } = op.rounding(operands, attrs, op.run(operands, attrs));
  // One rounding, or the two of a mean.
  return relative <= 2 && absolute === 0;
}

describe("emulated float32 engines", () => {
  it("are never accused, and errors of 1e-5 are seen where nothing is assumed of an engine", () => {
    const settled = new Set(allOps.filter((op) => isSettled(op, arithmeticNamed("tfjs-cpu"))).map(({ name }) => name));
    const [all, first, everyFirst] = [new Tally(), new Tally(), new Tally()];
    for (const unit of [...allOps.map(({ name }) => name), ...Array.from({ length: 12 }, () => PROGRAMS)].keys()) {
      const name = allOps[unit]?.name ?? PROGRAMS;
      for (const [index, engine] of NAMES.entries()) {
        const c = drawCase(1, { unit: name, index: unit + index });
        const arithmetic = arithmeticNamed(engine);
        const random = randomFrom(seedOf(unit, index));
        for (const { order, task } of tasksOf(c, arithmetic)) {
          const tally = tryTask(task, arithmetic, random);
          all.add(tally);
          if (order !== 1 || engine !== "tfjs-cpu") continue;
          everyFirst.add(tally);
          if (c.program.steps.every(({ op }) => settled.has(opNamed(op).name))) first.add(tally);
        }
      }
    }
    expect(all.entries).toBeGreaterThan(10_000);
    expect(all.alarms).toBe(0);
    expect(all.inconclusive / all.entries).toBeLessThan(0.05);
    expect(first.ofComputation[0]!.length).toBeGreaterThan(1000);
    expect(caughtIn99(first.ofComputation[0]!)).toBeLessThan(1e-5);
    // What other engines may do inside of an op is only bounded by its entry.
    expect(caughtIn99(everyFirst.ofComputation[0]!)).toBeLessThan(2.5e-5);
  }, 90_000);
});

import { describe, expect, it } from "vitest";
import { tasksOf } from "../../bench/power/cases.ts";
import { caughtIn99, Tally } from "../../bench/power/tally.ts";
import { tryTask } from "../../bench/power/try-task.ts";
import { randomFrom, seedOf } from "../../src/base/random.ts";
import { arithmeticOf } from "../../src/oracles/arithmetic.ts";
import { allOps } from "../../src/program/program.ts";
import { drawCase, PROGRAMS } from "../../src/suite/plan.ts";

describe("emulated float32 engines", () => {
  const names = ["any", "tfjs-cpu", "tfjs-wasm", "tfjs-node"];

  it("are never accused, and errors of 2.5e-5 are seen", () => {
    const [all, first] = [new Tally(), new Tally()];
    for (const unit of [...allOps.map(({ name }) => name), ...Array.from({ length: 12 }, () => PROGRAMS)].keys()) {
      const name = allOps[unit]?.name ?? PROGRAMS;
      for (const [index, engine] of names.entries()) {
        const c = drawCase(1, { unit: name, index: unit + index });
        const arithmetic = arithmeticOf({ engine, version: "4.22.0", precision: "float32", methods: [], ops: [] });
        const random = randomFrom(seedOf(unit, index));
        for (const { order, task } of tasksOf(c, arithmetic)) {
          const tally = tryTask(task, arithmetic, random);
          all.add(tally);
          if (order === 1 && engine === "tfjs-cpu") first.add(tally);
        }
      }
    }
    expect(all.entries).toBeGreaterThan(10_000);
    expect(all.alarms).toBe(0);
    expect(all.inconclusive / all.entries).toBeLessThan(0.05);
    expect(first.ofComputation[0]!.length).toBeGreaterThan(1000);
    expect(caughtIn99(first.ofComputation[0]!)).toBeLessThan(2.5e-5);
  });
});

import { boundsOf } from "../../src/checks/bounds.ts";
import { compare } from "../../src/checks/compare.ts";
import type { Task } from "../../src/checks/tasks.ts";
import { valueOf } from "../../src/engine/variable.ts";
import type { Arithmetic } from "../../src/oracles/arithmetic.ts";
import { scalar } from "../../src/tensor/tensor.ts";
import { trace } from "../../src/transforms/trace.ts";
import { conditionsOf } from "./condition.ts";
import { emulate } from "./emulated.ts";
import { Tally } from "./tally.ts";

/** Emulated engines that answer each task. */
const ENGINES = 8;

/** Has correct engines of an arithmetic answer a task, judges them, and notes what of an error planted in an entry would be caught. */
export function tryTask(task: Task, arithmetic: Arithmetic, random: () => number): Tally {
  const tally = new Tally();
  const bounds = boundsOf(task, arithmetic);
  const truth = trace(task.ways[0], task.arrays).outputs.map(valueOf);
  const { ofFunction, ofComputation } = conditionsOf(task);
  for (let engine = 0; engine < ENGINES; engine++) {
    const answer = emulate(task, arithmetic, random);
    task.names.forEach((name, o) => {
      truth[o]!.data.forEach((want, i) => {
        const [got, bound] = [answer[name]!.data[i]!, bounds[name]!.data[i]!];
        const { verdict } = compare(scalar(got), scalar(want), scalar(bound), arithmetic.precision);
        if (verdict === "disagree") tally.alarms++;
        // What no engine rounds is no trial of the budget.
        if (bound === 0) return;
        tally.entries++;
        if (verdict === "inconclusive") tally.inconclusive++;
        if (want === 0 || !Number.isFinite(want)) return;
        // An error of e·|want| is caught when it takes the answer past the bound: up or down, as it may be.
        const side = random() < 0.5 ? -1 : 1;
        const caught = (bound - side * (got - want)) / Math.abs(want);
        tally.note(tally.ofComputation, ofComputation[o]![i]!, caught);
        tally.note(tally.ofFunction, ofFunction[o]![i]!, caught);
      });
    });
  }
  return tally;
}

import { describe, expect, it } from "vitest";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Spent } from "../../src/suite/timing.ts";
import type { Verified } from "../../src/suite/verify.ts";
import { withAnswers } from "../engines/planted/wrapped.ts";
import { verified } from "./verified.ts";

const START = 1_767_225_600_000;

/** A run by a clock that moves on by `step` whenever it is looked at. */
function run(step: number): Promise<Verified> {
  let time = START - step;
  return verified(
    { engines: [cotangent("test"), withAnswers({})], ops: ["exp", "relu"], cases: 2 },
    () => (time += step),
  );
}

const sum = (spent: readonly Spent[] | undefined): number => spent!.reduce((total, { ms }) => total + ms, 0);

describe("where the time of a run went", () => {
  it("is told by engine, op and law: each check took one step of the clock", async () => {
    const { run: of, totals } = (await run(3)).results;
    const checks = totals.agree + totals.disagree + totals.inconclusive + totals.unsupported + totals.failed;
    const { engines, ops, laws } = of.timing;
    expect([sum(engines), sum(ops), sum(laws)]).toEqual([3 * checks, 3 * checks, 3 * checks]);
    expect(engines!.map(({ name }) => name).toSorted()).toEqual(["cotangent", "toy"]);
    expect(ops!.map(({ name }) => name).toSorted()).toEqual(["exp", "relu"]);
    for (const spent of [engines!, ops!, laws!])
      expect(spent.map(({ ms }) => ms)).toEqual(spent.map(({ ms }) => ms).toSorted((a, b) => b - a));
  });

  it("is told by part of the run, in order, and the parts are all of it", async () => {
    const { start, stop, phases } = (await run(3)).results.run.timing;
    expect(phases!.map(({ name }) => name)).toEqual([
      "cases",
      "known differences",
      "findings",
      "repros",
      "golden vectors",
      "conventions",
      "accuracy",
      "worked example",
    ]);
    expect(start).toBe(START);
    // And one more look at the clock.
    expect(stop - start).toBe(sum(phases) + 3);
  });

  it("is in whole milliseconds, by whatever clock", async () => {
    const { start, stop, phases, engines, ops, laws } = (await run(0.7)).results.run.timing;
    const times = [...phases!, ...engines!, ...ops!, ...laws!].map(({ ms }) => ms);
    for (const time of [start, stop, ...times]) expect(time).toBe(Math.round(time));
  });

  it("is all that differs between two runs of a seed", async () => {
    const [slow, fast] = (await Promise.all([run(3), run(1)])).map(({ results }) => results);
    expect(slow!.run.timing).not.toEqual(fast!.run.timing);
    const without = ({ run: of, ...rest }: Verified["results"]): string =>
      JSON.stringify({ ...rest, run: { ...of, timing: null } });
    expect(without(slow!)).toBe(without(fast!));
  });
});

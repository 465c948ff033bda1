import { parseArgs } from "node:util";
import { seedOf } from "../../src/base/random.ts";
import type { Precision } from "../../src/base/ulp.ts";
import { allOps } from "../../src/program/program.ts";
import { drawCase, PROGRAMS } from "../../src/suite/plan.ts";
import { Dice } from "./dice.ts";
import { families } from "./functions.ts";
import { HEADER, Tally } from "./tally.ts";
import { tryFunction } from "./try-function.ts";
import { tryProgram } from "./try-program.ts";

/**
 * Estimates derivatives that are known by finite differences, and prints how often one lies beyond its bound (it must
 * never), how wide the bounds are, and whether claims are judged rightly. Ends with 1 where one was not.
 */
const { values: flags } = parseArgs({
  options: { samples: { type: "string", default: "5000" }, seed: { type: "string", default: "1" } },
});
const [samples, seed] = [Number(flags.samples), Number(flags.seed)];

async function table(precision: Precision): Promise<number> {
  const all = new Tally();
  console.log(`\nValues of ${precision}, seed ${String(seed)}:\n\n${HEADER}`);
  const print = (name: string, tally: Tally): void => {
    console.log(tally.row(name));
    all.add(tally);
  };
  for (const [name, draw] of Object.entries(families)) {
    const tally = new Tally();
    const dice = new Dice(seedOf(seed, name), precision);
    for (let i = 0; i < samples; i++) await tryFunction(draw(dice), precision, tally);
    print(name, tally);
  }
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ["ops", allOps.map((op) => op.name)],
    ["programs", [PROGRAMS]],
  ];
  for (const [name, units] of kinds) {
    const tally = new Tally();
    for (let i = 0; i < (2 * samples) / units.length; i++)
      for (const unit of units)
        await tryProgram(drawCase(seed, { unit, index: i }), seedOf(seed, unit, i), precision, tally);
    print(name, tally);
  }
  console.log(all.row("all"));
  return all.wrong;
}

const wrong = [await table("float64"), await table("float32")];
process.exitCode = wrong.every((n) => n === 0) ? 0 : 1;

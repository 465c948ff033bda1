import { parseArgs } from "node:util";
import { randomFrom, seedOf } from "../../src/base/random.ts";
import type { Task } from "../../src/checks/tasks.ts";
import { arithmeticOf } from "../../src/oracles/arithmetic.ts";
import { roundOf, tasksOf } from "./cases.ts";
import { caughtIn99, GOALS, Tally } from "./tally.ts";
import { tryTask } from "./try-task.ts";

const { values: flags } = parseArgs({
  options: { cases: { type: "string", default: "120" }, seed: { type: "string", default: "1" } },
});
const [cases, seed] = [Number(flags.cases), Number(flags.seed)];

/** The engines whose arithmetic is emulated, in turn: one that was not measured, and those that were. */
const engines = ["not measured", "tfjs-cpu", "tfjs-wasm", "tfjs-node"];

/** Tallies under what the rows of a table say. */
type Table = Map<string, Tally>;

const [byEngine, byFamily]: [Table, Table] = [new Map(), new Map()];
const total = new Tally();

function add(table: Table, key: string, tally: Tally): void {
  const known = table.get(key) ?? new Tally();
  table.set(key, known);
  known.add(tally);
}

for (let index = 0; index < cases; index++) {
  const engine = engines[index % engines.length]!;
  const arithmetic = arithmeticOf({ engine, version: "4.22.0", precision: "float32", methods: [], ops: [] });
  roundOf(seed, index).forEach(({ family, case: c }, n) => {
    const random = randomFrom(seedOf(seed, index, n));
    for (const { order, task } of tasksOf(c, arithmetic)) {
      const tally = tryTask(task, arithmetic, random);
      add(byEngine, `${engine} | ${sizeOf(task)} | ${String(order)}`, tally);
      add(byFamily, `${family} | ${sizeOf(task)} | ${String(order)}`, tally);
      total.add(tally);
    }
  });
}

console.log(`${String(total.alarms)} false alarms in ${total.entries.toLocaleString("en")} comparisons.`);
print("engine", byEngine);
print("family", byFamily);

/** Prints what there is to say of each row; the errors are those of one entry, relative, that are caught in 99 % of cases. */
function print(rows: string, table: Table): void {
  console.log(
    `\n| ${rows} | elements | order | comparisons | false alarms | inconclusive | ${bins("κ")} | ${bins("κ of f")} |`,
  );
  console.log(`|${" --- |".repeat(10)}`);
  for (const [key, tally] of [...table].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (tally.entries > 0) console.log(`| ${key} | ${figures(tally)} |`);
  console.log(`| all | | | ${figures(total)} |`);
}

function bins(of: string): string {
  return GOALS.map(({ upTo, goal }) => `${of} ≤ ${String(upTo)} (goal ${goal.toExponential()})`).join(" | ");
}

function figures(t: Tally): string {
  const caught = [...t.ofComputation, ...t.ofFunction].map(caughtIn99);
  return [
    t.entries,
    t.alarms,
    `${((100 * t.inconclusive) / t.entries).toFixed(1)} %`,
    ...caught.map((x) => (Number.isNaN(x) ? "–" : x.toExponential(1))),
  ].join(" | ");
}

/** The largest tensor of a task, in elements. */
function sizeOf({ arrays }: Task): string {
  const most = Math.max(...arrays.map((x) => x.data.length));
  return most <= 4 ? "1–4" : most <= 24 ? "5–24" : "25–400";
}

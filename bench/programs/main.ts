import { survey } from "./survey.ts";

/** Prints what random programs are like, and how much of what was drawn for them was put aside. */
const programs = Number(process.argv[2] ?? 3000);
const { steps, ops, features, wanted, replaced, largest } = survey(programs, 1);

const percent = (n: number, of: number): string => `${((100 * n) / of).toFixed(1)} %`;
for (const [count, n] of steps.entries()) if (n > 0) console.log(`${String(count)} steps: ${percent(n, programs)}`);
for (const [feature, n] of features) console.log(`${feature}: ${percent(n, programs)}`);
const counts = [...ops].toSorted(([, a], [, b]) => a - b);
const [rarest, most] = [counts[0]!, counts.at(-1)!];
console.log(`ops met: ${String(counts.filter(([, n]) => n > 0).length)} of ${String(counts.length)}`);
console.log(`rarest: ${rarest[0]} in ${String(rarest[1])} programs; most frequent: ${most[0]} in ${String(most[1])}`);
console.log(`largest input: ${String(largest)}`);
console.log(
  `${String(programs)} programs drawn, none put aside; ${String(replaced)} of ${String(wanted)} values (${percent(replaced, wanted)}) that steps were to use are new inputs instead`,
);

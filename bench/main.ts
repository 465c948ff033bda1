import { cases } from "./cases.ts";
import { benchServe } from "./serve.ts";

/** Prints the time of each case: the first call of a fresh function, and warm (the median of batches). */
console.log("| case | first call | warm | goal |\n| --- | --- | --- | --- |");
for (const { name, goal, run } of cases) {
  const started = performance.now();
  run();
  const first = performance.now() - started;
  console.log(`| ${name} | ${format(first)} | ${format(warm(run))} | ${goal} |`);
}

await benchServe();

function warm(run: () => unknown): number {
  const end = performance.now() + 1000;
  while (performance.now() < end) run();
  const calls = Math.max(1, Math.round(2 / timeOf(run, 10)));
  const batches = Array.from({ length: 51 }, () => timeOf(run, calls)).toSorted((a, b) => a - b);
  return batches[25]!;
}

function timeOf(run: () => unknown, calls: number): number {
  const started = performance.now();
  for (let i = 0; i < calls; i++) run();
  return (performance.now() - started) / calls;
}

function format(milliseconds: number): string {
  if (milliseconds >= 1) return `${milliseconds.toFixed(2)} ms`;
  return milliseconds >= 0.001 ? `${(milliseconds * 1e3).toFixed(1)} µs` : `${(milliseconds * 1e6).toFixed(0)} ns`;
}

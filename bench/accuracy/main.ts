import { allOps } from "../../src/program/program.ts";
import { measureConditioned, measureElementwise, type Row } from "./measure.ts";

const [points = 400, cases = 40, seed = 1] = process.argv.slice(2).map(Number);

/** Prints the accuracy of every op against the exact oracle, as the text of docs/accuracy.md. */
console.log(`# Accuracy

Written by \`npm run accuracy\`: our float64 engine against the exact oracle, which gives the correctly rounded number.

## Elementwise ops

Errors in float64 steps from the correctly rounded number, over all of float64: moderate and extreme sizes, tails, subnormals,
near 1 (${String(points)} points an op, seed ${String(seed)}). 0 is the best there is. The goal is 4. Points without a derivative are left out.

| op | what | points | worst | median | worst at |
| --- | --- | ---: | ---: | ---: | --- |`);
for (const op of allOps) if ("scalar" in op.face!.exact) print(measureElementwise(op, points, seed));
console.log(`
## Ops on whole tensors

Errors in units of 2⁻⁵² · Σ|∂v/∂x|·|x|: what is lost already when what a number is computed from is rounded (${String(cases)} cases an op).

| op | what | entries | worst | median | worst at |
| --- | --- | ---: | ---: | ---: | --- |`);
for (const op of allOps) if ("element" in op.face!.exact) print(measureConditioned(op, cases, seed));

function print(rows: readonly Row[]): void {
  for (const { op, what, points: n, worst, median, at } of rows)
    console.log(`| ${op} | ${what} | ${String(n)} | ${round(worst)} | ${round(median)} | ${at} |`);
}

function round(x: number): string {
  return x >= 100 ? x.toPrecision(3) : String(Math.round(x * 100) / 100);
}

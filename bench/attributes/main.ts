import { pairCoverage } from "../../properties/attribute-space/pairs.ts";
import { allOps } from "../../src/program/program.ts";

/** Prints how much of each op's attribute space its samples cover pairwise, and what they leave out. */
const wanted = process.argv.slice(2);
let [pairs, seen, bare] = [0, 0, 0];
for (const op of allOps) {
  if (wanted.length > 0 && !wanted.includes(op.name)) continue;
  const coverage = pairCoverage(op);
  pairs += coverage.pairs;
  seen += coverage.seen;
  console.log(
    `${op.name}: ${String(coverage.seen)} of ${String(coverage.pairs)} pairs in ${String(coverage.samples)} samples`,
  );
  for (const { pair, because } of coverage.holes) {
    if (because === null) bare++;
    console.log(
      `  ${because === null ? "HOLE" : "excused"}: ${pair.join(" and ")}${because === null ? "" : `: ${because}`}`,
    );
  }
  for (const { pair } of coverage.idle) console.log(`  EXCUSE THAT IS NOT SO: ${pair.join(" and ")}`);
  for (const pair of coverage.possible) console.log(`  EXCUSED, AND TAKEN: ${pair}`);
}
console.log(
  `${String(seen)} of ${String(pairs)} pairs seen, ${String(pairs - seen - bare)} excused, ${String(bare)} holes`,
);

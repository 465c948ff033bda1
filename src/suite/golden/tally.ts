import type { Engine } from "../../oracles/engine.ts";
import type { KnownDifference } from "../known-schema.ts";
import type { GoldenTally, Tally } from "../results.ts";
import { checkFile, type VectorsOf } from "./check-files.ts";

/** Asks every engine for what the vectors expect; engines work side by side. */
export async function goldenTallies(
  engines: readonly Engine[],
  files: readonly VectorsOf[],
  known: readonly KnownDifference[],
): Promise<GoldenTally[]> {
  return Promise.all(
    engines.map(async (each): Promise<GoldenTally> => {
      const { engine } = each.description;
      const counts = { agree: 0, disagree: 0, inconclusive: 0, unsupported: 0, failed: 0 };
      const misses: string[] = [];
      let explained = 0;
      for (const file of files) {
        const outcome = await checkFile(each, file, known);
        for (const verdict of Object.keys(counts) as (keyof Tally)[]) counts[verdict] += outcome.counts[verdict];
        for (const miss of outcome.misses) {
          if (miss.known) explained++;
          else misses.push(`${miss.id}, ${miss.method}: ${String(miss.kind)}: ${miss.because}`);
        }
      }
      const judged = !known.some(({ engines: named }) => named.includes(engine));
      return { engine, ...counts, known: explained, misses, judged };
    }),
  );
}

import type { GoldenTally, Results } from "../../../src/suite/results.ts";
import { counted, grouped, oneLine } from "../../text.ts";
import type { Model } from "../model/model.ts";
import { Table } from "../parts/table.tsx";

/** The engines, and those that could not run. */
export function Engines({ model: { results } }: { readonly model: Model }) {
  return (
    <section aria-labelledby="engines">
      <h2 id="engines">Engines</h2>
      <Table
        label="Engines and their versions"
        head={["Engine", "Version", "Stands on", "Precision", "Golden vectors", "Took part"]}
        rows={results.engines.map(({ name, version, backend, runs, precision, because }) => [
          oneLine(name),
          oneLine(version ?? "unknown"),
          oneLine(backend ?? (runs ? "itself" : "unknown")),
          precision ?? "unknown",
          goldenOf(results, name),
          runs ? "yes" : `no, because ${oneLine(because)}`,
        ])}
      />
      {(results.golden ?? [])
        .filter(({ misses }) => misses.length > 0)
        .map((tally) => (
          <Misses key={tally.engine} tally={tally} />
        ))}
    </section>
  );
}

/** How many answers that golden vectors ask for were the expected ones. */
function goldenOf({ golden = [] }: Results, name: string): string {
  const found = golden.find(({ engine }) => engine === name);
  if (found === undefined) return "not asked";
  return `${grouped(found.agree)} agree${found.misses.length === 0 ? "" : `, ${grouped(found.misses.length)} unlike`}`;
}

/** The answers of an engine that golden vectors do not expect. */
function Misses({ tally: { engine, misses, judged } }: { readonly tally: GoldenTally }) {
  return (
    <details>
      <summary>
        {oneLine(engine)}: {counted(misses.length, "answer")} that a golden vector does not expect
      </summary>
      <p>
        {judged
          ? "They fail the run."
          : "They do not fail the run: what is known of this engine cannot speak of a vector’s values."}
      </p>
      <ul>
        {misses.map((miss) => (
          <li key={miss}>{oneLine(miss)}</li>
        ))}
      </ul>
    </details>
  );
}

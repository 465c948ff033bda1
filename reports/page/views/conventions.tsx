import { oneLine } from "../../text.ts";
import type { Model } from "../model/model.ts";
import { Symbol } from "../parts/mark.tsx";
import { Table } from "../parts/table.tsx";

/** What engines answer where an op has no derivative. */
export function Conventions({ model, op }: { readonly model: Model; readonly op: string }) {
  const own = (model.results.conventions ?? []).filter((convention) => convention.op === op);
  if (own.length === 0) return null;
  const places = [...new Set(own.map(({ at }) => at))];
  const engines = [...new Set(own.map(({ engine }) => engine))];
  return (
    <section aria-labelledby="kinks">
      <h2 id="kinks">At its kinks</h2>
      <p>
        At a kink every convex combination of the derivatives around it is right, and which one an engine takes is its
        convention. At a jump the one right answer is 0.
      </p>
      <Table
        label="What engines answer at kinks"
        head={["At", ...engines.map(oneLine)]}
        rows={places.map((at) => [
          oneLine(at),
          ...engines.map((engine) => {
            const found = own.find((c) => c.at === at && c.engine === engine);
            if (found?.answer === undefined || found.answer === null) return "no gradient";
            return found.valid ? (
              oneLine(found.answer)
            ) : (
              <>
                <Symbol mark="unexpected" /> {oneLine(found.answer)}, not a subgradient
              </>
            );
          }),
        ])}
      />
    </section>
  );
}

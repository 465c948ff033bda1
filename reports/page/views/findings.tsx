import { counted, grouped, oneLine, orderName } from "../../text.ts";
import type { Model } from "../model/model.ts";
import { hrefOf, type Route } from "../model/route.ts";
import { Filters } from "../parts/filters.tsx";
import { Symbol } from "../parts/mark.tsx";
import { Head } from "../parts/head.tsx";
import { Rows } from "../parts/rows.tsx";

/** Every finding of the run. */
export function Findings({ model, route }: { readonly model: Model; readonly route: Route }) {
  const { query } = route;
  const all = model.findings;
  const wanted = (name: string, value: string): boolean => (query.get(name) ?? value) === value;
  const words = (query.get("text") ?? "").toLowerCase().split(/\s+/);
  const items = all.filter(
    ({ title, diagnosis, op, engine, kind, order, known }) =>
      words.every((word) => `${title} ${diagnosis} ${op}`.toLowerCase().includes(word)) &&
      wanted("engine", engine) &&
      wanted("kind", kind) &&
      wanted("order", orderName(order)) &&
      wanted("known", known === null ? "new" : "known"),
  );
  return (
    <>
      <h1>Findings</h1>
      {all.length === 0 ? (
        <p>Nothing was found.</p>
      ) : (
        <>
          <Filters
            route={route}
            label="Filter the findings"
            shown={`${counted(items.length, "finding")} of ${grouped(all.length)}`}
            choices={[
              { name: "engine", label: "Engine", options: unique(all.map(({ engine }) => engine)) },
              { name: "kind", label: "Kind", options: unique(all.map(({ kind }) => kind)) },
              { name: "order", label: "Order", options: unique(all.map(({ order }) => orderName(order))) },
              { name: "known", label: "Known", options: ["new", "known"] },
            ]}
          />
          <Rows
            label="Findings"
            class="list"
            columns={4}
            items={items}
            height={58}
            head={<Head names={["Finding", "What is wrong", "Kind", "Order"]} />}
            row={(finding) => (
              <>
                <th scope="row">
                  <Symbol mark={finding.known === null ? "unexpected" : "known"} />{" "}
                  <a href={hrefOf(["finding", finding.id])}>{oneLine(finding.title)}</a>
                </th>
                <td class="words">{oneLine(finding.diagnosis)}</td>
                <td>{finding.kind}</td>
                <td>{orderName(finding.order)}</td>
              </>
            )}
          />
        </>
      )}
    </>
  );
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}

import type { KnownDifference } from "../../../src/suite/known-schema.ts";
import { conditionText } from "../../finding-text.ts";
import { counted, listOf, oneLine, orderName } from "../../text.ts";
import type { Model } from "../model/model.ts";
import { hrefOf } from "../model/route.ts";
import { Link } from "../parts/link.tsx";
import { Symbol } from "../parts/mark.tsx";

/** What fails the run besides findings: known differences that are gone, failures that no finding explains. */
export function Unexpected({ model: { verdict } }: { readonly model: Model }) {
  const { gone, unexplained, missing } = verdict;
  return (
    <>
      {gone.length > 0 && (
        <section aria-labelledby="gone">
          <h2 id="gone">Known differences that no longer occur</h2>
          <p>
            Where they are mended, take them out of the known differences: <code>cotangent verify --update-known</code>
          </p>
          <ul>
            {gone.map(({ kind, op, order, engines, condition, because, link }) => (
              <li key={JSON.stringify([kind, op, order, engines, condition])}>
                <Symbol mark="unexpected" /> {kind} of <a href={hrefOf(["op", op])}>{oneLine(op)}</a>,{" "}
                {orderName(order)}, on {oneLine(listOf(engines))}
                {whereOf(condition)}: expected because {oneLine(because)} {link !== null && <Link address={link} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {unexplained.length > 0 && (
        <section aria-labelledby="unexplained">
          <h2 id="unexplained">Failures that no finding explains</h2>
          <ul>
            {unexplained.map(({ row, reason }) => (
              <li key={JSON.stringify([row.op, row.engine, row.law, row.order])}>
                <Symbol mark="unexpected" /> <a href={hrefOf(["op", row.op])}>{oneLine(row.op)}</a> on{" "}
                {oneLine(row.engine)}, {orderName(row.order)}, {oneLine(row.law)}: {oneLine(reason)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {missing.length > 0 && (
        <section aria-labelledby="unlike">
          <h2 id="unlike">Golden vectors</h2>
          <ul>
            {missing.map(({ engine, misses }) => (
              <li key={engine}>
                <Symbol mark="unexpected" /> {counted(misses.length, "answer")} of {oneLine(engine)} that a golden
                vector does not expect: <a href={hrefOf(["coverage"])}>which</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function whereOf(condition: KnownDifference["condition"]): string {
  return Object.keys(condition).length === 0 ? "" : ` where ${oneLine(conditionText(condition))}`;
}

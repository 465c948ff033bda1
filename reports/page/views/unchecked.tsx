import { counted, grouped, listOf, oneLine } from "../../text.ts";
import type { Model } from "../model/model.ts";
import { Label } from "../parts/mark.tsx";
import { Head } from "../parts/head.tsx";
import { Rows } from "../parts/rows.tsx";

/** Ops that are named; of more only their number is told. */
const NAMED = 4;

/** What was not checked, and why. */
export function Unchecked({ model: { shortfalls } }: { readonly model: Model }) {
  return (
    <section aria-labelledby="unchecked">
      <h2 id="unchecked">What was not checked</h2>
      {shortfalls.length === 0 ? (
        <p>Every check came to agreement or disagreement.</p>
      ) : (
        <>
          <p>Checks that settled nothing about the numbers, by reason.</p>
          <Rows
            label="What was not checked"
            class="list"
            columns={4}
            items={shortfalls}
            height={58}
            head={<Head names={["Verdict", "Checks", "Reason", "Where"]} />}
            row={({ verdict, reason, checks, engines, ops }) => (
              <>
                <th scope="row">
                  <Label mark={verdict} />
                </th>
                <td>{grouped(checks)}</td>
                <td class="words">{oneLine(reason)}</td>
                <td>
                  {ops.size > NAMED ? counted(ops.size, "op") : oneLine(listOf([...ops]))} on{" "}
                  {oneLine(listOf([...engines]))}
                </td>
              </>
            )}
          />
        </>
      )}
    </section>
  );
}

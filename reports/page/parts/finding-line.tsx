import type { Finding } from "../../../src/suite/results.ts";
import { oneLine } from "../../text.ts";
import { hrefOf } from "../model/route.ts";
import { Label } from "./mark.tsx";

/** A finding in two lines, that leads to its page. */
export function FindingLine({ finding }: { readonly finding: Finding }) {
  const { id, title, diagnosis, kind, order, known } = finding;
  return (
    <li class={`finding ${known === null ? "unexpected" : "known"}`}>
      <a href={hrefOf(["finding", id])}>{oneLine(title)}</a>
      <p>{oneLine(diagnosis)}</p>
      <p class="where">
        <Label mark={known === null ? "unexpected" : "known"} /> · {kind} · order {order}
      </p>
    </li>
  );
}

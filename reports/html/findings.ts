import type { KnownDifference } from "../../src/suite/known-schema.ts";
import type { Finding, Results } from "../../src/suite/results.ts";
import type { Digits } from "../format.ts";
import type { Outcome } from "../outcome.ts";
import { counted, listOf, orderName } from "../text.ts";
import type { Verdict } from "../verdict.ts";
import { findingCard } from "./finding.ts";
import { html, type Html, type Part } from "./html.ts";
import { link, section } from "./parts.ts";

/** The most findings that are open from the start. */
const opened = 3;

function group(title: string, items: readonly Html[]): Html | null {
  return items.length === 0
    ? null
    : html`<h3>${title} <span class="tally">${items.length}</span></h3>
        ${items}`;
}

function goneCard({ engines, op, kind, order, condition, because, link: address }: KnownDifference): Html {
  const facts = Object.entries(condition).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  return html`<div class="finding unexpected">
    <h4>${op} on ${listOf(engines)}, ${orderName(order)}: “${kind}” did not occur</h4>
    <p>
      It was expected because ${because}${facts.length === 0 ? null : `, where ${listOf(facts)}`}.
      ${address === null ? null : link(address)}
    </p>
    <p>If it is mended, take it out of the known differences: <code>cotangent verify --update-known</code></p>
  </div>`;
}

function unexplainedCard({ row, reason }: Outcome): Html {
  return html`<div class="finding unexpected">
    <h4>${row.op} on ${row.engine}, ${orderName(row.order)}, ${row.law}</h4>
    <p>${reason}: ${counted(row.disagree, "disagreement")}, ${counted(row.failed, "failure")}.</p>
  </div>`;
}

/** Everything that differs, the unexpected first. */
export function findings(results: Results, verdict: Verdict): Html {
  const precisions = new Map(results.engines.map(({ name, precision }) => [name, precision]));
  const digits = ({ engine }: Finding): Digits => precisions.get(engine) ?? "float64";
  const card = (finding: Finding, i: number): Html =>
    findingCard(finding, digits(finding), finding.known === null && i < opened);
  const groups: readonly Part[] = [
    group("Unexpected", verdict.unexpected.map(card)),
    group("Known, and no longer so", verdict.gone.map(goneCard)),
    group("Without a finding", verdict.unexplained.map(unexplainedCard)),
    group("Known differences", verdict.known.map(card)),
  ];
  return section(
    "findings",
    "Findings",
    groups.every((part) => part === null) ? html`<p>There are none: nothing differs.</p>` : groups,
  );
}

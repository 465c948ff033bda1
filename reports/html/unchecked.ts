import type { Reason, Results } from "../../src/suite/results.ts";
import { counted, grouped, listOf } from "../text.ts";
import { html, type Html } from "./html.ts";
import { label } from "./marks.ts";
import { scroller, section } from "./parts.ts";

interface Shortfall {
  readonly verdict: Reason["verdict"];
  readonly reason: string;
  readonly engines: Set<string>;
  readonly ops: Set<string>;
  checks: number;
}

function shortfallsOf(results: Results): Shortfall[] {
  const all = new Map<string, Shortfall>();
  for (const row of results.coverage)
    for (const verdict of ["inconclusive", "unsupported", "failed"] as const) {
      const given = (row.because ?? []).filter((reason) => reason.verdict === verdict);
      const told = given.reduce((total, { cases }) => total + cases, 0);
      const rest = { verdict, reason: "no reason was recorded", cases: Math.max(0, row[verdict] - told) };
      for (const { reason, cases } of [...given, rest]) {
        if (cases === 0) continue;
        const key = JSON.stringify([verdict, reason]);
        const entry = all.get(key) ?? { verdict, reason, engines: new Set(), ops: new Set(), checks: 0 };
        entry.checks += cases;
        entry.engines.add(row.engine);
        entry.ops.add(row.op);
        all.set(key, entry);
      }
    }
  return [...all.values()].toSorted((a, b) => b.checks - a.checks);
}

/** What was not checked, and why. */
export function unchecked(results: Results): Html {
  const rows = shortfallsOf(results);
  if (rows.length === 0)
    return section("unchecked", "What was not checked", html`<p>Every check came to agreement or disagreement.</p>`);
  return section(
    "unchecked",
    "What was not checked",
    scroller(
      "What was not checked",
      html`<table>
        <caption>
          <span>Checks that settled nothing about the numbers, by reason.</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Verdict</th>
            <th scope="col" class="num">Checks</th>
            <th scope="col">Reason</th>
            <th scope="col">Where</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ verdict, reason, checks, engines, ops }) =>
              html`<tr>
                <td>${label(verdict)}</td>
                <td class="num">${grouped(checks)}</td>
                <td class="reason">${reason}</td>
                <td>${ops.size > 4 ? counted(ops.size, "op") : listOf([...ops])} on ${listOf([...engines])}</td>
              </tr>`,
          )}
        </tbody>
      </table>`,
    ),
  );
}

import type { JsonArrays, Finding } from "../../src/suite/results.ts";
import { errorText } from "../finding-text.ts";
import { formatArrays, formatEvidence, type Digits } from "../format.ts";
import { programText } from "../program-text.ts";
import { anchor, html, type Html, type Part } from "./html.ts";
import { label } from "./marks.ts";
import { block, link, scroller } from "./parts.ts";

/** Where on the page a finding is. */
export function anchorOf({ id }: Pick<Finding, "id">): string {
  return anchor("finding", id);
}

function item(term: string, ...content: readonly Part[]): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd>${content}</dd>
  </div>`;
}

function arrays(term: string, values: JsonArrays | undefined): Html | null {
  return values === undefined || Object.keys(values).length === 0 ? null : item(term, block(formatArrays(values)));
}

function witnesses(finding: Finding, digits: Digits): Html | null {
  if (finding.witnesses.length === 0) return null;
  const table = html`<table class="witnesses">
    <caption>
      <span>Witnesses, and the side each stands on</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">Witness</th>
        <th scope="col">Says</th>
        <th scope="col">Stands with</th>
      </tr>
    </thead>
    <tbody>
      ${finding.witnesses.map(
        ({ name, value, sides }) =>
          html`<tr>
            <th scope="row">${name}</th>
            <td>${block(formatEvidence(value, sides === "engine" ? digits : "float64"))}</td>
            <td>${sides === "engine" ? html`the engine, ${finding.engine}` : "the reference"}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
  return scroller(`Witnesses of ${finding.id}`, table);
}

function repro({ repro: code }: Finding): Html {
  const languages = [
    ["TensorFlow.js", code.tfjs],
    ["PyTorch", code.torch],
    ["JAX", code.jax],
  ] as const;
  return html`<div class="repro">
    ${languages.map(([name, text]) =>
      text === null
        ? null
        : html`<details>
            <summary>In ${name}</summary>
            ${block(text)}
          </details>`,
    )}
  </div>`;
}

/** One finding, folded up or not. */
export function findingCard(finding: Finding, digits: Digits, open: boolean): Html {
  const { known, case: smallest } = finding;
  return html`<details class="finding ${known === null ? "unexpected" : "known"}" ${open ? html`open` : null}>
    <summary>
      <h4>${finding.title}</h4>
      <p class="where">
        ${label(known === null ? "unexpected" : "known")} ${finding.kind} · ${finding.op} on ${finding.engine} · order
        ${finding.order} · ${finding.law}
      </p>
    </summary>
    <div class="body" id="${anchorOf(finding)}">
      <p class="diagnosis">${finding.diagnosis}</p>
      ${
        known === null
          ? null
          : html`<p class="because">Known: ${known.because} ${known.link === null ? null : link(known.link)}</p>`
      }
      <dl class="facts">
        ${item("Got", block(formatEvidence(finding.got, digits)))} ${item("Want", block(formatEvidence(finding.want)))}
        ${item("Error", errorText(finding))} ${item("Program", block(programText(smallest.program)))}
        ${arrays("Inputs", smallest.inputs)} ${item("Differentiated by", smallest.wrt.join(", ") || "nothing")}
        ${arrays("Cotangents", smallest.cotangents)} ${arrays("Tangents", smallest.tangents)}
      </dl>
      ${witnesses(finding, digits)} ${repro(finding)}
      <p class="replay">Run it again: <code>${finding.replay}</code></p>
    </div>
  </details>`;
}

import type { Results } from "../../src/suite/results.ts";
import { oneLine } from "../text.ts";
import { verdictOf, type Verdict } from "../verdict.ts";
import { conventions } from "./conventions.ts";
import { coverage } from "./coverage.ts";
import { engines } from "./engines.ts";
import { findings } from "./findings.ts";
import { footer } from "./footer.ts";
import { html, raw, type Html } from "./html.ts";
import { masthead } from "./masthead.ts";
import { matrix } from "./matrix.ts";
import { style, styleHash } from "./style.ts";
import { unchecked } from "./unchecked.ts";
import { workedExample } from "./worked-example.ts";

/** Nothing is loaded, nothing runs, nothing is sent; the one style is named by its hash. */
const policy = `default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;

function navigation(results: Results, { unexpected, known, gone, unexplained }: Verdict): Html {
  const different = unexpected.length + known.length + gone.length + unexplained.length;
  return html`<nav aria-label="On this page">
    <a href="#matrix">Ops and engines</a>
    ${results.workedExample === undefined ? null : html`<a href="#worked-example">Worked example</a>`}
    <a href="#findings">Findings (${different})</a>
    ${results.conventions === undefined ? null : html`<a href="#conventions">At kinks</a>`}
    <a href="#unchecked">Not checked</a>
    <a href="#engines">Engines</a>
    <a href="#coverage">Coverage</a>
  </nav>`;
}

/**
 * The report of a run: one HTML file that stands alone, works from disk and needs no network and no script. The same
 * results give the same bytes.
 *
 * @example
 * renderHtml(parseResults(JSON.parse(text), "results.json"));
 */
export function renderHtml(results: Results): string {
  const verdict = verdictOf(results);
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Cotangent: ${oneLine(verdict.sentence)}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <div class="page">
          <a class="skip" href="#main">Skip to the findings</a>
          ${masthead(results, verdict)} ${navigation(results, verdict)}
          <main id="main">
            ${matrix(results)}
            ${results.workedExample === undefined ? null : workedExample(results.workedExample, results)}
            ${findings(results, verdict)} ${results.conventions === undefined ? null : conventions(results.conventions)}
            ${unchecked(results)} ${engines(results)} ${coverage(results)}
          </main>
          ${footer(results)}
        </div>
      </body>
    </html> `;
  return page.text;
}

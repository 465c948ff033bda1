import type { Results } from "../../src/suite/results.ts";
import type { WorkedExample, WorkedFailure } from "../../src/suite/worked-example.ts";
import { formatArrays, valuesOf } from "../format.ts";
import { heatMap, largestOf } from "./heat-map.ts";
import { anchor, html, type Html } from "./html.ts";
import { symbol } from "./marks.ts";
import { block, scroller, section } from "./parts.ts";
import { backwardTable, maskedTable, type Answer } from "./worked-tables.ts";

function jacobians(answers: readonly Answer[]): Html {
  const matrices = answers.map(({ engine, jacobian }) => ({ engine, values: valuesOf(jacobian, 6) }));
  const largest = largestOf(matrices.flatMap(({ values }) => values));
  return html`<div class="maps">
    ${matrices.map(
      ({ engine, values }) =>
        html`<figure>
          <figcaption>${engine}</figcaption>
          ${heatMap({
            id: anchor("jacobian", engine),
            title: `∂losses/∂W on ${engine}`,
            rows: ["losses[0]", "losses[1]"],
            columns: ["W[0]", "W[1]", "W[2]"],
            values: [values.slice(0, 3), values.slice(3)],
            largest,
          })}
        </figure>`,
    )}
  </div>`;
}

function failure({ engine, error }: WorkedFailure): Html {
  return html`<p>${symbol("failed")} <strong>${engine}</strong> gave no answer: ${error}</p>`;
}

/** The one-layer sigmoid network on every engine, beside the numbers that were published for it. */
export function workedExample(example: WorkedExample, results: Results): Html {
  const precisions = new Map(results.engines.map(({ name, precision }) => [name, precision]));
  const answers = example.engines
    .filter((entry) => "jacobian" in entry)
    .map((answer): Answer => ({ ...answer, digits: precisions.get(answer.engine) ?? "float64" }));
  const failures = example.engines.filter((entry) => "error" in entry);
  return section(
    "worked-example",
    "The worked example",
    html`<p>
        A network of one layer. Its losses are a vector, so <code>losses.backward()</code> needs to be told what to
        multiply the Jacobian with from the left: the cotangent.
      </p>
      ${block("ŷ = σ(W Xᵀ + b)\nlosses = (y − ŷ)²\navg_loss = mean(losses)")}
      <details class="plain">
        <summary>The inputs</summary>
        ${block(formatArrays({ X: example.inputs.X, y: example.inputs.y, W: example.inputs.W, b: example.inputs.b }))}
      </details>`,
    failures.map(failure),
    answers.length === 0
      ? null
      : html`${scroller("Gradients of the worked example", backwardTable(answers))}
          ${scroller("Rows of the Jacobian", maskedTable(answers))}
          <p class="note">
            Each of these rows is half of a row of ∂losses/∂W, because the masks carry the ½ of the mean. The
            publication prints the two rows in the other order.
          </p>
          <h3>The Jacobian ∂losses/∂W</h3>
          <p>Blue is positive, orange is negative; the stronger the colour, the larger the number.</p>
          ${jacobians(answers)}`,
  );
}

import { encodeNumber, type JsonArray } from "../../src/base/codec.ts";
import type { WorkedAnswer } from "../../src/suite/worked-example.ts";
import { formatNumber, roughly, valuesOf, type Digits } from "../format.ts";
import { html, type Html } from "./html.ts";
import { symbol } from "./marks.ts";
import { printedAlike, printedLines, published, type Printed } from "./published.ts";

/** An engine's answer, and the digits that its numbers are written to. */
export type Answer = WorkedAnswer & { readonly digits: Digits };

const printedCount = 11;

function lines(values: readonly string[]): Html {
  const signed = values.some((value) => value.startsWith("-"));
  return html`<td class="vector">
    ${values.map((value) => html`<span>${signed && !value.startsWith("-") ? ` ${value}` : value}</span>`)}
  </td>`;
}

function vector(array: JsonArray, digits: Digits): Html {
  return lines(array.data.slice(0, 6).map((x) => formatNumber(x, digits)));
}

const notPrinted = html`<td class="vector none"><span aria-label="not printed">–</span></td>`;

function alike({ avgLossGrad, rowFirst, rowSecond }: Answer): Html {
  const pairs: readonly (readonly [JsonArray, Printed])[] = [
    [avgLossGrad.W, published.W],
    [avgLossGrad.b, published.b],
    [rowFirst, published.rowFirst],
    [rowSecond, published.rowSecond],
  ];
  const n = pairs.reduce((sum, [array, printed]) => sum + printedAlike(valuesOf(array, 3), printed), 0);
  return html`<td>
    ${symbol(n === printedCount ? "agree" : "unexpected")}
    ${n === printedCount ? `all ${n}` : `${n} of ${printedCount}`}
  </td>`;
}

/** `avg_loss.backward()` beside `losses.backward([½, ½])`. */
export function backwardTable(answers: readonly Answer[]): Html {
  return html`<table class="worked">
    <caption>
      <span>The gradient of the mean loss, and of the losses with the cotangent [½, ½]: the same numbers.</span>
    </caption>
    <thead>
      <tr>
        <th scope="col" rowspan="2">Engine</th>
        <th scope="colgroup" colspan="2"><code>avg_loss.backward()</code></th>
        <th scope="colgroup" colspan="2"><code>losses.backward([½, ½])</code></th>
        <th scope="col" rowspan="2">As printed</th>
      </tr>
      <tr>
        <th scope="col">W.grad</th>
        <th scope="col">b.grad</th>
        <th scope="col">W.grad</th>
        <th scope="col">b.grad</th>
      </tr>
    </thead>
    <tbody>
      ${answers.map(
        (answer) =>
          html`<tr>
            <th scope="row">${answer.engine}</th>
            ${[answer.avgLossGrad, answer.halvesGrad].map(({ W, b }) => [
              vector(W, answer.digits),
              vector(b, answer.digits),
            ])}
            ${alike(answer)}
          </tr>`,
      )}
      <tr class="published">
        <th scope="row">PyTorch, published</th>
        ${lines(printedLines(published.W))} ${lines(printedLines(published.b))} ${notPrinted} ${notPrinted}
        <td>the print</td>
      </tr>
    </tbody>
  </table>`;
}

function maskedRow(answer: Answer): Html {
  const { engine, rowFirst, rowSecond, avgLossGrad, digits } = answer;
  const second = valuesOf(rowSecond, 3);
  const whole = valuesOf(avgLossGrad.W, 3);
  const sum = valuesOf(rowFirst, 3).map((x, i) => round(x + second[i]!, digits));
  const apart = Math.max(...sum.map((x, i) => Math.abs(x - whole[i]!)));
  return html`<tr>
    <th scope="row">${engine}</th>
    ${vector(rowFirst, digits)} ${vector(rowSecond, digits)}
    ${lines(sum.map((x) => formatNumber(encodeNumber(x), digits)))} ${vector(avgLossGrad.W, digits)}
    <td>${apart === 0 ? "equal" : `within ${roughly(encodeNumber(apart))}`}</td>
  </tr>`;
}

const round = (x: number, digits: Digits): number => (digits === "float32" ? Math.fround(x) : x);

/** The masked cotangents, and that their rows sum to the gradient. */
export function maskedTable(answers: readonly Answer[]): Html {
  return html`<table class="worked">
    <caption>
      <span>Masked cotangents give the rows of the Jacobian, one at a time. The rows sum to W.grad.</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">Engine</th>
        <th scope="col"><code>[½, 0]</code></th>
        <th scope="col"><code>[0, ½]</code></th>
        <th scope="col">Their sum</th>
        <th scope="col">W.grad</th>
        <th scope="col">Sum and W.grad</th>
      </tr>
    </thead>
    <tbody>
      ${answers.map(maskedRow)}
      <tr class="published">
        <th scope="row">PyTorch, published</th>
        ${lines(printedLines(published.rowFirst))} ${lines(printedLines(published.rowSecond))} ${notPrinted}
        ${lines(printedLines(published.W))}
        <td></td>
      </tr>
    </tbody>
  </table>`;
}

import type { ComponentChildren } from "preact";
import { encodeNumber, type JsonArray } from "../../../src/base/codec.ts";
import type { Results } from "../../../src/suite/results.ts";
import type { WorkedAnswer, WorkedExample } from "../../../src/suite/worked-example.ts";
import { formatNumber, roughly, valuesOf, type Digits } from "../../format.ts";
import { oneLine } from "../../text.ts";
import { printedAlike, printedLines, published, type Printed } from "../model/published.ts";
import { Symbol } from "../parts/mark.tsx";
import { Table } from "../parts/table.tsx";
import { linesOf } from "../parts/vector.tsx";

/** An engine's answer, and the digits that its numbers are written to. */
type Answer = WorkedAnswer & { readonly digits: Digits };

/** Numbers that the publication prints. */
const PRINTED = 11;
const DASH = <span aria-label="not printed">–</span>;

interface WorkedTablesProps {
  readonly example: WorkedExample;
  readonly results: Results;
}

/** What every engine answers, beside the published numbers. */
export function WorkedTables({ example, results }: WorkedTablesProps) {
  const precisions = new Map(results.engines.map(({ name, precision }) => [name, precision]));
  const answers = example.engines
    .filter((entry) => "jacobian" in entry)
    .map((answer): Answer => ({ ...answer, digits: precisions.get(answer.engine) ?? "float64" }));
  if (answers.length === 0) return null;
  return (
    <section aria-labelledby="on-engines">
      <h2 id="on-engines">On every engine</h2>
      <p>
        <code>avg_loss.backward()</code> and <code>losses.backward([½, ½])</code> give the same numbers, and those that
        were published for PyTorch.
      </p>
      <Table
        label="avg_loss.backward() beside losses.backward([½, ½])"
        head={["Engine", "avg_loss: W.grad", "avg_loss: b.grad", "[½, ½]: W.grad", "[½, ½]: b.grad", "As printed"]}
        rows={[
          ...answers.map((answer) => [
            oneLine(answer.engine),
            ...[answer.avgLossGrad, answer.halvesGrad].flatMap(({ W, b }) => [
              <Vector key="W" array={W} digits={answer.digits} />,
              <Vector key="b" array={b} digits={answer.digits} />,
            ]),
            <Alike key="alike" answer={answer} />,
          ]),
          [
            "PyTorch, published",
            linesOf(printedLines(published.W)),
            linesOf(printedLines(published.b)),
            DASH,
            DASH,
            "the print",
          ],
        ]}
      />
      <p>
        Masked cotangents give the rows of the Jacobian one at a time. The publication prints the two in the other
        order.
      </p>
      <Table
        label="Rows of the Jacobian by masked cotangents, and their sum"
        head={["Engine", "[½, 0]", "[0, ½]", "Their sum", "W.grad", "Sum and W.grad"]}
        rows={[
          ...answers.map(maskedRow),
          [
            "PyTorch, published",
            linesOf(printedLines(published.rowFirst)),
            linesOf(printedLines(published.rowSecond)),
            DASH,
            linesOf(printedLines(published.W)),
            "",
          ],
        ]}
      />
    </section>
  );
}

function maskedRow(answer: Answer): ComponentChildren[] {
  const { engine, rowFirst, rowSecond, avgLossGrad, digits } = answer;
  const second = valuesOf(rowSecond, 3);
  const whole = valuesOf(avgLossGrad.W, 3);
  const round = (x: number): number => (digits === "float32" ? Math.fround(x) : x);
  const sum = valuesOf(rowFirst, 3).map((x, i) => round(x + second[i]!));
  const apart = Math.max(...sum.map((x, i) => Math.abs(x - whole[i]!)));
  return [
    oneLine(engine),
    <Vector key="first" array={rowFirst} digits={digits} />,
    <Vector key="second" array={rowSecond} digits={digits} />,
    linesOf(sum.map((x) => formatNumber(encodeNumber(x), digits))),
    <Vector key="whole" array={avgLossGrad.W} digits={digits} />,
    apart === 0 ? "equal" : `within ${roughly(encodeNumber(apart))}`,
  ];
}

function Vector({ array, digits }: { readonly array: JsonArray; readonly digits: Digits }) {
  return linesOf(array.data.slice(0, 6).map((x) => formatNumber(x, digits)));
}

/** Whether the numbers, rounded as the publication rounds, are those that it prints. */
function Alike({ answer: { avgLossGrad, rowFirst, rowSecond } }: { readonly answer: Answer }) {
  const pairs: readonly (readonly [JsonArray, Printed])[] = [
    [avgLossGrad.W, published.W],
    [avgLossGrad.b, published.b],
    [rowFirst, published.rowFirst],
    [rowSecond, published.rowSecond],
  ];
  const n = pairs.reduce((sum, [array, printed]) => sum + printedAlike(valuesOf(array, 3), printed), 0);
  return (
    <>
      <Symbol mark={n === PRINTED ? "agree" : "unexpected"} />{" "}
      {n === PRINTED ? `all ${String(n)}` : `${String(n)} of ${String(PRINTED)}`}
    </>
  );
}

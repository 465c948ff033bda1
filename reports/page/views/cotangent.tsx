import { useMemo, useState } from "preact/hooks";
import { ask, type Route } from "../model/route.ts";
import { averageBackward, backward, jacobianRows } from "../model/worked.ts";
import { Table } from "../parts/table.tsx";
import { vectorOf } from "../parts/vector.tsx";

/** Cotangents that say something. */
const PRESETS: readonly { readonly label: string; readonly says: string; readonly value: string }[] = [
  { label: "[½, ½]", says: "what avg_loss.backward() gives", value: "0.5,0.5" },
  { label: "[1, 0]", says: "the first row of the Jacobian", value: "1,0" },
  { label: "[0, 1]", says: "the second row of the Jacobian", value: "0,1" },
  { label: "[1, 1]", says: "the gradient of the sum of the losses", value: "1,1" },
];
const HALVES = PRESETS[0]!.value;

/** The cotangent to try, and what `losses.backward` makes of it: computed in the page. */
export function Cotangent({ route: { query } }: { readonly route: Route }) {
  const chosen = query.get("cotangent") ?? HALVES;
  const cotangent = numbersOf(chosen);
  const rows = useMemo(jacobianRows, []);
  const average = useMemo(averageBackward, []);
  const result = backward(cotangent);
  const [g0 = 0, g1 = 0] = cotangent;
  const preset = PRESETS.find(({ value }) => value === `${String(g0)},${String(g1)}`);
  return (
    <section aria-labelledby="cotangent">
      <h2 id="cotangent">Try a cotangent</h2>
      <form class="filters" onSubmit={(event) => event.preventDefault()}>
        {[0, 1].map((i) => (
          <NumberField
            key={i}
            label={`of losses[${String(i)}]`}
            value={cotangent[i] ?? 0}
            onValue={(value) => {
              ask({ cotangent: [0, 1].map((j) => String(j === i ? value : (cotangent[j] ?? 0))).join() });
            }}
          />
        ))}
        <div class="presets">
          {PRESETS.map(({ label, says, value }) => (
            <button
              key={value}
              type="button"
              title={says}
              aria-pressed={preset?.value === value}
              onClick={() => {
                ask({ cotangent: value });
              }}
            >
              {label}
            </button>
          ))}
        </div>
      </form>
      <Table
        label="The gradient for this cotangent, beside that of the mean loss"
        head={["", "W.grad", "b.grad"]}
        rows={[
          [
            <code key="c">
              losses.backward([{g0}, {g1}])
            </code>,
            vectorOf(result.W),
            vectorOf(result.b),
          ],
          [
            <>
              {g0} × row 0 + {g1} × row 1
            </>,
            vectorOf(rows[0]!.map((x, j) => g0 * x + g1 * rows[1]![j]!)),
            "",
          ],
          [<code key="a">avg_loss.backward()</code>, vectorOf(average.W), vectorOf(average.b)],
        ]}
      />
      <p role="status">{preset === undefined ? "A mixture of the rows of the Jacobian." : `This is ${preset.says}.`}</p>
    </section>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onValue: (value: number) => void;
}

/** A field for a number: what is no number yet, as `-` or `1e`, stands until it is one. */
function NumberField({ label, value, onValue }: NumberFieldProps) {
  const [text, setText] = useState<string | null>(null);
  return (
    <label>
      {label}
      <input
        type="text"
        inputMode="decimal"
        value={text ?? String(value)}
        onInput={(event) => {
          const written = event.currentTarget.value;
          setText(written);
          if (isNumber(written)) onValue(Number(written));
        }}
        onBlur={() => {
          setText(null);
        }}
        aria-invalid={text !== null && !isNumber(text)}
      />
    </label>
  );
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

function numbersOf(text: string): number[] {
  const parts = text.split(",").map(Number);
  return [0, 1].map((i) => (Number.isFinite(parts[i]) ? parts[i]! : 0));
}

import { useMemo } from "preact/hooks";
import { ask, type Route } from "../model/route.ts";
import { averageBackward, backward } from "../model/worked.ts";
import { HeatMap, largestOf } from "../parts/heat-map.tsx";

const MASKS = [
  { label: "[½, 0]", cotangent: [0.5, 0] },
  { label: "[0, ½]", cotangent: [0, 0.5] },
] as const;

/** The masked cotangents, one after the other: each gives a row, and the rows add up to the gradient. */
export function MaskedRows({ route: { query } }: { readonly route: Route }) {
  const given = Number(query.get("rows") ?? MASKS.length);
  const shown = given === 0 || given === 1 ? given : MASKS.length;
  const rows = useMemo(() => MASKS.map(({ cotangent }) => backward(cotangent).W), []);
  const whole = useMemo(() => averageBackward().W, []);
  const sum = [0, 1, 2].map((j) => rows.slice(0, shown).reduce((total, row) => total + row[j]!, 0));
  const largest = largestOf([...rows.flat(), ...whole]);
  const columns = ["W[0]", "W[1]", "W[2]"];
  return (
    <section aria-labelledby="masked">
      <h2 id="masked">Row by row</h2>
      <p>
        A mask lets one loss through and gives its row of the Jacobian (here half of it: the mean’s ½ is in the mask).
        The rows add up to <code>W.grad</code>.
      </p>
      <div class="presets" role="group" aria-label="How many rows">
        {["none", "row 0", "both rows"].map((label, n) => (
          <button
            key={label}
            type="button"
            aria-pressed={n === shown}
            onClick={() => {
              ask({ rows: String(n) });
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <HeatMap
        title="Rows of ½ ∂losses/∂W, and their sum"
        rows={[...MASKS.map(({ label }) => `losses.backward(${label})`), "sum so far", "W.grad"]}
        columns={columns}
        values={[...rows.map((row, i) => (i < shown ? row : [])), sum, whole]}
        largest={largest}
      />
      <p role="status">
        {shown === MASKS.length
          ? sumText(sum, whole)
          : `${String(MASKS.length - shown)} to go until the sum is W.grad.`}
      </p>
    </section>
  );
}

function sumText(sum: readonly number[], whole: readonly number[]): string {
  const apart = Math.max(...sum.map((x, j) => Math.abs(x - whole[j]!)));
  return apart === 0
    ? "The rows add up to W.grad, bit for bit."
    : `The rows add up to W.grad within ${apart.toExponential(1)}: the last bit of a float64.`;
}

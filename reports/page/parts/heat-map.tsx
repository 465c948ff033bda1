import { roughly } from "../../format.ts";

interface HeatMapProps {
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row; what is left out stays empty. */
  readonly values: readonly (readonly number[])[];
  /** The size that has the strongest colour, so that several maps share a scale. */
  readonly largest: number;
}

/** The largest size among numbers, of those that are finite. */
export function largestOf(values: readonly number[]): number {
  return values.reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0);
}

/** A matrix as a table of coloured cells: blue where it is positive, orange where it is negative, paler toward zero. */
export function HeatMap({ title, rows, columns, values, largest }: HeatMapProps) {
  return (
    <div class="scroller" role="region" aria-label={title} tabIndex={0}>
      <table class="heat-map">
        <caption>{title}</caption>
        <thead>
          <tr>
            <td />
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((name, i) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {columns.map((column, j) => (
                <HeatCell key={column} x={values[i]?.[j]} largest={largest} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeatCell({ x, largest }: { readonly x: number | undefined; readonly largest: number }) {
  if (x === undefined) return <td class="heat" />;
  const strength = largest > 0 && Number.isFinite(x) ? Math.abs(x) / largest : 0;
  const tone = Number.isFinite(x) ? (x < 0 ? "negative" : "positive") : "undefined";
  const shade = `${String(Math.round(6 + 54 * Math.min(1, strength)))}%`;
  return (
    <td class={`heat ${tone}`} style={{ "--shade": shade }} title={String(x)}>
      {Number.isFinite(x) ? roughly(x) : String(x)}
    </td>
  );
}

import { html, type Html } from "./html.ts";

/** What a heat map draws: a matrix and the names of its rows and columns. */
export interface HeatMap {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly values: readonly (readonly number[])[];
  /** The size that has the strongest colour, so that several maps share a scale. */
  readonly largest: number;
}

const cellWidth = 88;
const cellHeight = 48;
const gutter = 76;
const header = 26;

/** The largest size among numbers, of those that are finite. */
export function largestOf(values: readonly number[]): number {
  return Math.max(0, ...values.map(Math.abs).filter(Number.isFinite));
}

function format(x: number): string {
  return Number.isFinite(x) ? x.toFixed(5) : String(x);
}

/**
 * A matrix as a picture: blue where it is positive, orange where it is negative, paler toward zero, with the numbers in the
 * cells. Its description says every number, for those who do not see it.
 */
export function heatMap({ id, title, rows, columns, values, largest }: HeatMap): Html {
  const width = gutter + cellWidth * columns.length;
  const height = header + cellHeight * rows.length;
  const at = (row: number, column: number): number => values[row]?.[column] ?? Number.NaN;
  const words = rows
    .map((name, i) => `${name}: ${columns.map((column, j) => `${column} ${format(at(i, j))}`).join(", ")}`)
    .join("; ");
  const cells = rows.flatMap((_, i) =>
    columns.map((_column, j) => {
      const x = at(i, j);
      const strength = largest > 0 && Number.isFinite(x) ? Math.min(1, Math.abs(x) / largest) : 0;
      const tone = Number.isFinite(x) ? (x < 0 ? "negative" : "positive") : "undefined";
      const left = gutter + j * cellWidth;
      const top = header + i * cellHeight;
      return html`<rect
          class="${tone}"
          x="${left + 1}"
          y="${top + 1}"
          width="${cellWidth - 2}"
          height="${cellHeight - 2}"
          rx="3"
          fill-opacity="${(0.06 + 0.54 * strength).toFixed(3)}"
        />
        <text class="number" x="${left + cellWidth / 2}" y="${top + cellHeight / 2}">${format(x)}</text>`;
    }),
  );
  return html`<svg
    class="heat-map"
    viewBox="0 0 ${width} ${height}"
    role="img"
    aria-labelledby="${id}-title ${id}-words"
    xmlns="http://www.w3.org/2000/svg"
  >
    <title id="${id}-title">${title}</title>
    <desc id="${id}-words">${words}</desc>
    ${columns.map(
      (name, j) => html`<text class="axis" x="${gutter + (j + 0.5) * cellWidth}" y="${header / 2}">${name}</text>`,
    )}
    ${rows.map(
      (name, i) =>
        html`<text class="axis row" x="${gutter - 10}" y="${header + (i + 0.5) * cellHeight}">${name}</text>`,
    )}
    ${cells}
  </svg>`;
}

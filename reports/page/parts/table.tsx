import type { ComponentChildren } from "preact";
import { Head } from "./head.tsx";

/** A table in words and numbers. */
export interface TableProps {
  /** What the numbers are of. */
  readonly label: string;
  /** Empty where what stands below needs no name. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** A plain table, whose first column names the rows. */
export function Table({ label, head, rows }: TableProps) {
  return (
    <div class="scroller" role="region" aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <Head names={head} />
        </thead>
        <tbody>
          {rows.map((cells, i) => (
            <tr key={i}>
              {cells.map((cell, j) =>
                j === 0 ? (
                  <th key={j} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={j}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

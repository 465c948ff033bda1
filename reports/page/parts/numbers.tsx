import { Table, type TableProps } from "./table.tsx";

/** The numbers behind a chart, as a table that is folded up. */
export function Numbers(table: TableProps) {
  return (
    <details class="numbers">
      <summary>The numbers</summary>
      <Table {...table} />
    </details>
  );
}

import { roughly } from "../../format.ts";
import { grouped, oneLine, orderName } from "../../text.ts";
import type { Cell, Model, OpRow } from "../model/model.ts";
import { hrefOf } from "../model/route.ts";
import { Label } from "../parts/mark.tsx";
import { Rows } from "../parts/rows.tsx";
import { Head } from "../parts/head.tsx";
import { Table } from "../parts/table.tsx";

interface StandingProps {
  readonly model: Model;
  readonly row: OpRow;
  /** The cell that was chosen, if one was. */
  readonly engine: string | undefined;
  readonly order: string | undefined;
}

/** How an op stands: by engine and order, and law by law. */
export function Standing({ model, row: { op, cells }, engine, order }: StandingProps) {
  const isChosen = (cell: { readonly engine: string; readonly order: number }): boolean =>
    (engine === undefined || cell.engine === engine) && (order === undefined || String(cell.order) === order);
  const all = [...cells.values()].toSorted(
    (a, b) => model.engines.indexOf(a.engine) - model.engines.indexOf(b.engine) || a.order - b.order,
  );
  const shown = all.filter(isChosen);
  const engines = [...new Set(shown.map((cell) => cell.engine))];
  const orders = [...new Set(shown.map((cell) => cell.order))].toSorted((a, b) => a - b);
  const laws = model.outcomes.filter(({ row }) => row.op === op && isChosen(row));
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">How it stands</h2>
      {shown.length < all.length && (
        <p>
          {[engine, order === undefined ? undefined : orderName(Number(order))]
            .filter((part) => part !== undefined)
            .map(oneLine)
            .join(", ")}
          . <a href={hrefOf(["op", op])}>Every engine and order</a>
        </p>
      )}
      <Table
        label="How it stands by engine and order"
        head={["Engine", ...orders.map(orderName)]}
        rows={engines.map((name) => [
          oneLine(name),
          ...orders.map((n) => {
            const cell = shown.find((one) => one.engine === name && one.order === n);
            return cell === undefined ? "" : <StandingCell key={n} op={op} cell={cell} />;
          }),
        ])}
      />
      <details>
        <summary>Law by law</summary>
        <Rows
          label="Law by law"
          class="list"
          columns={6}
          items={laws}
          height={36}
          head={<Head names={["Law", "Engine", "Order", "Agree", "Disagree", "Not settled"]} />}
          row={({ row }) => (
            <>
              <th scope="row">{oneLine(row.law)}</th>
              <td>{oneLine(row.engine)}</td>
              <td>{orderName(row.order)}</td>
              <td>{grouped(row.agree)}</td>
              <td>{grouped(row.disagree)}</td>
              <td>{grouped(row.inconclusive + row.unsupported + row.failed)}</td>
            </>
          )}
        />
      </details>
    </section>
  );
}

function StandingCell({ op, cell }: { readonly op: string; readonly cell: Cell }) {
  return (
    <>
      <a href={hrefOf(["op", op], { engine: cell.engine, order: String(cell.order) })}>
        <Label mark={cell.mark} />
      </a>
      <br />
      {grouped(cell.agree)} of {grouped(cell.cases)} agree
      <br />
      {errorOf(cell)}
    </>
  );
}

function errorOf({ worstUlp }: Cell): string {
  return worstUlp === null ? "" : `worst ${roughly(worstUlp)} ulp`;
}

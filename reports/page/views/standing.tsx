import { roughly } from "../../format.ts";
import { grouped, oneLine, orderName } from "../../text.ts";
import type { Cell, Model, OpRow } from "../model/model.ts";
import { hrefOf } from "../model/route.ts";
import { Label } from "../parts/mark.tsx";
import { Rows } from "../parts/rows.tsx";
import { Table } from "../parts/numbers.tsx";

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
        head={["Engine", "Order", "Standing", "Checks", "Agree", "Worst error"]}
        rows={shown.map((cell) => [
          <a key="cell" href={hrefOf(["op", op], { engine: cell.engine, order: String(cell.order) })}>
            {oneLine(cell.engine)}
          </a>,
          orderName(cell.order),
          <Label key="mark" mark={cell.mark} />,
          grouped(cell.cases),
          grouped(cell.agree),
          errorOf(cell),
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
          head={
            <tr>
              {["Law", "Engine", "Order", "Agree", "Disagree", "Not settled"].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          }
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

function errorOf({ worstUlp }: Cell): string {
  return worstUlp === null ? "not measured" : `${roughly(worstUlp)} ulp`;
}

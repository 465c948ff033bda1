import { allOps } from "../../../src/program/program.ts";
import { oneLine } from "../../text.ts";
import type { Model, OpRow } from "../model/model.ts";
import type { Route } from "../model/route.ts";
import { FindingLine } from "../parts/finding-line.tsx";
import { Conventions } from "./conventions.tsx";
import { Curves } from "./curves.tsx";
import { Definition } from "./definition.tsx";
import { Samples } from "./samples.tsx";
import { Standing } from "./standing.tsx";

interface OpViewProps {
  readonly model: Model;
  readonly row: OpRow;
  readonly route: Route;
}

/** An op: what it is, how it stands on every engine, how exact it is, and what it was tried on. */
export function OpView({ model, row, route }: OpViewProps) {
  const { op: name, family, findings } = row;
  const op = allOps.find((one) => one.name === name);
  // What is asked for and is not there is taken as not asked for.
  const cells = [...row.cells.values()];
  const engine = cells.map((cell) => cell.engine).find((one) => one === route.query.get("engine"));
  const order = cells.map((cell) => String(cell.order)).find((one) => one === route.query.get("order"));
  const shown = findings.filter(
    (finding) => (engine ?? finding.engine) === finding.engine && Number(order ?? finding.order) === finding.order,
  );
  return (
    <>
      <p class="where">{family}</p>
      <h1>{oneLine(name)}</h1>
      {op !== undefined && <Definition op={op} />}
      <Standing model={model} row={row} engine={engine} order={order} />
      {findings.length > 0 && (
        <section aria-labelledby="op-findings">
          <h2 id="op-findings">Findings</h2>
          {shown.length < findings.length && (
            <p>
              {String(shown.length)} of {String(findings.length)}, of the cell that was chosen.
            </p>
          )}
          <ul class="findings">
            {shown.map((finding) => (
              <FindingLine key={finding.id} finding={finding} />
            ))}
          </ul>
        </section>
      )}
      <Curves model={model} op={name} />
      <Conventions model={model} op={name} />
      {op !== undefined && <Samples model={model} op={op} />}
    </>
  );
}

import type { ComponentChildren } from "preact";
import type { JsonNumber } from "../../../src/base/codec.ts";
import type { Finding } from "../../../src/suite/results.ts";
import type { Comparison } from "../../comparison.ts";
import { roughly } from "../../format.ts";
import { counted, grouped, oneLine, orderName } from "../../text.ts";
import { isoTime } from "../../time.ts";
import { hrefOf } from "../model/route.ts";
import { FindingLine } from "../parts/finding-line.tsx";
import { Head } from "../parts/head.tsx";
import { Table } from "../parts/table.tsx";
import { Rows } from "../parts/rows.tsx";

/** What a run says otherwise than one before: new, gone and changed findings, and where errors moved. */
export function Compare({ comparison }: { readonly comparison: Comparison }) {
  const { before, findings, shifts, totals, versions } = comparison;
  const changes = [
    counted(findings.new.length, "new finding"),
    `${grouped(findings.gone.length)} gone`,
    `${grouped(findings.changed.length)} changed`,
    `${grouped(findings.same)} as before`,
  ];
  return (
    <>
      <h1>{changes.join(", ")}</h1>
      <p>
        Compared with the run of {isoTime(before.timing.start)}: <code>{oneLine(before.command)}</code>
      </p>
      <Listed title="New" findings={findings.new} />
      <Section title="Gone" count={findings.gone.length}>
        <ul>
          {findings.gone.map((finding) => (
            <li key={finding.id}>
              {oneLine(finding.title)}: {oneLine(finding.diagnosis)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Changed" count={findings.changed.length}>
        <Table
          label="Changed findings"
          head={["Finding", "What changed"]}
          rows={findings.changed.map(({ now, what }) => [
            <a key="finding" href={hrefOf(["finding", now.id])}>
              {oneLine(now.title)}
            </a>,
            oneLine(what.join("; ")),
          ])}
        />
      </Section>
      <Section title="No longer told" count={findings.untold.length}>
        <p>Found before, where this run came to no conclusion: whether they are gone is not known.</p>
        <ul>
          {findings.untold.map((finding) => (
            <li key={finding.id}>{oneLine(finding.title)}</li>
          ))}
        </ul>
      </Section>
      <Section title="Where errors moved" count={shifts.length}>
        <Rows
          label="Where errors moved"
          class="list"
          columns={5}
          items={shifts}
          height={36}
          head={<Head names={["Op", "Engine", "Order", "Before, ulp", "Now, ulp"]} />}
          row={({ op, engine, order, before: was, now }) => (
            <>
              <th scope="row">
                <a href={hrefOf(["op", op], { engine, order: String(order) })}>{oneLine(op)}</a>
              </th>
              <td>{oneLine(engine)}</td>
              <td>{orderName(order)}</td>
              <td>{ulpText(was)}</td>
              <td>{ulpText(now)}</td>
            </>
          )}
        />
      </Section>
      <Section title="Totals" count={totals.length}>
        <Table
          label="Totals that differ"
          head={["", "Before", "Now"]}
          rows={totals.map(({ name, before: was, now }) => [name, grouped(was), grouped(now)])}
        />
      </Section>
      <Section title="Versions" count={versions.length}>
        <Table
          label="Versions that differ"
          head={["", "Before", "Now"]}
          rows={versions.map(({ name, before: was, now }) => [
            oneLine(name),
            oneLine(was ?? "took no part"),
            oneLine(now ?? "took no part"),
          ])}
        />
      </Section>
    </>
  );
}

function Listed({ title, findings }: { readonly title: string; readonly findings: readonly Finding[] }) {
  return (
    <Section title={title} count={findings.length}>
      <ul class="findings">
        {findings.map((finding) => (
          <FindingLine key={finding.id} finding={finding} />
        ))}
      </ul>
    </Section>
  );
}

interface SectionProps {
  readonly title: string;
  /** How many it tells of; of none it is left out. */
  readonly count: number;
  readonly children: ComponentChildren;
}

function Section({ title, count, children }: SectionProps) {
  if (count === 0) return null;
  const id = title.toLowerCase().replaceAll(" ", "-");
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title} <span class="tally">{grouped(count)}</span>
      </h2>
      {children}
    </section>
  );
}

function ulpText(error: JsonNumber | null): string {
  return error === null ? "not measured" : roughly(error);
}

import type { Spent } from "../../../src/suite/timing.ts";
import { percent } from "../../format.ts";
import { oneLine } from "../../text.ts";
import { duration, isoTime } from "../../time.ts";
import type { Model } from "../model/model.ts";
import { Table } from "../parts/table.tsx";

/** The longest of a list that are shown. */
const MOST = 15;

/** Where the time went. */
export function Timing({ model }: { readonly model: Model }) {
  const { timing } = model.results.run;
  const lists = [
    { title: "Phases", of: "of the run", spent: timing.phases },
    { title: "Engines", of: "over all checks, of all workers", spent: timing.engines },
    { title: "Ops", of: "over all checks, of all workers", spent: timing.ops },
    { title: "Laws", of: "over all checks, of all workers", spent: timing.laws },
  ];
  const known = lists.filter(({ spent }) => spent !== undefined && spent.length > 0);
  return (
    <>
      <h1>Timing</h1>
      <p>
        Started {isoTime(timing.start)}, took {duration(timing)}.
      </p>
      {known.length === 0 && <p>This run did not record where its time went.</p>}
      {known.map(({ title, of, spent }) => (
        <section key={title} aria-labelledby={`time-${title}`}>
          <h2 id={`time-${title}`}>{title}</h2>
          <p>Time {of}.</p>
          <Bars title={title} spent={spent!} />
        </section>
      ))}
    </>
  );
}

function Bars({ title, spent }: { readonly title: string; readonly spent: readonly Spent[] }) {
  const total = spent.reduce((sum, { ms }) => sum + ms, 0);
  const most = spent.reduce((max, { ms }) => Math.max(max, ms), 0);
  const shown = spent.slice(0, MOST);
  const rest = spent.slice(MOST).reduce((sum, { ms }) => sum + ms, 0);
  const rows = rest === 0 ? shown : [...shown, { name: `${String(spent.length - MOST)} more`, ms: rest }];
  return (
    <Table
      label={`Time by ${title.toLowerCase()}`}
      head={[title, "", "Time", "Share"]}
      rows={rows.map(({ name, ms }) => [
        oneLine(name),
        <span
          key="bar"
          class="bar"
          style={{ "--share": `${((100 * Math.min(ms, most)) / Math.max(most, 1)).toFixed(1)}%` }}
        />,
        duration({ start: 0, stop: ms }),
        percent(ms, total),
      ])}
    />
  );
}

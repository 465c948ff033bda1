import { scaleSymlog } from "d3-scale";
import type { ErrorSizes } from "../../../src/suite/error-sizes.ts";
import { roughly } from "../../format.ts";
import { counted, grouped, oneLine, orderName } from "../../text.ts";
import type { Model } from "../model/model.ts";
import { hrefOf } from "../model/route.ts";
import { Numbers } from "../parts/numbers.tsx";
import { Table } from "../parts/table.tsx";

/** Ops that are listed by their largest error. */
const MOST = 20;

/** How large errors are: their distribution on each engine, and the ops with the largest. */
export function Accuracy({ model }: { readonly model: Model }) {
  const sizes = model.results.errors ?? [];
  return (
    <>
      <h1>Accuracy</h1>
      <p>
        Errors against the reference, in units in the last place (ulp) of the engine’s own precision. A check counts
        with its largest error; those that disagree are findings and not counted here. Bars grow with the logarithm of
        the number of checks.
      </p>
      {sizes.length === 0 ? <p>This run has no sizes of errors.</p> : <Quantiles sizes={sizes} />}
      {model.engines.map((engine) => {
        const own = sizes.filter((size) => size.engine === engine);
        return own.length === 0 ? null : (
          <section key={engine} aria-label={`Errors of ${oneLine(engine)}`}>
            <h2>{oneLine(engine)}</h2>
            <div class="histograms">
              {own.map((size) => (
                <Histogram key={size.order} size={size} />
              ))}
            </div>
          </section>
        );
      })}
      <Largest model={model} />
    </>
  );
}

function Quantiles({ sizes }: { readonly sizes: readonly ErrorSizes[] }) {
  return (
    <Table
      label="Quantiles of errors, in ulp"
      head={["Engine", "Order", "Checks", "Median", "90 %", "99 %", "Largest"]}
      rows={sizes.map(({ engine, order, checks, quantiles: { p50, p90, p99, max } }) => [
        oneLine(engine),
        orderName(order),
        grouped(checks),
        ...[p50, p90, p99, max].map(roughly),
      ])}
    />
  );
}

const [WIDTH, HEIGHT, BASE] = [300, 130, 106];

/** How many checks have errors of what size: a bar for each power of two. */
function Histogram({ size: { engine, order, checks, bins } }: { readonly size: ErrorSizes }) {
  const width = WIDTH / Math.max(bins.length, 1);
  const up = scaleSymlog([0, bins.reduce((most, bin) => Math.max(most, bin.checks), 1)], [BASE, 14]);
  const label = `${orderName(order)} on ${oneLine(engine)}, ${counted(checks, "check")}`;
  const every = Math.ceil(bins.length / 5);
  return (
    <figure class="chart">
      <figcaption>
        <strong>{orderName(order)}</strong> {counted(checks, "check")}
      </figcaption>
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={`Errors by size: ${label}. The numbers are in the table below it.`}
      >
        {bins.map((bin, i) => (
          <g key={bin.below}>
            <rect
              class="bar"
              x={i * width + 1}
              width={Math.max(1, width - 2)}
              y={up(bin.checks)}
              height={BASE - up(bin.checks)}
            />
            {i % every === 0 && (
              <text class="x" x={(i + 0.5) * width} y={BASE + 15}>
                {bin.below === 0 ? "0" : `<${roughly(bin.below)}`}
              </text>
            )}
          </g>
        ))}
      </svg>
      <Numbers
        label={`Errors by size, ${label}`}
        head={["Largest error of a check", "Checks"]}
        rows={bins.map((bin) => [
          bin.below === 0 ? "exactly 0" : `below ${roughly(bin.below)} ulp`,
          grouped(bin.checks),
        ])}
      />
    </figure>
  );
}

/** Where errors are largest, of what agrees. */
function Largest({ model }: { readonly model: Model }) {
  const all = model.rows.flatMap(({ op, cells }) =>
    [...cells.values()].flatMap(({ engine, order, worstUlp }) =>
      worstUlp === null ? [] : [{ op, engine, order, worstUlp }],
    ),
  );
  const largest = all.toSorted((a, b) => b.worstUlp - a.worstUlp).slice(0, MOST);
  if (largest.length === 0) return null;
  return (
    <section aria-labelledby="largest">
      <h2 id="largest">The largest errors</h2>
      <p>By op, over all checks; what is past its budget is a finding too.</p>
      <Table
        label="The largest errors by op"
        head={["Op", "Engine", "Order", "ulp"]}
        rows={largest.map(({ op, engine, order, worstUlp }) => [
          <a key="op" href={hrefOf(["op", op], { engine, order: String(order) })}>
            {oneLine(op)}
          </a>,
          oneLine(engine),
          orderName(order),
          roughly(worstUlp),
        ])}
      />
    </section>
  );
}

import { scaleLinear, scaleLog, type ScaleContinuousNumeric } from "d3-scale";
import { line } from "d3-shape";
import { roughly } from "../../format.ts";
import { oneLine } from "../../text.ts";
import { powersOf } from "./powers.ts";
import { Numbers } from "./numbers.tsx";

/** One line of a chart: a value at each of the chart's places, NaN where there is none. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
  /** A level instead of a measurement: drawn without dots. */
  readonly level?: boolean;
}

interface LineChartProps {
  /** What it shows, in words. */
  readonly title: string;
  readonly x: { readonly name: string; readonly values: readonly number[]; readonly log?: boolean };
  readonly y: { readonly name: string };
  readonly series: readonly Series[];
  /** What is smaller is drawn at this height: a logarithmic scale has no zero. */
  readonly floor: number;
}

const [WIDTH, HEIGHT] = [640, 280];
const [LEFT, RIGHT, TOP, BOTTOM] = [62, 14, 12, 40];
const TICKS = 6;

/** Lines over places, on a logarithmic scale, with the numbers behind them. */
export function LineChart({ title, x, y, series, floor }: LineChartProps) {
  const across = acrossOf(x);
  const up = upOf(series, floor);
  const [bottom = floor] = up.domain();
  const height = (value: number): number => up(Math.max(value, bottom));
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={`${title}. The numbers are in the table below it.`}
      >
        {powersOf(up.domain(), TICKS).map((tick) => (
          <g key={tick} class="tick">
            <line x1={LEFT} x2={WIDTH - RIGHT} y1={up(tick)} y2={up(tick)} />
            <text class="y" x={LEFT - 8} y={up(tick)}>
              {roughly(tick)}
            </text>
          </g>
        ))}
        {(x.log === true ? powersOf(across.domain(), TICKS) : across.ticks(TICKS)).map((tick) => (
          <g key={tick} class="tick">
            <text class="x" x={across(tick)} y={HEIGHT - BOTTOM + 16}>
              {roughly(tick)}
            </text>
          </g>
        ))}
        <text class="axis" x={WIDTH - RIGHT} y={HEIGHT - 6}>
          {x.name}
        </text>
        {series.map(({ name, values, level = false }, i) => (
          <g key={name} class={`series s${String(i)}`}>
            <path d={pathOf(x.values.map(across), values.map(height))} />
            {!level &&
              x.values.map((at, j) =>
                Number.isFinite(height(values[j]!)) ? (
                  <circle key={j} cx={across(at)} cy={height(values[j]!)} r={2.4} />
                ) : null,
              )}
          </g>
        ))}
      </svg>
      <figcaption>
        <strong>{y.name}</strong>{" "}
        {series.map(({ name }, i) => (
          <span key={name} class={`key s${String(i)}`}>
            <svg viewBox="0 0 26 8" aria-hidden="true">
              <path d="M0 4H26" />
            </svg>{" "}
            {oneLine(name)}
          </span>
        ))}
      </figcaption>
      <Numbers
        label={title}
        head={[x.name, ...series.map(({ name }) => oneLine(name))]}
        rows={x.values.map((at, j) => [
          roughly(at),
          ...series.map(({ values }) => (Number.isNaN(values[j]!) ? "–" : roughly(values[j]!))),
        ])}
      />
    </figure>
  );
}

function acrossOf({ values, log = false }: LineChartProps["x"]): ScaleContinuousNumeric<number, number> {
  const ends = [Math.min(...values), Math.max(...values)];
  const range = [LEFT, WIDTH - RIGHT];
  return log ? scaleLog(ends, range) : scaleLinear(ends, range);
}

/** A scale that holds every finite value. */
function upOf(series: readonly Series[], floor: number): ScaleContinuousNumeric<number, number> {
  const all = series.flatMap(({ values }) => values.filter((v) => Number.isFinite(v)));
  const top = all.reduce((most, v) => Math.max(most, v), floor);
  const low = all.reduce((least, v) => Math.min(least, v), top);
  return scaleLog([Math.max(floor, low / 2), Math.max(top, floor * 10) * 2], [HEIGHT - BOTTOM, TOP]);
}

function pathOf(xs: readonly number[], ys: readonly number[]): string {
  const draw = line<number>(
    (j) => xs[j]!,
    (j) => ys[j]!,
  ).defined((j) => Number.isFinite(ys[j]!));
  return draw([...xs.keys()]) ?? "";
}

import { scaleLog } from "d3-scale";
import type { JsonNumber } from "../../../src/base/codec.ts";
import { roughly } from "../../format.ts";
import { powersOf } from "./powers.ts";

const WIDTH = 560;
const HEIGHT = 74;

/** An error beside what rounding explains, on a logarithmic scale. */
export function Scales({ error, bound }: { readonly error: JsonNumber | null; readonly bound: JsonNumber | null }) {
  if (typeof error !== "number" || typeof bound !== "number" || error <= 0) return null;
  const floor = Math.min(error, bound > 0 ? bound : error);
  const x = scaleLog([floor / 30, Math.max(error, bound) * 30], [10, WIDTH - 10]);
  const ticks = powersOf(x.domain(), 8);
  return (
    <figure class="chart">
      <svg
        viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT)}`}
        role="img"
        aria-label={`error ${roughly(error)}, bound ${roughly(bound)}`}
      >
        {bound > 0 && <rect class="within" x={10} y={14} width={Math.max(0, x(bound) - 10)} height={26} />}
        {ticks.map((tick) => (
          <g key={tick} class="tick">
            <line x1={x(tick)} x2={x(tick)} y1={14} y2={46} />
            <text x={x(tick)} y={60}>
              {roughly(tick)}
            </text>
          </g>
        ))}
        <line class="error" x1={x(error)} x2={x(error)} y1={8} y2={46} />
        <circle class="error" cx={x(error)} cy={27} r={5} />
      </svg>
      <figcaption>
        {bound > 0 ? "Shaded: what rounding explains. " : "Rounding explains nothing here: the bound is 0. "}The dot:
        the error.
      </figcaption>
    </figure>
  );
}

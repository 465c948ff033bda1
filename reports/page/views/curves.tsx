import { decodeNumber, type JsonNumber } from "../../../src/base/codec.ts";
import type { Curve } from "../../../src/suite/curves.ts";
import { oneLine } from "../../text.ts";
import type { Model } from "../model/model.ts";
import { LineChart } from "../parts/line-chart.tsx";

/** Smaller errors, in ulp, are drawn at this height; zero among them. */
const FLOOR = 0.01;

/** How exact an op is over its domain, engine by engine. */
export function Curves({ model, op }: { readonly model: Model; readonly op: string }) {
  const own = (model.results.curves ?? []).filter((curve) => curve.op === op);
  if (own.length === 0) return null;
  return (
    <section aria-labelledby="curves">
      <h2 id="curves">Accuracy over its domain</h2>
      <p>
        Errors in units in the last place of each engine’s own precision. What is below {FLOOR}, zero too, is drawn
        there.
      </p>
      {own.map((curve) => (
        <div key={curve.input} class="pair">
          <CurveChart curve={curve} member="value" name="Error of the value" />
          <CurveChart curve={curve} member="derivative" name={`Error of the derivative by ${curve.input}`} />
        </div>
      ))}
    </section>
  );
}

interface CurveChartProps {
  readonly curve: Curve;
  readonly member: "value" | "derivative";
  readonly name: string;
}

function CurveChart({ curve: { input, points, engines }, member, name }: CurveChartProps) {
  const series = engines.flatMap((engine) => {
    const errors = engine[member];
    return errors === null ? [] : [{ name: engine.engine, values: errors.map(numberOf) }];
  });
  if (series.length === 0) return null;
  return (
    <LineChart
      title={`${oneLine(name)} over ${oneLine(input)}, in ulp`}
      x={{ name: oneLine(input), values: points.map(numberOf) }}
      y={{ name: oneLine(name) }}
      series={series}
      floor={FLOOR}
    />
  );
}

function numberOf(x: JsonNumber | null): number {
  return x === null ? Number.NaN : decodeNumber(x, "curve");
}

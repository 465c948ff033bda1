import { useMemo } from "preact/hooks";
import type { Finding } from "../../../src/suite/results.ts";
import { oneLine } from "../../text.ts";
import { stepSizesOf } from "../model/step-sizes.ts";
import { LineChart } from "../parts/line-chart.tsx";

/** The U of finite differences, and how far above its bottom the engine's answer stands. */
export function StepSizes({ finding }: { readonly finding: Finding }) {
  const curve = useMemo(() => stepSizesOf(finding), [finding]);
  if (curve === null) return null;
  const { entry, steps, errors, engine } = curve;
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">Differences, step by step</h2>
      <p>
        Central differences of Cotangent’s float64 values toward <code>{oneLine(entry)}</code>, computed in this page:
        large steps truncate, small ones round. Where the valley lies far below the level, no choice of a step could
        excuse the answer.
      </p>
      <LineChart
        title={`Errors of central differences toward ${oneLine(entry)}, by step`}
        x={{ name: "step", values: steps, log: true }}
        y={{ name: "Distance from the right number" }}
        floor={1e-16}
        series={[
          { name: "differences of our values", values: errors },
          { name: `the answer of ${oneLine(finding.engine)}`, values: steps.map(() => engine), level: true },
        ]}
      />
    </section>
  );
}

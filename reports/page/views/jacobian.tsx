import { useMemo } from "preact/hooks";
import { jacobianOfProgram } from "../../../src/oracles/cotangent.ts";
import { decodeCase } from "../../../src/suite/stored-case.ts";
import type { Finding } from "../../../src/suite/results.ts";
import { oneLine } from "../../text.ts";
import { HeatMap, largestOf } from "../parts/heat-map.tsx";

/** The most numbers that are drawn. */
const MOST = 400;

/** A block of the Jacobian: of one output by one input, as a matrix. */
interface Block {
  readonly of: string;
  readonly by: string;
  readonly rows: readonly (readonly number[])[];
}

/** The Jacobian of a finding's program, by our own engine. */
export function Jacobian({ finding }: { readonly finding: Finding }) {
  const blocks = useMemo(() => blocksOf(finding), [finding]);
  if (finding.order !== 1 || blocks.length === 0) return null;
  const largest = largestOf(blocks.flatMap(({ rows }) => rows.flat()));
  return (
    <section aria-labelledby="jacobian">
      <h2 id="jacobian">The Jacobian at this point</h2>
      <p>Computed in this page by Cotangent. The gradient that is wanted is its rows, weighed by the cotangent.</p>
      <div class="maps">
        {blocks.map(({ of, by, rows }) => (
          <HeatMap
            key={`${of} ${by}`}
            title={`∂${oneLine(of)}/∂${oneLine(by)}`}
            rows={rows.map((_, i) => indexed(of, i, rows.length))}
            columns={(rows[0] ?? []).map((_, j) => indexed(by, j, rows[0]!.length))}
            values={rows}
            largest={largest}
          />
        ))}
      </div>
    </section>
  );
}

function blocksOf({ case: stored }: Finding): Block[] {
  try {
    const c = decodeCase(stored, "case");
    const { outputs, jacobians } = jacobianOfProgram(c);
    return Object.entries(jacobians).flatMap(([of, byInput]) =>
      Object.entries(byInput).flatMap(([by, { data }]): Block[] => {
        const height = outputs[of]!.data.length;
        const width = height === 0 ? 0 : data.length / height;
        if (width === 0 || data.length > MOST) return [];
        const rows = Array.from({ length: height }, (_, i) => Array.from(data.subarray(i * width, (i + 1) * width)));
        return [{ of, by, rows }];
      }),
    );
  } catch {
    // A program that our engine refuses has none, as where a refusal is what is right.
    return [];
  }
}

function indexed(name: string, i: number, of: number): string {
  return of === 1 ? oneLine(name) : `${oneLine(name)}[${String(i)}]`;
}

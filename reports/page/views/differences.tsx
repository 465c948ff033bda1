import type { Finding } from "../../../src/suite/results.ts";
import { oneLine } from "../../text.ts";
import { HeatMap, largestOf } from "../parts/heat-map.tsx";
import { pairsOf, type Pair } from "../model/evidence.ts";

/** The most numbers that are drawn. */
const MOST = 400;

/** Got, want and their difference as heat maps, array by array; the first two on one scale. */
export function Differences({ finding }: { readonly finding: Finding }) {
  const drawn = pairsOf(finding).filter(({ want }) => want.length > 1 && want.length <= MOST);
  return (
    <>
      {drawn.map((pair) => (
        <Maps key={pair.name} pair={pair} />
      ))}
    </>
  );
}

function Maps({ pair: { name, shape, got, want } }: { readonly pair: Pair }) {
  const apart = got.map((x, i) => (Object.is(x, want[i]) ? 0 : x - want[i]!));
  const largest = largestOf([...got, ...want]);
  const columns = shape.at(-1) ?? 1;
  const titled = (title: string): string => (name === "" ? title : `${title}, ${oneLine(name)}`);
  return (
    <div class="maps">
      <Map title={titled("Got")} values={got} columns={columns} largest={largest} />
      <Map title={titled("Want")} values={want} columns={columns} largest={largest} />
      <Map title={titled("Difference")} values={apart} columns={columns} largest={largestOf(apart)} />
    </div>
  );
}

interface MapProps {
  readonly title: string;
  readonly values: readonly number[];
  readonly columns: number;
  readonly largest: number;
}

/** An array as the matrix of its last dimension, row by row. */
function Map({ title, values, columns, largest }: MapProps) {
  const rows = Array.from({ length: values.length / columns }, (_, i) => values.slice(i * columns, (i + 1) * columns));
  return (
    <HeatMap
      title={title}
      rows={rows.map((_, i) => String(i))}
      columns={Array.from({ length: columns }, (_, j) => String(j))}
      values={rows}
      largest={largest}
    />
  );
}

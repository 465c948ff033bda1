import { laws } from "../../properties/laws/index.ts";
import { encodeArray } from "../../src/base/codec.ts";
import { randomFrom } from "../../src/base/random.ts";
import { kinds } from "../../src/checks/kinds.ts";
import { allOps } from "../../src/program/program.ts";
import { drawCase } from "../../src/suite/plan.ts";
import type { CoverageRow, Finding, JsonArrays, Reason, Results, Totals } from "../../src/suite/results.ts";

/** How large a made-up run is. */
export interface Size {
  /** Ops, of all that there are. */
  readonly ops: number;
  readonly cases: number;
  readonly findings: number;
}

const ENGINES = ["cotangent", "tfjs-cpu", "tfjs-wasm", "tfjs-node"];
const VERDICTS = ["agree", "disagree", "inconclusive", "unsupported", "failed"] as const;

/** A run that nobody made, of all laws on four engines: as large as is asked for, and the same each time. */
export function syntheticRun({ ops: count, cases, findings }: Size): Results {
  const random = randomFrom(1);
  const ops = allOps.slice(0, count).map(({ name }) => name);
  const rows = ops.length * ENGINES.length * laws.length;
  const coverage = ops.flatMap((op) =>
    ENGINES.flatMap((engine) =>
      laws.map(({ name, order }) => rowOf({ op, engine, law: name, order }, Math.ceil(cases / rows), random)),
    ),
  );
  return {
    schema: "cotangent/results@1",
    run: {
      seed: 1,
      shard: null,
      command: `cotangent verify --cases ${String(cases)}`,
      versions: { cotangent: "0.0.0" },
      timing: { start: 0, stop: 3_600_000, ops: ops.map((name) => ({ name, ms: Math.round(1e5 * random()) })) },
    },
    engines: ENGINES.map((name) => ({
      name,
      version: "4.22.0",
      backend: null,
      precision: name === "cotangent" ? "float64" : "float32",
      runs: true,
      because: null,
    })),
    totals: totalsOf(coverage),
    coverage,
    findings: Array.from({ length: findings }, (_, i) => findingOf(i, ops[i % ops.length]!, random)),
  };
}

type Place = Pick<CoverageRow, "op" | "engine" | "law" | "order">;

/** A row of the coverage: most checks agree, some of some rows do not. */
function rowOf(place: Place, cases: number, random: () => number): CoverageRow {
  const rare = random();
  const ended = rare < 0.02 ? "disagree" : rare < 0.1 ? "unsupported" : rare < 0.2 ? "inconclusive" : "agree";
  const counts = { agree: 0, disagree: 0, inconclusive: 0, unsupported: 0, failed: 0, [ended]: cases };
  const because: Reason[] =
    ended === "unsupported" || ended === "inconclusive"
      ? [{ verdict: ended, reason: `reason ${String(Math.floor(40 * random()))} of ${place.law}`, cases }]
      : [];
  return {
    ...place,
    ...counts,
    cases,
    worstUlp: ended === "unsupported" ? null : Number((4 * random()).toPrecision(3)),
    entries: 12 * cases,
    nonzeroEntries: 11 * cases,
    because,
  };
}

/** A finding at a case that the op is tried on. */
function findingOf(index: number, op: string, random: () => number): Finding {
  const engine = ENGINES[1 + (index % (ENGINES.length - 1))]!;
  const { program, inputs } = drawCase(1, { unit: op, index });
  const arrays = Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, encodeArray(x)]));
  const law = laws[Math.floor(laws.length * random())]!;
  const error = random();
  return {
    id: index.toString(16).padStart(6, "0"),
    engine,
    op,
    law: law.name,
    order: law.order,
    kind: kinds[index % kinds.length]!,
    title: `${op} on ${engine}: finding ${String(index)}`,
    diagnosis: `It is ${random().toPrecision(6)} times the right one where x is ${random().toPrecision(6)}.`,
    case: { program, inputs: arrays, wrt: Object.keys(arrays).slice(0, 1), cotangents: {} },
    got: scaled(arrays, 1 + error),
    want: arrays,
    error,
    bound: 1e-7,
    witnesses: [{ name: "finite differences", value: arrays, sides: "reference" }],
    repro: { tfjs: `tf.${op}(${JSON.stringify(arrays)}) // ${String(error)}`, torch: `torch.${op}`, jax: `jnp.${op}` },
    known: index % 3 === 0 ? null : { because: `difference ${String(index)}`, link: null },
    replay: `npx cotangent replay ${String(index)}`,
  };
}

function scaled(arrays: JsonArrays, factor: number): JsonArrays {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, { shape, data }]) => [
      name,
      { shape, data: data.map((x) => (typeof x === "number" ? x * factor : x)) },
    ]),
  );
}

function totalsOf(coverage: readonly CoverageRow[]): Totals {
  const sum = (of: (row: CoverageRow) => number): number => coverage.reduce((total, row) => total + of(row), 0);
  const [agree, disagree, inconclusive, unsupported, failed] = VERDICTS.map((verdict) => sum((row) => row[verdict]));
  return {
    cases: sum((row) => row.cases),
    comparisons: sum((row) => row.agree + row.disagree),
    agree: agree!,
    disagree: disagree!,
    inconclusive: inconclusive!,
    unsupported: unsupported!,
    failed: failed!,
  };
}

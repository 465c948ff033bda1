import type { CoverageRow, Results } from "../../../src/suite/results.ts";
import { row, run } from "../fixture.ts";
import { findings } from "./findings.ts";

const cpu = "tfjs-cpu";
const coverage: readonly CoverageRow[] = [
  row({ disagree: 3, worstUlp: "Infinity" }),
  row({ op: "clip", disagree: 1, worstUlp: 2.5 }),
  row({ op: "clip", engine: "cotangent", worstUlp: 0 }),
  row({ op: "clip", order: 0, law: "value", worstUlp: 0.5 }),
  row({ op: "take", agree: 0, failed: 1, worstUlp: null }),
  row({ op: "mean", order: 0, law: "value", disagree: 2 }),
  row({ op: "sin", order: 2, law: "second", disagree: 1 }),
  row({ op: "sin", engine: "cotangent", order: 1, worstUlp: 0.75 }),
  row({ op: "sigmoid", disagree: 1, worstUlp: 77 }),
  row({ op: "add", disagree: 1 }),
  row({ op: "tan", disagree: 1 }),
  row({ op: "exp", failed: 1 }),
  row({ op: "log", agree: 0, inconclusive: 4, because: [{ verdict: "inconclusive", reason: "too wide", cases: 3 }] }),
  row({ op: "sort", agree: 0, unsupported: 2, worstUlp: null }),
  row({ op: "program", engine: "cotangent", law: "rows-sum" }),
];

const golden = {
  engine: cpu,
  agree: 7,
  disagree: 1,
  inconclusive: 0,
  unsupported: 0,
  failed: 0,
  known: 0,
  misses: ["exp/tails-1, vjp: got 2, want 1"],
  judged: false,
};

const errors = [0, 1].map((order) => ({
  engine: cpu,
  order,
  checks: 60,
  quantiles: { p50: 0.25, p90: 1.5, p99: 3, max: 3.75 },
  bins: [
    { below: 0, checks: 20 },
    { below: 0.5, checks: 15 },
    { below: 1, checks: 0 },
    { below: 2, checks: 20 },
    { below: 4, checks: 5 },
  ],
}));

const curve = {
  op: "sin",
  input: "x",
  points: [-2, -1, 0, 1, 2],
  engines: [
    { engine: "cotangent", value: [0, 0.5, 0, 0.5, 0.25], derivative: [0, 0.25, 0, 0.5, null] },
    { engine: cpu, value: [0.5, 1.5, 0, "Infinity", 0.75], derivative: null },
  ],
} as const;

/** A run that has something of everything. */
export const everything: Results = run(coverage, Object.values(findings), {
  gone: [{ engines: [cpu], op: "abs", kind: "throws", order: 1, condition: {}, because: "old", link: null }],
  golden: [golden],
  errors,
  curves: [curve],
  run: {
    seed: 1,
    shard: null,
    command: "cotangent verify --seed 1",
    versions: { cotangent: "0.1.0", node: "20.20.2" },
    timing: {
      start: 1_767_225_600_000,
      stop: 1_767_225_725_400,
      phases: [
        { name: "checks", ms: 120_000 },
        { name: "shrinking", ms: 5400 },
      ],
      engines: [{ name: cpu, ms: 90_000 }],
      ops: Array.from({ length: 18 }, (_, i) => ({ name: `op${String(i)}`, ms: 2000 - 100 * i })),
      laws: [{ name: "agrees-with-exact", ms: 60_000 }],
    },
  },
});

/** A run in which nothing was found. */
export const clean: Results = run([row({}), row({ op: "exp" }), row({ op: "sin", engine: "cotangent" })], []);

/** A run that asked for nothing. */
export const nothing: Results = run([], [], { engines: [], conventions: [] });

const {
  conventions: _,
  workedExample: __,
  ...rest
} = run([...coverage.slice(0, 1), row({ op: "sin" })], [findings.known]);
/** A run without the members that came later. */
export const old: Results = rest;

/** A run of so many ops that a table holds only some of their rows. */
export const long: Results = run(
  Array.from({ length: 300 }, (_, i) => row({ op: `op${String(i).padStart(3, "0")}` })),
  [],
);

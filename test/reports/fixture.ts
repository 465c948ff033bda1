import { encodeNumber, type JsonArray } from "../../src/base/codec.ts";
import type { CoverageRow, Finding, Results } from "../../src/suite/results.ts";
import type { WorkedAnswer, WorkedExample } from "../../src/suite/worked-example.ts";

/** Everything that should not act when it is shown: markup, the ends of CDATA and comments, control codes, bidi. */
export const hostile = `<script>alert(1)</script>"'&]]>--><img src=x onerror=alert(1)>\u001b[31mred\u0000\u0007\u202egnp\ud800\ufffe\u009b|\`\`\`$\{x}`;

const X = [
  [0.1, 0.2, 0.3],
  [0.4, 0.6, 0.8],
];
const y = [0, 1];
const W = [0.06167725846171379, 0.6213173270225525, -0.4519059658050537];
const b = [0.6613521575927734, 0.266924113035202];

/** What an engine that rounds its numbers by `round` answers on the worked example. */
export function workedAnswer(engine: string, round: (x: number) => number): WorkedAnswer {
  const array = (shape: readonly number[], data: readonly number[]): JsonArray => ({
    shape,
    data: data.map((x) => encodeNumber(round(x))),
  });
  const slopes = X.map((row, i) => {
    const s = 1 / (1 + Math.exp(-(row.reduce((sum, x, j) => sum + x * W[j]!, 0) + b[i]!)));
    return -2 * (y[i]! - s) * s * (1 - s);
  });
  const jacobian = X.map((row, i) => row.map((x) => slopes[i]! * x));
  const halves = jacobian.map((row) => row.map((x) => x / 2));
  const gradients = {
    W: array(
      [1, 3],
      halves[0]!.map((x, j) => x + halves[1]![j]!),
    ),
    b: array(
      [1, 2],
      slopes.map((x) => x / 2),
    ),
  };
  return {
    engine,
    avgLossGrad: gradients,
    halvesGrad: gradients,
    rowFirst: array([1, 3], halves[0]!),
    rowSecond: array([1, 3], halves[1]!),
    jacobian: array([1, 2, 1, 3], jacobian.flat()),
  };
}

const workedExample: WorkedExample = {
  inputs: {
    X: { shape: [2, 3], data: X.flat() },
    y: { shape: [1, 2], data: y },
    W: { shape: [1, 3], data: W },
    b: { shape: [1, 2], data: b },
  },
  engines: [workedAnswer("cotangent", (x) => x), workedAnswer("tfjs-cpu", Math.fround)],
};

/** One row of the coverage: 40 checks that agree, unless told otherwise. */
export function row(place: Partial<CoverageRow>): CoverageRow {
  const counts = { agree: 40, disagree: 0, inconclusive: 0, unsupported: 0, failed: 0, ...place };
  const { agree, disagree, inconclusive, unsupported, failed } = counts;
  return {
    op: "pow",
    engine: "tfjs-cpu",
    law: "agrees-with-exact",
    order: 1,
    worstUlp: 1.5,
    entries: 480,
    nonzeroEntries: 451,
    cases: agree + disagree + inconclusive + unsupported + failed,
    ...counts,
  };
}

/** A finding: the gradient of `pow` at a negative base with an exponent of zero. */
export function finding(difference: Partial<Finding>): Finding {
  return {
    id: "f3a91c",
    engine: "tfjs-cpu",
    op: "pow",
    law: "agrees-with-exact",
    order: 1,
    kind: "wrong-gradient",
    title: "pow: the gradient of the exponent is NaN where the base is 0",
    diagnosis: "The rule multiplies by log(base) and does not mask where the base is 0.",
    case: {
      program: {
        inputs: ["x", "p"],
        steps: [
          { out: "z", op: "pow", in: ["x", "p"] },
          { out: "s", op: "sum", in: ["z"], attrs: { axis: [0], keepdims: false } },
        ],
        outputs: ["s"],
      },
      inputs: { x: { shape: [2], data: [0, "-0"] }, p: { shape: [2], data: [2, 3] } },
      wrt: ["p"],
      cotangents: { s: { shape: [], data: [1] } },
    },
    got: { p: { shape: [2], data: ["NaN", "-Infinity"] } },
    want: { p: { shape: [2], data: [0, 0] } },
    error: "NaN",
    bound: 1.1920928955078125e-7,
    witnesses: [
      {
        name: "finite differences of the engine's own values",
        value: { shape: [2], data: [0, 0] },
        sides: "reference",
      },
      { name: "exact arithmetic", value: { shape: [2], data: [0, 0] }, sides: "reference" },
      { name: "the engine's forward mode", value: null, sides: "engine" },
    ],
    repro: {
      tfjs: 'import * as tf from "@tensorflow/tfjs-core";\nconst x = tf.tensor1d([0, -0]);\ntf.grad((p) => tf.sum(tf.pow(x, p)))(tf.tensor1d([2, 3])).print();',
      torch:
        "import torch\np = torch.tensor([2., 3.], requires_grad=True)\ntorch.pow(torch.zeros(2), p).sum().backward()\nprint(p.grad)",
      jax: null,
    },
    known: null,
    replay: "npx cotangent replay f3a91c",
    ...difference,
  };
}

const verdicts = ["agree", "disagree", "inconclusive", "unsupported", "failed"] as const;

/** A run with these rows and findings; its totals are theirs. */
export function run(
  coverage: readonly CoverageRow[],
  findings: readonly Finding[],
  more: Partial<Results> = {},
): Results {
  const total = (member: (typeof verdicts)[number]): number => coverage.reduce((sum, each) => sum + each[member], 0);
  return {
    schema: "cotangent/results@1",
    run: {
      seed: 1,
      shard: null,
      command: "cotangent verify --seed 1",
      versions: { cotangent: "0.1.0", node: "20.20.2" },
      timing: { start: 1_767_225_600_000, stop: 1_767_225_725_400 },
    },
    engines: [
      { name: "cotangent", version: "0.1.0", backend: null, precision: "float64", runs: true, because: null },
      {
        name: "tfjs-cpu",
        version: "4.22.0",
        backend: "plain JavaScript",
        precision: "float32",
        runs: true,
        because: null,
      },
      {
        name: "tfjs-node",
        version: null,
        backend: null,
        precision: "float32",
        runs: false,
        because: "its addon is missing; `npm run setup` builds it",
      },
    ],
    totals: {
      cases: coverage.reduce((sum, { cases }) => sum + cases, 0),
      comparisons: 3 * total("agree"),
      agree: total("agree"),
      disagree: total("disagree"),
      inconclusive: total("inconclusive"),
      unsupported: total("unsupported"),
      failed: total("failed"),
    },
    coverage,
    findings,
    conventions: [
      { op: "relu", at: "0", engine: "tfjs-cpu", answer: "½", valid: true },
      { op: "max", at: "ties", engine: "tfjs-cpu", answer: "all to each", valid: false },
      { op: "max", at: "ties", engine: "cotangent", answer: null, valid: true },
    ],
    workedExample,
    ...more,
  };
}

import { z } from "zod";
import { arraySchema, numberSchema } from "../base/array-schema.ts";
import { kinds } from "../checks/kinds.ts";
import { conditionSchema, knownDifferenceSchema, linkSchema } from "./known-schema.ts";
import { readJson, readWith } from "../base/read.ts";
import type { Evidence, FindingCase, Results } from "./results.ts";
import type { WorkedAnswer, WorkedFailure } from "./worked-example.ts";

const name = z.string().min(1);
const count = z.int().nonnegative();
const error = z.number().nonnegative();
const offs = z.array(numberSchema.nullable()).nullable().describe("At each point; null where there is no answer.");
const arrays = z.record(name, arraySchema);
/** A moment that a calendar has. */
const time = z.int().min(0).max(8_640_000_000_000_000);
const spent = z.array(z.strictObject({ name, ms: count }));
const precision = z.enum(["float32", "float64"]);

const evidence: z.ZodType<Evidence> = z
  .union([arraySchema, arrays, z.string(), z.null()], "expected an array, arrays by name, a text or null")
  .meta({ id: "evidence", description: "An array, arrays by name, words, or null where nothing came." });

const run = z.strictObject({
  seed: z.int(),
  shard: z
    .string()
    .regex(/^\d+\/\d+$/, 'expected "I/N" or null')
    .nullable(),
  command: z.string(),
  versions: z.record(name, z.string()),
  timing: z
    .strictObject({
      start: time,
      stop: time,
      phases: spent.describe("Parts of the run, in order, by the clock.").exactOptional(),
      engines: spent.describe("Summed over checks, of all workers, the largest first.").exactOptional(),
      ops: spent.describe("The same by op.").exactOptional(),
      laws: spent.describe("The same by law.").exactOptional(),
    })
    .describe("Milliseconds, start and stop since 1970. No other member varies."),
});

const engine = z.discriminatedUnion(
  "runs",
  [
    z.strictObject({
      name,
      version: z.string(),
      backend: z.string().nullable().describe("What it stands on."),
      precision,
      runs: z.literal(true),
      because: z.null(),
    }),
    z.strictObject({
      name,
      version: z.string().nullable(),
      backend: z.string().nullable(),
      precision: precision.nullable(),
      runs: z.literal(false),
      because: name.describe("Why it could not run."),
    }),
  ],
  "expected true or false",
);

const tally = { agree: count, disagree: count, inconclusive: count, unsupported: count, failed: count };

const coverageRow = z.strictObject({
  op: name,
  engine: name,
  law: name,
  order: count.describe("Of differentiation; 0 is the value itself."),
  cases: count,
  ...tally,
  worstUlp: numberSchema.nullable(),
  entries: count.describe("Numbers that were compared."),
  nonzeroEntries: count.describe("Of these, those expected not to be zero."),
  because: z
    .array(
      z.strictObject({ verdict: z.enum(["inconclusive", "unsupported", "failed"]), reason: z.string(), cases: count }),
    )
    .exactOptional(),
});

const program = z.strictObject({
  inputs: z.array(name),
  steps: z.array(
    z.strictObject({
      out: name,
      op: name,
      in: z.array(name),
      attrs: z.record(z.string(), z.unknown()).exactOptional(),
    }),
  ),
  outputs: z.array(name).min(1),
});

/** The smallest case that shows a finding. */
export const findingCaseSchema: z.ZodType<FindingCase> = z.strictObject({
  program,
  inputs: arrays,
  wrt: z.array(name),
  cotangents: arrays.exactOptional(),
  tangents: arrays.exactOptional(),
});

const finding = z.strictObject({
  id: name,
  engine: name,
  op: name,
  law: name,
  order: count,
  kind: z.enum(kinds),
  title: z.string(),
  diagnosis: z.string(),
  condition: conditionSchema.exactOptional(),
  case: findingCaseSchema,
  of: name.describe("The output, or the input of the derivative, that got and want are of.").exactOptional(),
  got: evidence,
  want: evidence,
  error: numberSchema.nullable(),
  bound: numberSchema.nullable(),
  confirmed: z.boolean().exactOptional(),
  witnesses: z.array(z.strictObject({ name, value: evidence, sides: z.enum(["engine", "reference"]) })),
  repro: z.strictObject({
    tfjs: z.string().nullable(),
    torch: z.string().nullable(),
    jax: z.string().nullable(),
    ran: z
      .boolean()
      .describe("Whether that for TensorFlow.js was run, as it is for unexpected findings.")
      .exactOptional(),
    because: z.string().describe("Why there is none for TensorFlow.js.").exactOptional(),
  }),
  known: z.strictObject({ because: z.string(), link: linkSchema }).nullable(),
  replay: z.string(),
});

const gradients = z.strictObject({ W: arraySchema, b: arraySchema });

const workedAnswer: z.ZodType<WorkedAnswer | WorkedFailure> = z.union([
  z.strictObject({
    engine: name,
    avgLossGrad: gradients,
    halvesGrad: gradients,
    rowFirst: arraySchema,
    rowSecond: arraySchema,
    jacobian: arraySchema,
  }),
  z.strictObject({ engine: name, error: z.string() }),
]);

const resultsSchema: z.ZodType<Results> = z.strictObject({
  schema: z.literal("cotangent/results@1", 'expected "cotangent/results@1": another version of Cotangent wrote this'),
  run,
  engines: z.array(engine),
  totals: z.strictObject({ cases: count, comparisons: count, ...tally }),
  coverage: z.array(coverageRow),
  findings: z.array(finding),
  gone: z.array(knownDifferenceSchema).describe("Known differences that no longer occur.").exactOptional(),
  attributeSpace: z
    .array(z.strictObject({ op: name, pairs: count, seen: count, unseen: z.array(z.string()) }))
    .describe("How much of their attribute space ops were tried on, two factors at a time.")
    .exactOptional(),
  conventions: z
    .array(
      z.strictObject({
        op: name,
        at: name.describe("A point, an attribute that holds one, or ties."),
        engine: name,
        answer: name.nullable().describe("Null where the engine gives no gradient."),
        valid: z.boolean().describe("Whether every answer was a subgradient."),
      }),
    )
    .describe("What engines answer where ops have no derivative.")
    .exactOptional(),
  errors: z
    .array(
      z.strictObject({
        engine: name,
        order: count,
        checks: count,
        quantiles: z.strictObject({ p50: error, p90: error, p99: error, max: error }),
        bins: z.array(z.strictObject({ below: error.describe("The end of the bin; 0 for no error."), checks: count })),
      }),
    )
    .describe("The largest errors of checks that agree, in ulps of the engine's precision.")
    .exactOptional(),
  curves: z
    .array(
      z.strictObject({
        op: name,
        input: name.describe("The input that moves; the others are held."),
        points: z.array(numberSchema),
        engines: z.array(z.strictObject({ engine: name, value: offs, derivative: offs })),
      }),
    )
    .describe(
      "How far engines are from the truth, in ulps of their precision, along the inputs of ops that work by element.",
    )
    .exactOptional(),
  golden: z
    .array(
      z.strictObject({
        engine: name,
        ...tally,
        known: count.describe("Misses that known differences explain."),
        misses: z.array(z.string()).describe("The others."),
        judged: z.boolean().describe("Whether a miss fails the run."),
      }),
    )
    .describe("What engines made of the golden vectors.")
    .exactOptional(),
  workedExample: z
    .strictObject({
      inputs: z.strictObject({ X: arraySchema, y: arraySchema, W: arraySchema, b: arraySchema }),
      engines: z.array(workedAnswer),
    })
    .exactOptional(),
});

/**
 * Checks the content of a `results.json`, parsed already.
 *
 * @param where the file's name, for the error.
 * @throws InputError naming the file and the member that is not as it should be.
 */
export function parseResults(json: unknown, where: string): Results {
  readWith(resultsSchema, json, where);
  // As it was written, with its members in their order: what is made of it again is the same to the byte.
  return json as Results;
}

/**
 * Reads the text of a `results.json`.
 *
 * @throws InputError for a text that is cut off, is not JSON, or is not a run.
 */
export function readResults(text: string, where: string): Results {
  return parseResults(readJson(text, where), where);
}

/** The JSON Schema of `results.json`, shipped as `reports/schema/results.schema.json`. */
export function resultsJsonSchema(): object {
  return { title: "Cotangent: the results of a run", ...z.toJSONSchema(resultsSchema) };
}

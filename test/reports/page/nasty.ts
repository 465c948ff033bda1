import type { CoverageRow, Finding, Results } from "../../../src/suite/results.ts";
import { finding, hostile, row, run, workedAnswer } from "../fixture.ts";
import { everything } from "./runs.ts";

/** A text that ends a script, opens a comment, breaks a line of a script, is half of a pair, and means something to `replace`. */
export const tricky = `</script><!--<script>\u2028\udc00$& $' $\` $1 ${hostile}`;

/** A run all of whose texts should not act when they are shown. */
export function nasty(text: string): Results {
  const one: CoverageRow = row({
    op: text,
    engine: text,
    law: text,
    agree: 0,
    disagree: 1,
    failed: 1,
    inconclusive: 1,
    because: [{ verdict: "inconclusive", reason: text, cases: 1 }],
  });
  const found: Finding = finding({
    id: text,
    op: text,
    engine: text,
    law: text,
    title: text,
    diagnosis: text,
    case: {
      program: {
        inputs: [text],
        steps: [{ out: `${text}2`, op: text, in: [text], attrs: { [text]: text } }],
        outputs: [`${text}2`],
      },
      inputs: { [text]: { shape: [], data: ["NaN"] } },
      wrt: [text],
    },
    got: text,
    witnesses: [{ name: text, value: text, sides: "engine" }],
    repro: { tfjs: text, torch: text, jax: text },
    known: { because: text, link: `javascript://%0aalert(1)//${text}` },
    replay: text,
  });
  return run(
    [one, row({ op: "sin", engine: text })],
    [found, finding({ id: "e1", op: "exp", engine: text, title: text })],
    {
      gone: [
        {
          engines: [text],
          op: text,
          kind: "throws",
          order: 1,
          condition: { [text]: text },
          because: text,
          link: `javascript://%0aalert(1)//${text}`,
        },
      ],
      run: {
        seed: 1,
        shard: null,
        command: text,
        versions: { [text]: text },
        timing: { start: 0, stop: 0, phases: [{ name: text, ms: 1 }], ops: [{ name: text, ms: 1 }] },
      },
      conventions: [{ op: text, at: text, engine: text, answer: text, valid: false }],
      golden: [{ ...everything.golden![0]!, engine: text, misses: [text], judged: true }],
      errors: [{ ...everything.errors![0]!, engine: text }],
      curves: [
        { ...everything.curves![0]!, input: text, engines: [{ ...everything.curves![0]!.engines[0]!, engine: text }] },
      ],
      engines: [
        { name: text, version: text, backend: text, precision: "float32", runs: true, because: null },
        { name: `${text}!`, version: null, backend: null, precision: null, runs: false, because: text },
      ],
      workedExample: {
        inputs: {
          X: { shape: [0], data: [] },
          y: { shape: [0], data: [] },
          W: { shape: [0], data: [] },
          b: { shape: [0], data: [] },
        },
        engines: [workedAnswer(text, () => Number.POSITIVE_INFINITY), { engine: text, error: text }],
      },
    },
  );
}

import { CURRENT_SPEC_VERSION, validate } from "ctrf";
import { describe, expect, it } from "vitest";
import { renderCtrf } from "../../reports/ctrf.ts";
import { renderJunit } from "../../reports/junit.ts";
import { renderSummary } from "../../reports/summary.ts";
import { verdictOf } from "../../reports/verdict.ts";
import type { Results } from "../../src/suite/results.ts";
import { finding, hostile, row, run } from "./fixture.ts";
import { readMarkup } from "./markup.ts";
import { assertJunit } from "./valid-junit.ts";

const known = { because: "the exponent's gradient is not masked", link: "https://github.com/tensorflow/tfjs/issues/1" };
const mixed = run(
  [
    row({ disagree: 3 }),
    row({ law: "adjoint", disagree: 1 }),
    row({ op: "clip", disagree: 1 }),
    row({ op: "log", agree: 0, inconclusive: 4, because: [{ verdict: "inconclusive", reason: "too wide", cases: 4 }] }),
    row({ op: "take", agree: 0, unsupported: 2 }),
    row({ op: "tanh" }),
    row({ op: "exp", failed: 1 }),
  ],
  [finding({ known }), finding({ id: "c1", op: "clip", title: "clip differs" }), finding({ id: "o1", op: "sqrt" })],
);
const nasty = run(
  [row({ op: hostile, engine: hostile, law: hostile, disagree: 1 })],
  [
    finding({
      op: hostile,
      engine: hostile,
      law: hostile,
      title: hostile,
      diagnosis: hostile,
      got: hostile,
      replay: hostile,
    }),
  ],
);

const gone = { engines: ["tfjs-cpu"], op: "abs", kind: "throws", order: 1, because: "old", link: null } as const;
const empty = run([], [], { engines: [] });
const twice = run([row({}), row({})], [], {
  gone: [
    { ...gone, condition: { rank: 2 } },
    { ...gone, condition: { rank: 3 } },
  ],
});
const dotted = run([row({ engine: "tf.js-4.22", op: "nn.relu", law: "1.5 ulp" })], []);

interface Ctrf {
  readonly results: {
    readonly summary: Readonly<Record<string, number>>;
    readonly tests: readonly { readonly name: string; readonly status: string; readonly message?: string }[];
  };
}

describe("JUnit", () => {
  const tags = readMarkup(renderJunit(mixed));

  it("has a test for every row, every finding without a row, and every engine that could not run", () => {
    const cases = tags.filter(({ name }) => name === "testcase").map(({ attributes }) => attributes.get("classname"));
    expect(cases).toEqual([
      "tfjs-cpu.pow",
      "tfjs-cpu.pow",
      "tfjs-cpu.clip",
      "tfjs-cpu.log",
      "tfjs-cpu.take",
      "tfjs-cpu.tanh",
      "tfjs-cpu.exp",
      "tfjs-cpu.sqrt",
      "tfjs-node.engine",
    ]);
  });

  it("fails what is unexpected or unexplained, and nothing else", () => {
    const messages = (element: string): (string | undefined)[] =>
      tags.filter(({ name }) => name === element).map(({ attributes }) => attributes.get("message"));
    expect(messages("failure")).toEqual([
      "clip differs",
      "1 check went wrong and no finding explains it",
      "pow: the gradient of the exponent is NaN where the base is 0",
    ]);
    expect(messages("skipped")).toEqual([
      "inconclusive (4): too wide",
      "2 unsupported",
      "its addon is missing; `npm run setup` builds it",
    ]);
    expect(tags[0]!.attributes.get("failures")).toBe("3");
    expect(tags[0]!.attributes.get("tests")).toBe("9");
  });

  it("explains what went wrong in a program by what it was shrunk to", () => {
    const programs = row({ op: "program", law: "vjp-agreement", agree: 1, failed: 1 });
    const failures = (text: string): number => [...text.matchAll(/<failure/g)].length;
    expect(failures(renderJunit(run([programs, row({})], [finding({ known })])))).toBe(0);
    expect(failures(renderJunit(run([programs], [finding({ known, engine: "tfjs-wasm" })])))).toBe(1);
    expect(
      failures(renderJunit(run([programs, row({})], [finding({ id: "a", known }), finding({ law: "vjp-agreement" })]))),
    ).toBe(2);
  });

  it("fails an empty run, and a known difference that is gone", () => {
    expect(renderJunit(run([], [], { gone: [{ ...gone, condition: {} }] })).match(/<failure/g)).toHaveLength(2);
  });

  it("is well-formed whatever the texts are", () => {
    const names = new Set(readMarkup(renderJunit(nasty)).map(({ name }) => name));
    expect([...names].toSorted()).toEqual(["failure", "skipped", "testcase", "testsuite", "testsuites"]);
  });

  it.each(Object.entries({ mixed, nasty, empty, twice, dotted }))("is valid by its schema: %s", (_, results) => {
    assertJunit(renderJunit(results));
  });

  it("is not valid by its schema where readers would lose something", () => {
    const text = renderJunit(mixed);
    for (const [from, to, says] of [
      [/ classname="[^"]*"/, "", "'classname' is required"],
      [/ name="adjoint/, ' name="agrees-with-exact', "Duplicate key-sequence"],
      [/classname="tfjs-cpu/, 'classname="tf.js-cpu', "not accepted by the pattern"],
      [/(<skipped[^>]*>)[^<]+/, "$1", "[facet 'minLength']"],
      [/ tests="9"/, ' tests="nine"', "not a valid value"],
    ] as const) {
      const broken = text.replace(from, to);
      expect(broken).not.toBe(text);
      expect(() => {
        assertJunit(broken);
      }).toThrow(says);
    }
  });

  it("says in the content, which is all that GitLab shows, what went wrong and why something was skipped", () => {
    expect(renderJunit(mixed)).toContain(">inconclusive (4): too wide</skipped>");
    expect(renderJunit(mixed)).toContain(">1 check went wrong and no finding explains it</failure>");
  });

  it("keeps an engine and an op with dots in their names in one part each", () => {
    expect(renderJunit(dotted)).toContain('classname="tf_js-4_22.nn_relu"');
  });

  it("gives tests of one name names of their own", () => {
    const names = readMarkup(renderJunit(twice)).flatMap(({ attributes }) =>
      attributes.get("classname") === undefined ? [] : [attributes.get("name")],
    );
    expect(names).toEqual([
      "agrees-with-exact (order 1)",
      "agrees-with-exact (order 1) (2 of this name)",
      "known difference throws (order 1, rank = 2) still occurs",
      "known difference throws (order 1, rank = 3) still occurs",
      "can run",
    ]);
  });

  it("is quick for 100,000 rows on as many engines", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => row({ engine: `engine ${String(i)}` }));
    expect(renderJunit(run(rows, [])).match(/<testsuite /g)).toHaveLength(rows.length + 1);
  });
});

describe("CTRF", () => {
  const { results } = JSON.parse(renderCtrf(mixed)) as Ctrf;

  it.each(Object.entries({ mixed, nasty, empty, twice, dotted }))(
    "is valid by the official schema: %s",
    (_, results) => {
      const report: unknown = JSON.parse(renderCtrf(results));
      expect(validate(report)).toEqual({ valid: true, errors: [] });
      expect(report).toMatchObject({ specVersion: CURRENT_SPEC_VERSION });
    },
  );

  it("counts what it lists", () => {
    expect(results.summary).toMatchObject({ tests: 9, passed: 3, failed: 3, skipped: 3, pending: 0, other: 0 });
    for (const status of ["passed", "failed", "skipped"])
      expect(results.tests.filter((test) => test.status === status)).toHaveLength(results.summary[status]!);
  });

  it("holds no control characters, escaped or not", () => {
    const texts = JSON.stringify(JSON.parse(renderCtrf(nasty)));
    expect(texts).not.toMatch(/\\u00[01]|\p{Cf}|\p{Cs}/u);
    expect(renderCtrf(nasty)).not.toMatch(/[^\P{Cc}\n]/u);
  });
});

describe("the Markdown summary", () => {
  it("tells the verdict, the unexpected findings, the engines and the known differences", () => {
    const text = renderSummary(mixed);
    expect(text).toContain(
      "## ❌ Cotangent: 2 unexpected findings in tfjs\\-cpu and 1 failure that no finding explains\\;",
    );
    expect(text).toContain("### clip differs");
    expect(text).toContain("npx cotangent replay f3a91c");
    expect(text).toContain("| `tfjs-node` | unknown | unknown | no: its addon is missing");
    expect(text).toContain("([link](<https://github.com/tensorflow/tfjs/issues/1>))");
    expect(renderSummary(run([row({})], []))).toContain("## ✅ Cotangent: Nothing unexpected");
  });

  it("shows hostile texts letter by letter", () => {
    const text = renderSummary(nasty);
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
    // Outside of code, where Markdown means what it says, every angle bracket is escaped.
    const prose = text.replace(/^(`{3,})\w*\n.*?\n\1$/gms, "").replace(/(`+) ?.*?[^`]\1(?!`)/g, "");
    expect(prose).not.toMatch(/(?<!\\)<(?!\/?details|\/?summary)/);
  });
});

describe("the Markdown summary of a run with much to tell", () => {
  it("tells the most important findings, and says that there are more", () => {
    const findings = Array.from({ length: 30 }, (_, i) =>
      finding({
        id: String(i),
        op: `op${String(i)}`,
        title: `title ${String(i)}.`,
        kind: i < 29 ? "throws" : "wrong-value",
      }),
    );
    const text = renderSummary(run([row({})], findings));
    const titles = [...text.matchAll(/^### title (\d+)/gm)].map(([, i]) => i);
    expect(titles.slice(0, 2)).toEqual(["29", "0"]);
    expect(titles).toHaveLength(20);
    expect(text).toContain("10 more are in the report.");
  });

  it("stays below the 1 MiB that GitHub takes, and says what it left out", () => {
    const findings = [
      finding({ diagnosis: "é".repeat(600_000) }),
      finding({ id: "b", op: "clip", title: "the short one" }),
    ];
    const text = renderSummary(run([row({})], findings));
    expect(new TextEncoder().encode(text).length).toBeLessThan(2 ** 20);
    expect(text).toContain("### the short one");
    expect(text).toContain("What is too long for a summary is in the report.");
  });
});

describe("golden vectors", () => {
  const tally = { agree: 7, disagree: 1, inconclusive: 0, unsupported: 0, failed: 0, known: 0 };
  const miss = "exp/tails-1, vjp: wrong-gradient: expect.gradients.x.data[0]: got 2, want 1, bound 1e-9";
  const golden = (judged: boolean): Partial<Results> => ({
    golden: [{ ...tally, engine: "mine", misses: [miss], judged }],
  });
  const clean = row({ agree: 5 });

  it("that an engine misses fail the run", () => {
    const results = run([clean], [], golden(true));
    expect(verdictOf(results)).toMatchObject({ state: "bad" });
    expect(verdictOf(results).sentence).toContain("1 answer of mine that a golden vector does not expect");
    expect(renderSummary(results)).toContain("wrong-gradient");
    const { tests } = (JSON.parse(renderCtrf(results)) as Ctrf).results;
    expect(tests.filter(({ status }) => status === "failed").map(({ message }) => message)).toEqual([
      "1 answer that a golden vector does not expect",
    ]);
  });

  it("do not where its known differences are written down, for these cannot speak of a vector's values", () => {
    expect(verdictOf(run([clean], [], golden(false)))).toMatchObject({ state: "good" });
  });
});

import { describe, expect, it } from "vitest";
import { verdictOf } from "../../reports/verdict.ts";
import { verdictLines } from "../../src/cli/verdict-text.ts";
import type { Finding, Results } from "../../src/suite/results.ts";
import { finding, hostile, row, run } from "../reports/fixture.ts";

const known = { because: "it is known", link: null };
const engines = ["cotangent", "tfjs-cpu", "tfjs-wasm", "tfjs-node"];

/** A run as large as the real one: four engines, many rows, golden vectors. */
function large(findings: readonly Finding[], more: Partial<Results> = {}): Results {
  const rows = engines.map((engine) =>
    row({ engine, agree: 18_995, disagree: 242, inconclusive: 395, unsupported: 16_224, failed: 7_666 }),
  );
  const explaining = engines.map((engine) => finding({ engine, known }));
  const tally = { agree: 11_890, disagree: 0, inconclusive: 0, unsupported: 0, failed: 0, known: 0, judged: false };
  return run(rows, [...explaining, ...findings], {
    engines: engines.map((name) => ({
      name,
      version: "4.22.0",
      backend: "WebAssembly, SIMD, one thread",
      precision: "float32",
      runs: true,
      because: null,
    })),
    golden: engines.map((engine) => ({ ...tally, engine, misses: Array.from({ length: 1807 }, () => "a miss") })),
    ...more,
  });
}

const many = (length: number, more: Partial<Finding> = {}): Finding[] =>
  Array.from({ length }, (_, i) =>
    finding({
      id: `id${String(i)}`,
      op: `some_op_${String(i)}`,
      engine: engines[1 + (i % 3)]!,
      title: `some_op_${String(i)}: gradient of the wrong shape on ${engines[1 + (i % 3)]!}`,
      kind: i % 10 === 9 ? "wrong-shape" : "throws",
      ...more,
    }),
  );
const lines = (results: Results, width: number): string[] =>
  verdictLines(results, verdictOf(results), "reports/latest", [], [], { width, paint: (_, text) => text });

describe("the verdict on a terminal", () => {
  const bad = large([...many(60), ...many(600, { known })]);

  it("is about twenty lines of 80 columns, with the five most important findings", () => {
    const text = lines(bad, 80);
    // The path of the report comes after.
    expect(text.length).toBeLessThanOrEqual(22);
    for (const line of text) expect(line.length).toBeLessThanOrEqual(80);
    const told = text.filter((line) => line.includes("(id")).map((line) => /\((id\d+)\)/.exec(line)?.[1]);
    expect(told).toEqual(["id9", "id19", "id29", "id39", "id49"]);
    expect(text).toContain("  … and 55 more unexpected findings in the report");
    expect(text).toContain("  Run one again: npx cotangent replay f3a91c");
    expect(text.join(" ")).toMatch(/✗ 60 unexpected findings in [^]*604 known differences occurred\.$/);
  });

  it("tells the five most important known differences where nothing is unexpected", () => {
    const text = lines(large(many(633, { known })), 80);
    expect(text.length).toBeLessThanOrEqual(20);
    expect(text).toContain("637 known differences occurred; the report lists them.");
    expect(text.filter((line) => line.startsWith("△"))).toHaveLength(5);
    expect(text.some((line) => line.startsWith("✗"))).toBe(false);
    expect(text.some((line) => line.startsWith("✓ Nothing unexpected"))).toBe(true);
  });

  it("fits a screen when everything goes wrong at once", () => {
    const gone = Array.from(
      { length: 30 },
      () => ({ engines, op: "pow", kind: "throws", order: 1, condition: {}, because: "old", link: null }) as const,
    );
    const golden = bad.golden!.map((tally) => ({ ...tally, judged: true }));
    expect(lines({ ...bad, gone, golden }, 80).length).toBeLessThanOrEqual(34);
  });

  it("can be read at 40 columns: only words that are longer stand out", () => {
    for (const line of lines(bad, 40)) expect(line.length <= 40 || !line.trim().includes(" ")).toBe(true);
  });

  it("holds no control codes, whatever the names are", () => {
    const nasty = large([finding({ id: hostile, op: hostile, engine: hostile, title: hostile, replay: hostile })]);
    for (const width of [40, 80]) expect(lines(nasty, width).join("")).not.toMatch(/\p{Cc}|\p{Cf}|\p{Cs}/u);
  });

  it("tells of an engine that has nothing of what was asked", () => {
    expect(lines(run([row({ agree: 0, unsupported: 3 })], []), 80)).toContain("tfjs-cpu   4.22.0  3 unsupported");
  });
});

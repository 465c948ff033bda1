import { describe, expect, it } from "vitest";
import { compare } from "../../reports/comparison.ts";
import { comparisonParts, comparisonSentence } from "../../reports/comparison-text.ts";
import { renderSummary } from "../../reports/summary.ts";
import { finding, hostile, row, run } from "./fixture.ts";

const known = { because: "it is known", link: null };
const rows = [row({}), row({ op: "clip" }), row({ op: "exp" })];
const ids = (findings: readonly { readonly id: string }[]): string[] => findings.map(({ id }) => id);

describe("a run compared with one before", () => {
  it("that is the same says so", () => {
    const results = run(rows, [finding({}), finding({ id: "b", op: "clip" })]);
    const comparison = compare(results, results);
    expect(comparison).toEqual({
      before: results.run,
      findings: { new: [], gone: [], changed: [], same: 2, untold: [] },
      shifts: [],
      totals: [],
      versions: [],
    });
    expect(renderSummary(results, comparison)).toContain("Nothing differs.");
  });

  it("has new findings and lacks others, the most important first", () => {
    const now = run(rows, [finding({ id: "loud", op: "clip", kind: "throws" }), finding({ id: "silent", op: "exp" })]);
    const { findings } = compare(now, run(rows, [finding({ id: "gone" })]));
    expect(ids(findings.new)).toEqual(["silent", "loud"]);
    expect(ids(findings.gone)).toEqual(["gone"]);
  });

  it("cannot tell of what it did not check to an end", () => {
    const before = run(rows, [finding({ id: "a" }), finding({ id: "b", op: "clip" }), finding({ id: "c", order: 2 })]);
    const { findings } = compare(run([row({ agree: 0, inconclusive: 40 }), row({ op: "clip" })], []), before);
    expect(ids(findings.gone)).toEqual(["b"]);
    expect(ids(findings.untold)).toEqual(["a", "c"]);
  });

  it("tells what has changed of a finding", () => {
    const before = finding({ condition: { rank: 2 }, error: 0.5 });
    const what = (now: Parameters<typeof finding>[0]): readonly string[] | undefined =>
      compare(run(rows, [finding({ condition: { rank: 2 }, error: 0.5, ...now })]), run(rows, [before])).findings
        .changed[0]?.what;
    expect(what({})).toBeUndefined();
    expect(what({ id: "another", replay: "elsewhere", error: 0.50001 })).toBeUndefined();
    expect(what({ known })).toEqual(["known now"]);
    expect(what({ law: "adjoint" })).toEqual(["law adjoint, was agrees-with-exact"]);
    expect(what({ error: "NaN", diagnosis: "?" })).toEqual(["error NaN, was 0.5", "another diagnosis"]);
    expect(what({ condition: { rank: 3 } })).toEqual(["where rank = 3, was rank = 2"]);
    expect(what({ kind: "throws" })).toBeUndefined();
  });

  it("takes findings for the same only where there is no choice", () => {
    const on = (rank: number) => finding({ id: String(rank), condition: { rank } });
    const { findings } = compare(run(rows, [on(1), on(2), on(3)]), run(rows, [on(1), on(4)]));
    expect([findings.same, ids(findings.new), ids(findings.gone)]).toEqual([1, ["2", "3"], ["4"]]);
  });

  it("tells of every place where the largest error moved, the largest factor first", () => {
    const now = run(
      [row({ worstUlp: 3 }), row({ law: "other", worstUlp: 8 }), ...rows.slice(1), row({ op: "log" })],
      [],
    );
    const before = run(
      [
        row({ worstUlp: 2 }),
        row({ law: "other", worstUlp: null }),
        row({ op: "clip", worstUlp: "NaN" }),
        row({ op: "exp", worstUlp: 0 }),
      ],
      [],
    );
    expect(compare(now, before).shifts).toEqual([
      { op: "clip", engine: "tfjs-cpu", order: 1, before: "NaN", now: 1.5 },
      { op: "pow", engine: "tfjs-cpu", order: 1, before: 2, now: 8 },
      { op: "exp", engine: "tfjs-cpu", order: 1, before: 0, now: 1.5 },
    ]);
  });

  it("tells of other totals and versions", () => {
    const before = run(rows, []);
    const now = run([...rows, row({ op: "log" })], [], {
      engines: before.engines.map((engine) => (engine.name === "tfjs-cpu" ? { ...engine, version: "5.0.0" } : engine)),
      run: { ...before.run, versions: { cotangent: "0.1.0", "fast-check": "4.0.0" } },
    });
    const comparison = compare(now, before);
    expect(comparison.totals).toContainEqual({ name: "cases", before: 120, now: 160 });
    expect(comparison.totals.map(({ name }) => name)).not.toContain("failed");
    expect(comparison.versions).toEqual([
      { name: "fast-check", before: null, now: "4.0.0" },
      { name: "tfjs-cpu", before: "4.22.0, plain JavaScript", now: "5.0.0, plain JavaScript" },
      { name: "node", before: "20.20.2", now: null },
    ]);
  });

  it("takes well under a second for 100,000 rows and as many findings of one op", () => {
    const coverage = Array.from({ length: 100_000 }, (_, i) => row({ law: `law ${String(i)}`, order: i % 5 }));
    const findings = coverage.map((_, i) => finding({ id: String(i), condition: { i } }));
    const [now, before] = [run(coverage, findings), run(coverage, findings.slice(50_000).toReversed())];
    const start = performance.now();
    expect(compare(now, before).findings).toMatchObject({ same: 50_000, gone: [] });
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it("is told in the summary, letter by letter", () => {
    const now = run(rows, [finding({ id: hostile, title: hostile })]);
    const comparison = compare(now, run(rows, []));
    const text = renderSummary(now, comparison);
    expect(text).toContain("### Compared with the run before");
    expect(text).toContain("**1 new finding**");
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}|[^\\]<script/u);
    expect(comparisonSentence(comparison)).toBe(
      "Compared with the run of 2026-01-01 00:00:00 UTC, seed 1: 0 findings are the same.",
    );
    expect(comparisonParts(comparison).map(({ title }) => title)).toEqual(["1 new finding"]);
  });
});

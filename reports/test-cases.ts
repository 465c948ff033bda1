import type { Finding, Results } from "../src/suite/results.ts";
import { conditionText, findingText } from "./finding-text.ts";
import { outcomesOf, type Outcome } from "./outcome.ts";
import { counted, orderName } from "./text.ts";

/** The run as CI systems see one: a list of tests. All texts are as they came; who writes them escapes them. */
export interface TestCase {
  /** What it belongs under: an engine, or the run itself. */
  readonly suite: string;
  /** What is tested within the suite: an op. */
  readonly subject: string;
  readonly name: string;
  readonly status: "passed" | "known" | "failed" | "skipped";
  /** One line: what is wrong, or why it was skipped. */
  readonly message: string;
  /** Everything there is to say, in plain text. */
  readonly details: string;
  /** A finding's kind, where there is a finding. */
  readonly kind: string;
}

/** Findings in words. Many rows share one. */
type Texts = ReadonlyMap<Finding, string>;

function ofOutcome({ row, status, findings, reason }: Outcome, texts: Texts): TestCase {
  const first = findings.find(({ known }) => known === null) ?? findings[0];
  return {
    suite: row.engine,
    subject: row.op,
    name: `${row.law} (${orderName(row.order)})`,
    status,
    message: first?.title ?? reason,
    details: findings.map((finding) => texts.get(finding)!).join("\n\n"),
    kind: first?.kind ?? "",
  };
}

/**
 * One test for each row of the coverage; and, so that nothing is lost, one for each finding that has no row, each engine
 * that could not run, each engine on the golden vectors, each known difference that is gone, and an empty run.
 */
export function testCasesOf(results: Results): TestCase[] {
  const { rows, orphans } = outcomesOf(results);
  const texts: Texts = new Map(results.findings.map((finding) => [finding, findingText(finding)]));
  const cases: TestCase[] = rows.map((outcome) => ofOutcome(outcome, texts));
  for (const finding of orphans)
    cases.push({
      suite: finding.engine,
      subject: finding.op,
      name: `${finding.law} (${orderName(finding.order)}): ${finding.id}`,
      status: finding.known === null ? "failed" : "known",
      message: finding.title,
      details: texts.get(finding)!,
      kind: finding.kind,
    });
  for (const engine of results.engines)
    if (!engine.runs)
      cases.push({
        suite: engine.name,
        subject: "engine",
        name: "can run",
        status: "skipped",
        message: engine.because,
        details: "",
        kind: "",
      });
  for (const { engines, op, kind, order, condition, because } of results.gone ?? [])
    for (const suite of engines)
      cases.push({
        suite,
        subject: op,
        name: `known difference ${kind} (${orderName(order)}, ${conditionText(condition)}) still occurs`,
        status: "failed",
        message: `the known difference no longer occurs; it was expected because ${because}`,
        details: "If it is mended, take it out of the known differences: cotangent verify --update-known",
        kind: "gone",
      });
  for (const { engine, agree, misses, judged } of results.golden ?? [])
    cases.push({
      suite: engine,
      subject: "golden vectors",
      name: "are answered as expected",
      status: misses.length === 0 ? "passed" : judged ? "failed" : "known",
      message:
        misses.length === 0
          ? `${counted(agree, "answer")} as expected`
          : `${counted(misses.length, "answer")} that a golden vector does not expect`,
      details: misses.join("\n"),
      kind: misses.length === 0 ? "" : "golden",
    });
  const { agree, disagree, failed } = results.totals;
  if (agree + disagree + failed === 0)
    cases.push({
      suite: "cotangent",
      subject: "run",
      name: "compares something",
      status: "failed",
      message: "nothing was compared",
      details: "A run that has checked nothing is no success.",
      kind: "empty",
    });
  return cases;
}

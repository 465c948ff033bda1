import type { PROGRAMS } from "../src/suite/plan.ts";
import type { CoverageRow, Finding, Reason, Results } from "../src/suite/results.ts";
import { groupBy } from "./group-by.ts";
import { counted } from "./text.ts";

/** How a row of the coverage ended: as one test of a CI system. */
export interface Outcome {
  readonly row: CoverageRow;
  /** `known`: it differs, and only as written down in advance. */
  readonly status: "passed" | "known" | "failed" | "skipped";
  /** What explains it: the row's own findings, else those of the same op on the same engine. */
  readonly findings: readonly Finding[];
  /** Why it was skipped, or why it failed without a finding. */
  readonly reason: string;
}

/** The outcomes of all rows, in the order of the coverage, and the findings that belong to none of them. */
export interface Outcomes {
  readonly rows: readonly Outcome[];
  readonly orphans: readonly Finding[];
}

type Place = Pick<CoverageRow, "engine" | "op" | "law" | "order">;

/** The op of rows that are about programs of several ops: a finding from one is shrunk, and named after the op at fault. */
const programs: typeof PROGRAMS = "program";

const exactly = ({ engine, op, law, order }: Place): string => JSON.stringify([engine, op, law, order]);
const sameOp = ({ engine, op }: Place): string => JSON.stringify([engine, op]);
const sameLaw = ({ engine, law }: Place): string => JSON.stringify([engine, law]);
const sameEngine = ({ engine }: Place): string => engine;

/** Joins the reasons of a row: `inconclusive (4): the budget is too wide`. */
function reasonsText(reasons: readonly Reason[]): string {
  return reasons.map(({ verdict, cases, reason }) => `${verdict} (${String(cases)}): ${reason}`).join("; ");
}

function skipReason(row: CoverageRow): string {
  const tally = (["inconclusive", "unsupported"] as const)
    .filter((verdict) => row[verdict] > 0)
    .map((verdict) => `${String(row[verdict])} ${verdict}`);
  const because = reasonsText(row.because ?? []);
  return because === "" ? tally.join(", ") || "no case was drawn" : because;
}

function outcomeOf(row: CoverageRow, own: readonly Finding[], related: readonly Finding[]): Outcome {
  const wrong = row.disagree + row.failed;
  const findings = own.length === 0 && wrong > 0 ? related : own;
  if (findings.some(({ known }) => known === null)) return { row, status: "failed", findings, reason: "" };
  if (findings.length > 0) return { row, status: "known", findings, reason: "" };
  if (wrong > 0) {
    const reason = `${counted(wrong, "check")} went wrong and no finding explains it`;
    return { row, status: "failed", findings, reason };
  }
  return row.agree === 0
    ? { row, status: "skipped", findings, reason: skipReason(row) }
    : { row, status: "passed", findings, reason: "" };
}

/** How each row of the coverage ended. Nothing that went wrong is lost: what no finding explains fails by itself. */
export function outcomesOf(results: Results): Outcomes {
  const lookUp = (key: (place: Place) => string): ((row: CoverageRow) => readonly Finding[]) => {
    const groups = groupBy(results.findings, key);
    return (row) => groups.get(key(row)) ?? [];
  };
  const own = lookUp(exactly);
  const nearest = [sameOp, sameLaw, sameEngine].map(lookUp);
  const related = (row: CoverageRow): readonly Finding[] =>
    nearest
      .slice(0, row.op === programs ? nearest.length : 1)
      .map((near) => near(row))
      .find((found) => found.length > 0) ?? [];
  const places = new Set(results.coverage.map(exactly));
  return {
    rows: results.coverage.map((row) => outcomeOf(row, own(row), related(row))),
    orphans: results.findings.filter((finding) => !places.has(exactly(finding))),
  };
}

import type { Results } from "../src/suite/results.ts";
import { testCasesOf, type TestCase } from "./test-cases.ts";
import { oneLine, printable } from "./text.ts";

/** The version of the format that is written: the current one. */
const specVersion = "0.0.0";

function test({ suite, subject, name, status, message, details, kind }: TestCase): object {
  return {
    name: oneLine(`${suite} ${subject}: ${name}`),
    status: status === "known" ? "passed" : status,
    // The suite times cases, not rows of the coverage.
    duration: 0,
    suite: [oneLine(suite), oneLine(subject)],
    ...(status === "known" ? { rawStatus: "known difference" } : {}),
    ...(message === "" ? {} : { message: oneLine(message) }),
    ...(details === "" ? {} : { trace: printable(details) }),
    ...(kind === "" ? {} : { tags: [oneLine(kind)] }),
  };
}

/** The run in the Common Test Report Format (https://ctrf.io). */
export function renderCtrf(results: Results): string {
  const all = testCasesOf(results);
  const count = (...statuses: readonly TestCase["status"][]): number =>
    all.filter(({ status }) => statuses.includes(status)).length;
  const { start, stop } = results.run.timing;
  const version = results.run.versions["cotangent"];
  const report = {
    reportFormat: "CTRF",
    specVersion,
    generatedBy: "cotangent",
    results: {
      tool: { name: "cotangent", ...(version === undefined ? {} : { version: oneLine(version) }) },
      summary: {
        tests: all.length,
        passed: count("passed", "known"),
        failed: count("failed"),
        skipped: count("skipped"),
        pending: 0,
        other: 0,
        start,
        stop,
        duration: stop - start,
        extra: { ...results.totals, seed: results.run.seed },
      },
      tests: all.map(test),
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

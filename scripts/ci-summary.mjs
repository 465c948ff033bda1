// @ts-check
/**
 * The last line of `.ci/run`: `N passed, N failed, N skipped`, counted from what vitest and `npm run check` wrote.
 *
 *     node scripts/ci-summary.mjs [STAGE…]      the stages that ended with an error: test, check, interrupted
 *
 * Passed, failed and skipped are tests; failed also counts failed checks, test files that could not be loaded, and a stage
 * that failed without saying where. A run without a single test is a failure.
 */
import { readFileSync } from "node:fs";

/**
 * @typedef {{ status: string }} TestResult
 * @typedef {{ name: string, status: string, message?: string, assertionResults: TestResult[] }} TestFile
 * @typedef {{ testResults: TestFile[] }} VitestResults
 * @typedef {{ name: string, outcome: string }[]} CheckResults
 */

/** @param {string} path @returns {unknown} what the file holds; undefined when the stage did not come to write it */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}

const failedStages = process.argv.slice(2);
const files = /** @type {VitestResults | undefined} */ (read("test-results/vitest.json"))?.testResults ?? [];
const checks = /** @type {CheckResults | undefined} */ (read("test-results/check.json")) ?? [];

const tests = files.flatMap((file) => file.assertionResults);
const passed = tests.filter(({ status }) => status === "passed").length;
const failedTests = tests.filter(({ status }) => status === "failed").length;
const brokenFiles = files.filter(
  (f) => f.status === "failed" && !f.assertionResults.some((t) => t.status === "failed"),
);
const failedChecks = checks.filter(({ outcome }) => outcome !== "passed");

/** @type {string[]} */
const others = [
  ...brokenFiles.map(({ name, message }) => `${name} could not be run: ${message ?? ""}`),
  ...failedChecks.map(({ name, outcome }) => `check "${name}": ${outcome}`),
];
const explained = new Set([
  ...(failedTests + brokenFiles.length > 0 ? ["test"] : []),
  ...(failedChecks.length > 0 ? ["check"] : []),
]);
for (const stage of failedStages.filter((name) => !explained.has(name))) others.push(`${stage}: see above`);
if (passed + failedTests === 0) others.push("no test was run");

const failed = failedTests + others.length;
for (const line of others) console.log(`✗ ${line}`);
console.log(`${passed} passed, ${failed} failed, ${tests.length - passed - failedTests} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

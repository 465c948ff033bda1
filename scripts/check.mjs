// @ts-check
/**
 * `npm run check`: every check that CI runs, two at a time, each with its time; a failed one does not stop the others.
 *
 *     npm run check                     all steps
 *     npm run check -- --no-tests       all but the tests (CI has just run them)
 *     npm run check -- lint types       these steps only
 *
 * A step is an npm script of package.json, so each can be run alone: `npm run lint`.
 */
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

/**
 * @typedef {{ name: string, script: string, needs?: string }} Step
 * @typedef {{ name: string, outcome: "passed" | "failed" | "not run", seconds: number, output: string }} Result
 */

/** The slow ones first, so that they overlap with the rest. @type {readonly Step[]} */
const STEPS = [
  { name: "build", script: "build" },
  { name: "types", script: "types" },
  { name: "tests", script: "test:only", needs: "build" },
  // All vectors computed anew: too long for a test.
  { name: "golden", script: "golden", needs: "build" },
  { name: "lint", script: "lint" },
  { name: "layers", script: "layers" },
  { name: "unused", script: "unused" },
  { name: "format", script: "format:check" },
  { name: "publint", script: "publint", needs: "build" },
  { name: "attw", script: "attw", needs: "build" },
];
const AT_A_TIME = 2;

/** @param {readonly string[]} words */
function chosenSteps(words) {
  const names = words.filter((word) => word !== "--no-tests");
  const unknown = names.find((name) => !STEPS.some((step) => step.name === name));
  if (unknown !== undefined) {
    console.error(
      `check: no step "${unknown}"; the steps are ${STEPS.map(({ name }) => name).join(", ")} (and --no-tests)`,
    );
    process.exit(2);
  }
  return STEPS.filter(
    ({ name }) => (names.length === 0 || names.includes(name)) && !(name === "tests" && words.includes("--no-tests")),
  );
}

/**
 * @param {Step} step
 * @returns {Promise<Result>}
 */
function run({ name, script }) {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn("npm", ["run", "--silent", script], {
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
      env: process.stdout.isTTY ? { FORCE_COLOR: "1", ...process.env } : process.env,
    });
    let output = "";
    /** @param {string} text */
    const keep = (text) => void (output += text);
    child.stdout.setEncoding("utf8").on("data", keep);
    child.stderr.setEncoding("utf8").on("data", keep);
    /** @param {Result["outcome"]} outcome */
    const done = (outcome) => resolve({ name, outcome, seconds: (performance.now() - start) / 1000, output });
    child.on("error", (error) => {
      keep(String(error));
      done("failed");
    });
    child.on("close", (code) => done(code === 0 ? "passed" : "failed"));
  });
}

/** @param {Result} result */
function report({ name, outcome, seconds, output }) {
  const mark = { passed: "✓", failed: "✗", "not run": "–" }[outcome];
  console.log(`${mark} ${name.padEnd(8)} ${outcome === "not run" ? output : `${seconds.toFixed(1).padStart(5)} s`}`);
  if (outcome === "failed") console.log(output.replace(/^/gm, "  │ "));
}

/** @param {readonly Step[]} steps */
async function runAll(steps) {
  /** @type {Result[]} */
  const results = [];
  const waiting = [...steps];
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();

  /** @param {Step} step */
  const open = ({ needs }) => needs !== undefined && (running.has(needs) || waiting.some(({ name }) => name === needs));
  /** @param {Result} result */
  const finish = (result) => {
    running.delete(result.name);
    results.push(result);
    report(result);
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < AT_A_TIME ? waiting.findIndex((step) => !open(step)) : -1;
    const step = next < 0 ? undefined : waiting.splice(next, 1)[0];
    if (step === undefined) {
      await Promise.race(running.values());
    } else if (results.some(({ name, outcome }) => name === step.needs && outcome !== "passed")) {
      finish({ name: step.name, outcome: "not run", seconds: 0, output: `not run: ${step.needs} failed` });
    } else {
      running.set(step.name, run(step).then(finish));
    }
  }
  return results;
}

const start = performance.now();
const results = await runAll(chosenSteps(process.argv.slice(2)));
const bad = results.filter(({ outcome }) => outcome !== "passed");

mkdirSync("test-results", { recursive: true });
const rows = results.map(({ name, outcome, seconds }) => ({ name, outcome, seconds: Number(seconds.toFixed(3)) }));
writeFileSync("test-results/check.json", `${JSON.stringify(rows, null, 2)}\n`);

const total = `${((performance.now() - start) / 1000).toFixed(1)} s`;
console.log(
  bad.length === 0
    ? `\nAll ${results.length} checks passed in ${total}.`
    : `\n${bad.length} of ${results.length} checks did not pass (${total}): ${bad.map(({ name }) => name).join(", ")}`,
);
process.exitCode = bad.length === 0 ? 0 : 1;

// @ts-check
/**
 * `npm run conventions`: writes docs/conventions.md from a run of the built command line, with every engine that runs here.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {{ op: string, at: string, engine: string, answer: string | null, valid: boolean }} Convention */
/** @typedef {{ engines: { name: string, version: string, runs: boolean }[], conventions: Convention[] }} Run */

const out = mkdtempSync(join(tmpdir(), "cotangent-"));
try {
  const command = ["dist/cli.mjs", "verify", "--laws", "subgradient", "--cases", "1", "--out", out, "--quiet"];
  spawnSync(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  const run = /** @type {Run} */ (JSON.parse(readFileSync(join(out, "results.json"), "utf8")));
  writeFileSync(
    "docs/conventions.md",
    page(
      run.engines.filter(({ runs }) => runs),
      run.conventions,
    ),
  );
} finally {
  rmSync(out, { recursive: true });
}

/**
 * @param {{ name: string, version: string }[]} engines
 * @param {Convention[]} conventions
 */
function page(engines, conventions) {
  const places = [...new Set(conventions.map(({ op, at }) => `${op}\0${at}`))].map((place) => place.split("\0"));
  /** @param {string | undefined} op @param {string | undefined} at @param {string} engine */
  const cell = (op, at, engine) => {
    const found = conventions.find((c) => c.op === op && c.at === at && c.engine === engine);
    if (found === undefined || found.answer === null) return "no gradient";
    return found.valid ? found.answer : `**${found.answer}**: not a subgradient`;
  };
  const rows = [
    ["op", "at", ...engines.map(({ name, version }) => (name === "cotangent" ? name : `${name} ${version}`))],
    ["---", "---", ...engines.map(() => "---")],
    ...places.map(([op, at]) => [`\`${op}\``, at, ...engines.map(({ name }) => cell(op, at, name))]),
  ];
  return `# Conventions at kinks

Written by \`npm run conventions\` from what each engine answers.

Where an op has a kink it has no derivative, and every convex combination of the derivatives around it is right (Clarke's
subdifferential): the derivative of \`relu\` at 0 is anything from 0 to 1, and elements of \`max\` that tie share the derivative in any way in
which the shares sum to 1. Which of these an engine answers is its convention. At a jump, the one right answer is 0.

${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}
`;
}

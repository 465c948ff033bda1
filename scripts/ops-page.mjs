// @ts-check
/**
 * `npm run ops-page`: writes docs/ops.md from what the built command line lists, and from what is left out of TensorFlow.js
 * (src/oracles/tfjs/excused.json, which a test compares with TensorFlow.js itself).
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

/** @typedef {"tfjs" | "torch" | "jax"} Library */
/**
 * @typedef {object} ListedOp
 * @property {string} name
 * @property {string} family
 * @property {string} kind
 * @property {string[]} inputs
 * @property {boolean} variadic
 * @property {string[]} optional
 * @property {{ name: string, type: string, default?: unknown, doc: string }[]} attrs
 * @property {Record<Library, string[]>} names
 * @property {Partial<Record<Library, string>>} because
 */

/** @type {readonly (readonly [Library, string])[]} */
const LIBRARIES = [
  ["tfjs", "TensorFlow.js"],
  ["torch", "PyTorch"],
  ["jax", "JAX"],
];

/** @param {string} text */
const cell = (text) => text.replaceAll("|", "\\|");
/** @param {string} text */
const code = (text) => `\`${cell(text)}\``;

/** @param {ListedOp} op */
function inputsOf({ inputs, variadic, optional }) {
  return inputs
    .map((name, i) => code(name) + (optional.includes(name) ? "?" : variadic && i === inputs.length - 1 ? ", …" : ""))
    .join(", ");
}

/** @param {ListedOp} op */
function attributesOf({ attrs }) {
  return attrs
    .map(({ name, type, ...rest }) =>
      code(`${name}: ${type}${"default" in rest ? ` = ${JSON.stringify(rest.default)}` : ""}`),
    )
    .join("<br>");
}

/** @param {ListedOp} op @param {Library} library */
function thereAs({ names, because }, library) {
  return because[library] === undefined ? code(names[library][0] ?? "") : "–";
}

/** @param {readonly (readonly string[])[]} rows */
const table = (rows) => rows.map((row) => `| ${row.join(" | ")} |`).join("\n");

/** The page, from the ops and from what is left out. @param {ListedOp[]} ops @param {Record<string, Record<string, string>>} excused */
export function opsPage(ops, excused) {
  const families = [...new Set(ops.map(({ family }) => family))].toSorted();
  const sections = families.map((family) => {
    const own = ops.filter((op) => op.family === family);
    const rows = [
      ["op", "kind", "inputs", "attributes", ...LIBRARIES.map(([, name]) => name)],
      ["---", "---", "---", "---", "---", "---", "---"],
      ...own.map((op) => [
        code(op.name),
        op.kind,
        inputsOf(op),
        attributesOf(op),
        ...LIBRARIES.map(([library]) => thereAs(op, library)),
      ]),
    ];
    return `## ${family}\n\n${table(rows)}\n`;
  });
  const missing = LIBRARIES.map(([library, title]) => {
    const rows = ops.flatMap(({ name, because }) => {
      const why = because[library];
      return why === undefined ? [] : [`- ${code(name)}: ${why}`];
    });
    return rows.length === 0 ? "" : `### Not in ${title}\n\n${rows.join("\n")}\n`;
  });
  const left = Object.entries(excused).map(
    ([what, reasons]) =>
      `### TensorFlow.js: ${what} that no op reaches\n\n${Object.entries(reasons)
        .map(([name, why]) => `- ${code(name)}: ${why}`)
        .join("\n")}\n`,
  );
  return `# Ops

Written by \`npm run ops-page\`. ${String(ops.length)} ops: each with its float64 kernel, derivatives of every order in both modes, a definition in exact
arithmetic, golden vectors, and what other libraries call it.

A question mark marks an input that attributes may leave out; an ellipsis, one that may be given again.

${sections.join("\n")}
## What is left out, and why

${[...missing, ...left].filter((text) => text !== "").join("\n")}`;
}

if (process.argv[1]?.endsWith("ops-page.mjs") === true) {
  const listed = execFileSync(process.execPath, ["dist/cli.mjs", "ops", "--json"], {
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const excused = readFileSync("src/oracles/tfjs/excused.json", "utf8");
  writeFileSync(
    "docs/ops.md",
    opsPage(
      /** @type {ListedOp[]} */ (JSON.parse(listed)),
      /** @type {Record<string, Record<string, string>>} */ (JSON.parse(excused)),
    ),
  );
}

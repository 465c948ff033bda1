import type { Finding, Results } from "../../src/suite/results.ts";
import { isSilent } from "../importance.ts";
import { codeBlock, codeSpan, markdownLink } from "../markdown.ts";
import { counted, grouped, listOf, oneLine, orderName } from "../text.ts";
import { byName, defectsOf, type Defect } from "./defects.ts";

/** Where a defect is spoken of elsewhere: addresses by `op kind order`, the order at which it shows first. */
export type Links = Readonly<Record<string, string>>;

/** What the page begins with. */
export const TITLE = "# What is wrong with the derivatives of TensorFlow.js";

/** The findings of a run as a page for the maintainers and users of TensorFlow.js: every defect once, with code that shows it. */
export function findingsPage({ engines, findings, run }: Results, links: Links): string {
  const of = findings.filter(({ engine }) => engine.startsWith("tfjs-"));
  const defects = defectsOf(of);
  const silent = defects.filter((defect) => isSilent(defect) && defect.orders[0]! >= 2);
  const ops = [...new Set(defects.map(({ op }) => op))].toSorted(byName);
  const versions = engines.flatMap((engine) =>
    engine.runs && engine.name.startsWith("tfjs-")
      ? [`${engine.name} ${engine.version}${engine.backend === null ? "" : ` (${engine.backend})`}`]
      : [],
  );
  return [
    TITLE,
    "",
    `Written by \`npm run findings\` from a run of Cotangent (seed ${String(run.seed)}) on ${prose(listOf(versions))}: ${counted(
      defects.length,
      "defect",
    )} in ${counted(ops.length, "op")}, ${counted(of.length, "finding")} where each engine and order counts. Do not edit.`,
    "",
    "Every program below was run, and shows what its entry says; it needs nothing but the package that it imports. What is right",
    "is the answer of Cotangent's engine in float64, which is checked against exact arithmetic. Order 0 is the value, order 1 the",
    "gradient, order 2 the gradient of a gradient. Without a cotangent, `tf.grad` takes ones.",
    "",
    ...countTables(defects, of),
    "## Silently wrong at the second order and above",
    "",
    ...(silent.length === 0
      ? ["None."]
      : ["No error, no warning, another number.", "", ...silent.flatMap((defect) => entry(defect, links))]),
    "",
    "## Contents",
    "",
    "| op | silently wrong | throws |",
    "| --- | --- | --- |",
    ...ops.map((op) => contentsRow(op, defects)),
    "",
    ...ops.flatMap((op) => [
      `## ${codeSpan(op)}`,
      "",
      ...defects.filter((defect) => defect.op === op).flatMap((d) => (silent.includes(d) ? above(d) : entry(d, links))),
    ]),
  ].join("\n");
}

function countTables(defects: readonly Defect[], findings: readonly Finding[]): string[] {
  const engines = [...new Set(findings.map(({ engine }) => engine))].toSorted(byName);
  const kinds = [...new Set(defects.map(({ kind }) => kind))].toSorted(byName);
  const orders = [...new Set(findings.map(({ order }) => order))].toSorted((a, b) => a - b);
  const row = (name: string, chosen: (engine: string) => number): string =>
    `| ${name} | ${engines.map((engine) => grouped(chosen(engine))).join(" | ")} |`;
  const count = (engine: string, keep: (defect: Defect) => boolean): number =>
    defects.filter((defect) => defect.engines.includes(engine) && keep(defect)).length;
  return [
    `| defects | ${engines.join(" | ")} |`,
    `| --- |${" --- |".repeat(engines.length)}`,
    ...kinds.map((kind) => row(kind, (engine) => count(engine, (defect) => defect.kind === kind))),
    ...orders.map((order) => row(`first at ${orderText(order)}`, (e) => count(e, ({ orders: [at] }) => at === order))),
    row("all", (engine) => count(engine, () => true)),
    "",
  ];
}

function orderText(order: number): string {
  return order === 0 ? "order 0 (the value)" : orderName(order);
}

function contentsRow(op: string, defects: readonly Defect[]): string {
  const of = defects.filter((defect) => defect.op === op);
  const cell = (silent: boolean): string =>
    [
      ...new Set(
        of.filter((d) => isSilent(d) === silent).flatMap(({ kind, orders }) => `${kind}, ${ordersText(orders)}`),
      ),
    ]
      .toSorted(byName)
      .join("; ");
  return `| [${codeSpan(op)}](#${op}) | ${cell(true)} | ${cell(false)} |`;
}

function ordersText(orders: readonly number[]): string {
  return `${orders.length === 1 ? "order" : "orders"} ${listOf(orders.map(String))}`;
}

/** The finding in a few words, without its op and engine. */
function whatOf({ title, op, engine }: Finding): string {
  return oneLine(title).replace(`${op}: `, "").replace(` on ${engine}`, "");
}

function above(defect: Defect): string[] {
  return [`**${prose(whatOf(defect.findings[0]))}** (${ordersText(defect.orders)}): see above.`, ""];
}

function entry(defect: Defect, links: Links): string[] {
  const { op, kind, orders, engines, condition, findings } = defect;
  const [first] = findings;
  const link = links[`${op} ${kind} ${String(orders[0])}`];
  const facts = Object.entries(condition).map(([name, value]) => codeSpan(`${name}: ${JSON.stringify(value)}`));
  return [
    `### ${codeSpan(op)}: ${prose(whatOf(first))}`,
    "",
    [
      engines.join(", "),
      ordersText(orders),
      kind,
      ...(facts.length === 0 ? [] : [`where ${listOf(facts)}`]),
      ...(link === undefined ? [] : [markdownLink(link, "reported")]),
      ...proofOf(findings),
    ].join(" · "),
    "",
    prose(first.diagnosis),
    "",
    first.repro.tfjs === null
      ? `No short program shows it${first.repro.because === undefined ? "" : `: ${prose(first.repro.because)}`}.`
      : codeBlock(first.repro.tfjs.trimEnd(), "js"),
    "",
  ];
}

/** What independent witnesses say of a wrong number. */
function proofOf(findings: readonly Finding[]): string[] {
  const said = findings.flatMap(({ confirmed }) => confirmed ?? []);
  if (said.length === 0) return [];
  return [
    said.includes(true)
      ? "proven by exact arithmetic or by differences of its own values"
      : "not proven by exact arithmetic or by differences of its own values",
  ];
}

/** A text on one line, with what Markdown would read as its own escaped. */
function prose(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|~#&$]/g, "\\$&");
}

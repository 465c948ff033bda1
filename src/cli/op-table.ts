import { counted } from "../../reports/text.ts";
import type { ListedOp } from "./listed-op.ts";
import { aligned, fold, type Paint } from "./terminal.ts";

const heads = ["op", "family", "kind", "tfjs", "torch", "jax", "inputs and attributes"] as const;
/** Below this many columns the table becomes a list. */
const narrow = 72;

/** The ops as a table that fits the width, or as a list where no table fits. */
export function opTable(ops: readonly ListedOp[], width: number, paint: Paint): string[] {
  const reasons = [...new Set(ops.flatMap(reasonsOf))];
  const rest = ["", ...reasons.flatMap((line) => fold(line, width, "  ")), counted(ops.length, "op")];
  return width < narrow ? [...list(ops, width, paint), ...rest] : [...table(ops, width, paint), ...rest];
}

function table(ops: readonly ListedOp[], width: number, paint: Paint): string[] {
  const lines = aligned([
    heads,
    ...ops.map((op) => {
      const { tfjs, torch, jax } = op.engines;
      return [op.name, op.family, op.kind, ...[tfjs, torch, jax].map((has) => (has ? "yes" : "no")), signatureOf(op)];
    }),
  ]);
  const last = " ".repeat(lines[0]!.indexOf(heads[6]));
  return lines.flatMap((line, i) => fold(line, width, last).map((part) => (i === 0 ? paint("bold", part) : part)));
}

function list(ops: readonly ListedOp[], width: number, paint: Paint): string[] {
  return ops.flatMap((op) => {
    const missing = Object.entries(op.engines).filter(([, has]) => !has);
    const where = missing.length === 0 ? "" : `, not in ${missing.map(([name]) => name).join(", ")}`;
    return [
      ...fold(`${paint("bold", op.name)} ${paint("dim", `(${op.family}, ${op.kind}${where})`)}`, width, "    "),
      ...fold(`  ${signatureOf(op)}`, width, "    "),
    ];
  });
}

/** `x, axis: integer[] | null = null` */
function signatureOf({ inputs, variadic, attrs }: ListedOp): string {
  const attributes = attrs.map(
    (attr) => `${attr.name}: ${attr.type}${"default" in attr ? ` = ${JSON.stringify(attr.default)}` : ""}`,
  );
  return [...inputs.map((name, i) => (variadic && i === inputs.length - 1 ? `${name}, …` : name)), ...attributes].join(
    ", ",
  );
}

function reasonsOf({ name, because }: ListedOp): string[] {
  return Object.entries(because).map(([where, why]) => `${where} has no ${name}: ${why}`);
}

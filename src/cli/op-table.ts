import { counted } from "../../reports/text.ts";
import { LIBRARIES, type ListedOp } from "../program/listed-op.ts";
import { aligned, fold, type Paint } from "./terminal.ts";

const heads = ["op", "family", "kind", ...LIBRARIES, "inputs and attributes"] as const;
/** Columns that the last one needs at the least; where they are not there, the table becomes a list. */
const LEAST = 40;

/** The ops as a table that fits the width, or as a list where no table fits. */
export function opTable(ops: readonly ListedOp[], width: number, paint: Paint): string[] {
  const reasons = [...new Set(ops.flatMap(reasonsOf))];
  const rest = ["", ...reasons.flatMap((line) => fold(line, width, "  ")), counted(ops.length, "op")];
  const lines = aligned([heads, ...ops.map(rowOf)]);
  const last = lines[0]!.indexOf(heads.at(-1)!);
  if (width - last < LEAST) return [...ops.flatMap((op) => entryOf(op, width, paint)), ...rest];
  const folded = lines.flatMap((line, i) =>
    fold(line, width, " ".repeat(last)).map((part) => (i === 0 ? paint("bold", part) : part)),
  );
  return [...folded, ...rest];
}

function rowOf(op: ListedOp): string[] {
  return [op.name, op.family, op.kind, ...LIBRARIES.map((library) => nameIn(op, library)), signatureOf(op)];
}

/** What a library calls an op; a dash where it has none. */
function nameIn({ names }: ListedOp, library: (typeof LIBRARIES)[number]): string {
  return names[library][0] ?? "–";
}

function entryOf(op: ListedOp, width: number, paint: Paint): string[] {
  const there = LIBRARIES.map((library) => `${library}: ${nameIn(op, library)}`).join(", ");
  return [
    ...fold(`${paint("bold", op.name)} ${paint("dim", `(${op.family}, ${op.kind})`)}`, width, "    "),
    ...fold(`  ${signatureOf(op)}`, width, "    "),
    ...fold(`  ${paint("dim", there)}`, width, "    "),
  ];
}

/** `x, axis: integer[] | null = null` */
function signatureOf({ inputs, variadic, optional, attrs }: ListedOp): string {
  const attributes = attrs.map(
    (attr) => `${attr.name}: ${attr.type}${"default" in attr ? ` = ${JSON.stringify(attr.default)}` : ""}`,
  );
  const operands = inputs.map((name, i) => {
    if (optional.includes(name)) return `${name}?`;
    return variadic && i === inputs.length - 1 ? `${name}, …` : name;
  });
  return [...operands, ...attributes].join(", ");
}

function reasonsOf({ name, because }: ListedOp): string[] {
  return Object.entries(because).map(([where, why]) => `${where} has no ${name}: ${why}`);
}

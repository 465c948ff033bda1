import { decodeNumber, type JsonArray, type JsonNumber } from "../../base/codec.ts";
import { sizeOf } from "../../base/shape.ts";
import type { Question } from "../../program/print/repro/index.ts";
import { inferShapes } from "../../program/program.ts";
import type { Evidence, Finding, JsonArrays } from "../results.ts";

/** The members of a finding that its repro is made from. */
export type Shown = Pick<Finding, "engine" | "order" | "kind" | "case" | "got" | "want" | "of">;

/** What a repro of a finding may ask, what is likeliest to show it first. */
export function questionsOf(finding: Shown): readonly Question[] {
  const { order, kind, case: c, got, want, of } = finding;
  const told = typeof got === "string" ? OUTPUT.exec(got) : null;
  // What is wrong with an output shows without a derivative.
  if (told !== null) return [outputQuestion(finding, told[1] === "dtype" ? "type" : "count", told[2]!)];
  const names = order === 0 ? c.program.outputs : c.wrt;
  const about = of === undefined || !names.includes(of) ? names : [of];
  const shown = shownOf(kind, got);
  return about.flatMap((name) => {
    const question = { order, of: name, shown, remark: remarkOf(kind, shown, got, rightOf(want, name)) };
    return order === 0 ? [question] : [question, { ...question, full: true }];
  });
}

const OUTPUT = /^wrong (dtype|shape): output "(.*)" is /;
const LENGTH = /^wrong shape: .* holds \d+ numbers$/;

function outputQuestion({ case: c }: Shown, shown: "type" | "count", of: string): Question {
  const { program, inputs } = c;
  const shapes = inferShapes(
    program,
    Object.fromEntries(Object.entries(inputs).map(([name, { shape }]) => [name, shape])),
  );
  return {
    order: 0,
    of,
    shown,
    remark: `right: ${shown === "type" ? "float32" : String(sizeOf(shapes.get(of) ?? []))}`,
  };
}

function shownOf(kind: Finding["kind"], got: Evidence): Question["shown"] {
  if (typeof got === "string" && LENGTH.test(got)) return "count";
  if (typeof got === "string" && got.startsWith("wrong dtype")) return "type";
  return kind === "wrong-shape" ? "shape" : "numbers";
}

/** The right answer to a question of this name. */
function rightOf(want: Evidence, name: string): JsonArray | null {
  if (want === null || typeof want === "string") return null;
  return isArray(want) ? want : (want[name] ?? null);
}

/** Whether evidence is one array, and not several by name. */
export function isArray(evidence: JsonArray | JsonArrays): evidence is JsonArray {
  return Array.isArray(evidence["shape"]);
}

function remarkOf(kind: Finding["kind"], shown: Question["shown"], got: Evidence, right: JsonArray | null): string {
  if (kind === "does-not-throw" || right === null) return "right: an error";
  const answers: Readonly<Record<Question["shown"], () => string>> = {
    numbers: () => listed(right),
    shape: () => `[${right.shape.join(", ")}]`,
    type: () => "float32",
    count: () => String(right.data.length),
  };
  const answer = `${kind === "invalid-subgradient" ? "valid" : "right"}: ${answers[shown]()}`;
  if (shown !== "numbers" || typeof got !== "string") return answer;
  return kind === "timeout" || kind === "crash" ? `${FAILS[kind]}; ${answer}` : `throws; ${answer}`;
}

const FAILS = { timeout: "does not end", crash: "ends the process" } as const;

/** As many digits as tell a right number from a wrong one. */
const DIGITS = 8;

/** The most numbers that are written out. */
const MOST = 60;

/** An array as nested lists. */
function listed({ shape, data }: JsonArray): string {
  if (data.length > MOST) return `${data.slice(0, MOST).map(short).join(", ")}, … (${String(data.length)} numbers)`;
  const nest = (axis: number, from: number, to: number): string => {
    if (axis === shape.length) return short(data[from]!);
    const step = (to - from) / Math.max(shape[axis]!, 1);
    const parts = Array.from({ length: shape[axis]! }, (_, i) =>
      nest(axis + 1, from + i * step, from + (i + 1) * step),
    );
    return `[${parts.join(", ")}]`;
  };
  return nest(0, 0, data.length);
}

function short(x: JsonNumber): string {
  const value = decodeNumber(x, "data");
  return Object.is(value, -0) ? "0" : String(Number.isFinite(value) ? Number(value.toPrecision(DIGITS)) : value);
}

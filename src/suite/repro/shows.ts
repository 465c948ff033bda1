import { decodeNumber, type JsonArray } from "../../base/codec.ts";
import { compare } from "../../checks/compare.ts";
import type { Question } from "../../program/print/repro/index.ts";
import { scalar } from "../../tensor/tensor.ts";
import type { Finding } from "../results.ts";
import type { Printed } from "./printed.ts";
import { isArray, type Shown } from "./questions.ts";

/** What of a finding tells whether a repro shows it. */
export type Told = Shown & Pick<Finding, "error" | "bound">;

/** Why what came of a printed program does not show a finding; null where it does. */
export function unlike(finding: Told, { shown }: Question, printed: Printed): string | null {
  const { kind, got, want } = finding;
  if (kind === "timeout" || kind === "crash")
    return "ended" in printed && printed.ended === kind ? null : `expected a ${kind}, ${told(printed)}`;
  if ("ended" in printed) return told(printed);
  if (kind === "does-not-throw") return "threw" in printed ? told(printed) : null;
  if (shown === "type" || shown === "count") return typeOrCount(got, shown, printed);
  if (typeof got === "string") {
    if (!("threw" in printed)) return `expected that it throws, ${told(printed)}`;
    return isSameMessage(printed.threw, got) ? null : `expected "${got}", ${told(printed)}`;
  }
  if ("threw" in printed) return told(printed);
  if (got === null || want === null || typeof want === "string" || !isArray(got) || !isArray(want))
    return "there are no numbers to compare with";
  return shown === "shape" ? unlikeShape(got, want, printed.logged) : unlikeNumbers(finding, got, want, printed.logged);
}

/** Kinds of findings that no short program can show by one answer. */
export function cannotShow({ kind }: Shown): string | null {
  return kind === "protocol" || kind === "nondeterministic" || kind === "mutates-input"
    ? `${kind} is not told by one answer`
    : null;
}

function told(printed: Printed): string {
  if ("ended" in printed) return `it ended with a ${printed.ended}`;
  return "threw" in printed ? `it throws "${printed.threw}"` : `it shows ${JSON.stringify(printed.logged)}`;
}

function typeOrCount(got: Finding["got"], shown: "type" | "count", printed: Printed): string | null {
  if (!("logged" in printed) || typeof got !== "string") return told(printed);
  const said = shown === "type" ? /is (\w+), expected/.exec(got)?.[1] : /holds (\d+) numbers/.exec(got)?.[1];
  return String(printed.logged) === said ? null : `expected ${String(said)}, ${told(printed)}`;
}

/** How TensorFlow.js says that it finds no connection; where it is asked for several inputs, Cotangent says which. */
const UNCONNECTED = "Cannot compute gradient of y=f(x)";

function isSameMessage(threw: string, got: string): boolean {
  return plain(threw).includes(plain(got)) || (threw.includes(UNCONNECTED) && got.startsWith(UNCONNECTED));
}

/** A message without what differs between `tf.grad` and `tf.grads`. */
function plain(message: string): string {
  return message.replaceAll(/\bgrads?\(f\)\([^)]*\)|\bf\([^)]*\)/g, "f");
}

function unlikeShape(got: JsonArray, want: JsonArray, logged: unknown): string | null {
  const shape = JSON.stringify(logged);
  if (shape === JSON.stringify(want.shape)) return "it shows the right shape";
  return shape === JSON.stringify(got.shape) ? null : `expected [${got.shape.join(", ")}], it shows ${shape}`;
}

/** Compares the number that stands out with what was seen in the run and with what is right. */
function unlikeNumbers(
  { error, bound, case: c }: Told,
  got: JsonArray,
  want: JsonArray,
  logged: unknown,
): string | null {
  const shown = flat(logged);
  if (shown.length !== got.data.length)
    return `expected ${String(got.data.length)} numbers, got ${String(shown.length)}`;
  const [seen, right] = [got, want].map(({ data }) => data.map((x) => decodeNumber(x, "data"))) as [number[], number[]];
  const largest = decodeNumber(error ?? "NaN", "error");
  const standsOut = seen.findIndex((x, i) => x !== right[i] && Object.is(Math.abs(x - right[i]!), largest));
  const at = Math.max(standsOut, 0);
  // What an engine may round at this entry, it may round otherwise in a program that is laid out otherwise.
  const allowed = scalar(decodeNumber(bound ?? 0, "bound"));
  const verdict = (a: number, b: number): string =>
    compare(scalar(a), scalar(b), allowed, "float32", Number.POSITIVE_INFINITY).verdict;
  if (verdict(shown[at]!, right[at]!) !== "disagree") return `it shows ${String(shown[at])}, which is right`;
  // What is read where nothing was written is another number each time.
  return verdict(shown[at]!, seen[at]!) === "agree" || holdsNothing(c)
    ? null
    : `expected ${String(seen[at])}, it shows ${String(shown[at])}`;
}

/** Whether some input has no elements. */
function holdsNothing({ inputs }: Told["case"]): boolean {
  return Object.values(inputs).some(({ data }) => data.length === 0);
}

/** The numbers of nested lists, row-major. */
function flat(x: unknown): number[] {
  return Array.isArray(x) ? x.flatMap(flat) : [Number(x)];
}

import { z } from "zod";
import { readWith } from "../base/read.ts";
import type { Law } from "../checks/law.ts";
import { judge } from "../checks/judge.ts";
import { kinds, type Kind } from "../checks/kinds.ts";
import { Reference, Subject } from "../checks/subject.ts";
import type { Engine } from "../oracles/engine.ts";
import { describeFinding } from "./describe.ts";
import { factsOf, knownFor, type Facts } from "./known.ts";
import type { KnownDifference } from "./known-schema.ts";
import { findingCaseSchema } from "./results-schema.ts";
import type { Finding, FindingCase } from "./results.ts";
import { decodeCase } from "./stored-case.ts";

/** A case that shows a known difference: run again, it tells whether that still occurs. */
export interface KnownCase {
  readonly engines: readonly string[];
  readonly op: string;
  readonly kind: Kind;
  readonly order: number;
  readonly law: string;
  readonly case: FindingCase;
}

const knownCasesSchema: z.ZodType<{ schema: "cotangent/known-cases@1"; cases: readonly KnownCase[] }> = z.strictObject({
  schema: z.literal("cotangent/known-cases@1"),
  cases: z.array(
    z.strictObject({
      engines: z.array(z.string().min(1)).min(1),
      op: z.string().min(1),
      kind: z.enum(kinds),
      order: z.int().nonnegative(),
      law: z.string().min(1),
      case: findingCaseSchema,
    }),
  ),
});

/**
 * Reads a file of cases of known differences, already parsed from JSON.
 *
 * @param where the file's name, for the error.
 * @throws InputError naming the file and the member that is not as it should be.
 */
export function parseKnownCases(json: unknown, where: string): readonly KnownCase[] {
  return readWith(knownCasesSchema, json, where).cases;
}

/** The cases of findings; engines that share one together. */
export function knownCasesOf(findings: readonly Finding[]): KnownCase[] {
  const cases = new Map<string, KnownCase & { readonly engines: string[] }>();
  for (const { engine, op, kind, order, law, case: c } of findings) {
    const key = JSON.stringify([op, kind, order, law, c]);
    const same = cases.get(key);
    if (same === undefined) cases.set(key, { engines: [engine], op, kind, order, law, case: c });
    else same.engines.push(engine);
  }
  return [...cases.values()];
}

/** What came of a case of a known difference on one engine; `finding` is null where it does not occur any more. */
export interface Replayed {
  readonly known: KnownDifference;
  readonly engine: string;
  readonly finding: Finding | null;
}

/** Runs the cases of known differences again, on the engines that they name. */
export async function replayKnown(
  cases: readonly KnownCase[],
  known: readonly KnownDifference[],
  laws: readonly Law[],
  engines: readonly Engine[],
  isWanted: (known: KnownDifference) => boolean,
): Promise<Replayed[]> {
  const replayed: Replayed[] = [];
  const shown = new Map<KnownDifference, Set<string>>();
  for (const [i, one] of cases.entries()) {
    const law = laws.find(({ name }) => name === one.law);
    if (law === undefined) continue;
    const c = decodeCase(one.case, `cases[${String(i)}]`);
    const reference = new Reference(c);
    const facts = factsOf(one.op, c.program, c.inputs);
    for (const engine of engines) {
      const name = engine.description.engine;
      if (!one.engines.includes(name)) continue;
      const difference = knownFor({ ...one, engine: name }, facts, known);
      if (difference === undefined || !isWanted(difference) || shown.get(difference)?.has(name) === true) continue;
      const { kind } = await judge(law, new Subject(engine, reference));
      const finding =
        kind === one.kind
          ? await describeFinding({
              engine,
              law,
              kind,
              op: one.op,
              known: difference,
              condition: difference.condition,
              case: c,
            })
          : null;
      if (finding === null && hangsOnMemory(one.kind, facts)) continue;
      replayed.push({ known: difference, engine: name, finding });
      // One case is enough to show it.
      if (finding !== null) shown.set(difference, (shown.get(difference) ?? new Set()).add(name));
    }
  }
  return replayed;
}

/** Whether a failure shows only with some luck: what memory holds that nobody wrote, or answers that differ. */
function hangsOnMemory(kind: Kind, facts: Facts): boolean {
  return kind === "nondeterministic" || facts["zero-size"] === true;
}

import type { Vector } from "../../../golden/vectors-schema.ts";
import type { Verdict } from "../../checks/compare.ts";
import type { Engine } from "../../oracles/engine.ts";
import { decodeArrays } from "../../../golden/read.ts";
import { factsOf, knownFor } from "../known.ts";
import type { KnownDifference } from "../known-schema.ts";
import { checkVector, type Answered } from "./check-vector.ts";

/** The vectors of one file. */
export interface VectorsOf {
  /** The op or program. */
  readonly name: string;
  /** As messages name it. */
  readonly where: string;
  readonly vectors: readonly Vector[];
}

/** An answer that is not what a vector expects. */
export interface Miss extends Answered {
  readonly engine: string;
  readonly where: string;
  readonly id: string;
  /** Whether it was known in advance. */
  readonly known: boolean;
}

/** What came of one file on one engine. */
export interface FileOutcome {
  readonly name: string;
  readonly engine: string;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly misses: readonly Miss[];
}

/** Asks an engine for everything that the vectors of a file expect. */
export async function checkFile(
  engine: Engine,
  { name, where, vectors }: VectorsOf,
  known: readonly KnownDifference[],
): Promise<FileOutcome> {
  const counts: Record<Verdict, number> = { agree: 0, disagree: 0, inconclusive: 0, unsupported: 0, failed: 0 };
  const misses: Miss[] = [];
  const called = engine.description.engine;
  for (const vector of vectors)
    for (const answered of await checkVector(engine, vector)) {
      counts[answered.verdict]++;
      if (answered.kind !== null)
        misses.push({
          ...answered,
          engine: called,
          where,
          id: vector.id,
          known: isKnown(called, vector, answered, known),
        });
    }
  return { name, engine: called, counts, misses };
}

/** Whether a known difference of one of the ops speaks of this miss. */
function isKnown(
  engine: string,
  { program, inputs, result }: Vector,
  { kind, order }: Answered,
  known: readonly KnownDifference[],
): boolean {
  if (kind === null || result === "throws") return false;
  const tensors = decodeArrays(inputs);
  // What fails at an order is not listed again at the next.
  const orders = Array.from({ length: order + 1 }, (_, lower) => lower);
  return program.steps.some(({ op }) => {
    const facts = factsOf(op, program, tensors);
    return orders.some((lower) => knownFor({ engine, op, kind, order: lower }, facts, known) !== undefined);
  });
}

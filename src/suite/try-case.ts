import type { Case } from "../checks/case.ts";
import { kinksFor } from "../checks/kinks.ts";
import { judge, type Judgement } from "../checks/judge.ts";
import type { Law } from "../checks/law.ts";
import { Reference, Subject } from "../checks/subject.ts";
import type { Engine } from "../oracles/engine.ts";
import type { Outcome } from "./journal.ts";

/** The laws that an engine is tried on. Our own engine is called `cotangent`. */
export function lawsFor(engine: Engine, laws: readonly Law[]): readonly Law[] {
  const own = engine.description.engine === "cotangent";
  return laws.filter((law) => law.applies === "all" || (law.applies === "own") === own);
}

/** The laws that a case of a unit is tried under, by its number: all, or those whose turn it is. */
export function lawsAt(index: number, laws: readonly Law[], thorough: boolean): readonly Law[] {
  return thorough ? laws : laws.filter(({ every = 1 }) => index % every === 0);
}

/**
 * Tries every law on every engine at one case: one after the other, so that the time that a check takes is its own. Nothing is
 * lost by it, for most of the time goes into our own answers and bounds, and cases are tried side by side.
 *
 * @param now the time in milliseconds, since whenever.
 */
export async function tryCase(
  c: Case,
  engines: readonly Engine[],
  laws: readonly Law[],
  now: () => number,
): Promise<Outcome[]> {
  const reference = new Reference(c);
  const outcomes: Outcome[] = [];
  for (const engine of engines) {
    const subject = new Subject(engine, reference);
    const atKink = kinksFor(1, reference.kinks(subject.arithmetic)).length > 0;
    // At a kink one law says of first derivatives what can be said, and elsewhere it says nothing.
    const telling = lawsFor(engine, laws).filter((law) => law.order !== 1 || (law.atKinks === true) === atKink);
    for (const law of telling) {
      const start = now();
      const judgement = await judge(law, subject);
      const ms = hundredths(now() - start);
      if (saysAnything(judgement, law)) outcomes.push({ ...outcomeOf(engine.description.engine, law, judgement), ms });
    }
  }
  return outcomes;
}

/** Whether a law speaks of a case at all: what it has no claims to make of, it was not tried at. */
function saysAnything({ verdict, claims }: Judgement, { atKinks }: Law): boolean {
  return verdict !== "inconclusive" || claims.length > 0 || atKinks === true;
}

/** Whether a law came to a conclusion: at a kink there is no agreement, but a valid answer is one where it was compared. */
export function isConclusive({ verdict, comparisons }: Outcome, { atKinks }: Law): boolean {
  return verdict !== "inconclusive" || (atKinks === true && comparisons > 0);
}

function hundredths(x: number): number {
  return Math.round(x * 100) / 100;
}

function outcomeOf(engine: string, law: Law, { verdict, kind, because, claims }: Judgement): Omit<Outcome, "ms"> {
  let [entries, nonzero] = [0, 0];
  // An error in ulps means something where the other side is the reference's own answer.
  let worstUlp = law.applies === "others" && claims.length > 0 ? 0 : null;
  for (const { comparison } of claims) {
    entries += comparison.entries;
    nonzero += comparison.nonzero;
    if (worstUlp !== null) worstUlp = Math.max(worstUlp, comparison.worstUlp);
  }
  return { engine, law: law.name, verdict, kind, because, comparisons: claims.length, entries, nonzero, worstUlp };
}

import { laws } from "../../properties/laws/index.ts";
import type { Case } from "../../src/checks/case.ts";
import type { Law } from "../../src/checks/law.ts";
import { judge } from "../../src/checks/judge.ts";
import { Reference, Subject } from "../../src/checks/subject.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import { drawCase } from "../../src/suite/plan.ts";
import { lawsAt, lawsFor } from "../../src/suite/try-case.ts";

const engine = cotangent("test");

/** The seed of the cases; another one is another set of cases. */
const SEED = 20_261_123;

/** What came of trying laws. */
interface Breaches {
  readonly found: readonly string[];
  /** How often each law came to a conclusion. */
  readonly conclusive: ReadonlyMap<string, number>;
}

/** The laws that a run of the default orders tries. */
export const usualLaws = laws.filter(({ order }) => order <= 2);

/** The first cases of a unit. */
export function firstCases(unit: string, count: number): Case[] {
  return Array.from({ length: count }, (_, index) => drawCase(SEED, { unit, index }));
}

/** What our own engine breaks at the first cases of a unit, or at what `of` makes of them. */
export async function breaches(unit: string, cases: number, of: (c: Case) => Case = (c) => c): Promise<Breaches> {
  return breachesAt(firstCases(unit, cases).map(of));
}

/** What our own engine breaks at some cases, by the laws whose turn it is at each. */
export async function breachesAt(cases: readonly Case[], tried: readonly Law[] = usualLaws): Promise<Breaches> {
  const found: string[] = [];
  const conclusive = new Map<string, number>();
  for (const [index, c] of cases.entries()) {
    const subject = new Subject(engine, new Reference(c));
    for (const law of lawsFor(engine, lawsAt(index, tried, false))) {
      const { verdict, because } = await judge(law, subject);
      if (verdict === "disagree" || verdict === "failed")
        found.push(`${law.name} at case ${String(index)}: ${because ?? JSON.stringify(c.program)}`);
      if (verdict !== "inconclusive") conclusive.set(law.name, (conclusive.get(law.name) ?? 0) + 1);
    }
  }
  return { found, conclusive };
}

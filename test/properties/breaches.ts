import { laws } from "../../properties/laws/index.ts";
import { judge } from "../../src/checks/judge.ts";
import { Reference, Subject } from "../../src/checks/subject.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import { drawCase } from "../../src/suite/plan.ts";
import { lawsFor } from "../../src/suite/try-case.ts";

const engine = cotangent("test");

/** The seed of the cases; another one is another set of cases. */
const SEED = 20_261_123;

/** What our own engine breaks at the first cases of a unit, and how often each law came to a conclusion. */
export async function breaches(
  unit: string,
  cases: number,
): Promise<{ readonly found: readonly string[]; readonly conclusive: ReadonlyMap<string, number> }> {
  const found: string[] = [];
  const conclusive = new Map<string, number>();
  for (let index = 0; index < cases; index++) {
    const c = drawCase(SEED, { unit, index });
    const subject = new Subject(engine, new Reference(c));
    for (const law of lawsFor(engine, laws)) {
      const { verdict, because } = await judge(law, subject);
      if (verdict === "disagree" || verdict === "failed")
        found.push(`${law.name} at case ${String(index)}: ${because ?? JSON.stringify(c.program)}`);
      if (verdict !== "inconclusive") conclusive.set(law.name, (conclusive.get(law.name) ?? 0) + 1);
    }
  }
  return { found, conclusive };
}

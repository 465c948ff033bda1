import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opCases } from "../../properties/generators/op-case.ts";
import { programCases } from "../../properties/generators/program-case.ts";
import { laws } from "../../properties/laws/index.ts";
import type { Case } from "../../src/checks/case.ts";
import { judge } from "../../src/checks/judge.ts";
import { Reference, Subject } from "../../src/checks/subject.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import { allOps } from "../../src/program/program.ts";

const engine = cotangent("test");
const own = laws.filter((law) => law.applies !== "others");
const tally: Record<string, number> = {};

async function holds(c: Case): Promise<void> {
  const subject = new Subject(engine, new Reference(c));
  for (const law of own) {
    const judgement = await judge(law, subject);
    const k = `${law.name} ${judgement.verdict}`;
    tally[k] = (tally[k] ?? 0) + 1;
    const wrong = judgement.claims.find((x) => x.comparison.verdict === "disagree");
    expect(judgement.verdict === "disagree" || judgement.verdict === "failed" ? { law: law.name, because: judgement.because, at: wrong } : null).toBeNull();
  }
}

describe("our own engine", () => {
  for (const op of allOps)
    it(op.name, async () => {
      await fc.assert(fc.asyncProperty(opCases(op), holds), { seed: 1, numRuns: 20 });
    });
  it("programs", async () => {
    await fc.assert(fc.asyncProperty(programCases(allOps), holds), { seed: 1, numRuns: 100 });
    console.log(tally);
  });
});

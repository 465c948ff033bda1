import type { Question } from "../../program/print/repro/index.ts";
import type { Finding } from "../results.ts";
import type { Printed, PrintedProgram, RunPrinted } from "./printed.ts";
import { candidatesOf } from "./repros.ts";
import { cannotShow, unlike } from "./shows.ts";

/** A finding whose repro is looked for. */
interface Search {
  readonly finding: Finding;
  readonly candidates: readonly { readonly question: Question; readonly text: string }[];
  /** The program that shows it. */
  found: string | null;
  because: string;
}

/**
 * Runs the repros of findings in TensorFlow.js, and keeps those that show what they are to show: what was seen in the run,
 * and not what is right. One that does not is not shown; the reason is.
 */
export async function proveRepros(findings: readonly Finding[], run: RunPrinted): Promise<Finding[]> {
  const searches = findings.map(searchOf);
  // In processes that programs share first: what one leaves behind may spoil another, so what fails there is tried apart.
  for (const apart of [false, true])
    for (let round = 0; ; round++) {
      const open = searches.filter((search) => search.found === null && round < search.candidates.length);
      if (open.length === 0) break;
      const programs = open.map(({ finding, candidates }): PrintedProgram => {
        return { engine: finding.engine, text: candidates[round]!.text };
      });
      const printed = await run(programs, apart);
      open.forEach((search, i) => {
        settle(search, round, printed[i]!);
      });
    }
  return searches.map(({ finding, candidates, found, because }) => {
    if (!finding.engine.startsWith("tfjs-")) return finding;
    const { torch, jax } = finding.repro;
    if (found !== null) return { ...finding, repro: { tfjs: found, torch, jax, ran: true } };
    return { ...finding, repro: { tfjs: null, torch, jax, ran: candidates.length > 0, because } };
  });
}

function searchOf(finding: Finding): Search {
  const never = cannotShow(finding);
  const candidates = never === null && finding.engine.startsWith("tfjs-") ? candidatesOf(finding) : [];
  return { finding, candidates, found: null, because: never ?? "TensorFlow.js has no counterpart of an op" };
}

function settle(search: Search, round: number, printed: Printed): void {
  const { question, text } = search.candidates[round]!;
  const because = unlike(search.finding, question, printed);
  if (because === null) search.found = text;
  else search.because = because;
}

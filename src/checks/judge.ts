import { CotangentError, ResultError } from "../base/errors.ts";
import { compare, type Comparison, type DifferenceKind, type Verdict } from "./compare.ts";
import { outsideOf, unjudgedAt } from "./judge-kinks.ts";
import type { Kind } from "./kinds.ts";
import { kinksFor, type Kink } from "./kinks.ts";
import type { Claim, Law } from "./law.ts";
import type { Subject } from "./subject.ts";

/** One claim and what came of it. */
export interface Judged {
  readonly claim: Claim;
  readonly comparison: Comparison;
}

/** What came of one law, one engine and one case. */
export interface Judgement {
  readonly verdict: Verdict;
  /** Set where the verdict is `disagree` or `failed`. */
  readonly kind: Kind | null;
  /** Why, for every verdict but `agree` and most of `disagree`, where the claims say it. */
  readonly because: string | null;
  readonly claims: readonly Judged[];
}

/** Tries a law on an engine at a case. Whatever the engine throws becomes part of the judgement. */
export async function judge(law: Law, subject: Subject): Promise<Judgement> {
  const missing = unsupported(law, subject);
  if (missing !== null) return { verdict: "unsupported", kind: null, because: missing, claims: [] };
  const kinks = kinksFor(law.order, subject.reference.kinks(subject.arithmetic));
  let claims: readonly Claim[];
  try {
    claims = await law.claims(subject);
  } catch (error) {
    return judgeError(error);
  }
  if (claims.length === 0) {
    const because = (law.atKinks === true ? unjudgedAt(kinks) : null) ?? "there is nothing to compare";
    return { verdict: "inconclusive", kind: null, because, claims: [] };
  }
  const judged = claims.map((claim) => ({
    claim,
    comparison: compare(claim.got, claim.want, claim.bounds, subject.arithmetic.precision, claim.resolution),
  }));
  const verdicts = judged.map(({ comparison }) => comparison.verdict);
  const wrong = judged.find(({ comparison }) => comparison.verdict === "disagree");
  if (kinks.length > 0 && !isPlain(law, wrong)) return judgeAtKink(law, subject, kinks, judged);
  if (wrong !== undefined)
    return { verdict: "disagree", kind: kindOf(law, wrong.comparison.kind!), because: null, claims: judged };
  return verdicts.includes("inconclusive")
    ? { verdict: "inconclusive", kind: null, because: "the rounding bound is too wide to tell", claims: judged }
    : { verdict: "agree", kind: null, because: null, claims: judged };
}

/** Whether a difference needs no derivative to be seen: a shape, or at a kink that is judged a number that is not finite. */
function isPlain({ atKinks }: Law, wrong: Judged | undefined): boolean {
  const kind = wrong?.comparison.kind;
  return kind === "wrong-shape" || (atKinks === true && kind === "non-finite");
}

function judgeAtKink(law: Law, subject: Subject, kinks: readonly Kink[], claims: readonly Judged[]): Judgement {
  const [{ step, kind }] = kinks as readonly [Kink];
  const inconclusive = (because: string): Judgement => ({ verdict: "inconclusive", kind: null, because, claims });
  if (law.atKinks !== true)
    return inconclusive(
      law.order === 0
        ? `${step.op} stands near a jump`
        : `${step.op} stands at a ${kind}: derivatives are not unique there`,
    );
  const got = Object.fromEntries(claims.map(({ claim }) => [claim.name, claim.got]));
  const because = outsideOf(subject, kinks[0]!, got);
  return because === null
    ? inconclusive(`${step.op} stands at a ${kind}: a valid gradient, by the engine's own convention`)
    : { verdict: "disagree", kind: "invalid-subgradient", because, claims };
}

function kindOf(law: Law, kind: DifferenceKind): Kind {
  if (law.failsAs !== undefined) return law.failsAs;
  return kind === "wrong-value" && law.order > 0 ? "wrong-gradient" : kind;
}

function unsupported(law: Law, { engine: { description }, case: c }: Subject): string | null {
  const method = law.methods.find((m) => !description.methods.includes(m));
  if (method !== undefined) return `${description.engine} has no ${method}`;
  const step = c.program.steps.find((s) => !description.ops.includes(s.op));
  return step === undefined ? null : `${description.engine} has no ${step.op}`;
}

/** Error codes of the engine protocol, and those of a process that did not answer. */
export function judgeError(error: unknown): Judgement {
  const because = error instanceof Error ? error.message : String(error);
  const failed = (kind: Kind): Judgement => ({ verdict: "failed", kind, because, claims: [] });
  if (!(error instanceof CotangentError)) throw error;
  if (error instanceof ResultError) return failed(error.kind);
  switch (error.code) {
    case 1:
    case -32601:
      return { verdict: "unsupported", kind: null, because, claims: [] };
    case 4:
      return failed("missing-gradient");
    default:
      return failed(FAILURES[error.name] ?? "throws");
  }
}

const FAILURES: Readonly<Record<string, Kind>> = {
  EngineTimeoutError: "timeout",
  EngineCrashError: "crash",
  EngineProtocolError: "protocol",
};

/** The parts of a case that a finding shows. */
export function worstOf(judgement: Judgement): Judged | undefined {
  return judgement.claims.find(({ comparison }) => comparison.verdict === judgement.verdict) ?? judgement.claims[0];
}

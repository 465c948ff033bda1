import { encodeArray, encodeNumber, type JsonArray } from "../base/codec.ts";
import { seedOf } from "../base/random.ts";
import type { Case } from "../checks/case.ts";
import { judge, worstOf } from "../checks/judge.ts";
import type { Kind } from "../checks/kinds.ts";
import { askedAt, type Law } from "../checks/law.ts";
import { Reference, Subject } from "../checks/subject.ts";
import type { Arrays, Engine } from "../oracles/engine.ts";
import { scalar } from "../tensor/tensor.ts";
import { diagnose } from "./diagnosis/diagnose.ts";
import type { Facts } from "./known.ts";
import type { KnownDifference } from "./known-schema.ts";
import type { Finding, JsonArrays } from "./results.ts";
import { reprosOf } from "./repro/repros.ts";
import { isConfirmed, witnessesFor } from "./witnesses.ts";

/** A group of failures, with its smallest case. */
export interface Failure {
  readonly engine: Engine;
  readonly law: Law;
  readonly kind: Kind;
  readonly op: string;
  readonly known: KnownDifference | undefined;
  /** The facts under which it fails. */
  readonly condition: Facts;
  readonly case: Case;
}

/** The finding in a few words: op, what is wrong with it, engine. */
function titleOf({ op, kind, law, engine }: Failure): string {
  const asked = askedAt(law.order);
  const phrases: Readonly<Record<Kind, string>> = {
    "wrong-value": `wrong ${asked}`,
    "wrong-gradient": `wrong ${asked}`,
    "invalid-subgradient": `${asked} at a kink that is no subgradient`,
    "wrong-shape": `${asked} of the wrong shape`,
    "non-finite": `${asked} that is not finite`,
    "missing-gradient": `no ${asked}`,
    "wrong-dtype": `${asked} of the wrong type`,
    throws: `${asked} throws`,
    "does-not-throw": `${asked} where the value throws`,
    nondeterministic: `${asked} that differs from one time to the next`,
    "mutates-input": `${asked} leaves traces`,
    timeout: `no answer in time for the ${asked}`,
    crash: `${asked} crashes the engine`,
    protocol: `nonsense for the ${asked}`,
  };
  return `${op}: ${phrases[kind]} on ${engine.description.engine}`;
}

/** Makes a finding of a failure: runs it once more, and gathers numbers, witnesses and code that shows it. */
export async function describeFinding(failure: Failure): Promise<Finding> {
  const { engine, law, kind, op, known, condition, case: c } = failure;
  const subject = new Subject(engine, new Reference(c));
  const judgement = await judge(law, subject);
  const worst = worstOf(judgement);
  const said = await witnessesFor(law, subject, judgement);
  const name = engine.description.engine;
  const id = seedOf(name, op, law.order, kind, JSON.stringify(condition)).toString(36).padStart(7, "0");
  const finding: Omit<Finding, "repro"> = {
    id,
    engine: name,
    op,
    law: law.name,
    order: law.order,
    kind,
    title: titleOf(failure),
    diagnosis: diagnose(law, c, judgement, worst),
    condition,
    case: {
      program: c.program,
      inputs: encodeArrays(c.inputs),
      wrt: c.wrt,
      cotangents: encodeArrays(c.cotangents),
      tangents: encodeArrays(c.tangents),
    },
    ...(worst === undefined ? {} : { of: worst.claim.name }),
    got: worst === undefined ? judgement.because : encodeArray(worst.claim.got),
    want: worst === undefined ? wanted(law, subject.reference) : encodeArray(worst.claim.want),
    error: worst === undefined ? null : encodeNumber(worst.comparison.error),
    bound: worst === undefined ? null : encodeNumber(worst.comparison.bound),
    ...(said.length === 0 ? {} : { confirmed: isConfirmed(said) }),
    witnesses: said.map(({ value, ...rest }) => ({
      ...rest,
      value: encodeArray(scalar(value)),
    })),
    known: known === undefined ? null : { because: known.because, link: known.link },
    replay: `npx cotangent replay ${id}`,
  };
  return { ...finding, repro: reprosOf(finding) };
}

function encodeArrays(arrays: Arrays): JsonArrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, x]): [string, JsonArray] => [name, encodeArray(x)]));
}

/** What the engine should have answered where it did not answer. */
function wanted(law: Law, reference: Reference): JsonArrays {
  if (law.order === 0) return encodeArrays(reference.value());
  return encodeArrays(reference.derivative(law.order));
}

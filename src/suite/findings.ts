import { countOf } from "../checks/arrays.ts";
import type { Case } from "../checks/case.ts";
import { judge } from "../checks/judge.ts";
import { wrongAnswers, type Kind } from "../checks/kinds.ts";
import type { Law } from "../checks/law.ts";
import { Reference, Subject } from "../checks/subject.ts";
import type { Engine } from "../oracles/engine.ts";
import { blame } from "./blame.ts";
import { conditionAt } from "./condition.ts";
import { describeFinding } from "./describe.ts";
import { matteringFacts } from "./flip.ts";
import type { JournalEntry } from "./journal.ts";
import { factsOf, knownFor, meets, type Facts } from "./known.ts";
import type { KnownDifference } from "./known-schema.ts";
import { Ledger } from "./ledger.ts";
import type { Finding } from "./results.ts";
import { rounder } from "./rounder.ts";
import { shrink } from "./shrink.ts";
import { waysToShorten } from "./smaller.ts";
import { isConfirmed, witnessesFor } from "./witnesses.ts";

/** One way in which one engine fails at one op, at one case. */
interface Failure {
  readonly engine: Engine;
  readonly law: Law;
  readonly kind: Kind;
  readonly op: string;
  readonly case: Case;
}

/** Failures of one engine, op, kind and order that are kept; more would tell no more. */
const MOST_KEPT = 40;
/** Findings that are made of these. */
const MOST_FINDINGS = 6;

/** Gathers failures while a run goes on, and makes findings of them at its end. */
export class Findings {
  /** What passed and what failed, in facts. */
  private readonly ledger: Ledger;
  /** The first failure of each known difference and engine. */
  private readonly expected = new Map<string, Failure & { readonly known: KnownDifference }>();
  /** Failures that no known difference explains, by engine, op, kind and order; those whose facts are alike once. */
  private readonly unexplained = new Map<string, Map<string, Failure>>();
  private readonly engines: readonly Engine[];
  private readonly laws: readonly Law[];
  private readonly known: readonly KnownDifference[];

  constructor(engines: readonly Engine[], laws: readonly Law[], known: readonly KnownDifference[]) {
    this.engines = engines;
    this.laws = laws;
    this.known = known;
    this.ledger = new Ledger(laws);
  }

  /** How many different failures there are. */
  get count(): number {
    return this.expected.size + [...this.unexplained.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** How many ways to fail there are that no known difference explains. */
  get unexpected(): number {
    return this.unexplained.size;
  }

  /** Takes what came of one case. */
  async add(c: Case, entry: JournalEntry): Promise<void> {
    this.ledger.note(c, entry);
    const failed = entry.outcomes.flatMap(({ engine: name, law: lawName, kind }) => {
      const engine = this.engines.find((e) => e.description.engine === name);
      const law = this.laws.find((l) => l.name === lawName);
      return kind === null || engine === undefined || law === undefined ? [] : [{ engine, law, kind }];
    });
    const seen = new Set<string>();
    for (const { engine, law, kind } of failed.toSorted((a, b) => a.law.order - b.law.order)) {
      // Laws that fail in one way at one case tell of one thing, and what fails at an order fails so at the next, too.
      const name = engine.description.engine;
      const once = `${name} ${kind}`;
      // The derivatives of wrong values are others than ours, and may be right for these.
      const isFollowing = wrongAnswers.includes(kind) && law.order > 0 && seen.has(`${name} values`);
      if (seen.has(once) || isFollowing) continue;
      seen.add(once);
      if (wrongAnswers.includes(kind) && law.order === 0) seen.add(`${name} values`);
      this.keep({ engine, law, kind, ...(await blame(kind, engine, law, c)) });
    }
  }

  private keep(failure: Failure): void {
    const { engine, op, kind, law } = failure;
    const known = this.knownAt(failure);
    if (known !== undefined) {
      const key = this.keyOf(known, engine);
      if (!this.expected.has(key)) this.expected.set(key, { ...failure, known });
      return;
    }
    const key = [engine.description.engine, op, kind, law.order].join("\0");
    const kept = this.unexplained.get(key) ?? new Map<string, Failure>();
    this.unexplained.set(key, kept);
    const facts = JSON.stringify(factsAt(failure));
    const before = kept.get(facts);
    if (before === undefined ? kept.size < MOST_KEPT : sizeOf(failure) < sizeOf(before)) kept.set(facts, failure);
  }

  /** Which known differences occurred, on which engines: `index engine`. */
  occurred(): ReadonlySet<string> {
    return new Set(this.expected.keys());
  }

  /**
   * The findings: of each known difference that occurred, and of what else failed, as few as explain it.
   *
   * @param told known differences on engines that need no finding here.
   * @param onFailure is called before the smallest case of each is looked for.
   */
  async all(
    told: ReadonlySet<string>,
    onFailure: (nth: number, of: number) => void = () => undefined,
  ): Promise<Finding[]> {
    const found: Finding[] = [];
    let nth = 0;
    const tell = (): void => {
      onFailure(++nth, this.expected.size + this.unexplained.size);
    };
    for (const [key, failure] of this.expected) {
      tell();
      if (told.has(key)) continue;
      const { known } = failure;
      const smallest = await this.smallest(failure, known);
      found.push(await describeFinding({ ...smallest, known, condition: known.condition }));
    }
    const explained: { failure: Failure; condition: Facts }[] = [];
    // Programs last, so that one that comes down to a single op is found under it already.
    const groups = [...this.unexplained.values()].map((kept) => [...kept.values()]);
    for (const failures of groups.toSorted((a, b) => stepsOf(a[0]!) - stepsOf(b[0]!))) {
      tell();
      explained.push(...(await this.explain(failures, explained)));
    }
    for (const { failure, condition } of explained)
      found.push(await describeFinding({ ...failure, known: undefined, condition }));
    return found;
  }

  /** The smallest of some failures, and the condition that it fails under; then the same of those that this does not explain. */
  private async explain(
    failures: readonly Failure[],
    before: readonly { failure: Failure; condition: Facts }[],
  ): Promise<{ failure: Failure; condition: Facts }[]> {
    const explained: { failure: Failure; condition: Facts }[] = [];
    let left = failures.toSorted((a, b) => sizeOf(a) - sizeOf(b));
    for (let first = left[0]; first !== undefined && explained.length < MOST_FINDINGS; first = left[0]) {
      const failure = await this.smallest(first, undefined);
      const isSame = (other: Failure, condition: Facts): boolean =>
        other.engine === failure.engine &&
        other.op === failure.op &&
        other.kind === failure.kind &&
        other.law.order === failure.law.order &&
        meets(condition, factsAt(failure));
      const same = [...before, ...explained].find((one) => isSame(one.failure, one.condition));
      const condition = same?.condition ?? (await this.conditionOf(failure, first));
      if (same === undefined && this.knownAt(failure) === undefined && (await isItsOwn(failure)))
        explained.push({ failure, condition });
      left = left.slice(1).filter((other) => other.op !== failure.op || !meets(condition, factsAt(other)));
    }
    return explained;
  }

  /** The condition of a failure, of facts that hold where it was met, too. */
  private async conditionOf(failure: Failure, met: Failure): Promise<Facts> {
    const { engine, law, kind, op, case: c } = failure;
    const mattering = await matteringFacts(engine, law, c);
    const facts = op === met.op ? sharedBy(factsAt(failure), factsAt(met)) : factsAt(failure);
    return conditionAt(facts, mattering, this.ledger.tried(op, engine.description.engine, law.order, kind));
  }

  /** The failure with its case shrunk; a program that comes down to one op becomes that op's. */
  private async smallest(failure: Failure, known: KnownDifference | undefined): Promise<Failure> {
    const { engine, law, kind } = failure;
    const isProgram = failure.case.program.steps.length > 1;
    const also = (c: Case): boolean => isProgram || this.knownAt({ ...failure, case: c }) === known;
    const shapes = await this.told(failure, await shrink({ engine, law, kind, also }, failure.case, waysToShorten));
    const numbers = await this.told(
      shapes,
      await shrink({ engine, law: shapes.law, kind, also }, shapes.case, [rounder]),
    );
    // Round numbers may lie where an op that is made of others has a kink inside, of which nothing is known but by exact arithmetic.
    return (await isProven(numbers)) ? numbers : shapes;
  }

  /** The failure at a smaller case: the op that is to blame for it there, and the law that tells most of it. */
  private async told(failure: Failure, c: Case): Promise<Failure> {
    const blamed = { ...failure, ...(await blame(failure.kind, failure.engine, failure.law, c)) };
    return { ...blamed, law: await this.mostTelling(blamed) };
  }

  /** The law that compares with the reference, where it fails in the same way: it says what is right, and witnesses can too. */
  private async mostTelling({ engine, law, kind, case: c }: Failure): Promise<Law> {
    if (law.applies === "others" || law.atKinks === true) return law;
    const comparing = this.laws.filter((one) => one.applies === "others" && one.order === law.order);
    for (const one of comparing)
      if ((await judge(one, new Subject(engine, new Reference(c)))).kind === kind) return one;
    return law;
  }

  private knownAt(failure: Failure): KnownDifference | undefined {
    const { engine, op, kind, law } = failure;
    return knownFor({ engine: engine.description.engine, op, kind, order: law.order }, factsAt(failure), this.known);
  }

  private keyOf(known: KnownDifference, engine: Engine): string {
    return `${String(this.known.indexOf(known))} ${engine.description.engine}`;
  }
}

/** Whether an engine that computed nothing before fails so, too: else it is a failure of what it computed before. */
async function isItsOwn({ engine, law, kind, case: c }: Failure): Promise<boolean> {
  if (engine.renew === undefined) return true;
  await engine.renew();
  return (await judge(law, new Subject(engine, new Reference(c)))).kind === kind;
}

/** Whether witnesses prove a wrong number, or the failure is about none. */
async function isProven({ engine, law, case: c }: Failure): Promise<boolean> {
  const subject = new Subject(engine, new Reference(c));
  const judgement = await judge(law, subject);
  const said = await witnessesFor(law, subject, judgement);
  return said.length === 0 || isConfirmed(said);
}

function sharedBy(a: Facts, b: Facts): Facts {
  return Object.fromEntries(Object.entries(a).filter(([name, value]) => meets({ [name]: value }, b)));
}

function factsAt({ op, case: { program, inputs } }: Failure): Facts {
  return factsOf(op, program, inputs);
}

function stepsOf(failure: Failure): number {
  return failure.case.program.steps.length;
}

/**
 * How much there is to read in a case. One without numbers says least, so it comes after others of as many steps; and one that
 * is against a law of the engine's own answers alone, which do not say what is right, comes after all others.
 */
function sizeOf(failure: Failure): number {
  const { inputs } = failure.case;
  const { applies, atKinks } = failure.law;
  const isTelling = applies === "others" || atKinks === true;
  const isEmpty = Object.values(inputs).some(({ data }) => data.length === 0);
  return (isTelling ? 0 : 1e6) + 1000 * stepsOf(failure) + (isEmpty ? 500 : 0) + countOf(inputs);
}

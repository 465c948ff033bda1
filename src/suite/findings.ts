import type { Case } from "../checks/case.ts";
import type { Kind } from "../checks/kinds.ts";
import type { Law } from "../checks/law.ts";
import type { Engine } from "../oracles/engine.ts";
import { blame } from "./blame.ts";
import { describeFinding } from "./describe.ts";
import type { JournalEntry } from "./journal.ts";
import type { KnownDifference } from "./known-schema.ts";
import { factsOf, knownFor, type Facts } from "./known.ts";
import { PROGRAMS, type Planned } from "./plan.ts";
import type { Finding } from "./results.ts";
import { shrink } from "./shrink.ts";

/** Failures that are one finding: same engine, op, kind and order, and the same known difference or none. */
interface Group {
  readonly engine: Engine;
  readonly law: Law;
  readonly kind: Kind;
  readonly op: string;
  readonly known: KnownDifference | undefined;
  readonly case: Case;
  /** Where the case was drawn, to shrink it; null for a step of a program that was run alone: it is small already. */
  readonly planned: Planned | null;
}

/** One failing case of an op, in facts: what conditions of known differences are fitted to. */
export interface FailingFacts {
  readonly engine: string;
  readonly op: string;
  readonly kind: Kind;
  readonly order: number;
  readonly facts: Facts;
}

/** Gathers failures into groups while a run goes on, and makes a finding of each at its end. */
export class Findings {
  /** Every failure, in facts. */
  readonly failing: FailingFacts[] = [];
  private readonly groups = new Map<string, Group>();
  private readonly engines: readonly Engine[];
  private readonly laws: readonly Law[];
  private readonly known: readonly KnownDifference[];

  constructor(engines: readonly Engine[], laws: readonly Law[], known: readonly KnownDifference[]) {
    this.engines = engines;
    this.laws = laws;
    this.known = known;
  }

  /** How many groups there are. */
  get count(): number {
    return this.groups.size;
  }

  /** How many groups there are that no known difference explains. */
  get unexpected(): number {
    return [...this.groups.values()].filter((group) => group.known === undefined).length;
  }

  /** Takes what failed at one case. */
  async add(planned: Planned, c: Case, { outcomes }: JournalEntry): Promise<void> {
    const seen = new Set<string>();
    for (const { engine: name, law: lawName, kind } of outcomes) {
      const engine = this.engines.find((e) => e.description.engine === name);
      const law = this.laws.find((l) => l.name === lawName);
      if (kind === null || engine === undefined || law === undefined) continue;
      // Laws of one order that fail in one way at one case tell of one thing.
      const once = [name, law.order, kind].join("\0");
      if (seen.has(once)) continue;
      seen.add(once);
      const group = await this.groupOf(planned, engine, law, kind, c);
      const facts = factsOf(group.op, group.case.program, group.case.inputs);
      this.failing.push({ engine: name, op: group.op, kind, order: law.order, facts });
      const key = this.keyOf(group);
      if (!this.groups.has(key)) this.groups.set(key, group);
    }
  }

  /** Which known differences occurred, on which engines: `index engine`. */
  occurred(): ReadonlySet<string> {
    return new Set(
      [...this.groups.values()].flatMap(({ known, engine }) =>
        known === undefined ? [] : [`${String(this.known.indexOf(known))} ${engine.description.engine}`],
      ),
    );
  }

  /** Shrinks each group to its smallest case and describes it; the unexpected ones come first. */
  async all(seed: number): Promise<Finding[]> {
    const findings = new Map<string, Finding>();
    // Programs last, so that one that comes down to a single op is found under it already.
    const groups = [...this.groups.values()].toSorted((a, b) => stepsOf(a) - stepsOf(b));
    for (const group of groups) {
      const smallest = await this.smallest(seed, group);
      const key = this.keyOf(smallest);
      if (!findings.has(key)) findings.set(key, await describeFinding(smallest));
    }
    return [...findings.entries()]
      .toSorted(([a, x], [b, y]) => Number(x.known !== null) - Number(y.known !== null) || (a < b ? -1 : 1))
      .map(([, finding]) => finding);
  }

  /** The group with its case shrunk; a program that comes down to one op becomes that op's. */
  private async smallest(seed: number, group: Group): Promise<Group> {
    if (group.planned === null) return group;
    const { planned, engine, law, kind, known } = group;
    const also = (c: Case): boolean => stepsOf(group) > 1 || this.knownAt(group, c) === known;
    const shrunk = await shrink(seed, planned, { engine, law, kind, also }, group.case);
    return this.groupOf(planned, engine, law, kind, shrunk);
  }

  private async groupOf(planned: Planned, engine: Engine, law: Law, kind: Kind, c: Case): Promise<Group> {
    const blamed = await blame(kind, engine, law, c);
    const group = { ...blamed, engine, law, kind, planned: blamed.case === c ? planned : null };
    return { ...group, known: this.knownAt(group, blamed.case) };
  }

  private knownAt(
    { engine, op, kind, law }: Pick<Group, "engine" | "op" | "kind" | "law">,
    c: Case,
  ): KnownDifference | undefined {
    const facts = factsOf(op, c.program, c.inputs);
    return knownFor({ engine: engine.description.engine, op, kind, order: law.order }, facts, this.known);
  }

  private keyOf({ engine, op, kind, law, known }: Pick<Group, "engine" | "op" | "kind" | "law" | "known">): string {
    const index = known === undefined ? -1 : this.known.indexOf(known);
    return [engine.description.engine, op, kind, law.order, index].join("\0");
  }
}

function stepsOf(group: Group): number {
  return group.op === PROGRAMS ? Number.POSITIVE_INFINITY : group.case.program.steps.length;
}

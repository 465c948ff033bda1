import type { Case } from "../checks/case.ts";
import type { Law } from "../checks/law.ts";
import type { Kind } from "../checks/kinds.ts";
import type { Tried } from "./condition.ts";
import type { JournalEntry, Outcome } from "./journal.ts";
import { factsOf, type Facts } from "./known.ts";
import { opOf, PROGRAMS } from "./plan.ts";
import { isConclusive } from "./try-case.ts";

/** What is tried apart: at kinks only subgradients are judged, and only there. */
interface Place {
  readonly op: string;
  readonly engine: string;
  readonly order: number;
  readonly atKinks: boolean;
}

/** A case that passes (no kinds) or fails in some ways. */
interface Line {
  readonly facts: Facts;
  readonly kinds: readonly Kind[];
}

/** Which cases of single ops passed and which failed, in facts: what conditions are fitted to. */
export class Ledger {
  private readonly lines = new Map<string, Line[]>();
  private readonly laws: ReadonlyMap<string, Law>;

  constructor(laws: readonly Law[]) {
    this.laws = new Map(laws.map((law) => [law.name, law]));
  }

  /** Writes down what came of a case. One that proves nothing is left out. */
  note(c: Case, { unit, outcomes }: JournalEntry): void {
    const op = opOf(unit);
    if (op === PROGRAMS) return;
    const facts = factsOf(op, c.program, c.inputs);
    const places = new Map<string, Outcome[]>();
    for (const outcome of outcomes) {
      const { order, atKinks = false } = this.laws.get(outcome.law)!;
      const key = keyOf({ op, engine: outcome.engine, order, atKinks });
      places.set(key, [...(places.get(key) ?? []), outcome]);
    }
    for (const [key, own] of places) {
      const kinds = own.flatMap(({ kind }) => (kind === null ? [] : [kind]));
      if (kinds.length === 0 && !this.passes(own)) continue;
      const lines = this.lines.get(key) ?? [];
      this.lines.set(key, lines);
      lines.push({ facts, kinds });
    }
  }

  /** The cases of an op on an engine at an order, and what came of each as far as one way to fail goes. */
  tried(op: string, engine: string, order: number, kind: Kind): Tried[] {
    const lines = this.lines.get(keyOf({ op, engine, order, atKinks: kind === "invalid-subgradient" })) ?? [];
    return lines.map(({ facts, kinds }) => ({
      facts,
      came: kinds.includes(kind) ? "fails" : kinds.length === 0 ? "passes" : "fails otherwise",
    }));
  }

  /** Whether every law that the engine could be tried on holds, and there is one. */
  private passes(outcomes: readonly Outcome[]): boolean {
    const answered = outcomes.filter(({ verdict }) => verdict !== "unsupported");
    return answered.length > 0 && answered.every((o) => isConclusive(o, this.laws.get(o.law)!));
  }
}

function keyOf({ op, engine, order, atKinks }: Place): string {
  return [op, engine, order, atKinks].join("\0");
}

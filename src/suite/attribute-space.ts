import { levelsOf } from "../../properties/attribute-space/levels.ts";
import { PairCount, textOf } from "../../properties/attribute-space/pair-count.ts";
import type { Case } from "../checks/case.ts";
import { attrsOf, opNamed } from "../program/program.ts";
import { PROGRAMS, type Planned } from "./plan.ts";

/** How much of an op's attribute space the cases of a run showed, two factors at a time. */
export interface AttributeSpace {
  readonly op: string;
  /** Pairs of levels that a call can have together: of attributes, ranks and sizes that were met or are declared. */
  readonly pairs: number;
  readonly seen: number;
  /** Some that were not seen. */
  readonly unseen: readonly string[];
}

/** Pairs that are named of an op. */
const NAMED = 5;

/** Keeps count of what the cases of a run show of the attribute spaces of ops. */
export class AttributeSpaces {
  readonly #counts = new Map<string, PairCount>();

  /** Notes a case of one op alone; programs, and cases at kinks, are drawn for other things. */
  note({ unit }: Planned, { program, inputs }: Case): void {
    const step = program.steps[0];
    if (unit === PROGRAMS || step?.op !== unit) return;
    const op = opNamed(unit);
    const count = this.#counts.get(unit) ?? new PairCount(op);
    this.#counts.set(unit, count);
    count.note(levelsOf(op, { shapes: step.in.map((name) => inputs[name]!.shape), attrs: attrsOf(step) }));
  }

  /** What was shown, op by op. */
  all(): AttributeSpace[] {
    return [...this.#counts]
      .map(([op, count]) => {
        const holes = count.holes();
        const unseen = holes.filter(({ because }) => because === null);
        const pairs = count.pairs - (holes.length - unseen.length);
        return {
          op,
          pairs,
          seen: pairs - unseen.length,
          unseen: unseen.slice(0, NAMED).map(({ pair }) => textOf(pair)),
        };
      })
      .toSorted((a, b) => (a.op < b.op ? -1 : 1));
  }
}

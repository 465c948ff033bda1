import type { Excuse } from "../../src/op/domain.ts";
import type { Op } from "../../src/op/op.ts";
import { attributesOf, declaredLevels, type Levels } from "./levels.ts";

/** Two levels that no sample showed together, as `factor=level`. */
export interface Hole {
  readonly pair: readonly [string, string];
  /** Why there is none; null where nobody says so. */
  readonly because: string | null;
}

const AND = " and ";

/** Keeps count of the pairs of levels of an op's attribute space that calls of it show. */
export class PairCount {
  readonly seen: ReadonlySet<string>;
  readonly #seen = new Set<string>();
  readonly #met: Map<string, Set<string>>;
  readonly #excuses: readonly Excuse[];

  constructor(op: Op) {
    this.seen = this.#seen;
    this.#met = new Map([...declaredLevels(op)].map(([factor, list]) => [factor, new Set(list)]));
    this.#excuses = excusesOf(op);
  }

  /** Notes the levels of one call. */
  note(levels: Levels): void {
    for (const [factor, level] of Object.entries(levels))
      this.#met.set(factor, (this.#met.get(factor) ?? new Set()).add(level));
    for (const pair of pairsOf(levels)) this.#seen.add(pair);
  }

  /** How many pairs there are of the levels that were met or are declared. */
  get pairs(): number {
    return this.#all().length;
  }

  /** Those that no call showed. */
  holes(): Hole[] {
    return this.#all()
      .filter((pair) => !this.#seen.has(pair))
      .map((pair): Hole => {
        const [a, b] = halves(pair);
        return { pair: [a, b], because: this.#excuses.find((e) => excusesPair(e, a, b))?.because ?? null };
      });
  }

  #all(): string[] {
    return allPairs(this.#met).filter((pair) => !isImplied(pair));
  }
}

/** A pair in words. */
export function textOf(pair: readonly [string, string]): string {
  return pair.join(AND);
}

/** The two levels of a pair. */
export function halves(pair: string): [string, string] {
  return pair.split(AND) as [string, string];
}

/** Every two levels that a sample shows together. */
export function pairsOf(levels: Levels): string[] {
  const all = Object.entries(levels);
  return all.flatMap(([f, a], i) => all.slice(i + 1).map(([g, b]) => [`${f}=${a}`, `${g}=${b}`].toSorted().join(AND)));
}

function allPairs(met: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const factors = [...met];
  return factors.flatMap(([f, as], i) =>
    factors
      .slice(i + 1)
      .flatMap(([g, bs]) =>
        [...as].flatMap((a) => [...bs].map((b) => [`${f}=${a}`, `${g}=${b}`].toSorted().join(AND))),
      ),
  );
}

/** An axis of a rank says the rank, and its own sign: with these, and with how long dimensions are, it is no pair. */
function isImplied(pair: string): boolean {
  const [a, b] = halves(pair);
  const of = / of rank=/;
  const [axis, other] = of.test(a) ? [a, b] : [b, a];
  if (!of.test(axis)) return false;
  const name = axis.slice(0, axis.indexOf(" of rank="));
  return of.test(other) || other.startsWith("rank=") || other.startsWith(`${name}=`) || other.startsWith("dimensions=");
}

/** What holds for every op: a scalar has no dimensions and no axes, and one dimension is not two. */
function excusesOf(op: Op): readonly Excuse[] {
  const axes = attributesOf(op).filter(([, attr]) => attr.countsAxes === true);
  return [
    { pair: ["rank=0", "dimensions=0|dimensions=1"], because: "a scalar has no dimensions" },
    { pair: ["rank=0", "stretched=*"], because: "scalars do not stretch" },
    ...axes.flatMap(([name]): Excuse[] => [
      {
        pair: ["rank=0", ["negative", "not negative", ...LISTS].map((level) => `${name}=${level}`).join("|")],
        because: "a scalar has no axes",
      },
      {
        pair: [
          "rank=1",
          LISTS.slice(2)
            .map((level) => `${name}=${level}`)
            .join("|"),
        ],
        because: "there is one axis",
      },
    ]),
    ...(op.face!.domain.excused ?? []),
  ];
}

const LISTS = ["[negative]", "[not negative]", "[several, negative]", "[several, not negative]"] as const;

/** Whether an excuse speaks of a pair; a level of `*` is any level of its factor. */
export function excusesPair({ pair: [p, q] }: Excuse, a: string, b: string): boolean {
  return (matches(p, a) && matches(q, b)) || (matches(p, b) && matches(q, a));
}

function matches(pattern: string, level: string): boolean {
  return pattern.endsWith("=*") ? level.startsWith(pattern.slice(0, -1)) : pattern.split("|").includes(level);
}

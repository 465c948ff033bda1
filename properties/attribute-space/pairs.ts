import { randomFrom, seedOf } from "../../src/base/random.ts";
import { resolveAttrs } from "../../src/op/attrs.ts";
import type { Draw, Excuse, Sample } from "../../src/op/domain.ts";
import { drawFrom } from "../../src/op/draw.ts";
import type { Op } from "../../src/op/op.ts";
import { attributesOf, declaredLevels, levelsOf, type Levels } from "./levels.ts";

/** Samples that are drawn of an op, at most, and how many more at once while pairs are missing. */
const [FIRST, MOST, STEP] = [2000, 40_000, 2000];
/** Samples that attributes are put into, to see whether an op takes them after all. */
const PROBES = 400;

/** Two levels that no sample showed together, as `factor=level`. */
export interface Hole {
  readonly pair: readonly [string, string];
  /** Why there is none; null where nobody says so. */
  readonly because: string | null;
}

/** How much of an op's attribute space its samples cover, two factors at a time. */
export interface Coverage {
  readonly op: string;
  readonly samples: number;
  /** Pairs of levels of different factors, and how many of them were seen together. */
  readonly pairs: number;
  readonly seen: number;
  readonly holes: readonly Hole[];
  /** Excuses of the entry that are not so: samples show such a pair, or nothing is missing. */
  readonly idle: readonly Excuse[];
  /** Excused pairs that the op takes when they are put to it. */
  readonly possible: readonly string[];
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

/** Measures the pairwise coverage of an op's samples. */
export function pairCoverage(op: Op): Coverage {
  const met = new Map([...declaredLevels(op)].map(([factor, list]) => [factor, new Set(list)]));
  const excuses = excusesOf(op);
  const seen = new Set<string>();
  const kept: Sample<object>[] = [];
  const missing = (): string[] => allPairs(met).filter((pair) => !seen.has(pair) && !isImplied(pair));
  let samples = 0;
  for (let wanted = FIRST; samples < wanted; samples++) {
    const sample = sampleOf(op, samples);
    if (kept.length < PROBES) kept.push(sample);
    const own = levelsOf(op, sample);
    for (const [factor, level] of Object.entries(own)) met.set(factor, (met.get(factor) ?? new Set()).add(level));
    for (const pair of pairsOf(own)) seen.add(pair);
    const isBare = (pair: string): boolean => !excuses.some((e) => excusesPair(e, ...halves(pair)));
    if (samples + 1 === wanted && wanted < MOST && missing().some(isBare)) wanted += STEP;
  }
  const holes = missing().map((pair): Hole => {
    const [a, b] = halves(pair);
    return { pair: [a, b], because: excuses.find((e) => excusesPair(e, a, b))?.because ?? null };
  });
  const isIdle = (e: Excuse): boolean =>
    !holes.some(({ pair }) => excusesPair(e, ...pair)) || [...seen].some((pair) => excusesPair(e, ...halves(pair)));
  const all = allPairs(met).filter((pair) => !isImplied(pair)).length;
  return {
    op: op.name,
    samples,
    pairs: all,
    seen: all - holes.length,
    holes,
    idle: (op.face!.domain.excused ?? []).filter(isIdle),
    possible: holes
      .filter(({ because, pair }) => because !== null && isTaken(op, kept, pair))
      .map(({ pair }) => pair.join(AND)),
  };
}

const AND = " and ";

/** Makes the choices of sample number `i` of an op; another seed makes others. */
export function drawNumber(op: Op, i: number, seed: number | string = "attribute space"): Draw {
  const random = randomFrom(seedOf(seed, op.name, i));
  return drawFrom((low, high) => low + Math.floor(random() * (high - low + 1)));
}

/** Sample number `i` of an op. */
function sampleOf(op: Op, i: number): Sample<object> {
  return op.face!.domain.sample(drawNumber(op, i));
}

function halves(pair: string): [string, string] {
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

/** Whether an excuse speaks of a pair; a level of `*` is any level of its factor. */
function excusesPair({ pair: [p, q] }: Excuse, a: string, b: string): boolean {
  return (matches(p, a) && matches(q, b)) || (matches(p, b) && matches(q, a));
}

function matches(pattern: string, level: string): boolean {
  return pattern.endsWith("=*") ? level.startsWith(pattern.slice(0, -1)) : pattern.split("|").includes(level);
}

/** Whether an op takes two attribute values together after all, when they are put into samples that have one of them. */
function isTaken(op: Op, samples: readonly Sample<object>[], pair: readonly [string, string]): boolean {
  const names = new Set(attributesOf(op).map(([name]) => name));
  return pair.some((given, i) => {
    const put = pair[1 - i]!;
    const [factor] = split(put);
    if (!names.has(factor)) return false;
    const donors = samples.filter((sample) => shows(levelsOf(op, sample), put)).slice(0, 8);
    return samples
      .filter((sample) => shows(levelsOf(op, sample), given))
      .slice(0, 40)
      .some(({ shapes, attrs }) =>
        donors.some((donor) => {
          const mixed = { ...resolveAttrs(op.name, op.attrs, attrs), [factor]: valueIn(donor.attrs, factor) };
          try {
            op.shape(shapes, mixed);
            const levels = levelsOf(op, { shapes, attrs: mixed });
            return shows(levels, given) && shows(levels, put);
          } catch {
            return false;
          }
        }),
      );
  });
}

function shows(levels: Levels, level: string): boolean {
  const [factor, value] = split(level);
  return levels[factor] === value;
}

function valueIn(attrs: object, name: string): unknown {
  return (attrs as Readonly<Record<string, unknown>>)[name];
}

function split(level: string): [string, string] {
  const at = level.indexOf("=");
  return [level.slice(0, at), level.slice(at + 1)];
}

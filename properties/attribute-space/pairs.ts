import { randomFrom, seedOf } from "../../src/base/random.ts";
import { resolveAttrs } from "../../src/op/attrs.ts";
import type { Draw, Excuse, Sample } from "../../src/op/domain.ts";
import { drawFrom } from "../../src/op/draw.ts";
import type { Op } from "../../src/op/op.ts";
import { attributesOf, levelsOf, type Levels } from "./levels.ts";
import { excusesPair, halves, PairCount, textOf, type Hole } from "./pair-count.ts";

/** Samples that are drawn of an op, at most, and how many more at once while pairs are missing. */
const [FIRST, MOST, STEP] = [2000, 40_000, 2000];
/** Samples that attributes are put into, to see whether an op takes them after all. */
const PROBES = 400;

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

/** Measures the pairwise coverage of an op's samples. */
export function pairCoverage(op: Op): Coverage {
  const count = new PairCount(op);
  const kept: Sample<object>[] = [];
  let samples = 0;
  for (let wanted = FIRST; samples < wanted; samples++) {
    const sample = sampleOf(op, samples);
    if (kept.length < PROBES) kept.push(sample);
    count.note(levelsOf(op, sample));
    if (samples + 1 === wanted && wanted < MOST && count.holes().some(({ because }) => because === null))
      wanted += STEP;
  }
  const holes = count.holes();
  const isIdle = (e: Excuse): boolean =>
    !holes.some(({ pair }) => excusesPair(e, ...pair)) ||
    [...count.seen].some((pair) => excusesPair(e, ...halves(pair)));
  return {
    op: op.name,
    samples,
    pairs: count.pairs,
    seen: count.pairs - holes.length,
    holes,
    idle: (op.face!.domain.excused ?? []).filter(isIdle),
    possible: holes
      .filter(({ because, pair }) => because !== null && isTaken(op, kept, pair))
      .map(({ pair }) => textOf(pair)),
  };
}

/** Makes the choices of sample number `i` of an op; another seed makes others. */
export function drawNumber(op: Op, i: number, seed: number | string = "attribute space"): Draw {
  const random = randomFrom(seedOf(seed, op.name, i));
  return drawFrom((low, high) => low + Math.floor(random() * (high - low + 1)));
}

/** Sample number `i` of an op. */
function sampleOf(op: Op, i: number): Sample<object> {
  return op.face!.domain.sample(drawNumber(op, i));
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

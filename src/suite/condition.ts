import { meets, type Facts } from "./known.ts";
import type { KnownDifference } from "./known-schema.ts";

/** A condition may be met by this share of cases that pass, by luck. */
const TOLERATED = 0.1;
/** A condition names at most so many facts. */
const MOST_FACTS = 3;

/** One case of an op on an engine at an order, in facts. */
export interface Tried {
  readonly facts: Facts;
  /** What came of it; what fails in another way might fail in the one that is spoken of, were it not for that. */
  readonly came: "passes" | "fails" | "fails otherwise";
}

/**
 * The condition under which an op fails as it does at one case: facts of that case that (nearly) no passing case meets
 * together, those preferred that explain most failing cases, and then the fewest. Where none tells them apart, the best
 * there is.
 *
 * @param mattering facts without which that case passes: they are part of the condition.
 */
export function conditionAt(
  facts: Facts,
  mattering: readonly string[],
  tried: readonly Tried[],
): KnownDifference["condition"] {
  const given = mattering.filter((name) => Object.hasOwn(facts, name)).slice(0, MOST_FACTS);
  const names = [...given, ...Object.keys(facts).filter((name) => !given.includes(name))];
  const sets = new Map(names.map((name) => [name, tried.map((one) => meets({ [name]: facts[name]! }, one.facts))]));
  let best: { names: readonly string[]; score: readonly number[] } | null = null;
  for (const chosen of combinations(names, given)) {
    const score = scoreOf(
      chosen.map((name) => sets.get(name)!),
      tried,
      chosen.length,
    );
    if (best === null || isBefore(score, best.score)) best = { names: chosen, score };
  }
  return Object.fromEntries((best?.names ?? []).map((name) => [name, facts[name]!]));
}

/** The lower the better, number by number: first of all, whether too many passing cases meet it. */
function scoreOf(met: readonly (readonly boolean[])[], tried: readonly Tried[], length: number): readonly number[] {
  const counts = { passes: 0, fails: 0, "fails otherwise": 0 };
  tried.forEach(({ came }, i) => {
    if (met.every((set) => set[i])) counts[came]++;
  });
  const { passes, fails, "fails otherwise": otherwise } = counts;
  return passes <= TOLERATED * (passes + fails)
    ? [0, -fails, otherwise, length, passes]
    : [1, passes / (passes + fails), -fails, length];
}

function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const place = a.findIndex((x, i) => x !== b[i]);
  return place >= 0 && a[place]! < b[place]!;
}

/** Sets of names that hold the given ones, the smallest first. */
function* combinations(names: readonly string[], given: readonly string[]): Generator<readonly string[]> {
  const others = names.filter((name) => !given.includes(name));
  for (let count = given.length; count <= Math.max(MOST_FACTS, given.length); count++)
    for (const chosen of choose(others, count - given.length)) yield [...given, ...chosen];
}

function* choose(names: readonly string[], count: number): Generator<readonly string[]> {
  if (count === 0) yield [];
  else
    for (const [i, name] of names.entries())
      for (const rest of choose(names.slice(i + 1), count - 1)) yield [name, ...rest];
}

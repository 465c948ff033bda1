import { meets, type Facts } from "./known.ts";
import type { KnownDifference } from "./known-schema.ts";

/** A condition may be met by this share of cases that pass, by luck. */
const TOLERATED = 0.1;
/** A condition names at most so many facts. */
const MOST_FACTS = 3;

/**
 * The shortest condition that every failing case meets and (nearly) no passing one: what tells them apart, said in
 * facts. Where none does, the best there is.
 */
export function conditionOf(failing: readonly Facts[], passing: readonly Facts[]): KnownDifference["condition"] {
  const first = failing[0] ?? {};
  const shared = Object.entries(first).filter(([name, value]) =>
    failing.every((facts) => meets({ [name]: value }, facts)),
  );
  let best: { readonly condition: Facts; readonly wrong: number } = { condition: {}, wrong: metBy({}, passing) };
  for (const condition of combinations(shared)) {
    if (isGood(best.wrong, failing.length)) break;
    const wrong = metBy(condition, passing);
    if (wrong < best.wrong) best = { condition, wrong };
  }
  return best.condition;
}

function isGood(wrong: number, failing: number): boolean {
  return wrong <= TOLERATED * (wrong + failing);
}

function metBy(condition: Facts, cases: readonly Facts[]): number {
  return cases.filter((facts) => meets(condition, facts)).length;
}

/** Conditions of one fact, then two, then three. */
function* combinations(facts: readonly (readonly [string, Facts[string]])[]): Generator<Facts> {
  for (let count = 1; count <= MOST_FACTS; count++) yield* choose(facts, count);
}

function* choose(facts: readonly (readonly [string, Facts[string]])[], count: number): Generator<Facts> {
  if (count === 0) yield {};
  else
    for (const [i, [name, value]] of facts.entries())
      for (const rest of choose(facts.slice(i + 1), count - 1)) yield { [name]: value, ...rest };
}

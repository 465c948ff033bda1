import type { Arrays } from "../oracles/engine.ts";
import { sizeOf } from "../base/shape.ts";
import type { Kink } from "./kinks.ts";
import { flattened } from "./limits.ts";
import { separate, type Separation } from "./separate.ts";
import type { Subject } from "./subject.ts";

/** Why derivatives are not judged at these kinks, or null where they are. */
export function unjudgedAt(kinks: readonly Kink[]): string | null {
  const [kink, ...others] = kinks;
  if (kink === undefined) return null;
  if (others.length > 0) {
    const ops = [...new Set(kinks.map(({ step }) => step.op))].toSorted().join(" and ");
    return `several steps stand at kinks (${ops}): valid choices at each may add up to a gradient that is none of the whole`;
  }
  if (kink.sides === null) return `${kink.step.op} stands at a kink, or an engine might: nothing is known of its sides`;
  if (kink.kind === "jump" && !kink.exactly)
    return `${kink.step.op} stands so near a jump that an engine may be past it`;
  return null;
}

/** What is wrong with gradients at a kink, in a sentence; null where nothing is proved. */
export function outsideOf({ case: c, reference, arithmetic }: Subject, kink: Kink, got: Arrays): string | null {
  const { set, bounds } = reference.subgradients(kink, arithmetic);
  const found = separate(flattened(c.wrt, got), set, bounds);
  if (found === null) return null;
  const { least, most, sum } = found;
  const where = kink.kind === "jump" ? "a jump" : "a kink";
  const valid = least === most ? `is ${String(least)}` : `lies between ${String(least)} and ${String(most)}`;
  return `${kink.step.op} stands at ${where}: ${wordsFor(found, c.wrt, c.inputs)} is ${String(sum)}, and of every valid gradient it ${valid}`;
}

/** The weighted sum in words: `entry 0 of "x"`, or `the sum of entries 0, 1, 2 of "x"`. */
function wordsFor({ weights }: Separation, wrt: readonly string[], inputs: Arrays): string {
  const places = wrt.flatMap((name) => Array.from({ length: sizeOf(inputs[name]!.shape) }, (_, i) => ({ name, i })));
  const used = [...weights].flatMap((w, n) => (w === 0 ? [] : [{ ...places[n]!, w }]));
  if (used.length === 1) return `entry ${String(used[0]!.i)} of "${used[0]!.name}"`;
  const plain = used.every(({ w }) => w === 1);
  const terms = wrt.flatMap((name) => {
    const own = used.filter((place) => place.name === name);
    if (own.length === 0) return [];
    const entries = own.map(({ i, w }) =>
      plain ? String(i) : `${String(i)} (times ${String(Number(w.toPrecision(6)))})`,
    );
    return [`${entries.length === 1 ? "entry" : "entries"} ${entries.join(", ")} of "${name}"`];
  });
  return `the sum of ${terms.join(" and ")}`;
}

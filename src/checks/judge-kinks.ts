import type { Arrays } from "../oracles/engine.ts";
import type { Kink } from "./kinks.ts";
import { flattened } from "./limits.ts";
import { separate } from "./separate.ts";
import { separationText } from "./separation-text.ts";
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
  const entries = c.wrt.flatMap((name) => Array.from(c.inputs[name]!.data, (_, i) => ({ input: `"${name}"`, i })));
  return `${kink.step.op} stands at a ${kink.kind}: ${separationText(found, entries)}`;
}

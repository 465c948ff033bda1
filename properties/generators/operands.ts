import { sameShape } from "../../src/base/shape.ts";
import { computeWholes } from "./computed-wholes.ts";
import type { Draft, Place } from "./draft.ts";
import { drawElements, suits } from "./elements.ts";
import { MOST_TURNS, steer } from "./steering.ts";

/**
 * Draws an operand: a value that suits the place as it is, one that is steered there, or a new input.
 *
 * @param first the operand before it, which is taken again now and then.
 * @param lead a value that the step was drawn for.
 */
export function drawOperand(
  draft: Draft,
  place: Place,
  {
    first,
    lead,
    differentiable,
  }: { readonly first?: string; readonly lead?: string; readonly differentiable: boolean },
): string {
  const { draw, tally } = draft;
  if (lead === undefined && (draft.usable.length === 0 || !draw.flag())) return fresh(draft, place, differentiable);
  tally.wanted++;
  const fits = fitting(draft, place);
  const found =
    (lead !== undefined && fits.includes(lead) ? lead : undefined) ??
    (first !== undefined && fits.includes(first) && draw.integer(0, 2) === 2 ? first : undefined) ??
    (lead === undefined && fits.length > 0 && draw.integer(0, 3) < 3 ? draw.pick(fits) : undefined) ??
    brought(draft, lead ?? draw.pick(draft.usable), place);
  if (found === null) {
    tally.replaced++;
    return fresh(draft, place, differentiable);
  }
  if (fits.includes(found)) suits(draft.at(found), place.from, place.attrs, place.taken);
  return found;
}

/** A new input for a place. */
function fresh(draft: Draft, { shape, from, attrs, taken, moves }: Place, differentiable: boolean): string {
  const x = drawElements(draft.draw, shape, from, attrs, taken);
  // Some are constants, but never all.
  const differentiated = differentiable && (draft.wrt.length === 0 || draft.draw.integer(0, 5) < 5);
  return draft.input(x, differentiated && moves);
}

function fitting(draft: Draft, { shape, from, attrs, taken, moves }: Place): string[] {
  return draft.usable.filter(
    (name) =>
      (moves || draft.fixed.has(name)) &&
      (!from.whole || draft.exact.has(name)) &&
      sameShape(draft.at(name).shape, shape) &&
      suits(draft.at(name), from, attrs, [...taken]),
  );
}

/** A value that another is made to be at a place; null where there is no room for it. */
function brought(draft: Draft, name: string, place: Place): string | null {
  if (draft.room <= MOST_TURNS) return null;
  if (place.from.whole) return computeWholes(draft, name, place);
  return place.moves || draft.fixed.has(name) ? steer(draft, name, place) : null;
}

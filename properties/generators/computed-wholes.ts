import { sameShape } from "../../src/base/shape.ts";
import { jumpsAtTies, reals } from "../../src/op/domain.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import type { Draft, Place } from "./draft.ts";
import { drawElements, suits } from "./elements.ts";
import { constant, inShape, movedTo } from "./steering.ts";

const COMPARISONS = ["greater", "greater_equal", "less", "less_equal", "not_equal"] as const;
/** How far above a whole number x stands at most, and at least, where one of these leads to it. */
const ROUNDINGS = { floor: 0.5, ceil: -0.5, round: 0 } as const;

/**
 * Computes whole numbers for a place from a value: a condition by comparing it, places of a sorted order by sorting it, and what
 * always does, indices by rounding it after it was moved into their range.
 *
 * @returns the name of the result, which moves with no input; null where the program may have no op for it.
 */
export function computeWholes(draft: Draft, name: string, place: Place): string | null {
  return draft.attempt(() => {
    const shaped = inShape(draft, name, place);
    if (shaped === null) return null;
    const way = draft.draw.pick([rounded, compared, sorted]);
    return draft.attempt(() => way(draft, shaped, place)) ?? rounded(draft, shaped, place);
  });
}

function compared(draft: Draft, name: string, { shape, from }: Place): string | null {
  const ops = COMPARISONS.filter((op) => draft.has(op));
  if (ops.length === 0 || from.low > 0 || from.high < 1) return null;
  const x = draft.at(name);
  const scalars = sameShape(x.shape, shape) && draft.draw.flag();
  const other = drawElements(draft.draw, scalars ? [] : shape, reals(-4, 4, jumpsAtTies), {}, [...x.data]);
  return draft.step(draft.draw.pick(ops), [name, constant(draft, other)]);
}

function sorted(draft: Draft, name: string, { shape, from }: Place): string | null {
  const x = draft.at(name);
  if (!draft.has("argsort") || shape.length === 0 || !sameShape(x.shape, shape)) return null;
  if (!suits(x, reals(-Infinity, Infinity, jumpsAtTies), {}, [])) return null;
  const out = draft.step("argsort", [name], { axis: draft.draw.integer(0, shape.length - 1) });
  return suits(draft.at(out), from, {}, []) ? out : null;
}

function rounded(draft: Draft, name: string, { shape, from }: Place): string | null {
  const ops = Object.entries(ROUNDINGS).filter(([op]) => draft.has(op));
  if (ops.length === 0) return null;
  const wanted = drawElements(draft.draw, shape, from);
  const [op, offset] = draft.draw.pick(ops);
  const target = new Tensor(
    shape,
    wanted.data.map((k) => k + offset),
  );
  const moved = movedTo(draft, name, target, reals(-Infinity, Infinity));
  return moved === null ? null : draft.step(op, [moved]);
}

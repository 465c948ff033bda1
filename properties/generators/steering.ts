import { broadcastsTo, sameShape, sizeOf } from "../../src/base/shape.ts";
import { intervalAt } from "../../src/op/domain.ts";
import { expand } from "../../src/tensor/kernels/map.ts";
import { scalar, Tensor } from "../../src/tensor/tensor.ts";
import type { Draft, Place } from "./draft.ts";
import { drawElements, GRID, suits } from "./elements.ts";

/** The most steps that bringing a value to a place takes. */
export const MOST_TURNS = 5;

/** Ops that bring a value into a smaller interval or on one side of 0. */
const SQUASHES = ["sigmoid", "tanh", "square", "abs", "negative"] as const;
/** Farther out some of these have next to no slope, and others are large. */
const FAR = 6;
/** The ways to a place, the frequent ones more than once. */
const WAYS = [shifted, shifted, squashed, squashed, scaled, scaled, squeezed] as const;
/** What a value is put together to where its shape does not fit. */
const TOTALS = ["sum", "mean"] as const;

/**
 * Brings a value to a place: in a shape that fits, within the interval that the op is sampled on, and clear of where it breaks. A
 * squashing op does, or a factor, or a factor and an offset after a sigmoid; what always does is a tensor added to it.
 *
 * @returns the name of the result; null where the program may have no op for it.
 */
export function steer(draft: Draft, name: string, place: Place): string | null {
  return draft.attempt(() => {
    const shaped = inShape(draft, name, place);
    if (shaped === null) return null;
    const way = draft.draw.pick(WAYS);
    return draft.attempt(() => way(draft, shaped, place)) ?? shifted(draft, shaped, place);
  });
}

/** A value that broadcasts to the shape of the place: as it is, reshaped, or put together. */
export function inShape(draft: Draft, name: string, { shape }: Place): string | null {
  const x = draft.at(name);
  if (broadcastsTo(x.shape, shape)) return name;
  if (sizeOf(x.shape) === sizeOf(shape)) return draft.has("reshape") ? draft.step("reshape", [name], { shape }) : null;
  const totals = TOTALS.filter((op) => draft.has(op) && (op === "sum" || sizeOf(x.shape) > 0));
  return totals.length === 0 ? null : draft.step(draft.draw.pick(totals), [name]);
}

/** Adds a tensor to a value, or subtracts one, so that it becomes a target, but for less than a step of the grid; it stays within an interval. */
export function movedTo(draft: Draft, name: string, target: Tensor, within: Place["from"]): string | null {
  const ops = ["add", "subtract"].filter((op) => draft.has(op));
  if (ops.length === 0) return null;
  const op = draft.draw.pick(ops);
  const x = expand(draft.at(name), target.shape);
  const shift = target.data.map((t, i) => {
    const v = x.data[i]!;
    const { low, high } = intervalAt(within, target.shape, i);
    const k = Math.round((t - v) * GRID);
    // Rounding may have led out of the interval.
    const back = v + k / GRID < low ? 1 : v + k / GRID > high ? -1 : 0;
    return ((op === "add" ? 1 : -1) * (k + back)) / GRID;
  });
  return draft.step(op, [name, constant(draft, new Tensor(target.shape, shift))]);
}

/** An input that stands beside a value; it is differentiated now and then. */
export function constant(draft: Draft, x: Tensor): string {
  return draft.input(x, draft.draw.integer(0, 3) === 3);
}

function shifted(draft: Draft, name: string, { shape, from, attrs, taken }: Place): string | null {
  return movedTo(draft, name, drawElements(draft.draw, shape, from, attrs, taken), from);
}

function squashed(draft: Draft, name: string, place: Place): string | null {
  if (reach(draft.at(name)) > FAR) return null;
  const ops = SQUASHES.filter((op) => draft.has(op));
  return ops.length === 0 ? null : suited(draft, draft.step(draft.draw.pick(ops), [name]), place);
}

function scaled(draft: Draft, name: string, place: Place): string | null {
  if (!draft.has("multiply")) return null;
  const largest = Math.max(Math.abs(place.from.low), Math.abs(place.from.high));
  const factor =
    draft.draw.pick([1, -1]) * 2 ** Math.floor(Math.log2(largest / Math.max(reach(draft.at(name)), 2 ** -2)));
  return suited(draft, draft.step("multiply", [name, constant(draft, scalar(factor))]), place);
}

function squeezed(draft: Draft, name: string, place: Place): string | null {
  if (reach(draft.at(name)) > FAR || !["sigmoid", "multiply", "add"].every((op) => draft.has(op))) return null;
  const low = Math.ceil(place.from.low * GRID) / GRID;
  const width = Math.floor((place.from.high - low) * GRID) / GRID;
  const factor = constant(draft, scalar(width));
  const spread = draft.step("multiply", [draft.step("sigmoid", [name]), factor]);
  return suited(draft, draft.step("add", [spread, constant(draft, scalar(low))]), place);
}

/** A value in the very shape of the place, if it suits it. */
function suited(draft: Draft, name: string, { shape, from, attrs, taken }: Place): string | null {
  const shaped = sameShape(draft.at(name).shape, shape)
    ? name
    : draft.has("broadcast_to")
      ? draft.step("broadcast_to", [name], { shape })
      : null;
  return shaped !== null && suits(draft.at(shaped), from, attrs, taken) ? shaped : null;
}

/** The largest magnitude in a tensor. */
function reach(x: Tensor): number {
  return x.data.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
}

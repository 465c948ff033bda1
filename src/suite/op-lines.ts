import { attributesOf } from "../../properties/attribute-space/levels.ts";
import { drawNumber } from "../../properties/attribute-space/pairs.ts";
import { CLEARANCE } from "../../properties/generators/elements.ts";
import { attrsMember } from "../../properties/generators/op-case.ts";
import { pointsNear, type Reals } from "../op/domain.ts";
import type { Op } from "../op/op.ts";
import type { Arrays } from "../oracles/engine.ts";
import { attrsOf, type Program, type Step } from "../program/program.ts";
import { Tensor } from "../tensor/tensor.ts";

/** Points of an op that works by element, along one of its inputs: all of them in one call. */
export interface OpLine {
  readonly op: string;
  /** The input that moves. */
  readonly input: string;
  readonly program: Program;
  readonly inputs: Arrays;
}

/** How many points a line has. */
export const POINTS = 33;
/** Where in its interval a held input is: at a number that is special to no op. */
const HELD = 0.7;

/**
 * A line along each input that is differentiated, through its interval; the others are held at one number of theirs. All
 * numbers are such that float32 has them, and the points are kept off breaks as those of samples are.
 */
export function linesOf(op: Op): OpLine[] {
  const step: Step = { out: "out", op: op.name, in: op.inputs, ...attrsMember(attrsFor(op)) };
  const from = op.face!.domain.inputs;
  const held = Object.fromEntries(op.inputs.map((name) => [name, numberAt(from[name]!, HELD)]));
  return op.inputs
    .filter((_, i) => op.active[i] === true)
    .map((input) => {
      const others = op.inputs.filter((name) => name !== input);
      const taken = others.map((name) => held[name]!);
      const points = Float64Array.from({ length: POINTS }, (_, k) =>
        // Neither the ends nor the middle, and not in steps of a power of two: what has few bits, arithmetic is exact at.
        clear(numberAt(from[input]!, (k + 1 / 3) / POINTS), from[input]!, attrsOf(step), taken),
      );
      const along = { [input]: new Tensor([POINTS], points) };
      const inputs = { ...Object.fromEntries(others.map((name) => [name, constant(held[name]!)])), ...along };
      return { op: op.name, input, program: { inputs: op.inputs, steps: [step], outputs: ["out"] }, inputs };
    });
}

/** The same number at every point. */
export function constant(x: number): Tensor {
  return new Tensor([POINTS], new Float64Array(POINTS).fill(x));
}

/** No attributes where none is required, else those of a sample. */
function attrsFor(op: Op): object {
  const isRequired = attributesOf(op).some(([, { fallback }]) => fallback === undefined);
  return isRequired ? op.face!.domain.sample(drawNumber(op, 0, 1)).attrs : {};
}

/** A number of an interval, at a share of its length. */
function numberAt({ low, high, whole }: Reals, share: number): number {
  const x = low + share * (high - low);
  return whole ? Math.round(x) : Math.fround(x);
}

/** The number itself or, near a place where the op breaks, one that is clear of it. */
function clear(x: number, { breaks, low, high }: Reals, attrs: object, taken: readonly number[]): number {
  const places = [...pointsNear(breaks, attrs, x), ...(breaks?.ties === true ? taken : [])];
  const near = places.find((place) => Math.abs(x - place) < CLEARANCE);
  if (near === undefined) return x;
  const [below, above] = [near - CLEARANCE, near + CLEARANCE];
  return Math.fround((x < near && below >= low) || above > high ? below : above);
}

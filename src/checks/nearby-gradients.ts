import { randomFrom } from "../base/random.ts";
import type { Batched } from "../oracles/finite-difference.ts";
import { Tensor } from "../tensor/tensor.ts";
import { separate, type Separation } from "./separate.ts";

/** A function that is known by its values, at a point, and the elements of its inputs that are moved there. */
export interface Surroundings {
  readonly f: Batched;
  readonly inputs: readonly Tensor[];
  /** How noisy each element of its result is. */
  readonly noise: Tensor;
  readonly elements: readonly Place[];
}

/** Element `i` of input `k`. */
export interface Place {
  readonly k: number;
  readonly i: number;
}

/** Elements beyond so many are left out: a proof that reads fewer is a proof still. */
const MOST_ELEMENTS = 12;
/** How far from the point gradients are estimated, far and near, in proportion to the elements. */
const RADII = [2 ** -16, 2 ** -20] as const;
/** Elements that are moved together. */
const CHUNK = 20;
/** The step of the differences, in proportion to the radius. */
const STEP = 2 ** -6;
/** The part of a direction that is meant, against the random one of up to 1 that breaks ties. */
const LEAD = 3;
const RANDOM_DIRECTIONS = 8;
/** After each separation gradients are sought where they would refute it. */
const ROUNDS = 3;
/** One-sided differences that differ by more than this share have a kink between them. */
const JUMP = 2 ** -8;
/** Gradients that differ by more than this share of the largest come to no limit. */
const UNSETTLED = 2 ** -6;

/**
 * Proof that derivatives at a kink are no convex combination of the gradients around it, these estimated from values: at points
 * beside the kink in the directions of each element, in random ones, and in those where gradients would have to be that
 * refute the proof (along the separating weights, with every mix of signs). Each is estimated at two distances; what they
 * differ by is the error that is allowed for.
 *
 * @param row which element of the result.
 * @param claimed its derivatives under test, one by each of the elements.
 * @returns null where nothing is proved, as where gradients do not come to a limit.
 */
export function outsideNearby(around: Surroundings, row: number, claimed: Float64Array): Separation | null {
  const elements = around.elements.slice(0, MOST_ELEMENTS);
  const random = randomFrom(row + 1);
  const scattered = (): Float64Array => Float64Array.from(elements, () => 2 * random() - 1);
  const leads: Float64Array[] = elements.flatMap((_, u) =>
    [1, -1].map((sign) => Float64Array.from(elements, (_e, n) => (n === u ? sign : 0))),
  );
  leads.push(...Array.from({ length: RANDOM_DIRECTIONS }, () => new Float64Array(elements.length)));
  const samples: Sample[] = [];
  for (let round = 0; ; round++) {
    for (const lead of leads) {
      const sample = sampleOf(
        { ...around, elements },
        row,
        scattered().map((r, n) => r + LEAD * lead[n]!),
      );
      if (sample === "none") return null;
      if (sample !== "straddles") samples.push(sample);
    }
    const found = separated(claimed.subarray(0, elements.length), samples);
    if (found === null || round === ROUNDS) return found;
    const mixed = Array.from({ length: RANDOM_DIRECTIONS }, () => found.weights.map((w) => (random() < 0.5 ? -w : w)));
    leads.splice(
      0,
      leads.length,
      found.weights,
      found.weights.map((w) => -w),
      ...mixed,
    );
  }
}

/**
 * For each element of the result, the elements by which it has different derivatives on either side: its one-sided differences
 * differ, and with a smaller step no less.
 */
export function kinkedPlaces(around: Surroundings): Place[][] {
  const kinked = Array.from(around.noise.data, (): Place[] => []);
  for (let first = 0; first < around.elements.length; first += CHUNK) {
    const elements = around.elements.slice(first, first + CHUNK);
    const [far, near] = RADII.map((radius) => differencesAt({ ...around, elements }, null, radius)) as [Slopes, Slopes];
    kinked.forEach((places, row) => {
      const [wide, narrow] = [far(row), near(row)];
      elements.forEach((place, u) => {
        const [before, now] = [wide, narrow].map(({ ups, downs }) => Math.abs(ups[u]! - downs[u]!)) as [number, number];
        if (now > before / 2 && jumps(narrow.ups[u]!, narrow.downs[u]!, narrow.rounding[u]!)) places.push(place);
      });
    });
  }
  return kinked;
}

/** A gradient beside the kink, and how far it may be from its limit. */
interface Sample {
  readonly gradient: Float64Array;
  readonly error: Float64Array;
}

function separated(g: Float64Array, samples: readonly Sample[]): Separation | null {
  if (samples.length === 0) return null;
  const bounds = g.map((_, u) => Math.max(...samples.map(({ error }) => error[u]!)));
  return separate(g, { base: new Float64Array(g.length), parts: [samples.map(({ gradient }) => gradient)] }, bounds);
}

/** The limit of the gradient in a direction from the kink; none where it has no limit, or another kink lies there. */
function sampleOf(around: Surroundings, row: number, direction: Float64Array): Sample | "straddles" | "none" {
  const [far, near] = RADII.map((radius) => differencesAt(around, direction, radius)(row)) as [
    Differences,
    Differences,
  ];
  if ([far, near].some(({ ups, downs, rounding }) => ups.some((up, u) => jumps(up, downs[u]!, rounding[u]!))))
    return "straddles";
  const gradient = near.ups.map((up, u) => (up + near.downs[u]!) / 2);
  const moved = near.ups.map((up, u) => {
    const further = (far.ups[u]! + far.downs[u]!) / 2;
    return 4 * Math.abs(further - gradient[u]!) + Math.abs(up - near.downs[u]!);
  });
  const rounding = near.rounding.map((r, u) => r + far.rounding[u]!);
  const size = gradient.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  // The near point is sixteen times nearer: where a limit is approached at all, the two differ little.
  return moved.every((m, u) => m <= UNSETTLED * size + 4 * rounding[u]!)
    ? { gradient, error: moved.map((m, u) => m + rounding[u]!) }
    : "none";
}

function jumps(up: number, down: number, rounding: number): boolean {
  return !(Math.abs(up - down) <= JUMP * (Math.abs(up) + Math.abs(down)) + rounding);
}

/** One-sided differences by each element, and what rounding can make of them. */
interface Differences {
  readonly ups: Float64Array;
  readonly downs: Float64Array;
  readonly rounding: Float64Array;
}

/** The differences of one element of a result. */
type Slopes = (row: number) => Differences;

/** Differences at the point itself, or beside it: so far in a direction. */
function differencesAt(
  { f, inputs, noise, elements }: Surroundings,
  direction: Float64Array | null,
  radius: number,
): Slopes {
  const sizes = elements.map(({ k, i }) => Math.max(1, Math.abs(inputs[k]!.data[i]!)));
  const steps = Float64Array.from(sizes, (size) => radius * STEP * size);
  const count = 1 + 2 * elements.length;
  const points = inputs.map(({ shape, data }, k) => {
    const all = new Float64Array(count * data.length);
    for (let n = 0; n < count; n++) all.set(data, n * data.length);
    elements.forEach((element, u) => {
      if (element.k !== k) return;
      const aside = direction === null ? 0 : radius * sizes[u]! * direction[u]!;
      for (let n = 0; n < count; n++) all[n * data.length + element.i]! += aside;
      all[(1 + 2 * u) * data.length + element.i]! += steps[u]!;
      all[(2 + 2 * u) * data.length + element.i]! -= steps[u]!;
    });
    return new Tensor(shape, all, count);
  });
  const out = f(points);
  const size = out.data.length / out.batch;
  return (row) => {
    const value = (n: number): number => out.data[(out.batch === 1 ? 0 : n) * size + row]!;
    return {
      ups: steps.map((h, u) => (value(1 + 2 * u) - value(0)) / h),
      downs: steps.map((h, u) => (value(0) - value(2 + 2 * u)) / h),
      rounding: steps.map((h) => (4 * noise.data[row]!) / h),
    };
  };
}

import { CotangentError } from "../base/errors.ts";
import type { Precision } from "../base/ulp.ts";
import { memberOf, Tensor } from "../tensor/tensor.ts";
import type { Differences } from "./difference/found.ts";
import { differences } from "./difference/plan.ts";

export type { Differences };

/** The code of a DomainError, an engine's own among them (CONTRACT.md). */
const DOMAIN = 3;

/** A function on tensors that may hold a batch of inputs, which it evaluates together. */
export type Batched = (inputs: readonly Tensor[]) => Tensor;

/** A function on tensors that answers in its time, as engines do. */
export type Answered = (inputs: readonly Tensor[]) => Promise<Tensor>;

/**
 * Derivatives of `f` along directions, from its values alone, each with a bound on its error and word of kinks. All
 * directions are evaluated in batches.
 *
 * Values are taken at a ladder of steps on both sides of the point, from about half of its size down to where noise takes
 * half of the digits; central and one-sided differences are extrapolated to a step of zero (docs/adr/0006 has the bound).
 * Steps at which `f` is not finite, or throws a DomainError, do not count: near the edge of its domain the smaller steps
 * remain, and at the edge those of one side.
 *
 * The bound speaks for everything that shows in the values: a feature of `f` that is no larger than a few times `noise`
 * at the point and finer than the steps cannot be told from rounding.
 *
 * @param directions for each input the directions as a batch, or null where none moves it. All batches are equal.
 * @param noise how far each element of `f`'s value may be from the truth by rounding, that of the inputs included.
 * @param claimed the derivatives under test, as a batch. With them three points a direction do where these bear a claim
 * out; one that neither these nor the ladder can judge has a bound of ∞.
 * @returns estimates, bounds and kinks, as batches of the shape of `f`'s result; where nothing is known, NaN and ∞.
 * @example
 * const f = ([x]: readonly Tensor[]) => new Tensor(x!.shape, x!.data.map(Math.exp), x!.batch);
 * const noise = tensor(2 ** -51);
 * const { estimate, bound } = finiteDifference(f, [tensor(1)], [tensor(1)], noise);
 * estimate.data[0]; // 2.718281828459045 ± bound.data[0]
 */
export function finiteDifference(
  f: Batched,
  at: readonly Tensor[],
  directions: readonly (Tensor | null)[],
  noise: Tensor,
  claimed?: Tensor,
): Differences {
  const here = f(at);
  const plan = differences({ at, here, directions, noise, claimed, precision: "float64" });
  let step = plan.next();
  while (step.done !== true) step = plan.next(valuesOf(f, step.value, here));
  return step.value;
}

/**
 * The same for a function that answers in its time and takes one point at once, as an engine does, float32 included.
 * Points are numbers of its precision; where a direction moves one element alone, the steps between them are exact, and
 * `noise` need not include the rounding of the inputs.
 */
export async function finiteDifferenceOf(
  f: Answered,
  at: readonly Tensor[],
  directions: readonly (Tensor | null)[],
  noise: Tensor,
  precision: Precision,
): Promise<Differences> {
  const here = await f(at);
  const plan = differences({ at, here, directions, noise, claimed: undefined, precision });
  let step = plan.next();
  while (step.done !== true) {
    const values: Tensor[] = [];
    for (const point of membersOf(step.value))
      values.push(await f(point).catch((error: unknown) => outside(error, here)));
    step = plan.next(stacked(values));
  }
  return step.value;
}

/** The values at a batch of points; where one is outside of the domain, one by one. */
function valuesOf(f: Batched, points: readonly Tensor[], here: Tensor): Tensor {
  try {
    return f(points);
  } catch (error) {
    outside(error, here);
    return stacked(
      membersOf(points).map((point) => {
        try {
          return f(point);
        } catch (error) {
          return outside(error, here);
        }
      }),
    );
  }
}

/** NaN as the value at a point that is outside of the domain; any other error is passed on. */
function outside(error: unknown, { shape, data }: Tensor): Tensor {
  if (!(error instanceof CotangentError && error.code === DOMAIN)) throw error;
  return new Tensor(shape, new Float64Array(data.length).fill(Number.NaN));
}

function membersOf(points: readonly Tensor[]): Tensor[][] {
  const batch = points.reduce((most, x) => Math.max(most, x.batch), 1);
  return Array.from({ length: batch }, (_, n) => points.map((x) => memberOf(x, n)));
}

/** Tensors of one shape as the members of a batch. */
function stacked(members: readonly Tensor[]): Tensor {
  const [{ shape, data: first }] = members as [Tensor];
  const data = new Float64Array(members.length * first.length);
  members.forEach((member, n) => {
    data.set(member.data, n * first.length);
  });
  return new Tensor(shape, data, members.length);
}

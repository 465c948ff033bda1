import { derivativeNoise } from "../checks/bounds.ts";
import type { Case } from "../checks/case.ts";
import type { Subject } from "../checks/subject.ts";
import type { Precision } from "../base/ulp.ts";
import { exactHvp } from "../exact/index.ts";
import { derivativeOf, type Arrays } from "../oracles/engine.ts";
import { finiteDifferenceOf, type Differences } from "../oracles/finite-difference.ts";
import { scalar } from "../tensor/tensor.ts";

/** An entry of an answer. */
export interface Entry {
  readonly name: string;
  readonly at: number;
}

/** An entry of the third derivative, by differences along the tangents of second derivatives that are exact. */
export async function slopeOfExact(c: Case, { name, at }: Entry): Promise<Differences> {
  const noise = derivativeNoise(c, c.cotangents, c.tangents, 2)[name]!.data[at]!;
  const one = { ...c, wrt: [name] };
  return along(c, noise, "float64", (inputs) =>
    Promise.resolve(exactHvp({ ...one, inputs }).products[name]!.data[at]!),
  );
}

/**
 * An entry of a derivative from the third order on, by differences of the engine's own of the order below; null where its
 * points would be rounded, as where tangents move several numbers.
 */
export async function slopeOfOwn(
  { engine, case: c, reference, arithmetic }: Subject,
  order: number,
  { name, at }: Entry,
): Promise<Differences | null> {
  const moved = Object.values(c.tangents).flatMap(({ data }) => [...data].filter((d) => d !== 0));
  if (moved.length !== 1) return null;
  const noise = reference.derivativeBounds(order - 1, arithmetic)[name]!.data[at]!;
  return along(c, noise, arithmetic.precision, async (inputs) => {
    const { products } = await derivativeOf(engine, { ...c, inputs, order: order - 1 });
    return products[name]!.data[at]!;
  });
}

function along(
  c: Case,
  noise: number,
  precision: Precision,
  entry: (inputs: Arrays) => Promise<number>,
): Promise<Differences> {
  const names = Object.keys(c.tangents);
  return finiteDifferenceOf(
    async (xs) => scalar(await entry({ ...c.inputs, ...Object.fromEntries(names.map((n, i) => [n, xs[i]!])) })),
    names.map((n) => c.inputs[n]!),
    names.map((n) => c.tangents[n]!),
    scalar(noise),
    precision,
  );
}

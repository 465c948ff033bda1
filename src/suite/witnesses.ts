import { CotangentError } from "../base/errors.ts";
import { UNIT_ROUNDOFF } from "../base/ulp.ts";
import { countOf, dot, mapArrays } from "../checks/arrays.ts";
import { float64 } from "../checks/budget.ts";
import { gradientByDifferences, gradientByOwnDifferences } from "../checks/differences.ts";
import type { Judged } from "../checks/judge.ts";
import type { Subject } from "../checks/subject.ts";
import { exactJvp } from "../exact/index.ts";
import type { Arrays } from "../oracles/engine.ts";
import type { Differences } from "../oracles/finite-difference.ts";
import { Tensor } from "../tensor/tensor.ts";

/** One number that speaks for the engine or against it. */
interface Said {
  readonly name: string;
  readonly value: number;
  readonly sides: "engine" | "reference";
}

/** A witness before it takes a side: its number, and how far that may be from the truth. */
interface Witness {
  readonly name: string;
  readonly value: number;
  readonly error: number;
}

/**
 * What independent witnesses say of the gradient entry that stands out. One that cannot tell the engine from the
 * reference, because its own error is too large, says nothing.
 */
export async function witnessesOf(subject: Subject, { claim, comparison }: Judged): Promise<Said[]> {
  const [got, want] = [claim.got.data[comparison.at]!, claim.want.data[comparison.at]!];
  const { reference, case: c } = subject;
  const along = oneHot(c.inputs[claim.name]!, comparison.at);
  const tangents = { [claim.name]: along };
  const witnesses: readonly Witness[] = [
    { name: "our reverse mode", value: want, error: 0 },
    {
      name: "our forward mode",
      value: dot(c.cotangents, reference.jvp(tangents)),
      error: dot(mapArrays(c.cotangents, Math.abs), reference.jvpBounds(tangents, float64)),
    },
    exactly(subject, tangents),
    byDifferences("finite differences of our values", gradientByDifferences(c, claim.name, along)),
    byDifferences("finite differences of the engine's own values", await ownDifference(subject, claim.name, along)),
  ];
  const said = witnesses.flatMap(({ name, value, error }): Said[] => {
    const allowed = error + comparison.bound;
    const [withEngine, withReference] = [Math.abs(value - got) <= allowed, Math.abs(value - want) <= allowed];
    return withEngine === withReference ? [] : [{ name, value, sides: withEngine ? "engine" : "reference" }];
  });
  return [...said, { name: "the engine's gradient", value: got, sides: "engine" }];
}

function oneHot({ shape, data }: Tensor, at: number): Tensor {
  return new Tensor(
    shape,
    data.map((_, i) => (i === at ? 1 : 0)),
  );
}

/** The derivative in exact arithmetic, from values alone; only the sum over the outputs is rounded. */
function exactly({ case: { program, inputs, cotangents } }: Subject, tangents: Arrays): Witness {
  const name = "exact arithmetic";
  try {
    const along = exactJvp({ program, inputs, tangents }).tangents;
    const size = dot(mapArrays(cotangents, Math.abs), mapArrays(along, Math.abs));
    return { name, value: dot(cotangents, along), error: countOf(along) * UNIT_ROUNDOFF.float64 * size };
  } catch (error) {
    if (error instanceof CotangentError) return { name, value: Number.NaN, error: Number.POSITIVE_INFINITY };
    throw error;
  }
}

/** What one estimate by differences says, which is nothing where it was not found. */
function byDifferences(name: string, found: Differences | null): Witness {
  return {
    name,
    value: found?.estimate.data[0] ?? Number.NaN,
    error: found?.bound.data[0] ?? Number.POSITIVE_INFINITY,
  };
}

/** Differences of the engine's own values; null where it cannot give its values about the point. */
async function ownDifference(subject: Subject, name: string, direction: Tensor): Promise<Differences | null> {
  try {
    return await gradientByOwnDifferences(subject, name, direction);
  } catch (error) {
    if (error instanceof CotangentError) return null;
    throw error;
  }
}

import { CotangentError } from "../base/errors.ts";
import { UNIT_ROUNDOFF } from "../base/ulp.ts";
import { dot, mapArrays } from "../checks/arrays.ts";
import { float64 } from "../checks/budget.ts";
import { gradientByDifferences, gradientByOwnDifferences } from "../checks/differences.ts";
import { worstOf, type Judged, type Judgement } from "../checks/judge.ts";
import { wrongNumbers } from "../checks/kinds.ts";
import { askedAt, type Law, type Order } from "../checks/law.ts";
import type { Subject } from "../checks/subject.ts";
import { exactHvp, exactValue, exactVjp } from "../exact/index.ts";
import type { Differences } from "../oracles/finite-difference.ts";
import { Tensor } from "../tensor/tensor.ts";
import { slopeOfExact, slopeOfOwn, type Entry } from "./slopes.ts";

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

/** What witnesses say of a wrong number, where it was compared with the reference's; nothing of any other failure. */
export async function witnessesFor(law: Law, subject: Subject, judgement: Judgement): Promise<Said[]> {
  const worst = worstOf(judgement);
  const isNumber = judgement.kind !== null && wrongNumbers.includes(judgement.kind) && worst !== undefined;
  return isNumber && law.applies === "others" ? witnessesOf(subject, law.order, worst) : [];
}

/**
 * What independent witnesses say of the number that stands out, in an answer of an order. One that cannot tell the engine
 * from the reference, because its own error is too large, says nothing.
 */
export async function witnessesOf(subject: Subject, order: Order, { claim, comparison }: Judged): Promise<Said[]> {
  const { at, bound } = comparison;
  const [got, want] = [claim.got.data[at]!, claim.want.data[at]!];
  const said = (await heard(subject, order, claim.name, at, want)).flatMap(({ name, value, error }): Said[] => {
    const allowed = error + bound;
    const [withEngine, withReference] = [Math.abs(value - got) <= allowed, Math.abs(value - want) <= allowed];
    return withEngine === withReference ? [] : [{ name, value, sides: withEngine ? "engine" : "reference" }];
  });
  return [...said, { name: `the engine's ${askedAt(order)}`, value: got, sides: "engine" }];
}

/** Whether what is said proves the engine wrong: exact arithmetic or differences of its own values do, and neither is for it. */
export function isConfirmed(said: readonly Said[]): boolean {
  const telling = said.filter(({ name }) => name.startsWith(EXACT) || name.startsWith(OWN));
  return telling.length > 0 && telling.every(({ sides }) => sides === "reference");
}

const EXACT = "exact arithmetic";
const OWN = "finite differences of the engine's own";

async function heard(subject: Subject, order: Order, name: string, at: number, want: number): Promise<Witness[]> {
  const { reference, case: c } = subject;
  const { program, inputs, wrt, cotangents, tangents } = c;
  if (order === 0) return [exactly(() => exactValue(c).outputs[name]!.data[at]!)];
  if (order === 2)
    return [
      { name: "our forward over reverse mode", value: want, error: 0 },
      exactly(() => exactHvp({ program, inputs, wrt, cotangents, tangents }).products[name]!.data[at]!),
    ];
  if (order > 2) return heardOfHigher(subject, order, { name, at }, want);
  const along = oneHot(inputs[name]!, at);
  const direction = { [name]: along };
  return [
    { name: "our reverse mode", value: want, error: 0 },
    {
      name: "our forward mode",
      value: dot(cotangents, reference.jvp(direction)),
      error: dot(mapArrays(cotangents, Math.abs), reference.jvpBounds(direction, float64)),
    },
    exactly(() => exactVjp({ program, inputs, wrt, cotangents }).gradients[name]!.data[at]!),
    byDifferences("finite differences of our values", gradientByDifferences(c, name, along)),
    byDifferences(`${OWN} values`, await orNull(() => gradientByOwnDifferences(subject, name, along))),
  ];
}

/** Derivatives from the third order on, by differences of those of the order below. */
async function heardOfHigher(subject: Subject, order: Order, entry: Entry, want: number): Promise<Witness[]> {
  const own = await orNull(() => slopeOfOwn(subject, order, entry));
  const exact = order === 3 ? await orNull(() => slopeOfExact(subject.case, entry)) : null;
  return [
    { name: "our forward over reverse mode", value: want, error: 0 },
    byDifferences(`${EXACT}, finite differences of second derivatives`, exact),
    byDifferences(`${OWN} derivatives of order ${String(order - 1)}`, own),
  ];
}

function oneHot({ shape, data }: Tensor, at: number): Tensor {
  return new Tensor(
    shape,
    data.map((_, i) => (i === at ? 1 : 0)),
  );
}

/** A number in exact arithmetic, from values alone; nothing where that cannot give it. */
function exactly(compute: () => number): Witness {
  try {
    const value = compute();
    return { name: EXACT, value, error: Math.abs(value) * UNIT_ROUNDOFF.float64 };
  } catch (error) {
    if (error instanceof CotangentError) return { name: EXACT, value: Number.NaN, error: Number.POSITIVE_INFINITY };
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

/** Differences that an engine may not be able to give, as where it has no values about the point. */
async function orNull(differences: () => Promise<Differences | null>): Promise<Differences | null> {
  try {
    return await differences();
  } catch (error) {
    if (error instanceof CotangentError) return null;
    throw error;
  }
}

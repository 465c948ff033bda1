import { dot, mapArrays } from "../checks/arrays.ts";
import { valueNoise } from "../checks/bounds.ts";
import type { Judged } from "../checks/judge.ts";
import type { Subject } from "../checks/subject.ts";
import { valueOf } from "../engine/variable.ts";
import { jvpOfProgram } from "../oracles/cotangent.ts";
import type { Arrays } from "../oracles/engine.ts";
import { finiteDifference } from "../oracles/finite-difference.ts";
import { runProgram } from "../program/run.ts";
import { Tensor } from "../tensor/tensor.ts";

/** One number that speaks for the engine or against it. */
interface Said {
  readonly name: string;
  readonly value: number;
  readonly sides: "engine" | "reference";
}

/** Steps of the differences of a float32 engine's values: large, for its values are coarse. */
const COARSE_STEPS = [2 ** -3, 2 ** -5, 2 ** -7] as const;

/**
 * What independent witnesses say of the gradient entry that stands out. One that cannot tell the engine from the
 * reference, because its own error is too large, says nothing.
 */
export async function witnessesOf(subject: Subject, { claim, comparison }: Judged): Promise<Said[]> {
  const [got, want] = [claim.got.data[comparison.at]!, claim.want.data[comparison.at]!];
  const { reference, case: c } = subject;
  const direction = oneHot(c.inputs, claim.name, comparison.at);
  const forward = dot(c.cotangents, jvpOfProgram({ ...c, tangents: direction }).tangents);
  const ours = ourDifference(subject, direction);
  const own = await engineDifference(subject, direction);
  const said = [
    { name: "our reverse mode", value: want, error: 0 },
    { name: "our forward mode", value: forward, error: 1e-9 * Math.abs(forward) },
    { name: "finite differences of our values", value: ours.estimate, error: ours.error },
    { name: "finite differences of the engine's own values", value: own.estimate, error: own.error },
    {
      name: "the engine's gradient",
      value: got,
      error: reference.vjpBounds(c.cotangents, subject.arithmetic)[claim.name]!.data[comparison.at]!,
    },
  ];
  return said.flatMap(({ name, value, error }): Said[] => {
    const allowed = error + comparison.bound;
    const [withEngine, withReference] = [Math.abs(value - got) <= allowed, Math.abs(value - want) <= allowed];
    if (name === "the engine's gradient") return [{ name, value, sides: "engine" }];
    return withEngine === withReference ? [] : [{ name, value, sides: withEngine ? "engine" : "reference" }];
  });
}

function oneHot(inputs: Arrays, name: string, at: number): Arrays {
  return { [name]: mapArrays({ [name]: inputs[name]! }, (_, i) => (i === at ? 1 : 0))[name]! };
}

interface Estimate {
  readonly estimate: number;
  readonly error: number;
}

function ourDifference({ case: c }: Subject, direction: Arrays): Estimate {
  const [[name, d]] = Object.entries(direction) as [[string, Tensor]];
  const noise = valueNoise(c);
  let [estimate, error] = [0, 0];
  c.program.outputs.forEach((out, o) => {
    const found = finiteDifference(
      ([x]) => valueOf(runProgram(c.program, { ...c.inputs, [name]: x! })[o]!),
      [c.inputs[name]!],
      [d],
      noise[out]!,
    );
    c.cotangents[out]!.data.forEach((g, i) => {
      estimate += g * found.estimate.data[i]!;
      error += Math.abs(g) * found.bound.data[i]!;
    });
  });
  return { estimate, error };
}

/** Central differences of the engine's values at a few steps; the spread between steps and its rounding bound the error. */
async function engineDifference(
  { engine, case: c, reference, arithmetic }: Subject,
  direction: Arrays,
): Promise<Estimate> {
  const noise = dot(mapArrays(c.cotangents, Math.abs), reference.valueBounds(arithmetic));
  let best: Estimate = { estimate: 0, error: Number.POSITIVE_INFINITY };
  let before: number | null = null;
  try {
    for (const h of COARSE_STEPS) {
      const at = async (s: number): Promise<number> => {
        const inputs = { ...c.inputs, ...moved(c.inputs, direction, s * h) };
        return dot(c.cotangents, (await engine.value({ program: c.program, inputs })).outputs);
      };
      const estimate = ((await at(1)) - (await at(-1))) / (2 * h);
      const error = (4 * noise) / h + (before === null ? Number.POSITIVE_INFINITY : Math.abs(estimate - before));
      if (error < best.error) best = { estimate, error };
      before = estimate;
    }
  } catch {
    // An engine that cannot give its values here bears no witness.
  }
  return best;
}

function moved(inputs: Arrays, direction: Arrays, by: number): Arrays {
  return Object.fromEntries(
    Object.entries(direction).map(([name, d]) => [
      name,
      new Tensor(
        d.shape,
        d.data.map((v, i) => inputs[name]!.data[i]! + by * v),
      ),
    ]),
  );
}

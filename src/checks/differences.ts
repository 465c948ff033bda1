import { UNIT_ROUNDOFF } from "../base/ulp.ts";
import { valueOf } from "../engine/variable.ts";
import { valueOfProgram } from "../oracles/cotangent.ts";
import type { Arrays } from "../oracles/engine.ts";
import { finiteDifference, finiteDifferenceOf, type Differences } from "../oracles/finite-difference.ts";
import { runProgram } from "../program/run.ts";
import { memberOf, scalar, Tensor } from "../tensor/tensor.ts";
import { copied, countOf, dot, mapArrays } from "./arrays.ts";
import { valueNoise } from "./bounds.ts";
import type { Case } from "./case.ts";
import type { Subject } from "./subject.ts";

/**
 * The derivatives of ⟨cotangents, outputs⟩ along directions of one input, by differences of our own values.
 *
 * @param directions of the input, as a batch.
 * @param claimed the derivatives under test, one a direction.
 */
export function gradientByDifferences(c: Case, name: string, directions: Tensor, claimed?: Tensor): Differences {
  const paired = ([moved]: readonly Tensor[]): Tensor => {
    const outputs = runProgram(c.program, { ...c.inputs, [name]: moved! }).map(valueOf);
    const batch = outputs.reduce((most, out) => Math.max(most, out.batch), 1);
    const sums = Float64Array.from({ length: batch }, (_, n) =>
      dot(c.cotangents, Object.fromEntries(c.program.outputs.map((out, o) => [out, memberOf(outputs[o]!, n)]))),
    );
    return new Tensor([], sums, batch);
  };
  return finiteDifference(paired, [c.inputs[name]!], [directions], pairedNoise(c, valueNoise(c)), claimed);
}

/** The same by differences of the engine's own values: what convicts it where its gradient is another. */
export function gradientByOwnDifferences(
  { engine, case: c, reference, arithmetic }: Subject,
  name: string,
  directions: Tensor,
): Promise<Differences> {
  const paired = async ([moved]: readonly Tensor[]): Promise<Tensor> => {
    const inputs = { ...c.inputs, [name]: moved! };
    return scalar(dot(c.cotangents, (await engine.value({ program: c.program, inputs: copied(inputs) })).outputs));
  };
  const noise = pairedNoise(c, reference.valueBounds(arithmetic));
  return finiteDifferenceOf(paired, [c.inputs[name]!], [directions], noise, arithmetic.precision);
}

/** The noise of ⟨cotangents, outputs⟩: that of the outputs, and of summing the products up. */
function pairedNoise(c: Case, noise: Arrays): Tensor {
  const values = valueOfProgram(c);
  const summing = countOf(values) * UNIT_ROUNDOFF.float64;
  const off = mapArrays(values, (v, i, name) => noise[name]!.data[i]! + summing * Math.abs(v));
  return scalar(dot(mapArrays(c.cotangents, Math.abs), off));
}

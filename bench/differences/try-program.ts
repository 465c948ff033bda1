import { randomFrom, seedOf } from "../../src/base/random.ts";
import { sizeOf } from "../../src/base/shape.ts";
import type { Precision } from "../../src/base/ulp.ts";
import { float64 } from "../../src/checks/budget.ts";
import type { Case } from "../../src/checks/case.ts";
import { gradientByDifferences, gradientByOwnDifferences } from "../../src/checks/differences.ts";
import { Reference, Subject } from "../../src/checks/subject.ts";
import { interpreted, valueOf, Variable } from "../../src/engine/variable.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Engine } from "../../src/oracles/engine.ts";
import type { Differences } from "../../src/oracles/finite-difference.ts";
import { runProgram } from "../../src/program/run.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { oneHots } from "../../src/transforms/jacobian.ts";
import type { Tally } from "./tally.ts";

/** Our own engine with every result rounded to float32. */
const emulated: Engine = {
  ...cotangent("emulated"),
  description: { ...cotangent("emulated").description, engine: "emulated", precision: "float32" },
  value: ({ program, inputs }) => {
    const variables = Object.entries(inputs).map(([name, x]) => [name, new Variable(x, null, [], {})] as const);
    const outputs = interpreted(
      (op, values, attrs) => {
        const { shape, data, batch } = op.run(values, attrs);
        return { out: new Tensor(shape, data.map(Math.fround), batch), as: op };
      },
      () => runProgram(program, Object.fromEntries(variables)).map(valueOf),
    );
    return Promise.resolve({ outputs: Object.fromEntries(program.outputs.map((name, i) => [name, outputs[i]!])) });
  },
};

/**
 * Estimates one entry of each gradient of a case, by differences of our values or of an emulated float32 engine's. The
 * truth is our own gradient, which may be off by its rounding.
 */
export async function tryProgram(c: Case, seed: number, precision: Precision, tally: Tally): Promise<void> {
  const reference = new Reference(c);
  const gradients = reference.vjp(c.cotangents);
  const rounding = reference.vjpBounds(c.cotangents, float64);
  for (const name of c.wrt) {
    const x = c.inputs[name]!;
    if (sizeOf(x.shape) === 0) continue;
    const i = Math.floor(randomFrom(seedOf(seed, name))() * sizeOf(x.shape));
    const direction = oneHots(x, i, 1);
    const truth = gradients[name]!.data[i]!;
    const off = rounding[name]!.data[i]!;
    const by = (claimed?: number): Differences =>
      gradientByDifferences(
        c,
        name,
        direction,
        claimed === undefined ? undefined : new Tensor([], Float64Array.of(claimed)),
      );
    const { estimate, bound, kink } =
      precision === "float64"
        ? by()
        : await gradientByOwnDifferences(new Subject(emulated, reference), name, direction);
    const error = Math.max(0, Math.abs(estimate.data[0]! - truth) - off);
    tally.estimate(error, bound.data[0]!, kink.data[0] === 1, truth);
    if (precision === "float64")
      tally.claim(truth, (claim) => {
        const judged = by(claim);
        return Math.abs(judged.estimate.data[0]! - claim) > judged.bound.data[0]! + off;
      });
  }
}

import { randomFrom, seedOf } from "../../src/base/random.ts";
import { SMALLEST_NORMAL, UNIT_ROUNDOFF } from "../../src/base/ulp.ts";
import type { Op } from "../../src/op/op.ts";
import type { Arrays, Engine } from "../../src/oracles/engine.ts";
import { attrsOf, type Program } from "../../src/program/program.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { Envelope } from "./envelope.ts";
import { drawInputs, zerosOf } from "./sample.ts";

/** The largest float32 number; what is larger in truth may be infinite. */
const LARGEST = (2 - 2 ** -23) * 2 ** 127;

/** What came of measuring one op of one engine. */
export interface Measured {
  readonly envelope: Envelope;
  /** The worst errors of the first half of the points alone: how much the second half added. */
  readonly half: Envelope;
  /** How many values were compared. */
  readonly points: number;
  /** Values that are finite in truth and were not given as finite numbers: the first of them, for people to look at. */
  readonly notFinite: number;
  readonly example: string | null;
}

/** Whether an op computes a function that engines may round each in their own way. */
export function isMeasured(op: Op, engine: Engine): boolean {
  if (!engine.description.ops.includes(op.name) || (op.kind !== "elementwise" && op.kind !== "primitive")) return false;
  const inputs = drawInputs(op, [], randomFrom(1));
  const attrs = attrsOf({ out: "y", op: op.name, in: [] });
  const { relative = 0, absolute = 0 } = op.rounding(inputs, attrs, op.run(inputs, attrs));
  return relative > 0 || absolute > 0;
}

/** Measures the errors of one op of a float32 engine at `points` values. */
export async function measure(engine: Engine, op: Op, points: number, seed: number): Promise<Measured> {
  const random = randomFrom(seedOf(seed, op.name));
  const program: Program = {
    inputs: op.inputs,
    steps: [{ out: "out", op: op.name, in: op.inputs }],
    outputs: ["out"],
  };
  const attrs = attrsOf(program.steps[0]!);
  const zeros = zerosOf(op);
  const [envelope, half] = [new Envelope(), new Envelope()];
  let [done, notFinite, example]: [number, number, string | null] = [0, 0, null];
  while (done < points) {
    const inputs = drawInputs(op, zeros, random);
    const truth = op.run(inputs, attrs);
    const { structure = { relative: 0, absolute: 0 } } = op.rounding(inputs, attrs, truth);
    const named: Arrays = Object.fromEntries(op.inputs.map((name, i) => [name, inputs[i]!]));
    const got = (await engine.value({ program, inputs: named })).outputs["out"]!;
    truth.data.forEach((value, i) => {
      if (!(Math.abs(value) <= LARGEST)) return;
      done++;
      if (!Number.isFinite(got.data[i])) {
        notFinite++;
        example ??= `${op.name}(${at(inputs, i)}) = ${String(got.data[i])}, in truth ${String(value)}`;
        return;
      }
      const off = Math.abs(got.data[i]! - value) - SMALLEST_NORMAL.float32;
      const error = off / UNIT_ROUNDOFF.float32 - structure.relative * Math.abs(value) - structure.absolute;
      if (!(error > 0)) return;
      envelope.add({ value, error });
      if (done < points / 2) half.add({ value, error });
    });
  }
  return { envelope, half, points: done, notFinite, example };
}

function at(inputs: readonly Tensor[], i: number): string {
  return inputs.map((x) => String(x.data[i])).join(", ");
}

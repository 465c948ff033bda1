import { randomFrom, seedOf } from "../../src/base/random.ts";
import { SMALLEST_NORMAL, UNIT_ROUNDOFF } from "../../src/base/ulp.ts";
import { exactValue } from "../../src/exact/index.ts";
import { worksByElement, type Op } from "../../src/op/op.ts";
import type { Arrays, Engine } from "../../src/oracles/engine.ts";
import { attrsOf, type Program } from "../../src/program/program.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { Envelope } from "./envelope.ts";
import { drawInputs, zerosOf } from "./sample.ts";

/** The largest float32 number; what is larger in truth may be infinite. */
const LARGEST = (2 - 2 ** -23) * 2 ** 127;

/** Ops that work along lanes and hold a function in themselves; other ops on whole tensors round as their sums do. */
const ALONG_LANES: readonly string[] = ["softmax", "log_softmax"];

/** What came of measuring one op of one engine. */
export interface Measured {
  /** The worst errors, decided by exact arithmetic. */
  readonly worst: Envelope;
  /** Those of the first half of the points alone: what the second half added shows how far they are from the true worst. */
  readonly half: Envelope;
  /** How many values were compared. */
  readonly points: number;
  /** Values that were lost altogether, which is no rounding: given as 0 or as no finite number. How many, and the first. */
  readonly lost: number;
  readonly example: string | null;
}

/** Whether an op computes a function that engines may round each in their own way. */
export function isMeasured(op: Op, engine: Engine): boolean {
  const isComputed = (worksByElement(op) && isPlain(op)) || ALONG_LANES.includes(op.name);
  if (!engine.description.ops.includes(op.name) || !isComputed) return false;
  const inputs = drawInputs(op, [], randomFrom(1));
  const { attrs } = alone(op);
  const { relative = 0, absolute = 0 } = op.rounding(inputs, attrs, op.run(inputs, attrs));
  return relative > 0 || absolute > 0;
}

/** Whether an op is one function without jumps: what is measured with one value of an attribute says nothing of the others. */
function isPlain({ kind, attrs, face }: Op): boolean {
  const jumps = Object.values(face!.domain.inputs).some(({ breaks }) => breaks?.kind === "jump");
  return kind !== "constant" && Object.keys(attrs).length === 0 && !jumps;
}

/**
 * Measures the errors of one op of a float32 engine at `points` values. Our own float64 kernel, which is a few ulps of
 * float64 off at most, finds the worst error of each size of the value; exact arithmetic then says how large they are.
 */
export async function measure(engine: Engine, op: Op, points: number, seed: number): Promise<Measured> {
  const random = randomFrom(seedOf(seed, op.name));
  const { attrs, program } = alone(op);
  const zeros = zerosOf(op);
  const [all, half] = [new Envelope(), new Envelope()];
  let done = 0;
  let lost = 0;
  let example: string | null = null;
  while (done < points) {
    const inputs = drawInputs(op, zeros, random);
    const truth = op.run(inputs, attrs);
    const got = (await engine.value({ program, inputs: named(op, inputs) })).outputs["out"]!;
    const errorOf = errors(op, inputs, truth);
    for (const [i, value] of truth.data.entries()) {
      if (!(Math.abs(value) <= LARGEST)) continue;
      done++;
      const given = got.data[i]!;
      const error = errorOf(value, given);
      const isLost = !Number.isFinite(given) || (given === 0 && Math.abs(value) > 2 * SMALLEST_NORMAL.float32);
      if (isLost && !(error <= 0)) {
        lost++;
        example ??= `${op.name}(${inputs.map((x) => String(x.data[i])).join(", ")}) = ${String(given)}, in truth ${String(value)}`;
      } else if (all.isWorse(value, error)) {
        const seen = { value, got: given, error, ...around(op, inputs, i) };
        all.add(seen);
        if (done < points / 2) half.add(seen);
      }
    }
  }
  return { worst: decided(op, all), half, points: done, lost, example };
}

/** The op as a program of its own, with the attributes that stand when none are given. */
function alone(op: Op): { readonly program: Program; readonly attrs: object } {
  const step = { out: "out", op: op.name, in: op.inputs };
  return { program: { inputs: op.inputs, steps: [step], outputs: ["out"] }, attrs: attrsOf(step) };
}

function named(op: Op, inputs: readonly Tensor[]): Arrays {
  return Object.fromEntries(op.inputs.map((name, i) => [name, inputs[i]!]));
}

/** How far a value is off, in units u, beyond what every implementation loses and what may be flushed. */
function errors(op: Op, inputs: readonly Tensor[], truth: Tensor): (value: number, got: number) => number {
  const { structure = { relative: 0, absolute: 0 } } = op.rounding(inputs, alone(op).attrs, truth);
  return (value, got) =>
    (Math.abs(got - value) - SMALLEST_NORMAL.float32) / UNIT_ROUNDOFF.float32 -
    structure.relative * Math.abs(value) -
    structure.absolute;
}

/** The part of the inputs that element `i` of the result comes from. */
function around(op: Op, inputs: readonly Tensor[], i: number): { readonly inputs: Tensor[]; readonly i: number } {
  const lane = worksByElement(op) ? 1 : inputs[0]!.shape.at(-1)!;
  const first = i - (i % lane);
  return { inputs: inputs.map((x) => new Tensor([lane], x.data.slice(first, first + lane))), i: i % lane };
}

/** The same points, their errors by exact arithmetic. */
function decided(op: Op, found: Envelope): Envelope {
  const worst = new Envelope();
  const { program } = alone(op);
  for (const { got, inputs, i } of found.worst) {
    const truth = exactValue({ program, inputs: named(op, inputs) }).outputs["out"]!;
    const value = truth.data[i]!;
    worst.add({ value, got, error: errors(op, inputs, truth)(value, got), inputs, i });
  }
  return worst;
}

import { encodeNumber, type JsonNumber } from "../base/codec.ts";
import { ulpOf, type Precision } from "../base/ulp.ts";
import { copied } from "../checks/arrays.ts";
import { exactJvp } from "../exact/index.ts";
import { worksByElement } from "../op/op.ts";
import type { Engine } from "../oracles/engine.ts";
import { EngineTimeoutError } from "../oracles/process/errors.ts";
import { allOps } from "../program/program.ts";
import type { Tensor } from "../tensor/tensor.ts";
import { constant, linesOf, POINTS, type OpLine } from "./op-lines.ts";

/** How far engines are from the true value of an elementwise op along one input, in ulps of their precision. */
export interface Curve {
  readonly op: string;
  /** The input that moves; the others are held. */
  readonly input: string;
  readonly points: readonly JsonNumber[];
  /** The engines that have the op. */
  readonly engines: readonly CurveOf[];
}

/** How far one engine is off at each point; null where there is no answer. */
export interface CurveOf {
  readonly engine: string;
  readonly value: readonly (JsonNumber | null)[] | null;
  readonly derivative: readonly (JsonNumber | null)[] | null;
}

/** Digits of an error that are kept. */
const DIGITS = 3;

/** Asks engines for the ops that work by element, at points along each input that is differentiated. */
export async function curvesOf(engines: readonly Engine[], ops: readonly string[] | null): Promise<Curve[]> {
  const curves: Curve[] = [];
  // One that did not answer in time is not asked again: there are some hundred questions.
  const late = new Set<Engine>();
  for (const op of allOps.filter((one) => worksByElement(one) && (ops?.includes(one.name) ?? true))) {
    const asked = engines.filter((engine) => engine.description.ops.includes(op.name) && !late.has(engine));
    if (asked.length === 0) continue;
    for (const line of linesOf(op)) curves.push(await curveAlong(line, asked, late));
  }
  return curves;
}

/** The numbers at all points of a line; of an engine null where it gives none. */
interface Answers<T> {
  readonly value: T;
  readonly derivative: T;
}

async function curveAlong(line: OpLine, engines: readonly Engine[], late: Set<Engine>): Promise<Curve> {
  const asked = engines.map((engine) => answersOf(engine, line, late));
  // Computed while the engines are at work.
  const truth = truthOf(line);
  const answers = await Promise.all(asked);
  const { op, input, inputs } = line;
  return {
    op,
    input,
    points: Array.from(inputs[input]!.data, encodeNumber),
    engines: engines.map(({ description: { engine, precision } }, e) => ({
      engine,
      value: errorsOf(answers[e]!.value, truth.value, precision),
      derivative: errorsOf(answers[e]!.derivative, truth.derivative, precision),
    })),
  };
}

async function answersOf(
  engine: Engine,
  { program, inputs, input }: OpLine,
  late: Set<Engine>,
): Promise<Answers<Float64Array | null>> {
  // An engine may refuse, throw, hang, die and answer nonsense: what there is to find in that, the checks find.
  const answered = async (ask: () => Promise<Tensor | undefined>): Promise<Float64Array | null> => {
    if (late.has(engine)) return null;
    try {
      const data = (await ask())?.data;
      return data?.length === POINTS ? data : null;
    } catch (error) {
      if (error instanceof EngineTimeoutError) late.add(engine);
      return null;
    }
  };
  // In arrays of its own, so that one that writes on them spoils nothing for the others.
  const value = await answered(async () => (await engine.value({ program, inputs: copied(inputs) })).outputs["out"]);
  const derivative = await answered(async () => {
    const cotangents = { out: constant(1) };
    return (await engine.vjp({ program, inputs: copied(inputs), wrt: [input], cotangents })).gradients[input];
  });
  return { value, derivative };
}

/** What was computed before, by op and input: it is the same in every run. */
const truths = new Map<string, Answers<Float64Array>>();

/** By exact arithmetic, which owes nothing to any engine. */
function truthOf({ op, program, inputs, input }: OpLine): Answers<Float64Array> {
  const key = `${op} ${input}`;
  const known = truths.get(key);
  if (known !== undefined) return known;
  // Of an op that works by element, the derivatives at all points are those along one direction.
  const { outputs, tangents } = exactJvp({ program, inputs, tangents: { [input]: constant(1) } });
  const truth = { value: outputs["out"]!.data, derivative: tangents["out"]!.data };
  truths.set(key, truth);
  return truth;
}

/** Errors of the engine's numbers; one that is not finite where the truth is, or the other way round, is infinitely far off. */
function errorsOf(got: Float64Array | null, want: Float64Array, precision: Precision): JsonNumber[] | null {
  return got === null ? null : Array.from(got, (g, i) => encodeNumber(errorOf(g, want[i]!, precision)));
}

function errorOf(got: number, want: number, precision: Precision): number {
  if (got === want || (Number.isNaN(got) && Number.isNaN(want))) return 0;
  const error = Math.abs(got - want) / ulpOf(want, precision);
  return Number.isNaN(error) ? Number.POSITIVE_INFINITY : Number(error.toPrecision(DIGITS));
}

import { broadcastShapes, sizeOf } from "../base/shape.ts";
import type { Precision } from "../base/ulp.ts";
import { valueOf } from "../engine/variable.ts";
import { pointsNear, type Breaks } from "../op/domain.ts";
import type { Arithmetic } from "../oracles/arithmetic.ts";
import { attrsOf, opNamed, type Step } from "../program/program.ts";
import { runProgram } from "../program/run.ts";
import { expand } from "../tensor/kernels/map.ts";
import { Tensor } from "../tensor/tensor.ts";
import { valueBounds } from "./bounds.ts";
import type { Point } from "./tasks.ts";
import { limitsOf, pulledBack, type Near, type Rows } from "./limits.ts";

/** A step of a program that stands at a kink or at a jump, or so near that an engine may stand on the other side. */
export interface Kink {
  readonly step: Step;
  readonly kind: Breaks["kind"];
  /** Whether every engine stands exactly there. */
  readonly exactly: boolean;
  /** The step's operands. */
  readonly operands: readonly Tensor[];
  /**
   * The gradients of each element of the result on the sides of the kink, by the step's operands and by the differentiated
   * inputs of the program; null where an engine could stand anywhere.
   */
  readonly sides: { readonly byOperands: Rows; readonly byInputs: Rows } | null;
  /** Whether the sides have one gradient, as where both operands of `maximum` are one value. */
  readonly smooth: boolean;
}

/**
 * The steps of a program that stand where their op breaks, as its domain declares, or within an engine's reach of it: nearer
 * than the rounding of the operands, of which inputs that the engine holds exactly have none. A tie on which nothing
 * hangs, as one below the largest element of `max`, is no kink.
 */
export function kinksOf({ program, inputs, wrt }: Point, arithmetic: Arithmetic): Kink[] {
  const breaking = program.steps.filter((step) => breaksOf(step).some((breaks) => breaks !== null));
  if (breaking.length === 0) return [];
  const everything = { ...program, outputs: program.steps.map(({ out }) => out) };
  const results = runProgram(everything, inputs).map(valueOf);
  const values = new Map([
    ...Object.entries(inputs),
    ...results.map((x, i): [string, Tensor] => [everything.outputs[i]!, x]),
  ]);
  const wanted = new Set(breaking.flatMap((step) => step.in).filter((name) => !Object.hasOwn(inputs, name)));
  const steps = { ...program, outputs: [...wanted] };
  const rounding = wanted.size === 0 ? {} : valueBounds({ program: steps, inputs, wrt }, arithmetic);
  const reachOf = (name: string): Float64Array =>
    rounding[name]?.data ?? heldWithin(inputs[name]!, arithmetic.precision);
  return breaking.flatMap((step): Kink[] => {
    const operands = step.in.map((name) => values.get(name)!);
    const near = nearBreaks(step, operands, step.in.map(reachOf));
    if (near.every(({ at }) => at.length === 0)) return [];
    const kind = breaksOf(step).find((breaks) => breaks !== null)!.kind;
    const at = { step, kind, exactly: near.every(({ reach }) => reach === 0), operands };
    const byOperands = limitsOf(step, operands, near);
    if (byOperands === null) return [{ ...at, sides: null, smooth: false }];
    if (kind === "kink" && isSmooth(byOperands)) return [];
    const byInputs = pulledBack(byOperands, step, { program, inputs, wrt }, operands);
    return [{ ...at, sides: { byOperands, byInputs }, smooth: kind === "kink" && isSmooth(byInputs) }];
  });
}

/**
 * Those of the kinks that keep derivatives of an order from being judged. Values are only lost where an engine may stand on the
 * other side of a jump; and where both sides have one gradient, second derivatives may still differ.
 */
export function kinksFor(order: number, kinks: readonly Kink[]): readonly Kink[] {
  if (order === 0) return kinks.filter(({ kind, exactly }) => kind === "jump" && !exactly);
  return order === 1 ? kinks.filter(({ smooth }) => !smooth) : kinks;
}

function breaksOf({ op }: Step): (Breaks | null)[] {
  const { face, inputs } = opNamed(op);
  return inputs.map((name) => face!.domain.inputs[name]!.breaks);
}

function isSmooth(rows: Rows): boolean {
  return rows.every((gradients) => gradients.length <= 1);
}

/** How far an engine's copy of an input may be from it. */
function heldWithin({ data }: Tensor, precision: Precision): Float64Array {
  return precision === "float64" ? new Float64Array(data.length) : data.map((x) => Math.abs(x - Math.fround(x)));
}

/**
 * The elements of each operand that are within reach of where an op breaks.
 *
 * @param reach how far an engine's operands may be from these, element by element.
 */
export function nearBreaks(step: Step, operands: readonly Tensor[], reach: readonly Float64Array[]): Near[] {
  const near = operands.map(() => new Map<number, number>());
  // What cannot be shown to be away is near; but NaN is nowhere.
  const note = (k: number, i: number, x: number, y: number, within: number): void => {
    const away = x !== y && (Math.abs(x - y) > within || Number.isNaN(x) || Number.isNaN(y));
    if (!away) near[k]!.set(i, Math.max(within, near[k]!.get(i) ?? 0));
  };
  const breaks = breaksOf(step);
  const attrs = attrsOf(step);
  operands.forEach(({ data }, k) => {
    const own = breaks[Math.min(k, breaks.length - 1)]!;
    data.forEach((x, i) => {
      for (const p of pointsNear(own, attrs, x)) note(k, i, x, p, reach[k]![i]!);
    });
  });
  const compared = operands.flatMap((x, k) =>
    breaks[Math.min(k, breaks.length - 1)]?.ties === true ? [{ x, k }] : [],
  );
  for (const [a, { x, k }] of compared.entries())
    for (const { x: y, k: l } of compared.length === 1 ? compared : compared.slice(a + 1)) {
      const within = largestOf(reach[k]!) + largestOf(reach[l]!);
      for (const [i, j] of k === l ? pairsWithin(x) : pairsAcross(x, y)) {
        note(k, i, x.data[i]!, y.data[j]!, within);
        note(l, j, x.data[i]!, y.data[j]!, within);
      }
    }
  return near.map((found) => ({
    at: [...found.keys()].toSorted((a, b) => a - b),
    reach: largestOf([...found.values()]),
  }));
}

/** Math.max keeps NaN: where nothing is known of an engine, everything is within its reach. */
function largestOf(reach: Iterable<number>): number {
  let most = 0;
  for (const r of reach) most = Math.max(most, r);
  return most;
}

/** The pairs of elements of one input that are neighbours in size: where any two tie, two of these do. */
function pairsWithin({ data }: Tensor): [number, number][] {
  const sorted = [...data.keys()].toSorted((i, j) => data[i]! - data[j]!);
  return sorted.slice(1).map((j, n) => [sorted[n]!, j]);
}

/** The pairs of elements that broadcasting brings together. */
function pairsAcross(x: Tensor, y: Tensor): [number, number][] {
  const shape = broadcastShapes("kinks", x.shape, y.shape);
  const places = ({ shape: own, data }: Tensor): Float64Array =>
    expand(new Tensor(own, Float64Array.from(data.keys())), shape).data;
  const [left, right] = [places(x), places(y)];
  return Array.from({ length: sizeOf(shape) }, (_, at) => [left[at]!, right[at]!]);
}

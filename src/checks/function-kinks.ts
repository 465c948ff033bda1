import { randomFrom } from "../base/random.ts";
import { collect } from "../engine/collect.ts";
import { valueOf } from "../engine/variable.ts";
import type { Batched } from "../oracles/finite-difference.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { Trace } from "../transforms/trace.ts";
import type { InputCheck } from "./input-check.ts";
import { nearBreaks } from "./kinks.ts";
import { limitsOf } from "./limits.ts";
import { kinkedPlaces, outsideNearby, type Place } from "./nearby-gradients.ts";
import type { Separation } from "./separate.ts";
import { separationText } from "./separation-text.ts";

/** How far beside a meeting of kinks functions are checked again, in proportion to their inputs. */
const ASIDE = 2 ** -8;

/** Derivatives that were compared with finite differences, of a function that is known by its tape and by its values. */
export interface Compared {
  readonly checks: readonly InputCheck[];
  readonly t: Trace;
  readonly f: Batched;
  /** How noisy each element of its result is. */
  readonly noise: Tensor;
}

/**
 * The checks at a point that stands at kinks. At one, derivatives that are outside of the hull of the gradients around it are convicted.
 * Where several meet, the chain rule with a valid choice at each may give a gradient that is none of the whole: then only
 * what is wrong beside them too is wrong.
 *
 * @param compareAt compares the derivatives at another point.
 */
export function judgeKinks(
  { checks, t, f, noise }: Compared,
  inputs: readonly Tensor[],
  compareAt: (inputs: readonly Tensor[]) => readonly InputCheck[],
): readonly InputCheck[] {
  if (kinkedElements(t) > 1) return onlyBorneOut(checks, () => compareAt(beside(inputs)));
  const all = inputs.flatMap(({ data }, k) => Array.from(data, (_, i) => ({ k, i })));
  return kinkedPlaces({ f, inputs, noise, elements: all }).reduce<readonly InputCheck[]>((judged, elements, row) => {
    if (elements.length === 0) return judged;
    const claimed = elements.map(({ k, i }) => checks[k]!.derivative.data[row * inputs[k]!.data.length + i]!);
    const found = outsideNearby({ f, inputs, noise, elements }, row, Float64Array.from(claimed));
    return found === null ? judged : convict(judged, inputs, { row, elements, found });
  }, checks);
}

/** How many elements of results of ops in a recorded call stand at kinks; ∞ where that cannot be told. */
function kinkedElements(t: Trace): number {
  const { order, batched } = collect(t.outputs, t.leaves);
  if (batched) return Number.POSITIVE_INFINITY;
  let count = 0;
  for (const { op, inputs, attrs } of order) {
    if (op?.face === undefined || op.face === null) continue;
    const operands = inputs.map(valueOf);
    const names = operands.map((_, k) => `x${String(k)}`);
    const step = { out: "out", op: op.name, in: names, attrs: attrs as Readonly<Record<string, unknown>> };
    const exact = operands.map(({ data }) => new Float64Array(data.length));
    const near = nearBreaks(step, operands, exact);
    if (near.every(({ at }) => at.length === 0)) continue;
    const rows = limitsOf(step, operands, near);
    if (rows === null) return Number.POSITIVE_INFINITY;
    count += rows.filter((gradients) => gradients.length > 1).length;
  }
  return count;
}

/** A proof against the derivatives of one element of the result by some elements of the inputs. */
interface Proof {
  readonly row: number;
  readonly elements: readonly Place[];
  readonly found: Separation;
}

/** Marks the inputs that a proof speaks of; what is wrong elsewhere stays so. */
function convict(
  checks: readonly InputCheck[],
  inputs: readonly Tensor[],
  { row, elements, found }: Proof,
): readonly InputCheck[] {
  const { weights, sum, least, most } = found;
  const entries = elements.map(({ k, i }) => ({ input: `input ${String(k)}`, i }));
  const because = `at a kink ${separationText(found, entries)} (row ${String(row)} of the Jacobian)`;
  return checks.map((check, k): InputCheck => {
    const own = elements.flatMap((place, u) =>
      place.k === k && (weights[u] ?? 0) !== 0 ? [row * inputs[k]!.data.length + place.i] : [],
    );
    if (own.length === 0 || (check.verdict === "disagree" && !own.includes(check.at))) return check;
    const error = Math.max(sum - most, least - sum);
    return { ...check, verdict: "disagree", kind: "invalid-subgradient", because, at: own[0]!, error, bound: 0 };
  });
}

/** Takes back what is wrong at the point and not beside it. */
function onlyBorneOut(checks: readonly InputCheck[], nearby: () => readonly InputCheck[]): readonly InputCheck[] {
  if (checks.every(({ verdict }) => verdict !== "disagree")) return checks;
  const others = nearby();
  const because = "several kinks meet here, and beside them the derivatives are right";
  return checks.map((check, k) =>
    check.verdict !== "disagree" || others[k]!.verdict === "disagree"
      ? check
      : { ...check, verdict: "inconclusive", kind: null, because },
  );
}

/** A point beside the given one, off any kink. */
function beside(inputs: readonly Tensor[]): Tensor[] {
  const random = randomFrom(1);
  return inputs.map(
    ({ shape, data }) =>
      new Tensor(
        shape,
        data.map((x) => x + ASIDE * Math.max(1, Math.abs(x)) * (2 * random() - 1)),
      ),
  );
}

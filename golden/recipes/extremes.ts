import { pointsNear, type Reals } from "../../src/op/domain.ts";
import { sizeOf } from "../../src/base/shape.ts";
import { worksByElement, type Op } from "../../src/op/op.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { inputNames, programOf, type Arrays, type Call, type Draft } from "../draft.ts";
import { Elements } from "../elements.ts";
import { exactValue } from "../../src/exact/index.ts";
import { callOf, formWhere, type Form } from "../samples.ts";
import { pointOfCall } from "./points.ts";

/** The smallest subnormal, the smallest normal and the largest finite float64, 0, 1, ∞, with both signs; and NaN. */
const SPECIAL: readonly number[] = [
  ...[0, 5e-324, 2 ** -1022, 1, Number.MAX_VALUE, Infinity].flatMap((x) => [x, -x]),
  NaN,
];

/**
 * Magnitudes at which functions level off, overflow or lose their digits, those of one size together: a tangent that
 * moves numbers of very different sizes needs as many digits as lie between them.
 */
const EDGES: Readonly<Record<string, readonly number[]>> = {
  subnormal: [1e-310],
  tiny: [1e-150],
  small: [1e-17, 1e-9, 1e-5],
  moderate: [0.01, 0.3, 1.5, 7],
  level: [18, 36.5, 709.5],
  large: [1e9],
  huge: [1e150],
  largest: [Number.MAX_VALUE],
};

/** Special values, and the far ends of the domain. */
export function extremes(op: Op): Draft[] {
  return worksByElement(op) ? [specialPairs(op), ...edges(op)] : [...specialPlaces(op), ...scaled(op)];
}

/** Every special value of every real input, against every one of the others. */
function specialPairs(op: Op): Draft {
  const form = formWhere(op, "special-values", () => true)!;
  const count = form.shapes.length;
  const names = inputNames(op, count);
  const inputs = Object.fromEntries(
    names.map((name, i): [string, Tensor] => {
      const { whole, low, high } = form.intervals[i]!;
      const values = whole ? [low, high] : SPECIAL;
      const shape = names.map((_, d) => (d === i ? values.length : 1)).slice(i);
      return [name, new Tensor(shape, Float64Array.from(values))];
    }),
  );
  return valuesOf("special-values", { op, attrs: form.attrs, inputs }, "every special value against every other");
}

/** One special value among ordinary ones, and both infinities together; none where all inputs are whole numbers. */
function specialPlaces(op: Op): Draft[] {
  if (formWhere(op, "special-values", (form) => firstReal(form) >= 0) === null) return [];
  const drafts = [-0, 5e-324, ...(overflowsByItself(op) ? [Number.MAX_VALUE, Infinity, -Infinity] : []), NaN].map(
    (value) => {
      const id = `special-${Object.is(value, -0) ? "-0" : String(value)}`;
      return valuesOf(id, placed(op, id, [value]), `the first number is ${id.slice("special-".length)}`);
    },
  );
  if (!overflowsByItself(op)) return drafts;
  const both = valuesOf(
    "special-Infinity-Infinity",
    placed(op, "special-Infinity-Infinity", [Infinity, -Infinity]),
    "the first numbers are Infinity and -Infinity",
  );
  return [...drafts, both];
}

/** Where a formula of several ops overflows on its way, or meets ∞ − ∞, depends on how it is written. */
function overflowsByItself(op: Op): boolean {
  return op.kind !== "composite";
}

function placed(op: Op, id: string, values: readonly number[]): Call {
  const form = formWhere(op, id, (form) => sizeOf(form.shapes[firstReal(form)] ?? [0]) > 1)!;
  const call = callOf(form, new Elements("full", op.name, id));
  const [name, x] = Object.entries(call.inputs)[firstReal(form)]!;
  const data = x.data.map((v, i) => values[i] ?? v);
  return { ...call, inputs: { ...call.inputs, [name]: new Tensor(x.shape, data) } };
}

/** The place of the first input that is not whole numbers; −1 where there is none. */
function firstReal({ intervals }: Form): number {
  return intervals.findIndex(({ whole }) => !whole);
}

function valuesOf(id: string, call: Call, comment: string): Draft {
  return {
    id,
    flags: [call.op.kind === "constant" && id === "jump" ? "jump" : "special-values"],
    comment,
    program: programOf(call),
    inputs: call.inputs,
    ask: "values",
  };
}

/** Each real input at its edges where the value is finite and does not jump, the other inputs inside the domain. */
function edges(op: Op): Draft[] {
  const form = formWhere(op, "tails", () => true)!;
  const names = inputNames(op, form.shapes.length);
  return names.flatMap((leading, n) => {
    if (form.intervals[n]!.whole) return [];
    return Object.entries(EDGES).flatMap(([size, magnitudes]) => {
      const id = names.length === 1 ? `tails-${size}` : `tails-${size}-${leading}`;
      const elements = new Elements("full", op.name, id);
      const values = magnitudes.flatMap((x) => [x, -x]);
      const inputs = Object.fromEntries(
        names.map((name, i): [string, Tensor] => [
          name,
          i === n ? vector(values) : elements.tensor([values.length], form.intervals[i]!),
        ]),
      );
      const call = smoothPart({ op, attrs: form.attrs, inputs }, form.intervals);
      const about = { id, flags: ["tails"] as const, comment: `${leading} of ${size} size` };
      return call === null ? [] : [pointOfCall(about, call, elements)];
    });
  });
}

/** The elements at which an elementwise op has a finite value and does not break. */
function smoothPart(call: Call, intervals: readonly Reals[]): Call | null {
  const out = exactValue({ program: programOf(call), inputs: call.inputs }).outputs["out"]!;
  const breaks = (i: number): boolean =>
    Object.values(call.inputs).some(({ data }, n) =>
      pointsNear(intervals[n]!.breaks, call.attrs, data[i]!).includes(data[i]!),
    );
  const kept = [...out.data.keys()].filter((i) => Number.isFinite(out.data[i]) && !breaks(i));
  const inputs: Arrays = Object.fromEntries(
    Object.entries(call.inputs).map(([name, x]) => [name, vector(kept.map((i) => x.data[i]!))]),
  );
  return kept.length === 0 ? null : { ...call, inputs };
}

function vector(data: readonly number[]): Tensor {
  return new Tensor([data.length], Float64Array.from(data));
}

/** Real inputs scaled up, down, and each element by a power of its own, where the values are finite: past these, slopes are sums of infinities. */
function scaled(op: Op): Draft[] {
  const kinds: readonly (readonly [id: string, comment: string, scale: (elements: Elements) => number])[] = [
    ["tails-hundreds", "numbers of some hundreds", () => 200],
    ["tails-large", "numbers around 1e150", () => 1e150],
    ["tails-tiny", "numbers around 1e-150", () => 1e-150],
    ["tails-mixed", "numbers of very different size together", (elements) => 10 ** elements.integer(-12, 12)],
  ];
  return kinds.flatMap(([id, comment, scale]) => {
    const elements = new Elements("full", op.name, id);
    const form = formWhere(op, id, ({ shapes }) => shapes[0]!.reduce((a, b) => a * b, 1) > 2)!;
    const call = callOf(form, elements);
    const inputs = Object.fromEntries(
      Object.entries(call.inputs).map(([name, x], i) => [
        name,
        form.intervals[i]!.whole
          ? x
          : new Tensor(
              x.shape,
              x.data.map((v) => v * scale(elements)),
            ),
      ]),
    );
    const scaledCall = { ...call, inputs };
    // Out of the domain there is no derivative to ask for.
    if (isFiniteAt(scaledCall)) return [pointOfCall({ id, flags: ["tails"], comment }, scaledCall, elements)];
    return overflowsByItself(op) ? [valuesOf(id, scaledCall, comment)] : [];
  });
}

function isFiniteAt(call: Call): boolean {
  const { outputs } = exactValue({ program: programOf(call), inputs: call.inputs });
  return outputs["out"]!.data.every((v) => Number.isFinite(v));
}

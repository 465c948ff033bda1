import { randomFrom, seedOf } from "../src/base/random.ts";
import { sizeOf, type Shape } from "../src/base/shape.ts";
import { resolveAttrs } from "../src/op/attrs.ts";
import type { Reals, Sample } from "../src/op/domain.ts";
import { drawFrom } from "../src/op/draw.ts";
import { worksByElement, type Op } from "../src/op/op.ts";
import { inputsTaken } from "../src/op/taken.ts";
import type { Call } from "./draft.ts";
import { inputNames } from "./draft.ts";
import type { Elements } from "./elements.ts";
import type { Flag } from "./flags.ts";

/** Samples that are looked at to learn which labels an op has. */
const DISCOVERY = 600;
/** Samples that are tried until one has a label. */
const MOST_TRIES = 5000;
/** Of so many samples that have the label, the one whose number of elements is nearest to this is taken. */
const CANDIDATES = 12;
const FAVOURITE_SIZE = 6;

/** Something that a call of an op may show: a value of an attribute, a rank, a way to broadcast. */
export interface Label {
  readonly name: string;
  readonly flag: Extract<Flag, "attribute" | "shape" | "broadcast" | "zero-size">;
}

/** One way to call an op: shapes, attributes and the interval of each input. */
export interface Form {
  readonly op: Op;
  readonly shapes: readonly Shape[];
  readonly attrs: object;
  readonly intervals: readonly Reals[];
}

/** All labels that the samples of an op show, sorted by name. */
export function labelsOf(op: Op): readonly Label[] {
  const found = new Map<string, Label>();
  for (let i = 0; i < DISCOVERY; i++)
    for (const label of labelsAt(formOf(op, "labels", i))) found.set(label.name, label);
  return [...found.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** A form that has a label, chosen by the op and the label alone. */
export function formWith(op: Op, { name }: Label): Form {
  return formWhere(op, name, (form) => labelsAt(form).some((label) => label.name === name), name === ZERO_SIZE)!;
}

/** A form that meets a condition, or null where none of many does. Without elements only where `empty` says so. */
export function formWhere(
  op: Op,
  seed: string,
  condition: (form: Form) => boolean,
  empty: boolean = false,
): Form | null {
  let best: Form | null = null;
  let candidates = 0;
  for (let i = 0; i < MOST_TRIES && candidates < CANDIDATES; i++) {
    const form = formOf(op, seed, i);
    if (isEmpty(form) !== empty || !condition(form)) continue;
    candidates++;
    if (best === null || distanceOf(form) < distanceOf(best)) best = form;
  }
  return best;
}

/** Whether an input or the result has no elements. */
function isEmpty({ op, shapes, attrs }: Pick<Form, "op" | "shapes" | "attrs">): boolean {
  return [...shapes, op.shape(shapes, attrs)].some((shape) => sizeOf(shape) === 0);
}

function distanceOf({ shapes }: Form): number {
  return Math.abs(shapes.reduce((total, shape) => total + sizeOf(shape), 0) - FAVOURITE_SIZE);
}

function formOf(op: Op, seed: string, i: number): Form {
  const random = randomFrom(seedOf("golden", op.name, seed, i));
  const { domain } = op.face!;
  const draw = drawFrom((low, high) => low + Math.floor(random() * (high - low + 1)));
  const sample: Sample<object> = domain.sample(draw);
  const attrs = resolveAttrs(op.name, op.attrs, sample.attrs);
  const names = inputsTaken(op, attrs);
  return {
    op,
    shapes: sample.shapes,
    attrs,
    intervals: sample.shapes.map((_, n) => {
      const name = names[Math.min(n, names.length - 1)]!;
      return sample.inputs?.[name] ?? domain.inputs[name]!;
    }),
  };
}

/** A form with its elements drawn. */
export function callOf({ op, shapes, attrs, intervals }: Form, elements: Elements): Call {
  const names = inputNames(op, shapes.length);
  const inputs = Object.fromEntries(
    shapes.map((shape, i) => [names[i]!, elements.tensor(shape, intervals[i]!, attrs)]),
  );
  return { op, attrs, inputs };
}

const ZERO_SIZE = "zero-size";

function labelsAt({ op, shapes, attrs }: Form): Label[] {
  if (isEmpty({ op, shapes, attrs })) return [{ name: ZERO_SIZE, flag: "zero-size" }];
  const values = Object.entries(attrs).map(([name, value]) => `${name}=${kindOf(value)}`);
  const switches = Object.entries(attrs).flatMap(([name, value]) =>
    typeof value === "boolean" ? [`${name}=${String(value)}`] : [],
  );
  const attributes = [...values, ...(switches.length > 1 ? [switches.join(",")] : [])];
  return [
    ...attributes.map((name): Label => ({ name, flag: "attribute" })),
    { name: ranksOf(op, shapes), flag: "shape" },
    ...stretchedInputs(op, shapes, attrs).map((name): Label => ({ name: `broadcast-${name}`, flag: "broadcast" })),
  ];
}

/** What is worth telling apart of an attribute's values. */
function kindOf(value: unknown): string {
  if (typeof value === "number") return value < 0 ? "negative" : "not-negative";
  if (!Array.isArray(value)) return String(value);
  const list = value as readonly number[];
  const count = list.length === 0 ? "none" : list.length === 1 ? "one" : "several";
  return list.some((x) => x < 0) ? `${count}-negative` : count;
}

function ranksOf(op: Op, shapes: readonly Shape[]): string {
  if (op.variadic) return `${String(shapes.length)}-inputs`;
  const ranks = worksByElement(op) ? [Math.max(...lengths(shapes))] : lengths(shapes);
  return `rank-${ranks.join("x")}`;
}

function lengths(shapes: readonly Shape[]): number[] {
  return shapes.map((shape) => shape.length);
}

/** The inputs of an elementwise op that are smaller than its result, one by one, and all together. */
function stretchedInputs(op: Op, shapes: readonly Shape[], attrs: object): string[] {
  if (op.inputs.length < 2 || !worksByElement(op)) return [];
  const out = op.shape(shapes, attrs).join();
  const stretched = inputNames(op, shapes.length).filter((_, i) => shapes[i]!.join() !== out);
  return stretched.length > 1 ? [...stretched, stretched.join("-")] : stretched;
}

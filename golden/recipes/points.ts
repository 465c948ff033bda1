import { inferShapes, type Program } from "../../src/program/program.ts";
import type { Op } from "../../src/op/op.ts";
import { programOf, wrtOf, type Arrays, type Call, type Draft } from "../draft.ts";
import { Elements, type Digits } from "../elements.ts";
import { callOf, formWhere, formWith, labelsOf } from "../samples.ts";

/** Completes a vector that every derivative is asked of: directions are drawn from the seed of its id. */
export function pointOf(
  about: Pick<Draft, "id" | "flags" | "comment">,
  program: Program,
  inputs: Arrays,
  wrt: readonly string[],
  elements: Elements,
): Draft {
  const shapes = inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
  const directions = (names: readonly string[]): Arrays =>
    Object.fromEntries(names.map((name) => [name, elements.direction(shapes.get(name)!)]));
  return {
    ...about,
    program,
    inputs,
    wrt,
    cotangents: directions(program.outputs),
    tangents: directions(wrt),
    ask: "derivatives",
  };
}

/** {@link pointOf} for one call. */
export function pointOfCall(about: Pick<Draft, "id" | "flags" | "comment">, call: Call, elements: Elements): Draft {
  return pointOf(about, programOf(call), call.inputs, wrtOf(call), elements);
}

const TYPICAL: readonly Digits[] = ["grid", "full", "full"];

/** Points inside the domain: a few of no particular form, one of each label, a scalar where the op takes one. */
export function points(op: Op): Draft[] {
  const typical = TYPICAL.map((digits, i) => {
    const id = `typical-${String(i + 1)}`;
    const elements = new Elements(digits, op.name, id);
    const call = callOf(
      formWhere(op, id, () => true)!,
      elements,
    );
    const flag = digits === "grid" ? "typical" : "full-precision";
    return pointOfCall({ id, flags: [flag], comment: "inside the domain, away from kinks" }, call, elements);
  });
  const labelled = labelsOf(op).map((label) => {
    const elements = new Elements("full", op.name, label.name);
    const call = callOf(formWith(op, label), elements);
    const about = { id: label.name, flags: [label.flag] as const, comment: `with ${label.name}` };
    return pointOfCall(about, call, elements);
  });
  return [...typical, ...labelled, ...omitted(op)];
}

/** All attributes left out, where the op allows that. */
function omitted(op: Op): Draft[] {
  const defaults = Object.entries<{ readonly fallback?: unknown }>({ ...op.attrs });
  if (defaults.length === 0 || defaults.some(([, attr]) => attr.fallback === undefined)) return [];
  const same = (attrs: object): boolean =>
    defaults.every(
      ([name, attr]) =>
        JSON.stringify(new Map(Object.entries<unknown>({ ...attrs })).get(name)) === JSON.stringify(attr.fallback),
    );
  const form = formWhere(op, "attributes-omitted", ({ attrs }) => same(attrs));
  if (form === null) return [];
  const elements = new Elements("full", op.name, "attributes-omitted");
  const about = { id: "attributes-omitted", flags: ["attribute"] as const, comment: "every attribute has its default" };
  return [pointOfCall(about, callOf({ ...form, attrs: {} }, elements), elements)];
}

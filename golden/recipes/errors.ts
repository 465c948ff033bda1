import type { Shape } from "../../src/base/shape.ts";
import type { Op } from "../../src/op/op.ts";
import { zeros } from "../../src/tensor/tensor.ts";
import { inputNames, isActive, programOf, wrtOf, type Call, type Draft } from "../draft.ts";
import { Elements } from "../elements.ts";
import { callOf, formWhere, type Form } from "../samples.ts";
import { accepts, withConstant } from "./wiring.ts";

/** Values that no attribute of a type takes, and whole numbers that no axis is. */
const WRONG: readonly unknown[] = ["one", 0.5, true, { a: 1 }, null, [0.5]];
const FAR: readonly unknown[] = [9, -9, [9], [-9], [0, 0]];

/** Requests that have no answer: shapes that do not fit, attributes, indices, numbers of inputs, directions. */
export function errors(op: Op): Draft[] {
  const form = formWhere(op, "errors", ({ shapes }) => shapes[0]!.length > 0)!;
  return [...shapes(op), ...attributes(form), ...indices(form), ...arities(form), ...directions(form)];
}

type About = Pick<Draft, "id" | "flags" | "comment">;

/** A request for the values alone. */
function errorOf(about: About, call: Call, more: Partial<Draft> = {}): Draft {
  return { ...about, program: programOf(call), inputs: call.inputs, ...more, ask: "error" };
}

function throws(run: () => unknown): boolean {
  try {
    run();
    return false;
  } catch {
    return true;
  }
}

/** Each input with one of its dimensions too long, or with one more in front, where the op refuses that. */
function shapes(op: Op): Draft[] {
  const form = formWhere(op, "errors-shape", ({ shapes }) => shapes.every((shape) => shape.some((d) => d > 1)));
  if (form === null) return [];
  const changes: readonly (readonly [string, (shape: Shape) => Shape])[] = [
    ["long", (shape) => shape.map((d, i) => (i === shape.length - 1 ? d + 2 : d))],
    ["deep", (shape) => [...shape.map(() => 1), 7, ...shape]],
    ["scalar", () => []],
  ];
  return inputNames(op, form.shapes.length).flatMap((name, n) =>
    changes.flatMap(([word, change]) => {
      const id = `error-shape-${word}-${name}`;
      const changed = { ...form, shapes: form.shapes.map((shape, i) => (i === n ? change(shape) : shape)) };
      if (!throws(() => op.shape(changed.shapes, form.attrs))) return [];
      const about = { id, flags: ["throws-shape"] as const, comment: `${name} of a shape that does not fit` };
      return [errorOf(about, callOf(changed, new Elements("grid", op.name, id)))];
    }),
  );
}

/** An attribute that there is not, each one of the wrong type, outside of the shape, and left out where it must be given. */
function attributes(form: Form): Draft[] {
  const { op, shapes } = form;
  const call = callOf(form, new Elements("grid", op.name, "errors"));
  const wrong = (id: string, comment: string, attrs: object): Draft =>
    errorOf({ id, flags: ["throws-attribute"], comment }, { ...call, attrs });
  const drafts = [wrong("error-attribute-unknown", "an attribute that there is not", { ...call.attrs, axes_: 0 })];
  for (const [name, attr] of Object.entries<{ accepts: (value: unknown) => boolean; fallback: unknown }>({
    ...op.attrs,
  })) {
    const ill = WRONG.find((value) => !attr.accepts(value));
    drafts.push(wrong(`error-attribute-${name}-type`, `${name} of the wrong type`, { ...call.attrs, [name]: ill }));
    if (attr.fallback === undefined) {
      const rest = Object.fromEntries(Object.entries(call.attrs).filter(([other]) => other !== name));
      drafts.push(wrong(`error-attribute-${name}-missing`, `${name} left out`, rest));
    }
    for (const value of FAR) {
      const attrs = { ...call.attrs, [name]: value };
      if (!attr.accepts(value) || !throws(() => op.shape(shapes, attrs))) continue;
      drafts.push(wrong(`error-attribute-${name}-${JSON.stringify(value)}`, `${name} outside of the shape`, attrs));
    }
  }
  return drafts;
}

/** Data in whole numbers that lies outside, or is not whole, where the op refuses that. */
function indices(form: Form): Draft[] {
  const { op } = form;
  return op.inputs.flatMap((name, n) => {
    if (!op.face!.domain.inputs[name]!.whole || isActive(op, n)) return [];
    return [99, -99, 0.5, NaN]
      .filter((value) => !accepts(form, n, value))
      .map((value) => {
        const id = `error-index-${name}-${String(value)}`;
        const about = { id, flags: ["throws-index"] as const, comment: `${name} of ${String(value)}` };
        return errorOf(about, withConstant(form, n, value, new Elements("grid", op.name, id)));
      });
  });
}

/** One input too few, and one too many. */
function arities(form: Form): Draft[] {
  const call = callOf({ ...form, shapes: form.shapes.slice(0, form.op.inputs.length) }, new Elements("grid", "errors"));
  const names = Object.keys(call.inputs);
  const with_ = (id: string, comment: string, inputs: readonly string[]): Draft => {
    const program = programOf(call);
    const steps = program.steps.map((step) => ({ ...step, in: inputs }));
    return errorOf({ id, flags: ["throws-arity"], comment }, call, { program: { ...program, steps } });
  };
  return [
    with_("error-inputs-missing", "an input too few", names.slice(1)),
    ...(form.op.variadic ? [] : [with_("error-inputs-more", "an input too many", [...names, names[0]!])]),
  ];
}

/** A cotangent that is missing or has another shape, and such a tangent. */
function directions(form: Form): Draft[] {
  const { op } = form;
  const shaped = formWhere(op, "errors-direction", ({ shapes, attrs }) => op.shape(shapes, attrs).some((d) => d > 1));
  if (shaped === null) return [];
  const call = callOf(shaped, new Elements("grid", op.name, "errors-direction"));
  const wrt = wrtOf(call);
  const other = zeros([7, 5]);
  return [
    errorOf(direction("error-cotangent-missing", "no cotangent, and the output is no scalar"), call, { wrt }),
    errorOf(direction("error-cotangent-shape", "a cotangent of another shape"), call, {
      wrt,
      cotangents: { out: other },
    }),
    errorOf(direction("error-tangent-shape", "a tangent of another shape"), call, { tangents: { [wrt[0]!]: other } }),
  ];
}

function direction(id: string, comment: string): About {
  return { id, flags: ["throws-direction"], comment };
}

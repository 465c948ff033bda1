import type { Tensor } from "../../../tensor/tensor.ts";
import { planOf, type Plan } from "../plan.ts";
import type { Printable } from "../printable.ts";
import type { Dialect } from "./dialect.ts";
import { partOf } from "./part.ts";
import type { Question } from "./question.ts";

/** A remark stands behind what it is about where the line stays this short. */
const WIDTH = 120;

/** What a program shows, and the lines before. */
interface Body {
  readonly lines: readonly string[];
  readonly shown: string;
}

/**
 * A short program that runs by itself and shows one answer: a line for each array, one for the function, one that shows.
 *
 * Derivatives along tangents t need no forward mode: the derivative of a gradient ∇s along t is ∇⟨∇s, t⟩, as second
 * derivatives are symmetric, and this is the gradient of ∇s with the cotangent t.
 *
 * @throws UnsupportedError for an op that the library does not have; GradientError where cotangents are missing.
 */
export function printRepro(c: Printable, question: Question, dialect: Dialect): string {
  const { order } = question;
  const plan = planOf(partOf(c, question), order === 0 ? "value" : "hvp", dialect.language, true);
  const { lines, shown } = order === 0 ? value(plan, dialect) : derivative(plan, question, dialect);
  const last = dialect.show(shown, question.shown);
  const remark = `${dialect.comment} ${question.remark}`;
  return [
    ...dialect.head,
    ...plan.inputs.map(({ id, value: x }) => dialect.constant(id, dialect.language.tensor(x))),
    ...lines,
    ...(last.length + remark.length < WIDTH ? [`${last} ${remark}`] : [remark, last]),
    "",
  ].join("\n");
}

function value({ steps, outputs }: Plan, dialect: Dialect): Body {
  const [only, ...more] = steps;
  if (only !== undefined && more.length === 0) return { lines: [], shown: only.text };
  return { lines: steps.map(({ id, text }) => dialect.constant(id, text)), shown: outputs[0]!.id };
}

function derivative(plan: Plan, { order, full = false }: Question, dialect: Dialect): Body {
  const { ids, leaves } = plan;
  const parameters = leaves.map(({ id }) => id);
  const of = leaves.find(({ wrt }) => wrt)!.id;
  const moving = leaves.filter(({ moves }) => moves);
  let f = ids.fresh("f");
  const lines = [...functionLines(plan, f, parameters, dialect)];
  /** The identifier of a cotangent, or of weights; null where it need not be written. */
  const constant = (name: string, x: Tensor): string | null => {
    if (!full && dialect.isImplied(x)) return null;
    const id = ids.fresh(name);
    lines.push(dialect.constant(id, dialect.language.tensor(x)));
    return id;
  };
  /** What is differentiated as a function of some of its parameters. */
  const by = (xs: readonly string[]): string =>
    xs.length === parameters.length ? f : dialect.lambda(xs, `${f}(${parameters.join(", ")})`);
  const pull = (x: string, g: string | null): string =>
    g === null ? `${dialect.grad(by([x]))}(${x})` : dialect.pull(by([x]), x, g);
  let g = plan.outputs.length === 1 ? constant("dy", plan.outputs[0]!.cotangent) : null;
  if (order > 1) {
    const [first, ...more] = moving;
    const xs = moving.map(({ id }) => id);
    const t = more.length === 0 ? constant("t", first!.tangent) : ids.fresh("t");
    if (more.length > 0)
      lines.push(dialect.constant(t!, dialect.list(moving.map(({ tangent }) => dialect.language.tensor(tangent)))));
    for (let k = 1; k < order; k++) {
      if (g === null && more.length === 0 && parameters.length === 1) f = dialect.grad(f);
      else {
        const slope = more.length === 0 ? pull(first!.id, g) : dialect.slope(by(xs), xs, g, t!);
        f = ids.fresh(`d${String(k)}`);
        lines.push(dialect.constant(f, dialect.lambda(parameters, slope)));
      }
      g = more.length === 0 ? t : null;
    }
  }
  return { lines, shown: pull(of, g) };
}

/** The outputs as a function of the inputs that are differentiated; several are weighted by their cotangents and added. */
function functionLines(plan: Plan, f: string, parameters: readonly string[], dialect: Dialect): readonly string[] {
  const { steps, outputs } = plan;
  const result =
    outputs.length === 1
      ? outputs[0]!.id
      : dialect.weighted(outputs.map(({ id, cotangent }) => [id, dialect.language.tensor(cotangent)] as const));
  const [only, ...more] = steps;
  const whole = only === undefined ? result : more.length === 0 && result === only.id ? only.text : null;
  return whole === null
    ? dialect.define(f, parameters, steps, result)
    : [dialect.constant(f, dialect.lambda(parameters, whole))];
}

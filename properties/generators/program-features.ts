import { sameShape } from "../../src/base/shape.ts";
import type { Case } from "../../src/checks/case.ts";
import { worksByElement } from "../../src/op/op.ts";
import { families } from "../../src/ops/families.ts";
import { inferShapes, opNamed, type Step } from "../../src/program/program.ts";

/** What a program may show that single ops do not, and whether it does. */
export type Features = Readonly<Record<(typeof FEATURES)[number], boolean>>;

/** The names of {@link Features}. */
export const FEATURES = [
  "a value used twice",
  "one input twice",
  "broadcasting",
  "a reduction",
  "computed indices",
  "a branch on a computed condition",
  "an input that is not used",
  "a constant",
  "an output that is an input",
  "several inputs",
  "several outputs",
  "an output used further",
  "a step on the result of another",
  "more than 5 steps",
] as const;

/** Which features a case shows. */
export function featuresOf({ program, inputs, wrt }: Case): Features {
  const { steps, outputs } = program;
  const shapes = inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
  const uses = steps.flatMap((step) => [...new Set(step.in)]);
  const used = new Set(uses);
  const computed = new Set(steps.map(({ out }) => out));
  const has = (test: (step: Step) => boolean): boolean => steps.some(test);
  return {
    "a value used twice": uses.length > used.size,
    "one input twice": has((step) => new Set(step.in).size < step.in.length),
    broadcasting: has(
      (step) =>
        worksByElement(opNamed(step.op)) &&
        step.in.some((name) => !sameShape(shapes.get(name)!, shapes.get(step.out)!)),
    ),
    "a reduction": has(({ op }) => families[op] === "reduction"),
    "computed indices": has((step) => step.op !== "where" && lookedUpBy(step).some((name) => computed.has(name))),
    "a branch on a computed condition": has(
      (step) => step.op === "where" && lookedUpBy(step).some((name) => computed.has(name)),
    ),
    "an input that is not used": program.inputs.some((name) => !used.has(name)),
    "a constant": program.inputs.some((name) => !wrt.includes(name)),
    "an output that is an input": outputs.some((name) => !computed.has(name)),
    "several inputs": program.inputs.length > 1,
    "several outputs": outputs.length > 1,
    "an output used further": outputs.some((name) => computed.has(name) && used.has(name)),
    "a step on the result of another": has((step) => step.in.some((name) => computed.has(name))),
    "more than 5 steps": steps.length > 5,
  };
}

/** The operands of a step that are indices or a condition. */
function lookedUpBy(step: Step): string[] {
  const { kind, active, face, inputs: names } = opNamed(step.op);
  if (kind === "constant") return [];
  return step.in.filter((_, i) => names[i] !== undefined && !active[i] && face!.domain.inputs[names[i]]!.whole);
}

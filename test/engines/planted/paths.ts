import { valueOf } from "../../../src/engine/variable.ts";
import { cotangent } from "../../../src/oracles/cotangent.ts";
import type { Arrays, Engine, ValueRequest } from "../../../src/oracles/engine.ts";
import type { Step } from "../../../src/program/program.ts";
import { runProgram } from "../../../src/program/run.ts";
import type { Planted } from "./planted.ts";

/** Whether a use of a value is held fixed, so that no gradient goes back through it. */
type Held = (step: Step, place: number, before: number) => boolean;

/** Our own engine under another name, in whose gradients some uses of values do not count. */
function without(held: Held): Engine {
  const own = cotangent("test");
  const holding = <R extends ValueRequest>(request: R): R => ({ ...request, ...holdingUses(request, held) });
  return {
    ...own,
    description: { ...own.description, engine: "toy", methods: ["value", "vjp", "hvp"] },
    vjp: (r) => own.vjp(holding(r)),
    hvp: (r) => own.hvp(holding(r)),
  };
}

/** The same values, with the uses that are held read from inputs of their own. */
function holdingUses({ program, inputs }: ValueRequest, held: Held): ValueRequest {
  const names = [...program.inputs, ...program.steps.map(({ out }) => out)];
  const values = runProgram({ ...program, outputs: names }, inputs).map(valueOf);
  const uses = new Map<string, number>();
  const added: Record<string, Arrays[string]> = {};
  const steps = program.steps.map((step) => ({
    ...step,
    in: step.in.map((name, place) => {
      const before = uses.get(name) ?? 0;
      uses.set(name, before + 1);
      if (!held(step, place, before)) return name;
      const own = `${name} held ${String(before)}`;
      added[own] = values[names.indexOf(name)]!;
      return own;
    }),
  }));
  return {
    program: { ...program, inputs: [...program.inputs, ...Object.keys(added)], steps },
    inputs: { ...inputs, ...added },
  };
}

/** Gradients that do not go all the ways that lead from an input to an output. */
export const paths: readonly Planted[] = [
  {
    name: "fan-out overwritten instead of added up",
    make: () => without((_, __, before) => before > 0),
    op: "program",
    kind: "wrong-gradient",
    order: 1,
    says: /only one of the uses of ".*" counts|right is/,
    cases: 24,
  },
  {
    name: "the same input twice counted once",
    make: () => without(({ in: names }, place) => names.indexOf(names[place]!) < place),
    op: "multiply",
    kind: "wrong-gradient",
    order: 1,
    says: /only one of the uses of ".*" counts|right is/,
  },
];

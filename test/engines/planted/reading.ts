import { interpreted, Variable, valueOf, type Interpretation, type Value } from "../../../src/engine/variable.ts";
import type { EngineKit, Op, Point } from "../../../src/op/op.ts";
import { answer, cotangent, derivativeAlong, modesOf, traceProgram } from "../../../src/oracles/cotangent.ts";
import type { Arrays, Engine, HvpRequest, ValueRequest } from "../../../src/oracles/engine.ts";
import { runProgram } from "../../../src/program/run.ts";
import type { Precision } from "../../../src/base/ulp.ts";
import type { Tensor } from "../../../src/tensor/tensor.ts";
import { push } from "../../../src/transforms/trace.ts";

/** Our own engine under another name, in which each op is computed, and differentiated, as `by` says. */
export function reading(by: Interpretation, precision: Precision = "float64"): Engine {
  const read = <T>(compute: () => T): Promise<T> => answer(() => interpreted(by, compute));
  const own = cotangent("test");
  const outputsOf = ({ program, inputs }: ValueRequest): Arrays =>
    named(program.outputs, runProgram(program, variables(inputs)));
  const along = (request: HvpRequest, order: number): Arrays =>
    named(request.wrt, derivativeAlong(request, variables(request.inputs), modesOf(order, "forward")));
  return {
    ...own,
    description: { ...own.description, engine: "toy", precision, methods: METHODS },
    value: (r) => read(() => ({ outputs: outputsOf(r) })),
    vjp: (r) => read(() => ({ outputs: outputsOf(r), gradients: along({ ...r, tangents: {} }, 1) })),
    jvp: (r) =>
      read(() => {
        const t = traceProgram(r.program, variables(r.inputs), Object.keys(r.tangents));
        return { outputs: outputsOf(r), tangents: named(r.program.outputs, push(t, Object.values(r.tangents), false)) };
      }),
    hvp: (r) => read(() => ({ outputs: outputsOf(r), gradients: along(r, 1), products: along(r, 2) })),
    derivative: (r) => read(() => ({ outputs: outputsOf(r), products: along(r, r.order) })),
  };
}

const METHODS: Engine["description"]["methods"] = ["value", "vjp", "jvp", "hvp", "derivative"];

/** All inputs recorded, so that no step is computed unread, not even one of a derivative. */
function variables(inputs: Arrays): Readonly<Record<string, Variable>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, new Variable(x, null, [], {})]));
}

function named(names: readonly string[], values: readonly Value[]): Arrays {
  return Object.fromEntries(names.map((name, i) => [name, valueOf(values[i]!)]));
}

/** Attributes, by name. */
export type Given = Readonly<Record<string, unknown>>;
/** A reverse rule, on values that may be recorded. */
export type Rule = (kit: EngineKit<Value>, at: Point<Value>, g: Value, attrs: Given) => Value;
/** What is made of a right rule. */
export type Fault = (right: Rule) => Rule;

/** The engine with the reverse rules of some ops replaced. */
export function withRules(faults: Readonly<Record<string, Fault>>): Engine {
  const wrong = new Map<string, Op>();
  return reading((op, inputs, attrs) => {
    const fault = faults[op.name] ?? faults["*"];
    if (fault !== undefined && !wrong.has(op.name))
      wrong.set(op.name, { ...op, vjp: fault(op.vjp.bind(op)) as Op["vjp"] });
    return { out: op.run(inputs, attrs), as: wrong.get(op.name) ?? op };
  });
}

/** The engine with the forward rules of some ops scaled. */
export function withTangents(factors: Readonly<Record<string, number>>): Engine {
  return reading((op, inputs, attrs) => {
    const by = factors[op.name];
    if (by === undefined) return { out: op.run(inputs, attrs), as: op };
    const jvp: Op["jvp"] = (kit, at, tangents, given) => {
      const d = op.jvp(kit, at, tangents, given);
      return d === null ? null : kit.mul(d, by);
    };
    return { out: op.run(inputs, attrs), as: { ...op, jvp } };
  });
}

/** The engine with the results of some ops replaced. */
export function withValues(
  faults: Readonly<Record<string, (out: Tensor, inputs: readonly Tensor[], attrs: Given) => Tensor>>,
): Engine {
  return reading((op, inputs, attrs) => {
    const out = op.run(inputs, attrs);
    return { out: faults[op.name]?.(out, inputs, attrs as Given) ?? out, as: op };
  });
}

import { InputError } from "../base/errors.ts";
import { Variable, type Value } from "../engine/variable.ts";
import { Tensor } from "../tensor/tensor.ts";
import { trace } from "../transforms/trace.ts";
import { opNamed, type Program, type Step } from "./program.ts";

/** A program and the tensors it runs on. */
export interface Recorded {
  readonly program: Program;
  /** The given inputs, and the constants that the function brought along (`c1`, `c2`, …). */
  readonly inputs: Readonly<Record<string, Tensor>>;
}

/**
 * Builds a program from a function by recording what it does with variables.
 *
 * @param f from named inputs to named outputs.
 * @param inputs tensors by name; what the function does may depend on their shapes.
 * @throws InputError when a name clashes with those that recording gives (`v1`, `c1`, …) or an output is no tensor.
 * @example
 * const { program } = recordProgram(({ x }) => ({ y: ops.tanh(x) }), { x: tensor([1, 2]) });
 */
export function recordProgram<In extends Readonly<Record<string, Tensor>>>(
  f: (inputs: { readonly [K in keyof In]: Variable }) => Readonly<Record<string, Value>>,
  inputs: In,
): Recorded {
  const names = Object.keys(inputs);
  let named: Readonly<Record<string, Value>> = {};
  const t = trace((...leaves) => {
    const given = Object.fromEntries(names.map((name, i) => [name, leaves[i]!]));
    named = f(given as { readonly [K in keyof In]: Variable });
    return Object.values(named);
  }, Object.values(inputs));
  const known = new Map<Value, string>(t.leaves.map((leaf, i) => [leaf, names[i]!]));
  const wanted = new Map(Object.entries(named).map(([name, value]) => [value, name]));
  const constants: Record<string, Tensor> = {};
  const steps: Step[] = [];
  const nameOf = (x: Value): string => {
    const old = known.get(x);
    if (old !== undefined) return old;
    if (x instanceof Tensor || x.op === null) {
      const name = `c${String(Object.keys(constants).length + 1)}`;
      constants[name] = x instanceof Tensor ? x : x.value;
      known.set(x, name);
      return name;
    }
    throw new InputError("recordProgram: the function uses a variable that it did not compute from its inputs");
  };
  for (const node of history(t.outputs, new Set<Value>(t.leaves))) {
    const step = {
      op: opNamed(node.op!.name).name,
      in: node.inputs.map(nameOf),
      attrs: node.attrs as Step["attrs"] & object,
    };
    const out = wanted.get(node) ?? `v${String(steps.length + 1)}`;
    known.set(node, out);
    steps.push(Object.keys(node.attrs).length === 0 ? { out, op: step.op, in: step.in } : { out, ...step });
  }
  const outputs = Object.values(named).map(nameOf);
  Object.keys(named).forEach((name, i) => {
    if (outputs[i] !== name)
      throw new InputError(
        `recordProgram: output "${name}" is the value "${String(outputs[i])}" itself; a value has one name, so give it that`,
      );
  });
  const all = [...names, ...Object.keys(constants), ...steps.map((step) => step.out)];
  if (new Set(all).size !== all.length)
    throw new InputError(`recordProgram: two values have one name among ${all.join(", ")}; rename an input or output`);
  return {
    program: { inputs: [...names, ...Object.keys(constants)], steps, outputs },
    inputs: { ...inputs, ...constants },
  };
}

/** The op nodes behind the outputs, inputs before results. */
function history(outputs: readonly Value[], leaves: ReadonlySet<Value>): Variable[] {
  const seen = new Set<Variable>();
  const stack = [...outputs];
  for (let x = stack.pop(); x !== undefined; x = stack.pop()) {
    if (!(x instanceof Variable) || leaves.has(x) || x.op === null || seen.has(x)) continue;
    seen.add(x);
    stack.push(...x.inputs);
  }
  return [...seen].toSorted((a, b) => a.id - b.id);
}

import { GradientError, InputError, UnsupportedError } from "../../base/errors.ts";
import { formatShape, sizeOf, type Shape } from "../../base/shape.ts";
import type { Call } from "../../op/counterparts.ts";
import { Tensor, zeros } from "../../tensor/tensor.ts";
import { attrsOf, inferShapes, opNamed, type Program, type Step } from "../program.ts";
import { connectionsOf } from "./connections.ts";
import { Identifiers } from "./identifiers.ts";
import { expression, textOf, type Language } from "./language.ts";
import type { Mode, Printable } from "./printable.ts";

/** A value of the program under its identifier. */
export interface Named {
  readonly id: string;
}

/** An input that is differentiated by. */
export interface Leaf extends Named {
  /** Whether its gradient is asked for. */
  readonly wrt: boolean;
  /** Whether it leads to an output. The libraries that keep a tape throw where it does not. */
  readonly leads: boolean;
  /** Identifiers of its gradient and of the derivative of this along the tangents. */
  readonly gradient: string;
  readonly product: string;
  /** Whether a tangent of it was given; otherwise it is zero. */
  readonly moves: boolean;
  readonly tangent: Tensor;
}

/** An output. */
export interface Output extends Named {
  /** Another identifier for it where it is an input too, for languages in which a name is given once. */
  readonly alias: string;
  /** Whether an input that is differentiated leads to it. */
  readonly leads: boolean;
  readonly cotangent: Tensor;
}

/** A program that is ready to be laid out in a language. */
export interface Plan {
  /** For names beside the program's own. */
  readonly ids: Identifiers;
  readonly inputs: readonly (Named & { readonly value: Tensor })[];
  readonly steps: readonly (Named & { readonly text: string })[];
  readonly outputs: readonly Output[];
  readonly leaves: readonly Leaf[];
}

/**
 * Names everything and prints the steps.
 *
 * @param throughConstant whether an op whose derivative is zero everywhere connects its inputs with its result.
 * @throws UnsupportedError for an op that the language's library does not have; GradientError for missing cotangents.
 */
export function planOf(c: Printable, mode: Mode, language: Language, throughConstant: boolean): Plan {
  const { program, inputs, wrt, tangents = {} } = c;
  const shapes = inferShapes(
    program,
    Object.fromEntries(Object.entries(inputs).map(([name, { shape }]) => [name, shape])),
  );
  const ids = new Identifiers(language.reserved);
  const idOf = new Map(
    [...program.inputs, ...program.steps.map(({ out }) => out)].map((name) => [name, ids.fresh(name)]),
  );
  const along = mode === "hvp" ? Object.keys(tangents) : [];
  const leaves = mode === "value" ? [] : [...new Set([...wrt, ...along])];
  for (const name of leaves)
    if (!program.inputs.includes(name)) throw new InputError(`the program has no input "${name}" to differentiate by`);
  const behind = connectionsOf(program, throughConstant);
  const cotangents = mode === "value" ? {} : cotangentsOf(program, shapes, c.cotangents);
  return {
    ids,
    inputs: program.inputs.map((name) => ({ id: idOf.get(name)!, value: inputs[name]! })),
    steps: program.steps.map((step) => ({ id: idOf.get(step.out)!, text: stepText(step, shapes, idOf, language) })),
    outputs: [...new Set(program.outputs)].map((name) => ({
      id: idOf.get(name)!,
      alias: program.inputs.includes(name) ? ids.fresh(name) : idOf.get(name)!,
      leads: leaves.some((leaf) => behind.get(name)!.has(leaf)),
      cotangent: cotangents[name] ?? zeros(shapes.get(name)!),
    })),
    leaves: leaves.map((name) => ({
      id: idOf.get(name)!,
      wrt: wrt.includes(name),
      leads: program.outputs.some((output) => behind.get(output)!.has(name)),
      gradient: ids.fresh(`d${idOf.get(name)!}`),
      product: ids.fresh(`h${idOf.get(name)!}`),
      moves: along.includes(name),
      tangent: tangents[name] ?? zeros(shapes.get(name)!),
    })),
  };
}

function stepText(
  step: Step,
  shapes: ReadonlyMap<string, Shape>,
  idOf: ReadonlyMap<string, string>,
  language: Language,
): string {
  const counterpart = opNamed(step.op).face?.counterparts[language.library];
  if (typeof counterpart !== "function")
    throw new UnsupportedError(
      `${language.library} has no ${step.op}${counterpart === undefined ? "" : `: ${counterpart.none}`}`,
    );
  const call: Call = (name, ...args) => expression(language.call(name, args));
  const site = {
    inputs: step.in.map((name) => expression(idOf.get(name)!)),
    shapes: step.in.map((name) => shapes.get(name)!),
    shape: shapes.get(step.out)!,
  };
  return textOf(counterpart(call, site, attrsOf(step)));
}

function cotangentsOf(
  { outputs }: Program,
  shapes: ReadonlyMap<string, Shape>,
  given: Printable["cotangents"],
): Readonly<Record<string, Tensor>> {
  if (given !== undefined) return given;
  const [name] = outputs;
  const shape = shapes.get(name!)!;
  if (outputs.length === 1 && sizeOf(shape) === 1) return { [name!]: new Tensor(shape, Float64Array.of(1)) };
  throw new GradientError(
    `cotangents: grad can be implicitly created only for scalar outputs; give one for ${outputs.map((output) => `"${output}" of shape ${formatShape(shapes.get(output)!)}`).join(", ")}`,
  );
}

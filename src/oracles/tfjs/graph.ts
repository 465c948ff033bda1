import type { Tensor } from "@tensorflow/tfjs-core";
import { CotangentError, UnsupportedError } from "../../base/errors.ts";
import type { Shape } from "../../base/shape.ts";
import { ITEM, type Call, type CallSite, type Expression } from "../../op/counterparts.ts";
import { attrsOf, opNamed, type Program, type Step } from "../../program/program.ts";
import type { TensorFlow } from "./load.ts";

/** Computes every value of a program, by name, from those of its inputs. */
export type Graph = (inputs: ReadonlyMap<string, Tensor>) => ReadonlyMap<string, Tensor>;

/** A program as calls of TensorFlow.js, made once and run any number of times. */
export function graphOf(tf: TensorFlow, program: Program, shapes: ReadonlyMap<string, Shape>): Graph {
  const call: Call = (name, ...args) =>
    expression(name === ITEM ? itemOf(args[0], args[1]) : Reflect.apply(functionNamed(tf, name), undefined, args));
  const steps = program.steps.map((step) => stepOf(step, call, shapes));
  return (inputs) => {
    const values = new Map(inputs);
    for (const { out, run } of steps) {
      const result = run(values);
      // Not by `instanceof`: an op may hand on what it was given.
      if (!(result instanceof tf.Tensor)) throw new CotangentError(`"${out}": TensorFlow.js gave no tensor`);
      values.set(out, result);
    }
    return values;
  };
}

function stepOf(
  step: Step,
  call: Call,
  shapes: ReadonlyMap<string, Shape>,
): { readonly out: string; readonly run: (values: ReadonlyMap<string, Tensor>) => Expression } {
  const counterpart = opNamed(step.op).face?.counterparts.tfjs;
  if (typeof counterpart !== "function")
    throw new UnsupportedError(
      `TensorFlow.js has no ${step.op}${counterpart === undefined ? "" : `: ${counterpart.none}`}`,
    );
  const attrs = attrsOf(step);
  const site: Omit<CallSite, "inputs"> = {
    shapes: step.in.map((name) => shapes.get(name)!),
    shape: shapes.get(step.out)!,
  };
  return {
    out: step.out,
    run: (values) => counterpart(call, { ...site, inputs: step.in.map((name) => expression(values.get(name))) }, attrs),
  };
}

/** The function of a dotted name: `matMul`, `linalg.qr`. */
function functionNamed(tf: TensorFlow, name: string): (...args: readonly unknown[]) => unknown {
  let found: unknown = tf;
  for (const part of name.split("."))
    found = typeof found === "object" && found !== null ? (Reflect.get(found, part) as unknown) : undefined;
  if (isFunction(found)) return found;
  throw new UnsupportedError(`tf.${name} does not exist in TensorFlow.js ${tf.version_core}`);
}

/** One of several results, by its number or its name. */
function itemOf(results: unknown, which: unknown): unknown {
  if (typeof results === "object" && results !== null && (typeof which === "number" || typeof which === "string"))
    return Reflect.get(results, which);
  throw new CotangentError(`expected several results, got ${String(results)}`);
}

function isFunction(x: unknown): x is (...args: readonly unknown[]) => unknown {
  return typeof x === "function";
}

/** What a counterpart handles as an expression is, when it is run, a tensor (or several of them). */
function expression(x: unknown): Expression {
  if (isExpression(x)) return x;
  throw new CotangentError(`expected a tensor, got ${String(x)}`);
}

function isExpression(x: unknown): x is Expression {
  return typeof x === "object" && x !== null;
}

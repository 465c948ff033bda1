import type { Op } from "../src/op/op.ts";
import type { Program, Step } from "../src/program/program.ts";
import type { Tensor } from "../src/tensor/tensor.ts";
import type { Flag } from "./flags.ts";

/** Arrays by name. */
export type Arrays = Readonly<Record<string, Tensor>>;

/** A vector whose answer is not worked out yet. */
export interface Draft {
  /** Unique within its file; it stays the same when other vectors come and go. */
  readonly id: string;
  readonly flags: readonly [Flag, ...Flag[]];
  readonly comment: string;
  readonly program: Program;
  readonly inputs: Arrays;
  readonly wrt?: readonly string[];
  readonly cotangents?: Arrays;
  readonly tangents?: Arrays;
  /** What is expected: the outputs alone, every derivative too, or an error. */
  readonly ask: "values" | "derivatives" | "error";
}

/** One op on named inputs. */
export interface Call {
  readonly op: Op;
  readonly attrs: object;
  /** In the order of the op's inputs. */
  readonly inputs: Arrays;
}

/** The names of an op's inputs where there are `count` of them: those of the entry, the last of a variadic op numbered. */
export function inputNames(op: Op, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const base = op.inputs[placeOf(op, i)]!;
    return op.variadic ? `${base}${String(i + 1)}` : base;
  });
}

/** The place in the entry's lists of the input number `i`. */
function placeOf(op: Op, i: number): number {
  return Math.min(i, op.inputs.length - 1);
}

/** Whether the input number `i` is differentiated. Comparisons are too: their derivative is zero. */
export function isActive(op: Op, i: number): boolean {
  return op.kind === "constant" || op.active[placeOf(op, i)] === true;
}

/** The step that a call is. */
export function stepOf({ op, attrs }: Call, from: readonly string[]): Step {
  const given = Object.fromEntries(Object.entries(attrs));
  return { out: "out", op: op.name, in: from, ...(Object.keys(given).length === 0 ? {} : { attrs: given }) };
}

/** The program of one call. */
export function programOf(call: Call): Program {
  const inputs = Object.keys(call.inputs);
  return { inputs, steps: [stepOf(call, inputs)], outputs: ["out"] };
}

/** The inputs of a call that are differentiated. */
export function wrtOf({ op, inputs }: Call): readonly string[] {
  return Object.keys(inputs).filter((_, i) => isActive(op, i));
}

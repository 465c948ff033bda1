import type { Tensor } from "../../tensor/tensor.ts";
import type { Program } from "../program.ts";

/** What is printed: a program at its inputs, and the directions of its derivatives. */
export interface Printable {
  readonly program: Program;
  readonly inputs: Readonly<Record<string, Tensor>>;
  /** The inputs that are differentiated. */
  readonly wrt: readonly string[];
  /** By output; one that is left out is zero. All may be left out where the one output has one element: then it is 1. */
  readonly cotangents?: Readonly<Record<string, Tensor>>;
  /** By input; one that is left out is zero. */
  readonly tangents?: Readonly<Record<string, Tensor>>;
}

/** What the printed program computes: the outputs; their vjp too; the derivative of the vjp along the tangents too. */
export type Mode = "value" | "vjp" | "hvp";

/** What to print. */
export interface PrintOptions {
  readonly mode: Mode;
}

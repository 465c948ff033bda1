import type { Tensor } from "../../../tensor/tensor.ts";
import type { Language } from "../language.ts";
import type { Question } from "./question.ts";

/** How a library is asked for derivatives of functions, and how that is written. */
export interface Dialect {
  readonly language: Language;
  readonly head: readonly string[];
  /** What a remark starts with. */
  readonly comment: string;
  constant(id: string, text: string): string;
  lambda(parameters: readonly string[], result: string): string;
  /** A function of several steps. */
  define(name: string, parameters: readonly string[], steps: readonly Step[], result: string): readonly string[];
  /** Whether a cotangent need not be written: it is what the library takes where none is given. */
  isImplied(cotangent: Tensor): boolean;
  /** The function that is the gradient of a function of one input, for a cotangent that need not be written. */
  grad(f: string): string;
  /** The product of a cotangent with the derivative of a function of one input at `x`. */
  pull(f: string, x: string, cotangent: string): string;
  /** Σ ⟨gradient, weight⟩ over the inputs of a function; the cotangent is null where it need not be written. */
  slope(f: string, xs: readonly string[], cotangent: string | null, weights: string): string;
  list(items: readonly string[]): string;
  /** Σ ⟨array, weight⟩. */
  weighted(terms: readonly (readonly [array: string, weight: string])[]): string;
  show(array: string, shown: Question["shown"]): string;
}

/** A value under its identifier. */
interface Step {
  readonly id: string;
  readonly text: string;
}

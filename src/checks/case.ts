import type { Program } from "../program/program.ts";
import type { Arrays } from "../oracles/engine.ts";

/** A program, its inputs, and the directions of its derivatives: what every law is tried on. */
export interface Case {
  readonly program: Program;
  readonly inputs: Arrays;
  /** The inputs that are differentiated. */
  readonly wrt: readonly string[];
  /** One of each output. */
  readonly cotangents: Arrays;
  /** One of each input in `wrt`. */
  readonly tangents: Arrays;
}

import { UnsupportedError } from "../base/errors.ts";
import type { Precision } from "../base/ulp.ts";
import type { Program } from "../program/program.ts";
import type { Tensor } from "../tensor/tensor.ts";

/** Arrays by name. Every tensor here has a batch of 1. */
export type Arrays = Readonly<Record<string, Tensor>>;

/**
 * The methods of the engine protocol, apart from `describe`; `derivative` and `effects` are extensions of it, which an engine
 * need not know (docs/protocol.md).
 */
export type Method = "value" | "vjp" | "jvp" | "jacobian" | "hvp" | "derivative" | "effects";

/** What an engine says of itself. */
export interface Description {
  readonly engine: string;
  /** Its own version. */
  readonly version: string;
  /** What it stands on, where that is not plain from its name: `TensorFlow 2.21.0`. */
  readonly backend?: string;
  readonly precision: Precision;
  readonly methods: readonly Method[];
  /** The ops it has, by name. */
  readonly ops: readonly string[];
}

/** A program at its inputs. */
export interface ValueRequest {
  readonly program: Program;
  readonly inputs: Arrays;
}

/** What a derivative is asked of: the inputs that are differentiated. */
export interface JacobianRequest extends ValueRequest {
  readonly wrt: readonly string[];
}

/** `cotangents` by output; one may be left out only where the single output is a scalar. */
export interface VjpRequest extends JacobianRequest {
  readonly cotangents?: Arrays;
}

/** `tangents` by input; one that is left out is zero. */
export interface JvpRequest extends ValueRequest {
  readonly tangents: Arrays;
}

/** The derivative of a vjp along tangents. */
export interface HvpRequest extends VjpRequest {
  readonly tangents: Arrays;
}

/** What a vjp leaves behind in an engine that holds arrays of its own. */
export interface Effects {
  /** What it was computed from, as it is afterwards; what is gone is left out. */
  readonly inputs: Arrays;
  readonly cotangents: Arrays;
  /** How many arrays, and how many buffers, there are more than before, with the results let go. */
  readonly tensors: number;
  readonly buffers: number;
}

/** The derivative of a vjp along the same tangents, `order` − 1 times. */
export interface DerivativeRequest extends HvpRequest {
  /** 1 for the gradients themselves, 2 for what `hvp` gives, up to {@link HIGHEST_ORDER}. */
  readonly order: number;
}

/** The highest order of differentiation that engines are asked for. */
export const HIGHEST_ORDER = 4;

/**
 * Anything that evaluates and differentiates programs: our own engine, TensorFlow.js, an outside process. A method
 * that `describe().methods` does not name rejects with an UnsupportedError.
 */
export interface Engine {
  readonly description: Description;
  value(request: ValueRequest): Promise<{ readonly outputs: Arrays }>;
  vjp(request: VjpRequest): Promise<{ readonly outputs: Arrays; readonly gradients: Arrays }>;
  jvp(request: JvpRequest): Promise<{ readonly outputs: Arrays; readonly tangents: Arrays }>;
  jacobian(
    request: JacobianRequest,
  ): Promise<{ readonly outputs: Arrays; readonly jacobians: Readonly<Record<string, Arrays>> }>;
  hvp(
    request: HvpRequest,
  ): Promise<{ readonly outputs: Arrays; readonly gradients: Arrays; readonly products: Arrays }>;
  /** Computes a vjp and says what that leaves behind; engines that hold no arrays of their own do not have it. */
  effects?(request: VjpRequest): Promise<Effects>;
  /** May be left out by an engine that does not list it. */
  derivative?(request: DerivativeRequest): Promise<{ readonly outputs: Arrays; readonly products: Arrays }>;
  /**
   * Starts it anew, with memory of its own: of an engine whose kernels may spoil what later ones compute with, so that what it
   * answers first tells whether a failure is its own.
   */
  readonly renew?: () => Promise<void>;
  /** Ends it; a process is let go. */
  close(): Promise<void>;
}

/** Asks an engine for a derivative; one that does not have it refuses. */
export async function derivativeOf(
  engine: Engine,
  request: DerivativeRequest,
): Promise<{ readonly outputs: Arrays; readonly products: Arrays }> {
  const answered = engine.derivative?.(request);
  if (answered === undefined) throw new UnsupportedError(`${engine.description.engine} has no derivative`);
  return answered;
}

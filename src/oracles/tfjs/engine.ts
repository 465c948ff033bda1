import type { Description, Engine } from "../engine.ts";
import { UnsupportedError } from "../../base/errors.ts";
import { allOps } from "../../program/program.ts";
import type { Backend } from "./backend.ts";
import { derivativeOf, hvpOf, jacobianOf, valueOf, vjpOf } from "./derivatives.ts";
import { effectsOf } from "./effects.ts";
import { failure } from "./failure.ts";
import type { Loaded } from "./load.ts";
import { tidily } from "./memory.ts";

/** TensorFlow.js as an engine, in this process. */
export function tfjsEngine(backend: Backend, { tf, standsOn, renew }: Loaded): Engine {
  const description: Description = {
    engine: `tfjs-${backend}`,
    version: tf.version_core,
    backend: standsOn,
    precision: "float32",
    // TensorFlow.js has no forward mode.
    methods: ["value", "vjp", "jacobian", "hvp", "derivative", "effects"],
    ops: allOps.filter((op) => typeof op.face?.counterparts.tfjs === "function").map((op) => op.name),
  };

  let trapped = false;

  /** Computes with nothing left behind in TensorFlow.js's memory, and in the protocol's words where that fails. */
  async function answer<T>(compute: () => T): Promise<T> {
    // A trap leaves the stack of a WebAssembly module as it was in the middle of a kernel: what comes after it on that
    // module may fail or be wrong, whatever op it is.
    if (trapped) await renew?.();
    trapped = false;
    try {
      return tidily(tf, compute);
    } catch (error) {
      trapped = error instanceof Error && error.name === "RuntimeError";
      throw failure(error);
    }
  }

  return {
    description,
    value: (request) => answer(() => valueOf(tf, request)),
    vjp: (request) => answer(() => vjpOf(tf, request)),
    jvp: () => Promise.reject(new UnsupportedError("TensorFlow.js has no forward mode")),
    jacobian: (request) => answer(() => jacobianOf(tf, request)),
    hvp: (request) => answer(() => hvpOf(tf, request)),
    derivative: (request) => answer(() => derivativeOf(tf, request)),
    effects: (request) => answer(() => effectsOf(tf, request)),
    close: () => Promise.resolve(),
  };
}

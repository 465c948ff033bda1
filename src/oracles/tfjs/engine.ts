import type { Description, Engine } from "../engine.ts";
import { UnsupportedError } from "../../base/errors.ts";
import { allOps } from "../../program/program.ts";
import type { Backend } from "./backend.ts";
import { jacobianOf, hvpOf, valueOf, vjpOf } from "./derivatives.ts";
import { failure } from "./failure.ts";
import type { Loaded } from "./load.ts";
import { tidily } from "./memory.ts";

/** TensorFlow.js as an engine, in this process. */
export function tfjsEngine(backend: Backend, { tf, standsOn }: Loaded): Engine {
  const description: Description = {
    engine: `tfjs-${backend}`,
    version: tf.version_core,
    backend: standsOn,
    precision: "float32",
    // TensorFlow.js has no forward mode.
    methods: ["value", "vjp", "jacobian", "hvp"],
    ops: allOps.filter((op) => typeof op.face?.counterparts.tfjs === "function").map((op) => op.name),
  };

  /** Computes with nothing left behind in TensorFlow.js's memory, and in the protocol's words where that fails. */
  async function answer<T>(compute: () => T): Promise<T> {
    return new Promise((resolve) => {
      try {
        resolve(tidily(tf, compute));
      } catch (error) {
        throw failure(error);
      }
    });
  }

  return {
    description,
    value: (request) => answer(() => valueOf(tf, request)),
    vjp: (request) => answer(() => vjpOf(tf, request)),
    jvp: () => Promise.reject(new UnsupportedError("TensorFlow.js has no forward mode")),
    jacobian: (request) => answer(() => jacobianOf(tf, request)),
    hvp: (request) => answer(() => hvpOf(tf, request)),
    close: () => Promise.resolve(),
  };
}

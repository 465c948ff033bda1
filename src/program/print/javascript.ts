import { sizeOf } from "../../base/shape.ts";
import { ITEM } from "../../op/counterparts.ts";
import { Code, nested, type Language } from "./language.ts";

/** The TensorFlow.js backends that a printed program can run on. */
export type TfjsEngine = "tfjs-cpu" | "tfjs-wasm" | "tfjs-node";

interface Head {
  readonly imports: readonly string[];
  readonly setUp: readonly string[];
}

// `@tensorflow/tfjs-core` alone has no gradients in Node; the whole package has them, and the pure JavaScript backend.
/** What a module for a backend begins with. */
export const heads: Readonly<Record<TfjsEngine, Head>> = {
  "tfjs-cpu": { imports: ['import * as tf from "@tensorflow/tfjs";'], setUp: ['await tf.setBackend("cpu");'] },
  "tfjs-wasm": {
    imports: ['import * as tf from "@tensorflow/tfjs";', 'import "@tensorflow/tfjs-backend-wasm";'],
    setUp: ['await tf.setBackend("wasm");'],
  },
  "tfjs-node": { imports: ['import tf from "@tensorflow/tfjs-node";'], setUp: [] },
};

/** JavaScript that calls TensorFlow.js as `tf`. */
export const javascript: Language = {
  library: "tfjs",
  reserved:
    `tf console arguments await break case catch class const continue debugger default delete do else enum eval export
    extends false finally for function if implements import in instanceof interface let new null package private protected
    public return static super switch this throw true try typeof undefined var void while with yield NaN Infinity
    __proto__`.split(/\s+/),
  call: (name, args) =>
    name === ITEM
      ? `${literal(args[0])}${typeof args[1] === "string" ? `.${args[1]}` : `[${literal(args[1])}]`}`
      : `tf.${name}(${args.map(literal).join(", ")})`,
  tensor: (x) => {
    if (sizeOf(x.shape) === 0) return `tf.zeros(${literal(x.shape)})`;
    return `${x.shape.length === 0 ? "tf.scalar" : "tf.tensor"}(${nested(x, literal)})`;
  },
};

function literal(x: unknown): string {
  if (x instanceof Code) return x.text;
  if (Array.isArray(x)) return `[${x.map(literal).join(", ")}]`;
  if (typeof x === "string") return JSON.stringify(x);
  if (typeof x === "object" && x !== null)
    return `{ ${Object.entries(x)
      .map(([key, value]) => `${key}: ${literal(value)}`)
      .join(", ")} }`;
  return Object.is(x, -0) ? "-0" : String(x);
}

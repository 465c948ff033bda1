import { sizeOf } from "../../base/shape.ts";
import { ITEM } from "../../op/counterparts.ts";
import { Code, nested, type Language } from "./language.ts";

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

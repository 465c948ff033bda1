import { sizeOf } from "../../base/shape.ts";
import { FUNCTION, ITEM } from "../../op/counterparts.ts";
import { Code, nested, type Language } from "./language.ts";

/** Python that calls PyTorch. */
export const torch: Language = python("torch", "torch", "tensor");

/** Python that calls JAX. */
export const jax: Language = python("jax", "jnp", "array");

/** Python that makes arrays with `module` (`torch`, `jnp`), whose function for it is `array`. */
function python(library: "torch" | "jax", module: string, array: string): Language {
  return {
    library,
    reserved:
      `torch jax jnp print tuple slice float lambda False None True and as assert async await break class continue
      def del elif else except finally for from global if import in is nonlocal not or pass raise return try while with
      yield __debug__`.split(/\s+/),
    call: (name, args) =>
      // Python's own ways to write it; results that have names are named tuples.
      name === FUNCTION
        ? String(args[0])
        : name === ITEM && typeof args[1] === "string"
          ? `${literal(args[0])}.${args[1]}`
          : name === "operator.getitem" || name === ITEM
            ? `${literal(args[0])}[${literal(args[1])}]`
            : `${name}(${args.map((arg, i) => argument(arg, i === args.length - 1)).join(", ")})`,
    tensor: (x) => {
      if (sizeOf(x.shape) === 0) return `${module}.zeros(${literal(x.shape)})`;
      return `${module}.${array}(${nested(x, real)})`;
    },
  };
}

/** A plain object at the end is the keyword arguments. */
function argument(x: unknown, last: boolean): string {
  if (!last || typeof x !== "object" || x === null || Array.isArray(x) || x instanceof Code) return literal(x);
  return Object.entries(x)
    .map(([key, value]) => `${key}=${literal(value)}`)
    .join(", ");
}

function literal(x: unknown): string {
  if (x instanceof Code) return x.text;
  // A tuple, which is taken for axes, shapes and lists of arrays alike; JAX refuses a list of axes.
  if (Array.isArray(x)) return x.length === 1 ? `(${literal(x[0])},)` : `(${x.map(literal).join(", ")})`;
  // A whole number is one, −0 among them: an axis, a size.
  if (typeof x === "number") return Number.isInteger(x) ? String(x) : real(x);
  if (typeof x === "boolean") return x ? "True" : "False";
  if (typeof x === "string") return JSON.stringify(x);
  if (typeof x === "object" && x !== null)
    return `{${Object.entries(x)
      .map(([key, value]) => `${JSON.stringify(key)}: ${literal(value)}`)
      .join(", ")}}`;
  return "None";
}

/** A float, also where its value is a whole number. */
function real(x: number): string {
  if (Number.isNaN(x)) return 'float("nan")';
  if (!Number.isFinite(x)) return x > 0 ? 'float("inf")' : 'float("-inf")';
  if (Object.is(x, -0)) return "-0.0";
  const digits = String(x);
  return /[.e]/.test(digits) ? digits : `${digits}.0`;
}

/** A dict of arrays by name, as nested lists. */
export function lists(entries: readonly (readonly [key: string, array: string])[]): string {
  return `{${entries.map(([key, array]) => `"${key}": ${array}.tolist()`).join(", ")}}`;
}

/** The statement that prints everything. */
export function show(parts: readonly (readonly [name: string, dict: string])[]): string {
  return `print({${parts.map(([name, dict]) => `"${name}": ${dict}`).join(", ")}})`;
}

/** The elements of a tuple; the comma of a single one too. */
export function tuple(items: readonly string[]): string {
  return items.length === 1 ? `${items[0]!},` : items.join(", ");
}

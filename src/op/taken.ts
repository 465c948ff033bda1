import { InputError } from "../base/errors.ts";
import { resolveAttrs } from "./attrs.ts";
import type { Op } from "./op.ts";

/** The inputs that a call with these attributes takes, by name. */
export function inputsTaken(
  { name, inputs, optional, attrs }: Pick<Op, "name" | "inputs" | "optional" | "attrs">,
  given: object,
): readonly string[] {
  if (Object.keys(optional).length === 0) return inputs;
  const complete = resolveAttrs(name, attrs, given);
  return inputs.filter((input) => optional[input]?.(complete) !== false);
}

/**
 * Checks the number of inputs of a call.
 *
 * @throws InputError naming the inputs that it takes.
 */
export function checkCount(where: string, op: Op, attrs: object, count: number): void {
  const taken = inputsTaken(op, attrs);
  if (count === taken.length || (op.variadic && count > taken.length)) return;
  const more = op.variadic ? " or more" : "";
  throw new InputError(
    `${where} ${String(taken.length)} input${taken.length === 1 ? "" : "s"} (${taken.join(", ")})${more}, got ${String(count)}`,
  );
}

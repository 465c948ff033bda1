import type { Op } from "./op.ts";

/**
 * An op without its types: what the engine and the tables of all ops work with. An op is asked only for what its own
 * caller checked (number of inputs, attributes), so the types of both may be forgotten here, and only here.
 */
export function erased(op: Pick<Op, "name" | "kind" | "inputs">): Op {
  return op as Op;
}

import { sameShape } from "../../src/base/shape.ts";
import type { Kit } from "../../src/op/kit.ts";
import type { Op } from "../../src/op/op.ts";

/** A way to get a derivative wrong: what it makes of the right one. `null` where it would change nothing here. */
export type Fault = <V>(kit: Kit<V>, right: V, like: V) => V;

/** The faults that rules are known to have. */
export const faults: Readonly<Record<string, Fault>> = {
  "wrong sign": (kit, right) => kit.neg(right),
  "wrong factor": (kit, right) => kit.mul(right, 2),
  "dropped term": (kit, right) => kit.mul(right, 0),
  "missing broadcast sum": firstOfBroadcast,
};

/** The first of what broadcasting repeated, where all of it should be summed. */
function firstOfBroadcast<V>(kit: Kit<V>, right: V, like: V): V {
  const from = kit.shape(right);
  const to = kit.shape(like);
  if (sameShape(from, to) || from.includes(0)) return right;
  const added = from.length - to.length;
  const limit = from.map((_, i) => (i < added ? Math.min(1, from[i]!) : to[i - added]!));
  if (limit.some((d, i) => d > from[i]!)) return right;
  return kit.reshape(kit.slice(right, { start_indices: from.map(() => 0), limit_indices: limit }), { shape: to });
}

/** Runs `body` while the reverse-mode (or forward-mode) rule of an op is wrong. */
export async function withFault<T>(op: Op, mode: "vjp" | "jvp", fault: Fault, body: () => Promise<T>): Promise<T> {
  const right = { vjp: op.vjp.bind(op), jvp: op.jvp.bind(op) };
  const rules = op as { vjp: Op["vjp"]; jvp: Op["jvp"] };
  if (mode === "vjp") {
    rules.vjp = (kit, at, g, attrs) => fault(kit, right.vjp(kit, at, g, attrs), at.inputs[at.index]!);
  } else {
    rules.jvp = (kit, at, tangents, attrs) => {
      const d = right.jvp(kit, at, tangents, attrs);
      return d === null ? null : fault(kit, d, d);
    };
  }
  try {
    return await body();
  } finally {
    Object.assign(rules, right);
  }
}

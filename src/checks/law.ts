import type { Arrays, Method } from "../oracles/engine.ts";
import type { Kind } from "./kinds.ts";
import type { Subject } from "./subject.ts";

/** A pair of arrays that a law says are equal, and how far apart a correct engine may leave them. */
export interface Claim {
  /** What is compared, by name: an output, or the input whose gradient it is. */
  readonly name: string;
  readonly got: Arrays[string];
  readonly want: Arrays[string];
  readonly bounds: Arrays[string];
  /** Differences below this are not looked for; left out, only those of exact zeros are not. */
  readonly resolution?: number;
}

/** An order of differentiation; 0 for values. */
export type Order = 0 | 1 | 2 | 3 | 4;

/** What is asked of an engine at an order, in words. */
export function askedAt(order: Order): string {
  return (["value", "gradient", "second derivative", "third derivative", "fourth derivative"] as const)[order];
}

/** The method that answers at an order along tangents, from the second on. */
export function methodAt(order: Order): Method {
  return order === 2 ? "hvp" : "derivative";
}

/** A property that every correct engine has. */
export interface Law {
  readonly name: string;
  /** What it says, in a sentence. */
  readonly statement: string;
  /** Why it holds, and what breaks when it does not. */
  readonly reason: string;
  /** The order of the derivatives it speaks of; 0 for values. */
  readonly order: Order;
  /** It is tried at each so-manyth case, where not every law is asked for at every one: what others see as well is tried less. */
  readonly every?: number;
  /** What the engine has to offer. */
  readonly methods: readonly Method[];
  /** Whether it speaks of kinks: it is tried at these alone, in place of the others of order 1. */
  readonly atKinks?: true;
  /** What a difference is called, where it is not told by the numbers: what they are compared for. */
  readonly failsAs?: Kind;
  /** Whom it applies to: every engine; all but our own (the law compares with ours); our own alone. */
  readonly applies: "all" | "others" | "own";
  /** The claims that the law makes of this engine at this case. */
  readonly claims: (subject: Subject) => Promise<readonly Claim[]>;
}

/** Claims name by name. */
export function claimsOf(got: Arrays, want: Arrays, bounds: Arrays, resolution?: number): Claim[] {
  return Object.keys(want).map((name) => ({
    name,
    got: got[name]!,
    want: want[name]!,
    bounds: bounds[name]!,
    ...(resolution === undefined ? {} : { resolution }),
  }));
}

import type { Kind } from "../../../src/checks/kinds.ts";
import type { Engine } from "../../../src/oracles/engine.ts";

/** An engine with one fault, and what the suite should say of it. */
export interface Planted {
  /** The fault. */
  readonly name: string;
  readonly make: () => Engine;
  /** The op that is tried, and is to be blamed; of random programs, any. */
  readonly op: string;
  readonly kind: Kind;
  /** What else it shows as, at that order or below. */
  readonly also?: Kind;
  /** The lowest order at which it shows. */
  readonly order: number;
  /** What the diagnosis says. */
  readonly says: RegExp;
  /** The facts under which it shows, where they are to be found. */
  readonly condition?: Readonly<Record<string, unknown>>;
  /** Cases of each unit, where it takes more than a few to meet it. */
  readonly cases?: number;
}

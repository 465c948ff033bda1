import type { Precision } from "../base/ulp.ts";
import type { Allowance } from "../op/op.ts";
import cpu from "./allowances/tfjs-cpu.json" with { type: "json" };
import node from "./allowances/tfjs-node.json" with { type: "json" };
import wasm from "./allowances/tfjs-wasm.json" with { type: "json" };
import type { Description } from "./engine.ts";

/** How an engine rounds. */
export interface Arithmetic {
  /** The engine whose allowances were measured, else the precision: what tells arithmetics apart. */
  readonly name: string;
  readonly precision: Precision;
  /** Whether it computes derivatives by the entries' own formulas, or by any of those that are used elsewhere. */
  readonly own: boolean;
  /** What was measured of its ops, by name; for any other the entry's own `rounding` holds. */
  readonly measured: Readonly<Record<string, Allowance>>;
}

const measurements: Readonly<Record<string, { readonly version: string; readonly ops: Arithmetic["measured"] }>> = {
  "tfjs-cpu": cpu,
  "tfjs-wasm": wasm,
  "tfjs-node": node,
};

/** The arithmetic of an engine: as `npm run allowances` measured this version of it, or that of any decent engine. */
export function arithmeticOf({ engine, version, precision }: Description): Arithmetic {
  const own = engine === "cotangent";
  const measured = measurements[engine];
  if (measured?.version === version) return { name: engine, precision, own, measured: measured.ops };
  return { name: own ? engine : precision, precision, own, measured: {} };
}

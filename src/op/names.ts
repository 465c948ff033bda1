import { randomFrom, seedOf } from "../base/random.ts";
import { resolveAttrs } from "./attrs.ts";
import { FUNCTION, type Call, type CallSite, type Counterparts, type Expression } from "./counterparts.ts";
import { drawFrom } from "./draw.ts";
import type { Op } from "./op.ts";

/** Samples that are looked at: what a counterpart calls may hang on attributes and shapes. */
const SAMPLES = 300;

/** Stands for whatever a call gives. */
const nothing = {} as Expression;

/** The functions of another library that an op's counterpart calls, the most often called first; none where it has none. */
export function functionsCalled(op: Op, library: keyof Counterparts<object>): readonly string[] {
  const counterpart = op.face?.counterparts[library];
  if (typeof counterpart !== "function") return [];
  const counts = new Map<string, number>();
  const call: Call = (name) => {
    // That it names a function for another call is no call.
    if (name !== FUNCTION) counts.set(name, (counts.get(name) ?? 0) + 1);
    return nothing;
  };
  const random = randomFrom(seedOf("functions called", op.name));
  const draw = drawFrom((low, high) => low + Math.floor(random() * (high - low + 1)));
  for (let i = 0; i < SAMPLES; i++) {
    const { shapes, attrs } = op.face!.domain.sample(draw);
    const complete = resolveAttrs(op.name, op.attrs, attrs);
    const site: CallSite = { inputs: shapes.map(() => nothing), shapes, shape: op.shape(shapes, complete) };
    counterpart(call, site, complete);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

import type { Attr, Attrs } from "./attrs.ts";
import { integers } from "./attrs.ts";
import type { Placement } from "./kit.ts";

const places: Attr<Int32Array> = {
  doc: "flat row-major places; -1 is nowhere",
  type: "integer[]",
  fallback: undefined,
  accepts: (x) => x instanceof Int32Array,
};

/** The attributes of the helpers that move elements. */
export const placement: Attrs<Placement> = { places, shape: integers("the shape of the result") };

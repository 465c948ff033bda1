import type { Attr, Attrs } from "./attrs.ts";
import { integers } from "./attrs.ts";
import type { IndexedPlacement, Placement } from "./kit.ts";

const places: Attr<Int32Array> = {
  doc: "flat row-major places; -1 is nowhere",
  type: "integer[]",
  fallback: undefined,
  accepts: (x) => x instanceof Int32Array,
};

const shape: Attr<readonly number[]> = integers("the shape of the result");

/** The attributes of the helpers that move elements. */
export const placement: Attrs<Placement> = { places, shape };

/** The attributes of the helpers that move elements by the values of an index tensor. */
export const indexedPlacement: Attrs<IndexedPlacement> = {
  places: {
    doc: "the flat row-major places that follow from the indices",
    type: "function",
    fallback: undefined,
    accepts: (x) => typeof x === "function",
  },
  shape,
};

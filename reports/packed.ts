import { gunzipSync, gzipSync, strFromU8, strToU8 } from "fflate";
import type { Results } from "../src/suite/results.ts";
import type { Comparison } from "./comparison.ts";

/** What the page shows. */
export interface Shown {
  readonly results: Results;
  /** With a run before, where one was asked for. */
  readonly comparison?: Comparison;
}

/** What the page shows as text that HTML takes as it is: compressed, the same bytes for the same content. */
export function pack(shown: Shown): string {
  const bytes = gzipSync(strToU8(JSON.stringify(shown)), { level: 9, mtime: 0 });
  let binary = "";
  for (let from = 0; from < bytes.length; from += CHUNK)
    binary += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  return btoa(binary);
}

/** What {@link pack} packed. */
export function unpack(text: string): Shown {
  return JSON.parse(strFromU8(gunzipSync(Uint8Array.from(atob(text.trim()), (char) => char.charCodeAt(0))))) as Shown;
}

/** As many arguments as every engine takes. */
const CHUNK = 8192;

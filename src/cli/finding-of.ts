import { InputError } from "../base/errors.ts";
import { didYouMean } from "../base/nearest.ts";
import type { Finding, Results } from "../suite/results.ts";

/** The most ids that an error lists. */
const told = 8;

/**
 * The finding of an id.
 *
 * @param folder of the run, for the error.
 * @throws InputError naming the nearest ids.
 */
export function findingOf({ findings }: Results, id: string, folder: string): Finding {
  const found = findings.find((finding) => finding.id === id);
  if (found !== undefined) return found;
  const ids = findings.map((finding) => finding.id);
  const hint = didYouMean(id, ids);
  const listed = hint.startsWith("valid") && ids.length > told ? "its report lists them" : hint;
  throw new InputError(`replay: the run in ${folder} has no finding "${id}"; ${listed}`);
}

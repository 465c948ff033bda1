import { printJson, tell } from "../output.ts";
import { isLive, paintFor } from "../terminal.ts";
import { bar } from "./bar.ts";
import { jsonLines } from "./json-lines.ts";
import { lines } from "./lines.ts";
import type { Pace } from "./pace.ts";
import { silent, type ProgressView } from "./view.ts";

/** How progress is shown: not at all, as JSON on stdout, as a bar on a terminal, or a line now and then. */
export function viewFor(flags: { readonly quiet?: true; readonly json?: true }, pace: Pace): ProgressView {
  if (flags.quiet === true) return silent;
  if (flags.json === true) return jsonLines(pace, printJson);
  return isLive(process.stderr) ? bar(pace, paintFor(process.stderr)) : lines(pace, tell);
}

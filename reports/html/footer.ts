import type { Results } from "../../src/suite/results.ts";
import { duration, isoTime } from "../time.ts";
import { html, type Html } from "./html.ts";

/** How the run was made: enough to make it again. */
export function footer({ run }: Results): Html {
  const versions = Object.entries(run.versions).map(([name, version]) => `${name} ${version}`);
  return html`<footer>
    <p>
      <code>${run.command}</code> · seed ${run.seed}${run.shard === null ? null : ` · shard ${run.shard}`} · started
      ${isoTime(run.timing.start)}, took ${duration(run.timing)}
    </p>
    <p>${versions.join(" · ")}</p>
  </footer>`;
}

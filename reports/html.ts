import type { Results } from "../src/suite/results.ts";
import type { Comparison } from "./comparison.ts";
import { markup } from "./markup.ts";
import { pack } from "./packed.ts";
import { oneLine } from "./text.ts";
import { verdictOf } from "./verdict.ts";

/**
 * The report as one self-contained HTML file: the built page with a run put into it.
 *
 * @param template the page as it is built from `reports/page` (`dist/page/index.html`).
 * @param comparison with a run before, if there is one.
 */
export function renderHtml(results: Results, template: string, comparison?: Comparison): string {
  const sentence = markup(oneLine(verdictOf(results).sentence));
  return (
    template
      // A function, since what is put in may hold `$`.
      .replace("<title>Cotangent</title>", () => `<title>Cotangent: ${sentence}</title>`)
      .replace(
        "<!-- the run -->",
        () =>
          `<noscript><p>${sentence}</p><p>The rest of this page needs JavaScript; summary.md beside it does not.</p></noscript>\n` +
          `    <script type="text/plain" id="run">${pack({ results, ...(comparison === undefined ? {} : { comparison }) })}</script>`,
      )
  );
}

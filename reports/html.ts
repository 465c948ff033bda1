import type { Results } from "../src/suite/results.ts";
import type { Comparison } from "./comparison.ts";
import { pack } from "./packed.ts";
import { oneLine } from "./text.ts";
import { verdictOf } from "./verdict.ts";

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * The report as one self-contained HTML file: the built page with a run put into it.
 *
 * @param template the page as it is built from `reports/page` (`dist/page/index.html`).
 * @param comparison with a run before, if there is one.
 */
export function renderHtml(results: Results, template: string, comparison?: Comparison): string {
  const sentence = content(verdictOf(results).sentence);
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

/** A text from outside as the content of an element. */
function content(text: string): string {
  return oneLine(text).replace(/[&<>"]/g, (char) => entities[char]!);
}

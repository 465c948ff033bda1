/**
 * The page's style sheet. The page allows exactly this text and no other style, script or address: its hash stands in
 * `styleHash`, and a test says the new one when this text changes.
 */
export const style: string = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --sheet: #ffffff; --sunk: #f3f2ee; --ink: #1f2328; --soft: #59626d; --line: #e1dfd9;
  --link: #17568f; --agree: #13694f; --bad: #a83a06; --known: #7a5a00; --quiet: #59626d;
  --bad-wash: #fdf1ea; --known-wash: #fbf5e3; --positive: #2f7fc1; --negative: #e0862f;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171a; --sheet: #1b1f23; --sunk: #22272c; --ink: #e4e6e8; --soft: #a2abb5; --line: #323940;
    --link: #8abdf0; --agree: #74cbaf; --bad: #f5a273; --known: #dfc268; --quiet: #a2abb5;
    --bad-wash: #2b201a; --known-wash: #27241a; --positive: #4d9fe6; --negative: #e08a3a;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 var(--sans); overflow-wrap: anywhere; }
.page { max-width: 74rem; margin: 0 auto; padding: clamp(1.25rem, 4vw, 3rem) clamp(1rem, 4vw, 2.5rem) 4rem; }
a { color: var(--link); text-underline-offset: .15em; text-decoration-thickness: .06em; }
a:hover { text-decoration-thickness: .12em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
h1, h2, h3, h4, p, dl, dd, figure, ul { margin: 0; }
h1, h2, h3 { text-wrap: balance; line-height: 1.2; letter-spacing: -.012em; }
h1 { font-size: clamp(1.4rem, 1.15rem + 1.3vw, 2rem); font-weight: 620; max-width: 46ch; overflow-wrap: anywhere; }
h2 { font-size: 1.4rem; font-weight: 620; }
h3 { font-size: 1.1rem; font-weight: 620; margin-top: .75rem; }
h4 { font-size: 1rem; font-weight: 620; line-height: 1.4; }
section { margin-top: clamp(2.75rem, 6vw, 4.25rem); display: grid; gap: 1.1rem; grid-template-columns: minmax(0, 1fr); scroll-margin-top: 1rem; }
section > p { max-width: 68ch; }
code, pre { font-family: var(--mono); font-size: .86em; }
pre { margin: 0; padding: .6rem .8rem; background: var(--sunk); border-radius: 6px; white-space: pre-wrap; line-height: 1.5; }
.extent { margin: .9rem 0 0; padding: 0; list-style: none; color: var(--soft); max-width: 74ch; display: grid; gap: .3rem; }
.brand { font-weight: 650; margin-bottom: 1.6rem; }
.brand span { font-weight: 400; color: var(--soft); margin-left: .5rem; }
.tiles { display: grid; gap: 1px; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); margin-top: 2rem; background: var(--line); border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.tiles div { background: var(--sheet); padding: .85rem 1rem .9rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; gap: .1rem; }
.tiles dd { font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; line-height: 1.15; letter-spacing: -.01em; }
.tiles dt { color: var(--soft); font-size: .875rem; }
.tiles .zero dd { color: var(--soft); font-weight: 400; }
.tiles .unexpected { background: var(--bad-wash); }
.tiles .unexpected dd { color: var(--bad); }
nav { margin-top: 1.4rem; display: flex; flex-wrap: wrap; gap: .35rem 1.35rem; font-size: .94rem; }
.mark { font-weight: 650; white-space: nowrap; }
.mark.agree { color: var(--agree); } .mark.unexpected { color: var(--bad); } .mark.known, .mark.failed { color: var(--known); }
.mark.inconclusive, .mark.unsupported, .mark.nothing { color: var(--quiet); }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; color: var(--soft); font-size: .9rem; }
.scroller { overflow-x: auto; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet); }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem; }
caption { text-align: left; color: var(--soft); caption-side: top; font-size: .9rem; border-bottom: 1px solid var(--line); }
caption span { display: inline-block; position: sticky; left: 0; max-width: min(95ch, calc(100vw - 2.5rem)); padding: .8rem 1rem .7rem; }
th, td { overflow-wrap: break-word; text-align: left; padding: .5rem 1rem; vertical-align: top; border-bottom: 1px solid var(--line); }
tbody tr:last-child > *, tfoot tr:last-child > * { border-bottom: 0; }
tfoot th, tfoot td { border-top: 1px solid var(--line); font-weight: 600; }
thead th { font-weight: 560; color: var(--soft); font-size: .92em; vertical-align: bottom; overflow-wrap: normal; }
thead th code { color: var(--ink); }
tbody th { font-weight: 560; overflow-wrap: anywhere; min-width: 9.5rem; }
td { font-variant-numeric: tabular-nums; }
.num { text-align: right; white-space: nowrap; } thead .num { white-space: normal; }
.none { color: var(--soft); }
.matrix th:first-child, .coverage th:first-child, .worked th:first-child { position: sticky; left: 0; background: var(--sheet); z-index: 1; border-right: 1px solid var(--line); }
.matrix thead tr:nth-child(2) th:first-child, .worked thead tr:nth-child(2) th:first-child { position: static; border-right: 0; }
.matrix [scope="colgroup"], .worked [scope="colgroup"] { border-left: 1px solid var(--line); border-bottom: 0; padding-bottom: .1rem; color: var(--ink); }
.matrix th, .matrix td { padding: .45rem .6rem; } .matrix th:first-child, .coverage th:first-child { padding-left: 1rem; }
.coverage th, .coverage td { padding-inline: .6rem; } .coverage td:last-child, .coverage thead th:last-child { padding-right: 1rem; }
.matrix thead th { white-space: nowrap; } .matrix thead tr:nth-child(2) th { padding-left: .6rem; }
.reason { min-width: 16rem; } .witnesses th { min-width: 8rem; }
.cell { line-height: 1.35; }
.cell .count { white-space: nowrap; } .cell .ulp, .cell a { display: block; font-size: .89em; } .cell .ulp { color: var(--soft); white-space: nowrap; }
.vector { font-family: var(--mono); font-size: .82rem; white-space: nowrap; line-height: 1.6; }
.vector span { display: block; white-space: pre; }
.published > * { background: var(--sunk) !important; }
.note { color: var(--soft); border-left: 3px solid var(--line); padding-left: .9rem; }
.maps { display: grid; gap: 1.4rem 2rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 22rem), 1fr)); }
.heat-map { display: block; width: 100%; max-width: 24rem; height: auto; }
.heat-map text { font: 13px var(--mono); text-anchor: middle; dominant-baseline: central; fill: var(--ink); }
.heat-map .axis { font: 12px var(--sans); fill: var(--soft); } .heat-map .row { text-anchor: end; }
.heat-map .positive { fill: var(--positive); } .heat-map .negative { fill: var(--negative); } .heat-map .undefined { fill: none; stroke: var(--bad); stroke-dasharray: 4 3; }
figcaption { color: var(--soft); font-weight: 560; font-size: .95rem; margin-bottom: .35rem; }
.tally { color: var(--soft); font-weight: 400; font-size: .95rem; font-variant-numeric: tabular-nums; margin-left: .2rem; }
.finding { border: 1px solid var(--line); border-left: 4px solid var(--known); border-radius: 8px; background: var(--sheet); padding: .9rem 1.1rem; }
.finding.unexpected { border-left-color: var(--bad); }
.finding > summary { cursor: pointer; list-style-position: outside; margin-left: 1rem; }
.finding .where { color: var(--soft); font-size: .9rem; margin-top: .15rem; }
.finding .body { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); margin-top: 1rem; scroll-margin-top: 6rem; }
.finding p { max-width: 75ch; }
.because { background: var(--known-wash); padding: .5rem .8rem; border-radius: 6px; }
.facts { display: grid; gap: .8rem 1.2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
.facts dt { color: var(--soft); font-size: .85rem; margin-bottom: .2rem; }
.witnesses pre { background: none; padding: 0; white-space: pre; }
.repro { display: grid; gap: .4rem; } summary { cursor: pointer; } .repro pre, .plain pre { margin-top: .4rem; }
.replay { font-size: .92rem; }
footer { margin-top: 4rem; padding-top: 1.2rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .88rem; display: grid; gap: .3rem; }
@media (max-width: 40rem) {
  th, td { padding: .45rem .7rem; } caption span { padding-inline: .7rem; }
  .finding { padding: .8rem .85rem; }
  .scroller { margin-inline: -.25rem; }
}
@media print {
  :root { --paper: #fff; --sheet: #fff; --sunk: #f6f6f6; --ink: #000; --soft: #444; --line: #ccc; color-scheme: light; }
  body { font-size: 10pt; } .page { max-width: none; padding: 0; } nav, .skip { display: none; }
  .scroller { overflow: visible; border: 0; }
  .matrix { font-size: 7pt; } .matrix th, .matrix td, .matrix th:first-child { padding: .2rem .25rem; min-width: 0; }
  .matrix th:first-child, .coverage th:first-child, .worked th:first-child { position: static; }
  details::details-content { content-visibility: visible; }
  .finding, figure, tr { break-inside: avoid; } h2, h3 { break-after: avoid; }
}
`;

/** What the page's policy allows as its style: the SHA-256 of {@link style}. */
export const styleHash = "sha256-cZM/npCOvkBNImjtA9WK/TTFx48f37l1EgiYBTDyGcM=";

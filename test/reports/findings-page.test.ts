import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import links from "../../reports/findings/links.json" with { type: "json" };
import { findingsPage, TITLE } from "../../reports/findings/page.ts";
import { finding, run } from "./fixture.ts";

const repro = {
  tfjs: 'import * as tf from "@tensorflow/tfjs";\nconsole.log(1); // right: 2\n',
  torch: null,
  jax: null,
};
const missing = {
  op: "cumprod",
  kind: "missing-gradient",
  got: "gradient function not found for Cumprod.",
  diagnosis: "Instead of an answer: gradient function not found for Cumprod.",
  condition: {},
  repro,
} as const;
const elu = {
  op: "elu",
  kind: "wrong-gradient",
  order: 2,
  title: "elu: wrong second derivative on tfjs-cpu",
  diagnosis: 'Entry 0 of "x" is 0, right is 0.0249.',
  condition: { alpha: 0.5 },
  repro,
} as const;

const results = run(
  [],
  [
    finding({ ...missing, engine: "tfjs-wasm", order: 1, title: "cumprod: no gradient on tfjs-wasm" }),
    finding({ ...missing, engine: "tfjs-cpu", order: 1, title: "cumprod: no gradient on tfjs-cpu" }),
    finding({ ...missing, engine: "tfjs-cpu", order: 2, title: "cumprod: no second derivative on tfjs-cpu" }),
    finding({ ...elu, engine: "tfjs-cpu", confirmed: true }),
    finding({ ...elu, engine: "tfjs-node", title: "elu: wrong second derivative on tfjs-node", confirmed: true }),
    finding({
      engine: "tfjs-cpu",
      op: "cast",
      kind: "wrong-value",
      order: 0,
      title: "cast: wrong value on tfjs-cpu",
      diagnosis: "<b>`x`</b> is 1",
      condition: {},
      repro: { tfjs: null, torch: null, jax: null, ran: true, because: "it shows 0, which is right" },
    }),
    finding({ engine: "mine", op: "add" }),
  ],
);

describe("the page of findings", () => {
  const page = findingsPage(results, { "cumprod missing-gradient 1": "https://example.org/1" });

  it("tells every defect once, with engines and orders that share it", () => {
    expect(page).toMatchInlineSnapshot(`
      "# What is wrong with the derivatives of TensorFlow.js

      Written by \`npm run findings\` from a run of Cotangent (seed 1) on tfjs-cpu 4.22.0 (plain JavaScript): 3 defects in 3 ops, 6 findings where each engine and order counts. Do not edit.

      Every program below was run, and shows what its entry says; it needs nothing but the package that it imports. What is right
      is the answer of Cotangent's engine in float64, which is checked against exact arithmetic. Order 0 is the value, order 1 the
      gradient, order 2 the gradient of a gradient. Without a cotangent, \`tf.grad\` takes ones.

      | defects | tfjs-cpu | tfjs-node | tfjs-wasm |
      | --- | --- | --- | --- |
      | missing-gradient | 1 | 0 | 1 |
      | wrong-gradient | 1 | 1 | 0 |
      | wrong-value | 1 | 0 | 0 |
      | first at order 0 (the value) | 1 | 0 | 0 |
      | first at order 1 | 1 | 0 | 1 |
      | first at order 2 | 1 | 1 | 0 |
      | all | 3 | 1 | 1 |

      ## Silently wrong at the second order and above

      No error, no warning, another number.

      ### \`elu\`: wrong second derivative

      tfjs-cpu, tfjs-node · order 2 · wrong-gradient · where \`alpha: 0.5\` · proven by exact arithmetic or by differences of its own values

      Entry 0 of "x" is 0, right is 0.0249.

      \`\`\`js
      import * as tf from "@tensorflow/tfjs";
      console.log(1); // right: 2
      \`\`\`


      ## Contents

      | op | silently wrong | throws |
      | --- | --- | --- |
      | [\`cast\`](#cast) | wrong-value, order 0 |  |
      | [\`cumprod\`](#cumprod) |  | missing-gradient, orders 1 and 2 |
      | [\`elu\`](#elu) | wrong-gradient, order 2 |  |

      ## \`cast\`

      ### \`cast\`: wrong value

      tfjs-cpu · order 0 · wrong-value

      \\<b\\>\\\`x\\\`\\</b\\> is 1

      No short program shows it: it shows 0, which is right.

      ## \`cumprod\`

      ### \`cumprod\`: no gradient

      tfjs-cpu, tfjs-wasm · orders 1 and 2 · missing-gradient · [reported](<https://example.org/1>)

      Instead of an answer: gradient function not found for Cumprod.

      \`\`\`js
      import * as tf from "@tensorflow/tfjs";
      console.log(1); // right: 2
      \`\`\`

      ## \`elu\`

      **wrong second derivative** (order 2): see above.
      "
    `);
  });

  it("is the same for findings in another order", () => {
    expect(findingsPage({ ...results, findings: results.findings.toReversed() }, {})).toBe(findingsPage(results, {}));
  });
});

describe("docs/tfjs-4.22-findings.md", () => {
  const text = readFileSync(new URL("../../docs/tfjs-4.22-findings.md", import.meta.url), "utf8");

  it("is of the form that the generator gives", () => {
    expect(text.startsWith(`${TITLE}\n\nWritten by \`npm run findings\``)).toBe(true);
    const entries = text.split(/^### /m).slice(1);
    expect(entries.length).toBeGreaterThan(50);
    const form =
      /^`[a-z0-9_]+`: .+\n\ntfjs-[^\n]+ · orders? [^\n]+\n\n[^\n]+\n\n(?:```js\nimport [\s\S]+?console\.log\([\s\S]*?\n```|No short program shows it[^\n]*)\n/;
    expect(entries.filter((entry) => !form.test(entry))).toEqual([]);
  });

  it("has no path of the machine it was written on", () => {
    expect(text).not.toMatch(/\/(?:home|root|tmp|work|Users)\//);
  });

  it("links what is reported of defects that it tells", () => {
    const ops = Object.keys(links).map((key) => key.split(" ")[0]!);
    expect(ops.filter((op) => !text.includes(`## \`${op}\``))).toEqual([]);
  });
});

import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { printedRunner } from "../../src/cli/repro/runner.ts";
import { printRepro, tfjsDialect } from "../../src/program/print/repro/index.ts";
import { tensor } from "../../src/index.ts";
import { single } from "../program/print/samples.ts";

const worker = new URL("../../dist/repro-worker.mjs", import.meta.url);
const engine = "tfjs-cpu";

describe("printed programs", { timeout: 60_000 }, () => {
  it("are run, and one that hangs or ends its process spoils no other", async () => {
    if (!existsSync(worker)) throw new Error('dist/ is missing: run "npm run build" first');
    const question = { order: 1, of: "x", shown: "numbers", remark: "right: [1, -2]" } as const;
    const text = printRepro(single("square", tensor([0.5, -1])), question, tfjsDialect(engine));
    const texts = [
      text,
      'throw new Error("no such thing");',
      "for (;;);",
      text,
      "process.exit(3);",
      "export {};",
      "console.log([[-0, NaN], [Infinity, 1e-45]], 2); console.log(3);",
    ];
    const shown = await printedRunner(worker, 5000)(
      texts.map((one) => ({ engine, text: one })),
      false,
    );
    const right = { logged: [0.5, 2] };
    expect(shown).toEqual([
      right,
      { threw: "no such thing" },
      { ended: "timeout" },
      right,
      { ended: "crash" },
      { ended: "silent" },
      {
        logged: [
          [-0, NaN],
          [Infinity, 1e-45],
        ],
      },
    ]);
  });
});

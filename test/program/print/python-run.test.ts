import { describe, expect, it } from "vitest";
import { tensor } from "../../../src/index.ts";
import { printJax, printTorch } from "../../../src/program/print/index.ts";
import { differences, runAll } from "./running.ts";
import { expected, inAllModes, network, samples, single } from "./samples.ts";

const printers = { torch: printTorch, jax: printJax };

const picked = [
  ...inAllModes("network", network),
  ...inAllModes("special", single("negative", tensor([NaN, Infinity, -Infinity, -0]))),
  ...inAllModes("no-axes", single("mean", tensor([[1, 2]]), { axis: [] })),
  ...inAllModes("large", single("softplus", tensor([25, -25, 100]))),
];

describe.each(["torch", "jax"] as const)("printed programs for %s", (library) => {
  const print = printers[library];
  const all = [...samples(library, 8, 100), ...picked];

  it("have balanced brackets and strings", () => {
    const open = all.map((s) => `${s.name}: ${openAtEnd(print(s.case, s))}`);
    expect(open).toEqual(all.map((s) => `${s.name}: `));
  });

  // Python is nobody's duty here. To check the counterparts of an op in earnest:
  // COTANGENT_PYTHON=venv/bin/python npx vitest run test/program/print/python-run.test.ts
  const python = process.env["COTANGENT_PYTHON"];
  if (python === undefined) return;
  it("run and agree with our own engine", { timeout: 1_800_000 }, async () => {
    const shown = await runAll(Object.fromEntries(all.map((s) => [s.name, print(s.case, s)])), python, ".py");
    const unlike = all.flatMap((s) =>
      differences(shown.get(s.name)!, expected(s), 1e-12).map((difference) => `${s.name}: ${difference}`),
    );
    expect(unlike).toEqual([]);
  });
});

/** The brackets and quotes that a text leaves open, or the first one that closes another. */
function openAtEnd(text: string): string {
  const open: string[] = [];
  const pairs: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
  for (const [token] of text.replace(/#.*$/gm, "").matchAll(/"(?:[^"\\\n]|\\.)*"|[[\](){}"]/g)) {
    if (token.length > 1) continue;
    const opening = pairs[token];
    if (opening === undefined) open.push(token);
    else if (open.pop() !== opening) return token;
  }
  return open.join("");
}

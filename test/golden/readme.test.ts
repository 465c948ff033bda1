import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { folder } from "../cli/support.ts";

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const readme = readFileSync(here("../../golden/README.md"), "utf8");
const [, script = ""] = /```python\n([\s\S]*?)```/u.exec(readme) ?? [];

/** Runs the README's program on some ops, with a stand-in for JAX that knows polynomials. */
function run(
  env: Readonly<Record<string, string>>,
  ...ops: readonly string[]
): { code: number | null; lines: string[] } {
  const file = path.join(folder(), "check.py");
  writeFileSync(file, script);
  const { status, stdout, stderr, error } = spawnSync("python3", [file, here("../../golden/vectors"), ...ops], {
    encoding: "utf8",
    env: { ...process.env, PYTHONPATH: here("stub"), PYTHONDONTWRITEBYTECODE: "1", ...env },
  });
  if (error !== undefined) throw new Error(`python3 is needed to check golden/README.md: ${error.message}`);
  expect(stderr).toBe("");
  return { code: status, lines: stdout.trim().split("\n") };
}

describe("the reader of golden/README.md", () => {
  const polynomials = ["add", "multiply", "negative", "square", "subtract"];

  it("has at most 60 lines", () => {
    expect(script.trim().split("\n").length).toBeLessThanOrEqual(60);
  });

  it("finds a right library right, and counts what it does not cover", () => {
    const { code, lines } = run({}, ...polynomials, "exp");
    expect(code).toBe(0);
    expect(lines.some((line) => line.includes("WRONG"))).toBe(false);
    expect(Number(/^ *(\d+) right$/mu.exec(lines.join("\n"))![1])).toBeGreaterThan(300);
    expect(lines.join("\n")).toMatch(/^ *\d+ not covered: exp$/mu);
  });

  it("finds a library wrong that forgets half of the product rule, and says where", () => {
    const { code, lines } = run({ STUB_WRONG: "1" }, ...polynomials);
    expect(code).toBe(1);
    expect(lines).toContain("multiply/rank-0 gradients WRONG");
    expect(lines).toContain("square/typical-2 products WRONG");
    expect(lines).not.toContain("multiply/rank-0 outputs WRONG");
  });

  it("does not call it right to have checked nothing", () => {
    expect(run({}, "exp").code).toBe(1);
  });
});

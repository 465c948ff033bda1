import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { folder, small, start, toy } from "./support.ts";

const cases = ["--ops", "negative,square", "--cases", "5", "--quiet"] as const;
const engine = ["--engine-command", toy("wrong", "engines/wrong.mjs")] as const;
const wrong = ["verify", "--engines", "cotangent", ...cases, ...engine] as const;

describe("in a step of GitHub Actions", () => {
  test("what is unexpected is annotated after the verdict, and the summary of the step grows by that of the run", async () => {
    const out = folder();
    const summary = path.join(out, "step.md");
    writeFileSync(summary, "what was there\n");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
    const { code, stdout, stderr } = await start([...wrong, "--out", out], env).ended;
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    const lines = stdout.trimEnd().split("\n");
    const commands = lines.slice(lines.indexOf(path.join(out, "index.html")) + 1);
    expect(commands.length).toBeGreaterThan(1);
    expect(commands.slice(0, -1).every((line) => /^::error title=[^:,]+::./.test(line))).toBe(true);
    expect(commands.at(-1)).toMatch(/^::notice title=Cotangent::\d+ unexpected findings? in wrong /);
    expect(lines.filter((line) => line.startsWith("::"))).toEqual(commands);
    expect(readFileSync(summary, "utf8")).toBe(`what was there\n${readFileSync(path.join(out, "summary.md"), "utf8")}`);
  });

  test("a summary that cannot be written is a warning, and no failure", async () => {
    const out = folder();
    const file = path.join(out, "nowhere", "step.md");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: file };
    const { code, stderr } = await start([...small, "--quiet", "--out", out], env).ended;
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: `cotangent: warning: ${file}: the summary of the step was not written (no such file or directory)\n`,
    });
  });

  test("a summary is left as it is where GitHub would drop all of it", async () => {
    const out = folder();
    const file = path.join(out, "step.md");
    const there = "x".repeat(2 ** 20 - 10);
    writeFileSync(file, there);
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: file };
    const { code, stderr } = await start([...small, "--quiet", "--out", out], env).ended;
    expect(code).toBe(0);
    expect(stderr).toContain("1 MiB");
    expect(readFileSync(file, "utf8")).toBe(there);
  });

  test("with --json, stdout holds JSON alone", async () => {
    const out = folder();
    const summary = path.join(out, "step.md");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
    const { stdout, stderr } = await start([...wrong, "--json", "--out", out], env).ended;
    const events = stdout
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { readonly event: string }).event);
    expect(events.at(-1)).toBe("end");
    expect(stderr).toBe("");
    expect(existsSync(summary)).toBe(true);
  });
});

test("elsewhere there are no annotations and no summary of a step", async () => {
  const out = folder();
  const summary = path.join(out, "step.md");
  const { stdout } = await start([...wrong, "--out", out], { GITHUB_STEP_SUMMARY: summary, CI: "true" }).ended;
  expect(stdout).not.toContain("::");
  expect(existsSync(summary)).toBe(false);
});

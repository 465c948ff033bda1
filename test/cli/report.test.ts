import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Results } from "../../src/suite/results.ts";
import { finding, hostile, row, run } from "../reports/fixture.ts";
import { cotangent, folder, start, toy } from "./support.ts";

const files = ["ctrf.json", "index.html", "junit.xml", "results.json", "summary.md"];
const read = (out: string): string[] => files.map((name) => readFileSync(path.join(out, name), "utf8"));

/** The folder of a stored run. */
function stored(results: Results): string {
  const out = folder();
  writeFileSync(path.join(out, "results.json"), JSON.stringify(results));
  return out;
}

const before = run([row({}), row({ op: "exp" })], [finding({ id: "old", title: "the old one" })]);
const after = run(
  [row({ worstUlp: 12 }), row({ op: "exp" })],
  [finding({ id: "new", op: "exp", title: "the new one" })],
  {
    engines: before.engines.map((engine) => (engine.name === "tfjs-cpu" ? { ...engine, version: "5.0.0" } : engine)),
  },
);

describe("a stored run", () => {
  test("is reported again, byte for byte, and ends as it did", async () => {
    const out = folder();
    const engine = ["--engine-command", toy("wrong", "engines/wrong.mjs")] as const;
    const ops = ["--engines", "cotangent", "--ops", "negative,square", "--cases", "5"] as const;
    const first = await cotangent("verify", ...ops, ...engine, "--out", out, "--quiet");
    const written = read(out);
    // What is on disk is read again, not what was there before.
    for (const name of files.filter((name) => name !== "results.json")) writeFileSync(path.join(out, name), "");
    const again = await cotangent("report", path.join(out, "results.json"));
    expect(again).toEqual({ code: 1, stdout: first.stdout, stderr: "" });
    expect(read(out)).toEqual(written);

    await cotangent("report", out, "--compare", out);
    expect(readFileSync(path.join(out, "summary.md"), "utf8")).toContain("Nothing differs.");
    await cotangent("report", out);
    expect(read(out)).toEqual(written);
  });
});

describe("a run compared with one before", () => {
  test("tells what differs, and ends as the run does", async () => {
    const [now, then] = [stored(after), stored(before)];
    const { code, stdout, stderr } = await cotangent("report", now, "--compare", then);
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout.trimEnd().split("\n")).toEqual([
      "Compared with the run of 2026-01-01 00:00:00 UTC, seed 1: 0 findings are the same.",
      "1 new finding:",
      "  the new one (new)",
      "1 finding that is gone:",
      "  the old one (old)",
      "1 largest error that moved:",
      "  pow on tfjs-cpu, order 1: 12 ulp, was 1.5 ulp",
      "1 other version:",
      "  tfjs-cpu: 5.0.0, plain JavaScript, was 4.22.0, plain JavaScript",
      "✗ 1 unexpected finding in tfjs-cpu; 80 of 80 checks agree.",
      path.join(now, "index.html"),
    ]);
    expect(readFileSync(path.join(now, "summary.md"), "utf8")).toContain("**1 new finding**");
  });

  test("ends with 0 where the run did, whatever that before had found", async () => {
    const clean = stored(run(before.coverage, []));
    expect((await cotangent("report", clean, "--compare", stored(before))).code).toBe(0);
  });

  test("is about twenty lines, however much differs, and names do nothing to the terminal", async () => {
    const many = (prefix: string, engine: string): Results =>
      run(
        Array.from({ length: 50 }, (_, i) => row({ op: `op${String(i)}`, engine, worstUlp: i + prefix.length })),
        Array.from({ length: 50 }, (_, i) =>
          finding({
            id: `${prefix}${String(i)}`,
            op: `op${String(i)}`,
            engine,
            title: hostile,
            order: prefix.length % 2,
          }),
        ),
        { run: { ...before.run, versions: { [prefix]: "1", [hostile]: prefix } } },
      );
    const { stdout } = await cotangent("report", stored(many("a", "e")), "--compare", stored(many("bb", "e")));
    expect(stdout.split("\n").length).toBeLessThanOrEqual(25);
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
  });
});

describe("a run that is none", () => {
  const text = JSON.stringify(before);
  const runs: readonly (readonly [what: string, text: string | null, says: RegExp])[] = [
    ["missing", null, /there is no run here \(no such file or directory\); "cotangent verify" makes one/],
    ["truncated", text.slice(0, text.length / 2), /results\.json: .*JSON/],
    ["empty", "", /results\.json: .*JSON/],
    ["foreign", '{"schema":"another/thing@1"}', /results\.json: schema: expected "cotangent\/results@1"/],
    ["edited", text.replace('"order":1', '"order":"first"'), /results\.json: \w+\[0\]\.order: /],
  ];

  test.each(runs)(
    "is told by its file, whichever of the two it is, and nothing is written: %s",
    async (_, broken, says) => {
      const [bad, good] = [folder(), stored(before)];
      if (broken !== null) writeFileSync(path.join(bad, "results.json"), broken);
      for (const words of [[bad], [bad, "--compare", good], [good, "--compare", bad]]) {
        const { code, stdout, stderr } = await cotangent("report", ...words);
        expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
        expect(stderr).toContain(path.join(bad, "results.json"));
        expect(stderr).toMatch(says);
        expect(stderr.trimEnd().split("\n")).toHaveLength(1);
      }
      expect(() => readFileSync(path.join(good, "index.html"))).toThrow("ENOENT");
    },
  );
});

test("a hostile run gives GitHub Actions no commands", async () => {
  const attack = "::error::x ##[error]y";
  const nasty = run([row({ op: attack, engine: attack, failed: 1 })], [finding({ title: attack, engine: attack })], {
    engines: [{ name: attack, version: attack, backend: null, precision: "float64", runs: true, because: null }],
  });
  const { stdout } = await start(["report", stored(nasty)], { GITHUB_ACTIONS: "true" }).ended;
  expect(stdout).toContain("error::x");
  expect(stdout).not.toMatch(/^\s*::|##\[/m);
});

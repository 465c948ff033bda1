import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { comparable, cotangent, folder, journalOf, resultsOf, small, start, toy } from "./support.ts";

const files = ["ctrf.json", "index.html", "journal.jsonl", "junit.xml", "results.json", "summary.md"];
const wrong = ["verify", "--engines", "cotangent", "--ops", "negative,square", "--cases", "5"] as const;

describe("a run", () => {
  test("writes its folder and ends with 0; the path of the report comes last", async () => {
    const out = path.join(folder(), "new", "run");
    const { code, stdout, stderr } = await cotangent(...small, "--out", out);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(readdirSync(out).toSorted()).toEqual(files);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.at(-1)).toBe(path.join(out, "index.html"));
    expect(lines.length).toBeLessThanOrEqual(20);
    expect(stdout).toMatch(/^cotangent +\d+\.\d+\.\d+ +52 agree$/m);
    expect(stdout).toMatch(/2 cases \(seed 1\), 52 checks: 52 agree, 0 disagree/);
    expect(stdout).toContain("✓ Nothing unexpected");
    expect(stdout).not.toContain("\u001b");
  });

  test("of the same seed gives the same results, whatever its folder and progress", async () => {
    const [a, b, c] = [folder(), folder(), folder()];
    await cotangent(...small, "--out", a);
    await cotangent(...small, "--out", b, "--json", "--quiet");
    await cotangent(...small, "--out", c, "--seed", "2");
    expect(comparable(b)).toBe(comparable(a));
    expect(comparable(c)).not.toBe(comparable(a));
  });

  test("records the command that makes it again, and nothing else of the command line", async () => {
    const out = folder();
    await cotangent(...small, "--laws", "gradient-shapes", "--out", out, "--quiet");
    expect(resultsOf(out).run.command).toBe(
      "cotangent verify --seed 1 --cases 2 --engines cotangent --ops exp --laws gradient-shapes",
    );
  });

  test("in shards is the whole run", async () => {
    const [whole, first, second] = [folder(), folder(), folder()];
    await cotangent(...small, "--out", whole);
    await cotangent(...small, "--out", first, "--shard", "1/2");
    await cotangent(...small, "--out", second, "--shard", "2/2");
    const checks = (out: string): number => resultsOf(out).totals.agree;
    expect(checks(first) + checks(second)).toBe(checks(whole));
    expect(resultsOf(first).run.shard).toBe("1/2");
  });

  test("that compares nothing fails", async () => {
    const { code, stdout } = await cotangent(...small, "--laws", "vjp-agreement", "--out", folder());
    expect(code).toBe(1);
    expect(stdout).toContain("✗ Nothing was compared");
  });

  test("that can tell nothing of an engine that was asked for fails", async () => {
    const engine = toy("refusing", "engines/refusing.mjs").concat(" 1");
    const { code, stdout } = await cotangent(...wrong, "--engine-command", engine, "--out", folder());
    expect(code).toBe(1);
    expect(stdout).toContain("✗ Nothing could be told of refusing");
  });

  test.each(["0.3", "0.001"])("stops when its time is over, after a case at the least: %s s", async (time) => {
    const out = folder();
    const { code, stdout } = await cotangent(...small, "--cases", "100000", "--time", time, "--out", out);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Stopped after 0\.\d+ s: [\d,]+ of 100,000 cases are done and kept; .* --resume goes on/);
    expect(resultsOf(out).totals.cases).toBeGreaterThan(0);
  });
});

describe("workers", () => {
  test("give the same results, however many there are", async () => {
    const [one, three] = [folder(), folder()];
    const run = [...wrong, "--engine-command", toy("wrong", "engines/wrong.mjs"), "--quiet"] as const;
    await cotangent(...run, "--out", one, "--workers", "1");
    const { code } = await cotangent(...run, "--out", three, "--workers", "3");
    expect(code).toBe(1);
    expect(comparable(three)).toBe(comparable(one));
    expect(journalOf(three)).toEqual(journalOf(one));
  });
});

describe("a search", () => {
  test("goes on for the time it is given, in the same order whatever that is", async () => {
    const [short, long] = [folder(), folder()];
    const search = ["verify", "--engines", "cotangent", "--ops", "exp", "--time"] as const;
    const run = await cotangent(...search, "1", "--out", short);
    await cotangent(...search, "4", "--out", long);
    expect(run.code).toBe(0);
    expect(run.stdout).toContain("✓ Nothing unexpected");
    expect(run.stdout).not.toContain("Stopped");
    const [a, b] = [journalOf(short), journalOf(long)];
    expect(a.length).toBeGreaterThan(1);
    expect(b.length).toBeGreaterThan(a.length);
    expect(b.slice(1, a.length)).toEqual(a.slice(1));
  });
});

describe("an engine that cannot run", () => {
  test.each([
    ["none=/nowhere/engine", /^cotangent: none does not run here: .*could not be started/],
    ["ends=false", /^cotangent: ends does not run here: .*exit code 1/],
  ])("ends with 3 where it was asked for: %s", async (engine, says) => {
    const out = path.join(folder(), "run");
    const { code, stdout, stderr } = await cotangent(...small, "--engine-command", engine, "--out", out);
    expect({ code, stdout }).toEqual({ code: 3, stdout: "" });
    expect(stderr).toMatch(says);
    expect(stderr.split("\n")).toHaveLength(2);
    expect(existsSync(out)).toBe(false);
  });
});

describe("an engine that is wrong", () => {
  const engine = toy("wrong", "engines/wrong.mjs");

  test("ends the run with 1; each finding can be replayed", async () => {
    const out = folder();
    const { code, stdout } = await cotangent(...wrong, "--engine-command", engine, "--out", out, "--quiet");
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ .*unexpected findings? in wrong/);
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toContain("\u0007");
    const id = /npx cotangent replay (\w+) --out/.exec(stdout)?.[1] ?? "none";

    const again = await cotangent("replay", id, "--out", out, "--engine-command", engine);
    expect(again.code).toBe(1);
    expect(again.stdout).toMatch(/^got [^]*^want [^]*^error .* bound [^]*✗ it still occurs: wrong-gradient$/m);
    expect(again.stdout).not.toContain("\u001b");

    const mended = toy("wrong", "engines/honest.mjs");
    const after = await cotangent("replay", id, "--out", out, "--engine-command", mended);
    expect(after.code).toBe(0);
    expect(after.stdout).toContain("✓ it no longer occurs: agree");

    const unknown = await cotangent("replay", `${id}x`, "--out", out);
    expect({ code: unknown.code, stdout: unknown.stdout }).toEqual({ code: 2, stdout: "" });
    expect(unknown.stderr).toContain(`did you mean "${id}"?`);

    const unsaid = await cotangent("replay", id, "--out", out);
    expect(unsaid.code).toBe(3);
    expect(unsaid.stderr).toContain("--engine-command 'wrong=CMD'");
  });

  test("is expected where its differences are known, and they are strict", async () => {
    const out = folder();
    const known = path.join(out, "known.json");
    const flags = ["--known", known, "--out", out, "--quiet"] as const;
    const written = await cotangent(...wrong, "--engine-command", engine, ...flags, "--update-known");
    expect(written.code).toBe(0);
    expect(written.stdout).toMatch(/known\.json: \d+ known differences? written/);

    const expected = await cotangent(...wrong, "--engine-command", engine, ...flags);
    expect(expected.code).toBe(0);
    expect(expected.stdout).toMatch(/\d+ known differences? occurred/);

    const mended = await cotangent(...wrong, "--engine-command", toy("wrong", "engines/honest.mjs"), ...flags);
    expect(mended.code).toBe(1);
    expect(mended.stdout).toMatch(/✗ known, and no longer so: wrong-gradient of \w+, order 1, on wrong/);
  });

  test("is tried at the case that is kept of each known difference, however few others there are", async () => {
    const out = folder();
    const known = path.join(out, "known.json");
    const flags = ["--known", known, "--out", out, "--quiet"] as const;
    const few = ["verify", "--engines", "cotangent", "--ops", "negative", "--cases", "1", "--seed", "3"] as const;
    await cotangent(...wrong, "--engine-command", engine, ...flags, "--update-known");
    expect((await cotangent(...few, "--engine-command", engine, ...flags)).code).toBe(0);
    const mended = await cotangent(...few, "--engine-command", toy("wrong", "engines/honest.mjs"), ...flags);
    expect(mended.code).toBe(1);
    expect(mended.stdout).toMatch(/✗ known, and no longer so: wrong-gradient of negative, order 1, on wrong/);

    writeFileSync(path.join(out, "known.cases.json"), '{"schema":"cotangent/known-cases@1","cases":[{}]}');
    const { code, stderr } = await cotangent(...few, "--engine-command", engine, ...flags);
    expect(code).toBe(2);
    expect(stderr).toContain("known.cases.json: cases[0].engines:");
  });

  test("known differences of engines that took no part are kept", async () => {
    const out = folder();
    const known = path.join(out, "known.json");
    const flags = ["--known", known, "--out", out, "--quiet", "--update-known"] as const;
    await cotangent(...wrong, "--engine-command", engine, ...flags);
    const before = readFileSync(known, "utf8");
    await cotangent(...wrong, ...flags);
    expect(readFileSync(known, "utf8")).toBe(before);
    await cotangent(...wrong, "--engine-command", toy("wrong", "engines/honest.mjs"), ...flags);
    expect(JSON.parse(readFileSync(known, "utf8"))).toEqual({ schema: "cotangent/known@1", differences: [] });
  });
});

describe("progress", () => {
  test("as JSON: one object a line, from start to end", async () => {
    const out = folder();
    const { code, stdout, stderr } = await cotangent(...small, "--json", "--out", out);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const events = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(events[0]).toMatchObject({ event: "start", seed: 1, engines: [{ name: "cotangent", runs: true }] });
    expect(events.slice(1, -1).map(({ event }) => event)).toContain("progress");
    expect(events.at(-2)).toMatchObject({ event: "progress", done: 2, total: 2, findings: 0 });
    expect(events.at(-1)).toMatchObject({
      event: "end",
      exitCode: 0,
      totals: resultsOf(out).totals,
      unexpected: [],
      report: path.join(out, "index.html"),
    });
  });

  test("a reader that goes away early is no error", async () => {
    const { child, ended } = start(["ops", "--json"]);
    child.stdout.destroy();
    const { stderr } = await ended;
    expect(stderr).toBe("");
  });
});

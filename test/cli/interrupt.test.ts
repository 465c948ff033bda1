import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { comparable, cotangent, folder, journalOf, small, start, type Ended } from "./support.ts";

const long = ["verify", "--engines", "cotangent", "--ops", "matmul", "--cases", "60"] as const;

/** Runs until some cases are done, and presses Ctrl-C. */
async function interrupted(out: string, times: number = 1): Promise<Ended> {
  const { child, ended } = start([...long, "--json", "--out", out]);
  await new Promise<void>((resolve) => {
    child.stdout.on("data", (text: string) => {
      if (text.includes('"progress"')) resolve();
    });
  });
  for (let i = 0; i < times; i++) {
    child.kill("SIGINT");
    await new Promise((resolve) => setTimeout(resolve, 450));
  }
  return ended;
}

test("an interrupted run keeps what it has, and --resume makes it whole", async () => {
  const [out, whole] = [folder(), folder()];
  const { code, stdout } = await interrupted(out);
  expect(code).toBe(130);
  expect(stdout).toMatch(/"stoppedBy":"interrupt"/);
  expect(stdout).toMatch(/Interrupted: \d+ of 60 cases are done and kept; the same command with --resume goes on/);
  const kept = journalOf(out).length - 1;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(60);
  // As if it had been killed while it wrote a line.
  appendFileSync(path.join(out, "journal.jsonl"), '{"unit":"matmul","index":5');

  const resumed = await cotangent(...long, "--out", out, "--resume", "--quiet");
  expect(resumed.code).toBe(0);
  await cotangent(...long, "--out", whole, "--quiet");
  expect(comparable(out)).toBe(comparable(whole));
  expect(journalOf(out)).toEqual(journalOf(whole));
});

test("--resume of another run, of none, and of a journal that is cut off or of an earlier version", async () => {
  const out = folder();
  const none = await cotangent(...small, "--out", path.join(out, "none"), "--resume");
  expect(none.code).toBe(2);
  expect(none.stderr).toMatch(/--resume: there is no run to go on with in .*leave out --resume to start one/);

  await cotangent(...small, "--out", out);
  const before = readFileSync(path.join(out, "results.json"), "utf8");
  const other = await cotangent(...small, "--out", out, "--resume", "--seed", "2");
  expect(other.code).toBe(2);
  expect(other.stderr).toContain("(seed 1, now 2)");
  expect(readFileSync(path.join(out, "results.json"), "utf8")).toBe(before);

  const journal = path.join(out, "journal.jsonl");
  const earlier = readFileSync(journal, "utf8").replace("journal@2", "journal@1");
  for (const text of [earlier.slice(0, 10), earlier]) {
    writeFileSync(journal, text);
    const refused = await cotangent(...small, "--out", out, "--resume");
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/--resume: .*journal\.jsonl does not begin as a journal of this version does/);
    expect(readFileSync(path.join(out, "results.json"), "utf8")).toBe(before);
  }
});

test("a new run leaves nothing of an earlier one, and nothing of others is touched", async () => {
  const out = folder();
  writeFileSync(path.join(out, "junit.xml"), "of an earlier run");
  writeFileSync(path.join(out, "notes.txt"), "mine");
  const { code } = await interrupted(out, 2);
  expect(code).toBe(130);
  expect(readFileSync(path.join(out, "notes.txt"), "utf8")).toBe("mine");
});

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { units, type Unit } from "../../golden/files.ts";
import { writeSet } from "../../src/cli/golden/folder.ts";
import { cotangent, folder, start, toy } from "./support.ts";

const stored = fileURLToPath(new URL("../../golden", import.meta.url));
const quick = ["golden", "verify", "--no-regenerate"] as const;

/** A copy of the set, with one file changed. */
function copyWith(file: string, change: (text: string) => string): { dir: string; where: string } {
  const dir = folder();
  for (const part of ["vectors", "schema", "flags.json"])
    cpSync(path.join(stored, part), path.join(dir, part), { recursive: true });
  const where = path.join(dir, "vectors", file);
  const text = readFileSync(where, "utf8");
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(where, changed);
  return { dir, where };
}

describe("golden verify", { timeout: 60_000 }, () => {
  test("finds the set and our engine right", async () => {
    const ops = ["sigmoid", "maximum", "worked-example"];
    const { code, stdout, stderr } = await cotangent(...quick, "--ops", ops.join(","), "--quiet");
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    for (const name of [...ops, "all"]) expect(stdout).toMatch(new RegExp(`^${name} +\\d+ `, "mu"));
    expect(stdout).toMatch(/^Every conclusive answer is the expected one\.$/mu);
  });

  test("computes vectors anew, and tells what differs by vector and path", async () => {
    const { dir, where } = copyWith("relu.json", (text) =>
      text.replace('"comment":"one', '"comment":"two').replace("inside the domain", "in the domain"),
    );
    const { code, stdout } = await cotangent("golden", "verify", "--ops", "relu", "--dir", dir, "--quiet");
    expect(code).toBe(1);
    expect(stdout).toContain(
      `${where}: relu/typical-1: comment: is "in the domain, away from kinks", golden update writes "inside the domain, away from kinks"`,
    );
    const unchanged = await cotangent("golden", "verify", "--ops", "relu", "--quiet");
    expect(unchanged).toMatchObject({ code: 0, stderr: "" });
    expect(unchanged.stdout).toContain("1 file computed anew, byte by byte the same.");
  });

  test("tells a wrong number by file, vector, path, got, want and bound, and ends with 1", async () => {
    const { dir, where } = copyWith("exp.json", (text) =>
      text.replace(
        /("gradients":\{"x":\{"shape":\[[\d,]+\],"data":\[)(-?[\d.]+)/u,
        (_, before: string, x: string) => before + String(Number(x) * (1 + 1e-12)),
      ),
    );
    const { code, stdout } = await cotangent(...quick, "--ops", "exp", "--dir", dir, "--quiet");
    expect(code).toBe(1);
    const line = stdout.split("\n").find((one) => one.startsWith(where))!;
    expect(line.slice(where.length)).toMatch(
      /^: exp\/[^:]+: cotangent, vjp: wrong-gradient: expect\.gradients\.x\.data\[0\]: got \S+, want \S+, bound \S+$/u,
    );
  });

  test.each([
    [
      "broken",
      (text: string) => text.replace('"result":"exact"', '"result":"right"'),
      /vectors\[\d+\]\.result: expected one of/u,
    ],
    ["cut off", (text: string) => text.slice(0, 5000), /not JSON .*was it cut off\?/u],
    [
      "with an unknown flag",
      (text: string) => text.replace('["tails"]', '["tales"]'),
      /flags\[0\]: there is no flag "tales"; did you mean "tails"\?/u,
    ],
  ])("refuses a file that is %s with exit code 2, and no stack", async (_, change, message) => {
    const { dir, where } = copyWith("tanh.json", change);
    const { code, stdout, stderr } = await cotangent(...quick, "--dir", dir, "--ops", "exp,tanh", "--quiet");
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    for (const line of stderr.trim().split("\n")) expect(line.startsWith(`cotangent: ${where}: `)).toBe(true);
  });

  test("tells so many problems of a file and no more", async () => {
    const { dir } = copyWith("tanh.json", (text) => text.replaceAll('"comment"', '"remark"'));
    const { code, stderr } = await cotangent(...quick, "--dir", dir, "--ops", "tanh", "--quiet");
    expect(code).toBe(2);
    expect(stderr.trim().split("\n")).toHaveLength(21);
    expect(stderr).toMatch(/and \d+ more problems$/mu);
  });

  test("misses files, and knows those that are of nothing", async () => {
    const { dir } = copyWith("tanh.json", (text) => `${text} `);
    renameSync(path.join(dir, "vectors", "tanh.json"), path.join(dir, "vectors", "tahn.json"));
    const { code, stderr } = await cotangent(...quick, "--dir", dir, "--ops", "tanh", "--quiet");
    expect(code).toBe(2);
    expect(stderr).toMatch(/tanh\.json: cannot be read \(no such file or directory\); golden update writes it$/mu);
    expect(stderr).toMatch(/tahn\.json: there is no op or program of this name$/mu);
    expect(await cotangent(...quick, "--dir", folder(), "--ops", "tanh")).toMatchObject({ code: 2, stdout: "" });
  });

  test("checks other engines, and convicts one that is wrong", async () => {
    const honest = await cotangent(
      ...quick,
      "--engine-command",
      toy("mine", "engines/honest.mjs"),
      "--ops",
      "negative,square",
      "--quiet",
    );
    expect(honest.stdout).toMatch(/^mine +agree/mu);
    const wrong = await cotangent(
      ...quick,
      "--engine-command",
      toy("mine", "engines/wrong.mjs"),
      "--ops",
      "square",
      "--quiet",
    );
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(
      /: square\/typical-1: mine, vjp: wrong-gradient: expect\.gradients\.x\.data\[\d\]: got /u,
    );
    const none = await cotangent(
      ...quick,
      "--engine-command",
      toy("mine", "engines/refusing.mjs"),
      "--ops",
      "exp",
      "--quiet",
    );
    expect(none.code).toBe(1);
  });

  test.each([
    [["golden"], "which command? One of verify, update"],
    [["golden", "verfy"], 'unknown command "verfy"; did you mean "verify"?'],
    [["golden", "verify", "--op", "exp"], 'unknown flag "--op"; did you mean "--ops"?'],
    [["golden", "verify", "--ops", "sigmod"], '--ops: there is no op or program "sigmod"; did you mean "sigmoid"?'],
    [["golden", "verify", "--engines", "tfjs"], '--engines: there is no engine "tfjs"'],
    [["golden", "update", "--out", ""], "--out: expected a folder"],
  ])("%j is bad usage", async (words, message) => {
    const { code, stdout, stderr } = await cotangent(...words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("golden update", () => {
  const [first, second] = [units[0]!, units[1]!];
  const texts = (text: string): ReadonlyMap<Unit, string> =>
    new Map([
      [first, text],
      [second, text],
    ]);
  const namesIn = (dir: string): string[] => readdirSync(dir).toSorted();
  const read = (dir: string): string => readFileSync(path.join(dir, "vectors", first.file), "utf8");

  test("replaces a set whole", () => {
    const dir = folder();
    writeSet(dir, texts("old"));
    writeFileSync(path.join(dir, "vectors", "gone.json"), "");
    writeSet(dir, texts("new"));
    expect(namesIn(dir)).toEqual(["flags.json", "schema", "vectors"]);
    expect(namesIn(path.join(dir, "vectors"))).toEqual([first.file, second.file]);
    expect(read(dir)).toBe("new");
  });

  test("leaves the old set whole where the new one cannot be written", () => {
    const dir = folder();
    writeSet(dir, texts("old"));
    const half = new Map([
      [first, "new"],
      // A file stands where this one needs a folder, as a disk may be full after some files.
      [{ name: "impossible", file: `${first.file}/impossible.json` }, "new"],
    ]);
    expect(() => {
      writeSet(dir, half);
    }).toThrow(/is a file; give a folder|cannot be written/u);
    expect(namesIn(dir)).toEqual(["flags.json", "schema", "vectors"]);
    expect(read(dir)).toBe("old");
  });

  test("puts right what one that was killed has left", () => {
    const dir = folder();
    writeSet(dir, texts("old"));
    renameSync(path.join(dir, "vectors"), path.join(dir, "vectors.old"));
    mkdirSync(path.join(dir, "vectors.new-999999999"));
    writeSet(dir, texts("new"));
    expect(namesIn(dir)).toEqual(["flags.json", "schema", "vectors"]);
    expect(read(dir)).toBe("new");
  });

  test("that is killed on the way leaves a set that verifies", { timeout: 60_000 }, async () => {
    const { dir } = copyWith("relu.json", (text) => text.replace("inside the domain", "in the domain"));
    const { child, ended } = start(["golden", "update", "--out", dir, "--quiet"]);
    setTimeout(() => child.kill("SIGKILL"), 1500);
    expect((await ended).code).toBe(null);
    const before = readFileSync(path.join(dir, "vectors", "relu.json"), "utf8");
    expect(before).toContain("in the domain");
    expect((await cotangent(...quick, "--dir", dir, "--ops", "relu,exp", "--quiet")).code).toBe(0);
    // Between the two steps of the swap the old set has another name.
    renameSync(path.join(dir, "vectors"), path.join(dir, "vectors.old"));
    expect((await cotangent(...quick, "--dir", dir, "--ops", "relu", "--quiet")).code).toBe(0);
    expect(existsSync(path.join(dir, "vectors"))).toBe(false);
  });
});

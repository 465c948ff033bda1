import { describe, expect, it } from "vitest";
import { flags } from "../../golden/flags.ts";
import { readVectors } from "../../golden/read.ts";
import { storedText, unitOf } from "./support.ts";

const unit = unitOf("maximum");
const good = storedText(unit);
const problemsOf = (text: string): readonly string[] =>
  readVectors(text, "maximum.json", unit, Object.keys(flags)).problems;

/** The text with one member of the vector `kink-all` changed, by its path; undefined takes it out. */
function changed(path: string, value: unknown): string {
  const json = JSON.parse(good) as { vectors: { id: string }[] };
  const at = json.vectors.findIndex(({ id }) => id === "maximum/kink-all");
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce<unknown>((x, key) => (x as Record<string, unknown>)[key], json.vectors[at]);
  (parent as Record<string, unknown>)[last] = value;
  return JSON.stringify(json);
}

/** `maximum.json: maximum/kink-all: vectors[9].PATH: MESSAGE` */
const told = (path: string, message: string): RegExp =>
  new RegExp(String.raw`^maximum\.json: maximum/kink-all: vectors\[\d+\]\.${path}: ${message}`, "u");

describe("a file of vectors", () => {
  it("is read whole where nothing is wrong with it", () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it.each([
    ["flags", [], "flags", ""],
    ["flags", ["kinks"], String.raw`flags\[0\]`, 'there is no flag "kinks"; did you mean "kink"'],
    ["comment", undefined, "comment", "expected string, but it is missing"],
    ["result", "sets", "result", 'expected one of "exact"'],
    ["set", undefined, "[^:]*", ""],
    ["inputs.x.data.0", "1.5", String.raw`inputs\.x\.data\[0\]`, 'expected a number or one of "NaN"'],
    ["inputs.x.data.0", null, String.raw`inputs\.x\.data\[0\]`, "expected a number or one of"],
    ["inputs.x.data", [1], String.raw`inputs\.x`, String.raw`shape \[.*\] holds \d+ numbers, got 1`],
    ["inputs.x.shape", [-1], String.raw`inputs\.x\.shape\[0\]`, ""],
    ["inputs.x", { shape: [7], data: [1, 2, 3, 4, 5, 6, 7] }, "program", "maximum: shapes .* do not broadcast"],
    ["inputs.z", { shape: [], data: [1] }, "inputs", 'there is no "z"'],
    ["program.steps.0.op", "maximun", "program", '.*no op "maximun"; did you mean "maximum"'],
    ["program.steps.0.in", ["x"], "program", ".*maximum takes 2 inputs"],
    ["program.steps.0.in", ["x", "q"], "program", '.*"q" is not defined'],
    ["program.outputs", [], String.raw`program\.outputs`, ""],
    ["wrt", ["x", "Y"], String.raw`wrt\[1\]`, 'there is no input "Y"; did you mean "y"'],
    ["cotangents.out.shape", [1, 1, 1, 1, 1, 1], String.raw`cotangents\.out`, ".*"],
    [
      "cotangents.out",
      { shape: [], data: [1] },
      String.raw`cotangents\.out\.shape`,
      String.raw`expected \[.*\], got \[\]`,
    ],
    ["tangents.out", { shape: [], data: [1] }, "tangents", 'there is no "out"'],
    ["expect.outputs", { y: { shape: [], data: [1] } }, String.raw`expect\.outputs`, 'there is no "y"'],
    ["expect.gradient", {}, "expect", 'unknown member "gradient"'],
    ["set.x.low", { shape: [0], data: [] }, String.raw`set\.x\.low\.shape`, "expected"],
  ])("is refused with the place named: %s = %j", (path, value, where, message) => {
    const problems = problemsOf(changed(path, value));
    expect(
      problems.some((problem) => told(where, message).test(problem) || (where === "[^:]*" && problem.includes("set"))),
    ).toBe(true);
  });

  it.each(["1.50", "1e400", "0.1000000000000000055", "-0", "1E5", "12345678901234567890"])(
    "takes no number but the shortest decimal: %s",
    (number) => {
      const text = good.replace(/"inputs":\{"x":\{"shape":\[[\d,]*\],"data":\[[^\],]+/u, (found) =>
        found.replace(/[^[]+$/u, number),
      );
      expect(text).not.toBe(good);
      expect(problemsOf(text).join("\n")).toMatch(
        /^maximum\.json: maximum\/[^:]+: vectors\[0\]\.inputs\.x\.data\[0\]: expected the shortest decimal .*, got /mu,
      );
    },
  );

  it("tells everything that is wrong, not the first thing alone", () => {
    const json = JSON.parse(good) as { vectors: { comment: unknown; flags: unknown[] }[] };
    json.vectors[0]!.comment = 1;
    json.vectors[2]!.flags = [2];
    expect(problemsOf(JSON.stringify(json))).toHaveLength(2);
  });

  it("has no id twice, and none of another file", () => {
    const json = JSON.parse(good) as { vectors: { id: string }[] };
    json.vectors[3]!.id = json.vectors[1]!.id;
    json.vectors[4]!.id = "minimum/typical-9";
    expect(problemsOf(JSON.stringify(json))).toEqual([
      `maximum.json: ${json.vectors[1]!.id}: vectors[3].id: vectors[1] has this id, too`,
      'maximum.json: minimum/typical-9: vectors[4].id: expected an id that begins with "maximum/"',
    ]);
  });

  it("is of the op that it is called after", () => {
    expect(problemsOf(good.replace('"op":"maximum"', '"op":"minimum"'))[0]).toBe(
      'maximum.json: op: expected "maximum", as the file is called, got "minimum"',
    );
  });

  it.each([0, 1, 100, good.length - 3])("is not cut off after %d characters", (length) => {
    expect(problemsOf(good.slice(0, length))[0]).toMatch(/^maximum\.json: not JSON .*was it cut off\?$/u);
  });

  it.each(["null", "[]", "7", '"text"', "{}", '{"vectors":[null]}', '{"vectors":{"__proto__":1}}'])(
    "is no other JSON: %s",
    (text) => {
      expect(problemsOf(text).length).toBeGreaterThan(0);
      for (const problem of problemsOf(text)) expect(problem).toMatch(/^maximum\.json: /u);
    },
  );

  it("knows the ops of requests that have no answer", () => {
    const text = good.replaceAll('"op":"maximum","in":["y"]', '"op":"maxinum","in":["y"]');
    expect(text).not.toBe(good);
    expect(problemsOf(text).join("\n")).toContain('no op "maxinum"; did you mean "maximum"?');
  });
});

import { format, resolveConfig } from "prettier";
import { describe, expect, it } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { parseKnownDifferences } from "../../src/suite/known-schema.ts";
import { parseResults, readResults, resultsJsonSchema } from "../../src/suite/results-schema.ts";
import { finding, row, run } from "./fixture.ts";

const good = run(
  [row({ because: [{ verdict: "failed", reason: "threw", cases: 1 }] })],
  [finding({}), finding({ got: "a text", want: null, known: { because: "so it is", link: null } })],
  {
    errors: [
      {
        engine: "tfjs-cpu",
        order: 1,
        checks: 2,
        quantiles: { p50: 0, p90: 1.5, p99: 1.5, max: 1.5 },
        bins: [
          { below: 0, checks: 1 },
          { below: 2, checks: 1 },
        ],
      },
    ],
    curves: [
      {
        op: "exp",
        input: "x",
        points: [-1.5, 2],
        engines: [{ engine: "tfjs-cpu", value: [0.25, "Infinity"], derivative: null }],
      },
    ],
  },
);

/** A copy with one member changed, by its path; undefined takes it out. */
function changed(path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(good));
  const keys = path.split(".");
  const last = keys.pop()!;
  const parent = keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], copy);
  (parent as Record<string, unknown>)[last] = value;
  return JSON.parse(JSON.stringify(copy));
}

describe("results.json", () => {
  it("has the JSON Schema that is shipped (npx vitest run -u test/reports writes it)", async () => {
    const file = new URL("../../reports/schema/results.schema.json", import.meta.url).pathname;
    const text = await format(JSON.stringify(resultsJsonSchema()), { ...(await resolveConfig(file)), parser: "json" });
    await expect(text).toMatchFileSnapshot(file);
  });

  it("reads back as it was written", () => {
    expect(readResults(JSON.stringify(good), "results.json")).toEqual(good);
  });

  it.each([
    ["schema", "cotangent/results@2", /^results\.json: schema: .*another version/],
    ["run.seed", undefined, "results.json: run.seed: expected number, but it is missing"],
    ["run.more", 1, 'results.json: run: unknown member "more"'],
    ["engines.0.runs", "yes", "results.json: engines[0].runs: expected true or false"],
    ["totals.agree", -1, /^results\.json: totals\.agree: /],
    ["coverage.0.worstUlp", "wide", /^results\.json: coverage\[0\]\.worstUlp: expected a number or one of "NaN"/],
    ["findings.0.kind", "wrong", /^results\.json: findings\[0\]\.kind: expected one of "wrong-value"/],
    ["findings.0.got.p.data.1", "x", /^results\.json: findings\[0\]\.got\.p\.data\[1\]: expected a number/],
    ["findings.0.got", 7, /^results\.json: findings\[0\]\.got: expected an array/],
    ["findings.0.case.inputs.x.data", [1], /case\.inputs\.x: shape \[2\] holds 2 numbers, got 1/],
    ["findings.1.known.link", "javascript:alert(1)", /findings\[1\]\.known\.link: expected an http or https address/],
    ["run.timing.phases", [{ name: "cases", ms: 0.5 }], /^results\.json: run\.timing\.phases\[0\]\.ms: expected int/],
    ["errors.0.quantiles.p90", null, /^results\.json: errors\[0\]\.quantiles\.p90: expected number/],
    [
      "curves.0.engines.0.value.1",
      "far",
      /^results\.json: curves\[0\]\.engines\[0\]\.value\[1\]: expected a number or/,
    ],
    ["workedExample.inputs.W", undefined, /workedExample\.inputs\.W: expected object, but it is missing/],
  ])("is refused with the place named: %s", (path, value, message) => {
    expect(() => parseResults(changed(path, value), "results.json")).toThrow(message);
    expect(() => parseResults(changed(path, value), "results.json")).toThrow(InputError);
  });

  it("is refused when it is cut off", () => {
    expect(() => readResults(JSON.stringify(good).slice(0, 500), "results.json")).toThrow(
      /^results\.json: not JSON .*was it cut off\?$/,
    );
  });
});

describe("known differences", () => {
  const difference = {
    engines: ["tfjs-cpu"],
    op: "pow",
    kind: "wrong-gradient",
    order: 1,
    condition: { base: "zero", axis: [0, 1] },
    because: "the exponent's gradient is not masked",
    link: null,
  };

  it("read as they are written", () => {
    const file = { schema: "cotangent/known@1", differences: [difference] };
    expect(parseKnownDifferences(file, "known/tfjs.json")).toEqual(file);
  });

  it.each([
    [{ because: " " }, "known/tfjs.json: differences[0].because: expected a reason"],
    [{ engines: [] }, /^known\/tfjs\.json: differences\[0\]\.engines: /],
    [{ kind: "wrong" }, /^known\/tfjs\.json: differences\[0\]\.kind: expected one of/],
    [{ condition: { a: { b: 1 } } }, /^known\/tfjs\.json: differences\[0\]\.condition\.a: expected a value or a list/],
    [{ sometimes: true }, 'known/tfjs.json: differences[0]: unknown member "sometimes"'],
  ])("are refused with the place named: %j", (change, message) => {
    const file = { schema: "cotangent/known@1", differences: [{ ...difference, ...change }] };
    expect(() => parseKnownDifferences(file, "known/tfjs.json")).toThrow(message);
  });
});

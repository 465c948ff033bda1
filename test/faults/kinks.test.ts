import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { subgradient } from "../../properties/laws/subgradient.ts";
import { findingText } from "../../reports/finding-text.ts";
import type { Op } from "../../src/op/op.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Engine } from "../../src/oracles/engine.ts";
import { opNamed } from "../../src/program/program.ts";
import { conventionsOf } from "../../src/suite/conventions.ts";
import type { KnownDifference } from "../../src/suite/known-schema.ts";
import type { Verified } from "../../src/suite/verify.ts";
import { verified } from "../suite/verified.ts";

function run(ops: readonly string[], known: readonly KnownDifference[] = []): Promise<Verified> {
  return verified({ engines: [cotangent("test")], ops, cases: 40, known });
}

/** Runs `body` while the reverse rule of an op is another one. */
async function withRule<T>(name: string, vjp: Op["vjp"], body: () => Promise<T>): Promise<T> {
  const op = opNamed(name) as { vjp: Op["vjp"] };
  const { vjp: right } = op;
  op.vjp = vjp;
  try {
    return await body();
  } finally {
    op.vjp = right;
  }
}

/** The whole cotangent to each element that is equal to the largest over the last axis, which stays as a dimension. */
const allToEach: Op["vjp"] = (kit, { inputs: [x], out }, g, attrs) => {
  const { axis, keepdims } = attrs as { readonly axis: number | readonly number[] | null; readonly keepdims: boolean };
  const shape = kit.shape(x!);
  const axes = axis === null ? shape.map((_, i) => i) : [axis].flat().map((a) => (a < 0 ? a + shape.length : a));
  const kept = keepdims ? kit.shape(out) : shape.map((d, i) => (axes.includes(i) ? 1 : d));
  const largest = kit.equal(x!, kit.reshape(out, { shape: kept }));
  return kit.where(largest, kit.reshape(g, { shape: kept }), 0);
};

describe("a rule that gives each tie of max the whole cotangent", () => {
  it("is found, once, and said in words everywhere", async () => {
    const { results, unexpected } = await withRule("max", allToEach, () => run(["max"]));
    expect(unexpected).toBe(1);
    const [finding] = results.findings;
    expect(finding).toMatchObject({
      op: "max",
      kind: "invalid-subgradient",
      law: "subgradient",
      order: 1,
      known: null,
    });
    expect(finding!.title).toBe("max: gradient at a kink that is no subgradient on cotangent");
    expect(finding!.diagnosis).toMatch(
      /^Max stands at a kink: the sum of entries .* of "x" is \S+, and of every valid gradient it is \S+\.$/,
    );
    expect(findingText(finding!)).toContain(finding!.diagnosis);
    expect(results.conventions).toEqual([
      { op: "max", at: "ties", engine: "cotangent", answer: "all to each", valid: false },
    ]);
  });

  it("can be known, under a condition, and is missed when it is gone", async () => {
    const { suggested } = await withRule("max", allToEach, () => run(["max"]));
    const known = suggested;
    expect(known).toMatchObject([{ op: "max", kind: "invalid-subgradient", order: 1, condition: {} }]);
    const again = await withRule("max", allToEach, () => run(["max"], known));
    expect({ unexpected: again.unexpected, gone: again.gone }).toEqual({ unexpected: 0, gone: [] });
    const mended = await run(["max"], known);
    expect(mended.gone).toEqual(known);
    expect(mended.unexpected).toBe(1);
  });
});

describe("slopes at points", () => {
  const slope =
    (at: number): Op["vjp"] =>
    (kit, { inputs: [x] }, g) =>
      kit.where(kit.equal(x!, 0), kit.mul(at, g), kit.where(kit.greater(x!, 0), g, 0));

  it.each([
    { at: 0, answer: "0", valid: true },
    { at: 0.5, answer: "½", valid: true },
    { at: 1, answer: "1", valid: true },
    { at: 0.25, answer: "0.25", valid: true },
    { at: 2, answer: "2", valid: false },
    { at: -1, answer: "−1", valid: false },
  ])("relu′(0) = $at", async ({ at, answer, valid }) => {
    const { results, unexpected } = await withRule("relu", slope(at), () => run(["relu"]));
    expect(results.conventions).toEqual([{ op: "relu", at: "0", engine: "cotangent", answer, valid }]);
    expect(unexpected).toBe(valid ? 0 : 1);
  });
});

describe("shares of ties", () => {
  const toX: Op["vjp"] = (kit, { inputs: [x, y], index }, g) =>
    index === 0 ? kit.where(kit.greater_equal(x!, y!), g, 0) : kit.where(kit.less(x!, y!), g, 0);
  const toY: Op["vjp"] = (kit, { inputs: [x, y], index }, g) =>
    index === 0 ? kit.where(kit.greater(x!, y!), g, 0) : kit.where(kit.less_equal(x!, y!), g, 0);
  const both: Op["vjp"] = (kit, { inputs: [x, y], index }, g) =>
    index === 0 ? kit.where(kit.greater_equal(x!, y!), g, 0) : kit.where(kit.less_equal(x!, y!), g, 0);

  it.each([
    { name: "to x", rule: toX, answer: "all to x", valid: true },
    { name: "to y", rule: toY, answer: "all to y", valid: true },
    { name: "to both", rule: both, answer: "all to each", valid: false },
  ])("maximum: all $name", async ({ rule, answer, valid }) => {
    const [convention] = await withRule("maximum", rule, () =>
      conventionsOf([cotangent("test")], ["maximum"], subgradient),
    );
    expect(convention).toEqual({ op: "maximum", at: "ties", engine: "cotangent", answer, valid });
  });

  it("an engine without gradients has no convention", async () => {
    const own = cotangent("test");
    const mute: Engine = {
      ...own,
      description: { ...own.description, engine: "mute", methods: ["value"] },
    };
    expect((await conventionsOf([mute], ["abs"], subgradient))[0]).toMatchObject({ answer: null });
  });
});

it("docs/conventions.md says what our own engine does (npm run conventions writes it)", async () => {
  const page = readFileSync(new URL("../../docs/conventions.md", import.meta.url), "utf8");
  const rows = page
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .map(([, op, at, answer]) => ({ op: op!.replaceAll("`", ""), at, answer }));
  const conventions = await conventionsOf([cotangent("test")], null, subgradient);
  expect(rows).toEqual(conventions.map(({ op, at, answer }) => ({ op, at, answer })));
});

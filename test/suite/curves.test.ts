import { describe, expect, it } from "vitest";
import { CLEARANCE } from "../../properties/generators/elements.ts";
import { ulpOf } from "../../src/base/ulp.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Engine } from "../../src/oracles/engine.ts";
import { EngineTimeoutError } from "../../src/oracles/process/errors.ts";
import { opNamed } from "../../src/program/program.ts";
import { tensor } from "../../src/tensor/tensor.ts";
import { curvesOf, type Curve } from "../../src/suite/curves.ts";
import { always, elements, withAnswers } from "../engines/planted/wrapped.ts";
import { verified } from "./verified.ts";

const own = cotangent("test");

/** Float32 values that are 3 ulps off and gradients that are as many as their places, both to a ulp's fraction. */
const off = withAnswers(
  {
    value: ({ outputs }) => ({ outputs: elements(outputs, (v) => v + 3 * ulpOf(v, "float32")) }),
    vjp: ({ outputs, gradients }) => ({
      outputs,
      gradients: elements(gradients, (v, i) => v - i * ulpOf(v, "float32")),
    }),
  },
  "float32",
);

async function curveOf(engine: Engine, op: string): Promise<Curve> {
  return (await curvesOf([engine], [op]))[0]!;
}

describe("the curve of an engine", () => {
  it("is how many ulps of its precision it is off, at each point", async () => {
    const { points, engines } = await curveOf(off, "exp");
    expect(engines).toEqual([{ engine: "toy", value: points.map(() => 3), derivative: points.map((_, i) => i) }]);
  });

  it("counts what is not finite as infinitely far off", async () => {
    const { engines } = await curveOf(
      withAnswers({
        value: ({ outputs }) => ({
          outputs: elements(outputs, (v, i) => [v, Number.NaN, -Number.MAX_VALUE * 2][i % 3]!),
        }),
      }),
      "square",
    );
    expect(engines[0]!.value!.slice(0, 4)).toEqual([0, "Infinity", "Infinity", 0]);
  });

  it("is asked for along each input that is differentiated, of the ops of the run that work by element", async () => {
    const curves = await curvesOf([own], ["where", "sum", "pow", "floor", "copysign"]);
    expect(curves.map(({ op, input }) => `${op} ${input}`)).toEqual([
      "copysign x",
      "pow x",
      "pow y",
      "where x",
      "where y",
    ]);
  });

  it("leaves out an engine that does not have the op", async () => {
    const none: Engine = { ...off, description: { ...off.description, ops: ["log"] } };
    expect((await curvesOf([none, own], ["exp"]))[0]!.engines.map(({ engine }) => engine)).toEqual(["cotangent"]);
    expect(await curvesOf([none], ["exp"])).toEqual([]);
  });

  it("asks an engine no more that did not answer in time", async () => {
    let asked = 0;
    const late = always(() => {
      asked++;
      return Promise.reject(new EngineTimeoutError("toy", "no answer"));
    });
    const curves = await curvesOf([late, own], ["exp", "log", "sin"]);
    expect(asked).toBe(1);
    expect(curves.map(({ engines }) => engines.length)).toEqual([2, 1, 1]);
  });

  it("has no value and no derivative where the engine throws, or answers in another shape", async () => {
    const throwing = always(() => Promise.reject(new Error("no")));
    expect((await curveOf(throwing, "exp")).engines).toEqual([{ engine: "toy", value: null, derivative: null }]);
    const short = withAnswers({ value: () => ({ outputs: { out: tensor([1, 2]) } }) });
    expect((await curveOf(short, "exp")).engines[0]).toMatchObject({
      value: null,
      derivative: expect.any(Array) as unknown,
    });
  });

  it("is part of a run, which an engine that never answers does not end", async () => {
    const silent = always(() => new Promise(() => undefined));
    const { results } = await verified({ engines: [own, silent], ops: ["exp"], laws: [], cases: 1, patienceMs: 5 });
    const [curve, ...more] = results.curves!;
    expect(more).toEqual([]);
    expect(curve!.engines.map(({ engine, value }) => [engine, value === null])).toEqual([
      ["cotangent", false],
      ["toy", true],
    ]);
  });

  it("is no part of a run that makes none", async () => {
    const { results } = await verified({ engines: [own], ops: ["sum"], cases: 1 });
    expect(results).not.toHaveProperty("curves");
  });
});

describe("the points of curves", async () => {
  const curves = await curvesOf([own], null);

  it.each(curves.map((curve) => [`${curve.op} by ${curve.input}`, curve] as const))(
    "%s: 33 numbers of float32 in the domain, where our own engine has both value and derivative",
    (_, { op, input, points, engines }) => {
      const { low, high } = opNamed(op).face!.domain.inputs[input]!;
      expect(points).toHaveLength(33);
      for (const point of points.map(Number)) {
        expect(point).toBe(Math.fround(point));
        expect(point).toBeGreaterThanOrEqual(low);
        expect(point).toBeLessThanOrEqual(high);
      }
      const [{ value, derivative }] = engines as [Curve["engines"][number]];
      // Near the zero of a derivative many of its ulps are lost.
      for (const error of [...value!, ...derivative!]) expect(error).toBeLessThanOrEqual(64);
    },
  );

  const distances = (op: string, breaks: readonly number[]): number[] =>
    curves.find((curve) => curve.op === op)!.points.flatMap((x) => breaks.map((at) => Math.abs(Number(x) - at)));

  it.each<readonly [string, readonly number[]]>([
    ["relu", [0]],
    ["relu6", [0, 6]],
    ["hard_sigmoid", [-3, 3]],
    ["softshrink", [-0.5, 0.5]],
    // Where the other input is held.
    ["maximum", [Math.fround(1.6)]],
  ])("of %s keep off %j", (op, breaks) => {
    expect(Math.min(...distances(op, breaks))).toBeGreaterThanOrEqual(CLEARANCE - 2 ** -20);
  });
});

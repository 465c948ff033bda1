import { describe, expect, it } from "vitest";
import { laws } from "../../properties/laws/index.ts";
import { DomainError, GradientError, ResultError } from "../../src/base/errors.ts";
import { mapArrays } from "../../src/checks/arrays.ts";
import type { Case } from "../../src/checks/case.ts";
import { judge, judgeError, type Judgement } from "../../src/checks/judge.ts";
import { Reference, Subject } from "../../src/checks/subject.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Arrays, Engine, HvpRequest, VjpRequest } from "../../src/oracles/engine.ts";
import type { Step } from "../../src/program/program.ts";
import { tensor, type Nested } from "../../src/tensor/tensor.ts";

const honest = cotangent("test");

/** Our own engine, whose gradients are spoiled where `when` says so. */
function spoiled(
  when: (request: VjpRequest) => boolean,
  how: (gradients: Arrays, request: VjpRequest) => Arrays = (gradients) => mapArrays(gradients, (g) => 2 * g),
): Engine {
  return {
    ...honest,
    vjp: async (request) => {
      const answer = await honest.vjp(request);
      return when(request) ? { ...answer, gradients: how(answer.gradients, request) } : answer;
    },
  };
}

/** Our own engine, whose Hessian-vector products are spoiled. */
function bent(how: (products: Arrays, request: HvpRequest) => Arrays): Engine {
  return {
    ...honest,
    hvp: async (request) => {
      const answer = await honest.hvp(request);
      return { ...answer, products: how(answer.products, request) };
    },
  };
}

/** A case of one step on inputs of these numbers, all of them differentiated, with a cotangent for its result. */
function caseOf(step: Omit<Step, "out" | "in">, inputs: Readonly<Record<string, Nested>>, cotangent: Nested): Case {
  const names = Object.keys(inputs);
  const arrays = Object.fromEntries(names.map((name) => [name, tensor(inputs[name]!)]));
  return {
    program: { inputs: names, steps: [{ out: "out", in: names, ...step }], outputs: ["out"] },
    inputs: arrays,
    wrt: names,
    cotangents: { out: tensor(cotangent) },
    tangents: mapArrays(arrays, (_, i) => i + 1),
  };
}

const exp = caseOf({ op: "exp" }, { x: [0.5, -1, 2] }, [1.5, -0.5, 2]);
const multiply = caseOf({ op: "multiply" }, { x: [0.5, -1], y: [3, 2] }, [1.5, -0.5]);
const softmax = caseOf({ op: "softmax" }, { x: [0.5, -1, 2] }, [1.5, -0.5, 2]);
const cell = caseOf(
  { op: "matmul" },
  {
    x: [[[1, 2]], [[0.5, -1]]],
    y: [
      [[1], [3]],
      [[2], [-1]],
    ],
  },
  [[[1]], [[2]]],
);

const has =
  (op: string, least: number = 1) =>
  (r: VjpRequest): boolean =>
    r.program.steps.filter((step) => step.op === op).length >= least;

let asked = 0;

/** An engine that breaks each law, and a case where it shows. */
const broken: Readonly<Record<string, readonly [Engine, Case, Judgement["kind"]?]>> = {
  "own-differences": [spoiled(() => true), exp],
  "plain-cotangents": [
    spoiled(({ cotangents }) => Object.values(cotangents!).every(({ data }) => data.every((g) => g === 0 || g === 1))),
    exp,
  ],
  homogeneity: [spoiled(() => true), multiply],
  "shift-invariance": [
    spoiled(
      () => true,
      (gradients) => mapArrays(gradients, (g) => g + 1),
    ),
    softmax,
  ],
  "inverse-pairs": [spoiled(has("log")), exp],
  "argument-subsets": [spoiled(({ wrt }) => wrt.length === 1), multiply],
  "shared-input": [spoiled(({ program }) => program.inputs.length === 1), multiply],
  "unused-input": [
    {
      ...honest,
      vjp: async (r) => {
        const used = new Set(r.program.steps.flatMap((step) => step.in));
        if (r.wrt.every((name) => used.has(name))) return honest.vjp(r);
        throw new GradientError("x is not connected to y");
      },
    },
    exp,
    "missing-gradient",
  ],
  "chain-rule": [spoiled(({ program }) => program.steps.length === 2), exp],
  "sum-rule": [spoiled(has("add")), exp],
  "product-rule": [spoiled(has("multiply")), exp],
  "fan-out": [
    spoiled(
      ({ program }) => program.steps.some((step) => step.in.length > new Set(step.in).size),
      (gradients) => mapArrays(gradients, (g) => g / 2),
    ),
    exp,
  ],
  "permutation-equivariance": [
    spoiled(
      () => true,
      (gradients) => mapArrays(gradients, (g, i) => (i === 0 ? 0 : g)),
    ),
    exp,
  ],
  "reshape-equivariance": [spoiled(({ inputs }) => inputs["x"]!.shape.length === 1), exp],
  "batch-equivariance": [spoiled(({ inputs }) => inputs["x"]!.shape[0] === 1), cell],
  repeatability: [
    spoiled(
      () => true,
      (gradients) => mapArrays(gradients, (g) => g + 2 ** -40 * asked++),
    ),
    exp,
    "nondeterministic",
  ],
  "no-effects": [
    {
      ...honest,
      vjp: async (r) => {
        r.inputs["x"]!.data[0] = 7;
        return honest.vjp(r);
      },
    },
    exp,
    "mutates-input",
  ],
  "same-refusals": [{ ...honest, value: () => Promise.reject(new DomainError("exp: no")) }, exp, "does-not-throw"],
  "hessian-columns": [
    bent((products, { tangents }) =>
      Object.values(tangents)
        .flatMap(({ data }) => [...data])
        .filter((d) => d !== 0).length === 1
        ? mapArrays(products, (p) => 2 * p)
        : products,
    ),
    exp,
  ],
  "hvp-linearity": [bent((products) => mapArrays(products, Math.abs)), exp],
  "hessian-symmetry": [bent((products) => mapArrays(products, (p, _, name) => (name === "x" ? p : 0))), multiply],
};

describe("each law", () => {
  const lawNamed = (name: string): (typeof laws)[number] => laws.find((law) => law.name === name)!;

  it.each(Object.entries(broken))("%s catches an engine that breaks it", async (name, [engine, c, kind]) => {
    const judgement = await judge(lawNamed(name), new Subject(engine, new Reference(c)));
    expect(judgement.kind).toBe(kind ?? "wrong-gradient");
  });

  it.each(Object.entries(broken))("%s says nothing against one that does not", async (name, [, c]) => {
    const judgement = await judge(lawNamed(name), new Subject(honest, new Reference(c)));
    expect(judgement).toMatchObject({ verdict: "agree", kind: null });
  });
});

describe("what an engine says of its memory", () => {
  const withEffects = (tensors: number, disposed: boolean): Engine => ({
    ...honest,
    description: { ...honest.description, methods: [...honest.description.methods, "effects"] },
    effects: ({ inputs, cotangents }) =>
      Promise.resolve({ inputs: disposed ? {} : inputs, cotangents: cotangents!, tensors, buffers: 0 }),
  });
  const kindOf = async (engine: Engine): Promise<Judgement["kind"]> =>
    (
      await judge(
        laws.find(({ name }) => name === "no-effects")!,
        new Subject(engine, new Reference(exp)),
      )
    ).kind;

  it("is a finding where tensors stay behind or inputs are gone", async () => {
    expect(await kindOf(withEffects(0, false))).toBeNull();
    expect(await kindOf(withEffects(1, false))).toBe("mutates-input");
    expect(await kindOf(withEffects(0, true))).toBe("mutates-input");
  });
});

it("an engine that writes on what it is given spoils nothing for the laws after it", async () => {
  const [writing, c] = broken["no-effects"]!;
  const before = mapArrays(c.inputs, (x) => x);
  const subject = new Subject(writing, new Reference(c));
  await subject.vjp(c.cotangents);
  expect(c.inputs).toEqual(before);
});

it("results of the wrong type or size are kinds of their own", () => {
  expect(judgeError(new ResultError("wrong-dtype", "wrong dtype: int32")).kind).toBe("wrong-dtype");
  expect(judgeError(new ResultError("wrong-shape", "wrong shape: 2 numbers")).kind).toBe("wrong-shape");
});

import { describe, expect, it } from "vitest";
import { hvpAgreement } from "../../properties/laws/hvp-agreement.ts";
import { subgradient } from "../../properties/laws/subgradient.ts";
import { valueAgreement } from "../../properties/laws/value-agreement.ts";
import { vjpAgreement } from "../../properties/laws/vjp-agreement.ts";
import { randomFrom } from "../../src/base/random.ts";
import type { Precision } from "../../src/base/ulp.ts";
import type { Case } from "../../src/checks/case.ts";
import { judge, type Judgement } from "../../src/checks/judge.ts";
import type { Law } from "../../src/checks/law.ts";
import { Reference, Subject } from "../../src/checks/subject.ts";
import { ops, tensor, type Tensor, type Value } from "../../src/index.ts";
import { cotangent, recordProgram, type Arrays, type Engine } from "../../src/oracles.ts";

type Numbers = readonly number[] | readonly (readonly number[])[] | number;

/** A case of a function, with cotangents and the derivatives of all its inputs asked for. */
function caseOf(f: (x: Readonly<Record<string, Value>>) => Value, inputs: Record<string, Numbers>, c: Numbers): Case {
  const given = Object.fromEntries(Object.entries(inputs).map(([name, x]): [string, Tensor] => [name, tensor(x)]));
  const recorded = recordProgram((x) => ({ out: f(x) }), given);
  const wrt = Object.keys(inputs);
  return { ...recorded, wrt, cotangents: { out: tensor(c) }, tangents: given };
}

/** An engine that gives these gradients, whatever it is asked. */
function answering(gradients: Arrays, precision: Precision): Engine {
  const own = cotangent("1.0.0");
  return {
    ...own,
    description: { ...own.description, engine: "toy", precision },
    vjp: () => Promise.resolve({ outputs: {}, gradients }),
  };
}

/** What a law says of these gradients. */
function judged(c: Case, gradients: Record<string, Numbers>, precision: Precision = "float32", law: Law = subgradient): Promise<Judgement> {
  const arrays = Object.fromEntries(Object.entries(gradients).map(([name, g]): [string, Tensor] => [name, tensor(g)]));
  return judge(law, new Subject(answering(arrays, precision), new Reference(c)));
} // prettier-ignore

const ties = caseOf(({ x }) => ops.max(x!), { x: [2, 2, 2] }, 1);
const relu = caseOf(({ x }) => ops.relu(x!), { x: [0, 1, -1] }, [1, 1, 1]);
const tie = caseOf(({ x, y }) => ops.maximum(x!, y!), { x: [1, 5], y: [1, 3] }, [2, 1]);

const distances = caseOf(
  ({ x, w }) => ops.absolute_difference(x!, x!, w!, { use_weights: true, reduction: "sum" }),
  { x: [3, 3, 3], w: [3, 3, 3] },
  1.01171875,
);

describe("at a kink", () => {
  it.each<[string, Case, Record<string, Numbers>]>([
    ["even shares of a tie", ties, { x: [1 / 3, 1 / 3, 1 / 3].map(Math.fround) }],
    ["all to one of a tie", ties, { x: [0, 0, 1] }],
    ["relu′(0) = 0", relu, { x: [0, 1, 0] }],
    ["relu′(0) = 1", relu, { x: [1, 1, 0] }],
    ["abs′(0) = −1", caseOf(({ x }) => ops.abs(x!), { x: [0] }, [1]), { x: [-1] }],
    ["clip′ = ½ at a bound", caseOf(({ x }) => ops.clip(x!, { min: -1, max: 1 }), { x: [1, -1] }, [1, 1]), { x: [0.5, 0] }],
    ["maximum: (½, ½)", tie, { x: [1, 1], y: [1, 0] }],
    ["maximum: all to y", tie, { x: [0, 1], y: [2, 0] }],
    ["a jump: 0", caseOf(({ x }) => ops.sign(x!), { x: [0] }, [1]), { x: [0] }],
  ])("%s is a convention", async (_, c, gradients) => {
    const { verdict, kind, because, claims } = await judged(c, gradients);
    expect({ verdict, kind }).toEqual({ verdict: "inconclusive", kind: null });
    expect(because).toMatch(/stands at a (kink|jump): a valid gradient, by the engine's own convention$/);
    expect(claims).not.toEqual([]);
  }); // prettier-ignore

  it.each<[string, Case, Record<string, Numbers>]>([
    ["all to each of a tie", ties, { x: [1, 1, 1] }],
    ["nothing to a tie", ties, { x: [0, 0, 0] }],
    ["shares that sum to 1 but are none", ties, { x: [2, -1, 0] }],
    ["relu′(0) = 2", relu, { x: [2, 1, 0] }],
    ["relu′(0) = −0.1", relu, { x: [-0.1, 1, 0] }],
    ["a wrong entry beside the kink", relu, { x: [0, 2, 0] }],
    ["maximum: all to both", tie, { x: [2, 1], y: [2, 0] }],
    ["a jump: 1", caseOf(({ x }) => ops.sign(x!), { x: [0] }, [1]), { x: [1] }],
  ])("%s is no subgradient", async (_, c, gradients) => {
    expect(await judged(c, gradients)).toMatchObject({ verdict: "disagree", kind: "invalid-subgradient" });
  });

  it("which is said in words", async () => {
    expect((await judged(ties, { x: [1, 1, 1] })).because).toBe(
      'max stands at a kink: the sum of entries 0, 1, 2 of "x" is 3, and of every valid gradient it is 1',
    );
    expect((await judged(relu, { x: [-0.25, 1, 0] })).because).toBe(
      'relu stands at a kink: entry 0 of "x" is -0.25, and of every valid gradient it lies between 0 and 1',
    );
  });

  it.each([NaN, Infinity])("%d is never a subgradient", async (g) => {
    expect(await judged(relu, { x: [g, 1, 0] })).toMatchObject({ verdict: "disagree", kind: "non-finite" });
  });

  it("is none where every side gives one gradient, whatever rounding makes of it", async () => {
    const zeros = { x: [0, 0, 0], w: [0, 0, 0] };
    expect((await judged(distances, zeros, "float64")).claims).toEqual([]);
    expect((await judged(distances, zeros, "float64", vjpAgreement)).kind).toBeNull();
  });

  it("a gradient of another shape is what it is", async () => {
    expect(await judged(relu, { x: [0, 1] })).toMatchObject({ verdict: "disagree", kind: "wrong-shape" });
  });

  it("no other law of derivatives comes to a conclusion", async () => {
    for (const law of [vjpAgreement, hvpAgreement]) {
      const { verdict, because } = await judged(relu, { x: [5, 1, 0] }, "float32", law);
      expect(verdict).toBe("inconclusive");
      expect(because).toBe("relu stands at a kink: derivatives are not unique there");
    }
  });
});

describe("the rest of the program counts", () => {
  // ∂/∂x (x·y + exp(max(x, y))) = y + a·exp(2), ∂/∂y = x + (1 − a)·exp(2).
  const e2 = Math.exp(2);
  const around = caseOf(({ x, y }) => ops.add(ops.multiply(x!, y!), ops.exp(ops.maximum(x!, y!))), { x: 2, y: 2 }, 1);

  it.each([0, 0.25, 1])("a share of %d", async (a) => {
    const gradients = { x: Math.fround(2 + a * e2), y: Math.fround(2 + (1 - a) * e2) };
    expect((await judged(around, gradients)).verdict).toBe("inconclusive");
    const wrong = { ...gradients, y: Math.fround(gradients.y * 1.0001) };
    expect((await judged(around, wrong)).kind).toBe("invalid-subgradient");
  });

  it("one value on both sides of a tie is no kink", async () => {
    const twice = caseOf(({ x }) => ops.maximum(x!, x!), { x: [1, 2] }, [1, 1]);
    expect((await judged(twice, { x: [1, 1] }, "float32", vjpAgreement)).verdict).toBe("agree");
    expect((await judged(twice, { x: [2, 2] }, "float32", vjpAgreement)).kind).toBe("wrong-gradient");
    // Second derivatives may differ all the same, as they do for the larger of x² and 2x − 1 at 1.
    expect((await judged(twice, { x: [1, 1] }, "float32", hvpAgreement)).verdict).toBe("inconclusive");
  });

  it("a tie below the largest is no kink", async () => {
    const below = caseOf(({ x }) => ops.max(x!), { x: [1, 2, 1] }, 1);
    expect((await judged(below, { x: [0, 1, 0] }, "float32", vjpAgreement)).verdict).toBe("agree");
  });

  it("several kinks are not judged: valid choices at each may be none of the whole", async () => {
    // relu(x) − relu(−x) = x, of which 0 is no derivative though 0 is one of relu at 0.
    const both = caseOf(({ x }) => ops.subtract(ops.relu(x!), ops.relu(ops.negative(x!))), { x: [0] }, [1]);
    for (const x of [0, 1, 2, 5]) {
      const { verdict, because } = await judged(both, { x: [x] });
      expect(verdict).toBe("inconclusive");
      expect(because).toMatch(/^several steps stand at kinks \(relu\)/);
    }
  });
});

describe("within reach of a kink", () => {
  // exp(1) less its neighbour in float32: off zero for float64, and zero or not for float32.
  const near = caseOf(({ x, y }) => ops.relu(ops.subtract(ops.exp(x!), y!)), { x: [1], y: [Math.fround(Math.E)] }, [1]);

  it("an engine may stand on the other side of it, if its precision is no better", async () => {
    for (const x of [0, Math.fround(Math.E)]) expect((await judged(near, { x: [x], y: [x === 0 ? 0 : -1] })).verdict).toBe("inconclusive");
    expect((await judged(near, { x: [-1], y: [0] })).kind).toBe("invalid-subgradient");
    expect((await judged(near, { x: [Math.E], y: [0] })).kind).toBe("invalid-subgradient");
  }); // prettier-ignore

  it("but not one of a better precision", async () => {
    const below = Math.E < Math.fround(Math.E);
    const right = { x: [below ? 0 : Math.E], y: [below ? 0 : -1] };
    const wrong = { x: [below ? Math.E : 0], y: [below ? -1 : 0] };
    expect((await judged(near, right, "float64", vjpAgreement)).verdict).toBe("agree");
    expect((await judged(near, wrong, "float64", vjpAgreement)).verdict).toBe("disagree");
  });

  it("of a jump not even values are judged", async () => {
    const c = caseOf(({ x, y }) => ops.sign(ops.subtract(ops.exp(x!), y!)), { x: [1], y: [Math.fround(Math.E)] }, [1]);
    expect((await judged(c, {}, "float32", valueAgreement)).because).toBe("sign stands near a jump");
    expect((await judged(c, {}, "float64", valueAgreement)).verdict).toBe("agree");
  });
});

describe.each(["float32", "float64"] as const)("random conventions of a %s engine", (precision) => {
  const random = randomFrom(5);
  const held = (x: number): number => (precision === "float32" ? Math.fround(x) : x);
  const between = (low: number, high: number): number => low + (high - low) * random();

  /** max(x, axis 1)·k, where rows of x hold ties, and its gradient when the elements that tie have random shares times `factor`. */
  function drawTies(factor: number): { readonly c: Case; readonly x: number[][] } {
    const [rows, columns] = [1 + Math.floor(random() * 3), 2 + Math.floor(random() * 4)];
    const x = Array.from({ length: rows }, () => Array.from({ length: columns }, (_, i) => (i < 2 ? 3 : Math.floor(random() * 4))));
    const k = Array.from({ length: rows }, () => held(between(0.5, 2)));
    const gradient = x.map((row, r) => {
      const raw = row.map((v) => (v === 3 && random() < 0.7 ? random() : 0));
      if (!raw.some((w) => w > 0)) raw[0] = 1;
      const total = raw.reduce((sum, w) => sum + w, 0);
      return raw.map((w) => held((factor * k[r]! * w) / total));
    });
    const c = caseOf(({ x }) => ops.multiply(ops.max(x!, { axis: 1 }), tensor(k)), { x }, k.map(() => 1));
    return { c, x: gradient };
  } // prettier-ignore

  it("are never convicted where shares sum to 1, and always where they do not", async () => {
    for (let n = 0; n < 150; n++) {
      const valid = drawTies(1);
      expect((await judged(valid.c, { x: valid.x }, precision)).verdict).toBe("inconclusive");
      const invalid = drawTies(random() < 0.5 ? between(1.0001, 3) : between(-1, 0.9999));
      expect((await judged(invalid.c, { x: invalid.x }, precision)).kind).toBe("invalid-subgradient");
    }
  });

  it("are never convicted for a slope between those of the sides, and always for one that is not", async () => {
    const kinks = [
      { f: (x: Value): Value => ops.relu(x), at: [0], low: 0, high: 1 },
      { f: (x: Value): Value => ops.abs(x), at: [0], low: -1, high: 1 },
      { f: (x: Value): Value => ops.clip(x, { min: -2, max: 1 }), at: [-2, 1], low: 0, high: 1 },
    ];
    for (let n = 0; n < 150; n++) {
      const { f, at, low, high } = kinks[n % 3]!;
      const x = Array.from({ length: 4 }, () => at[Math.floor(random() * at.length)]!);
      const c = x.map(() => held(between(0.5, 2)) * (random() < 0.5 ? -1 : 1));
      const cased = caseOf(({ x: v }) => f(v!), { x }, c);
      const gradient = c.map((g) => held(g * between(low, high)));
      expect((await judged(cased, { x: gradient }, precision)).verdict).toBe("inconclusive");
      const slope = random() < 0.5 ? between(high + 1e-4, 3) : between(-3, low - 1e-4);
      expect((await judged(cased, { x: gradient.with(2, held(c[2]! * slope)) }, precision)).kind).toBe(
        "invalid-subgradient",
      );
    }
  });
});

import { describe, expect, it } from "vitest";
import { boundsOf } from "../../src/checks/bounds.ts";
import { noiseOf, roundingBounds } from "../../src/checks/budget.ts";
import { vjpTask } from "../../src/checks/tasks.ts";
import { jacobian, ops, tensor } from "../../src/index.ts";
import { arithmeticOf, type Arithmetic } from "../../src/oracles/arithmetic.ts";
import {
  correctlyRounded,
  eta,
  expectNear,
  float32,
  NEAR,
  ofGradient,
  ofValue,
  programOf,
  step,
  tensorsOf,
  u,
} from "./bounds-support.ts";

describe("the bound of one rounding", () => {
  it("is a unit for the op and a unit for handing over, and room for underflow", () => {
    expectNear(ofValue({ x: 3, y: 5 }, [step("multiply", "x y")])[0]!, 2 * u * 15 + 2 * eta);
    expectNear(
      ofValue({ x: 3, y: 5 }, [step("multiply", "x y")], { ...float32, precision: "float64" })[0]!,
      2 ** -52 * 15,
    );
  });

  it("is the handing over alone where an op only moves numbers", () => {
    expect(ofValue({ x: [1, -2] }, [step("negative", "x")])).toEqual(Float64Array.of(u + eta, 2 * u + eta));
  });

  it("is none at zeros that are exact", () => {
    expect(ofValue({ x: [0, 1], y: [3, 0] }, [step("multiply", "x y")])).toEqual(Float64Array.of(0, 0));
  });

  it("leaves room to flush what is subnormal, in units of the smallest normal number", () => {
    expectNear(ofValue({ x: 1e-20, y: 1e-20 }, [step("multiply", "x y")])[0]!, 2 * eta);
    expectNear(ofValue({ x: [1e-40, 1e-40, 1e-40] }, [step("sum", "x")])[0]!, 3 * eta);
  });

  it("is what the entry allows, unless the engine was measured", () => {
    const at = { x: 2 ** -10 };
    const y = Math.log1p(Math.exp(-(2 ** -10))) + 2 ** -10;
    expectNear(ofValue(at, [step("softplus", "x")])[0]!, u * (8 * y + 32) + u * y);
    const measured = { softplus: { relative: 3, absolute: 0.5 } };
    expectNear(ofValue(at, [step("softplus", "x")], { ...float32, measured })[0]!, u * (3 * y + 0.5) + u * y);
  });
});

describe("the bound of a sum", () => {
  const terms = [1, -2, 4, 8];

  it("of n numbers is n − 1 roundings of Σ |x|, in any order", () => {
    expectNear(ofValue({ x: terms }, [step("sum", "x")])[0]!, u * 3 * 15 + u * 11);
    expectNear(ofValue({ x: [4, -1] }, [step("sum", "x")])[0]!, u * 5 + u * 3);
    expectNear(ofValue({ x: [7] }, [step("sum", "x")])[0]!, u * 7);
  });

  it("that undoes broadcasting is one too", () => {
    const at = {
      program: programOf({ x: 1, y: 1 }, [step("add", "x y")]),
      inputs: tensorsOf({ x: 1, y: terms }),
      wrt: ["x"],
    };
    expectNear(boundsOf(vjpTask(at, { out: tensor(terms) }), float32)["x"]!.data[0]!, u * 3 * 15 + u * 11);
  });

  it("that is divided rounds each term once more, and the number it is multiplied by", () => {
    expectNear(ofValue({ x: terms }, [step("mean", "x")])[0]!, u * (4 * (15 / 4) + 2 * (11 / 4)) + u * (11 / 4));
  });

  it("of n products is n roundings of Σ |a·b|", () => {
    expectNear(ofValue({ x: terms, y: [1, 1, 1, -1] }, [step("matmul", "x y")])[0]!, u * 4 * 15 + u * 5);
  });

  it("of a softmax has what its exponents and their sum lose beside what is measured", () => {
    const measured = { softmax: { relative: 1, absolute: 0 } };
    const bounds = ofValue({ x: [0, 3] }, [step("softmax", "x")], { ...float32, measured });
    const y = 1 / (1 + Math.exp(-3));
    // Exponents off by 3u, u·ln 2 of the sum for these, one addition, the function's own unit; and the handing over.
    expectNear(bounds[1]!, u * y * (3 + Math.log(2) + 1 + 1) + u * y);
  });

  it("of a log-softmax has what the sum of its exponentials loses, as an absolute error", () => {
    const measured = { log_softmax: { relative: 1, absolute: 2 } };
    const bounds = ofValue({ x: [0, 3] }, [step("log_softmax", "x")], { ...float32, measured });
    const v = Math.log1p(Math.exp(-3));
    expectNear(bounds[1]!, u * (v + 2 + 1 + Math.log(2)) + u * v);
  });

  it("counts how many places point to one", () => {
    const at = {
      program: programOf({ x: 1, i: 1 }, [step("take", "x i")]),
      inputs: tensorsOf({ x: [1, 1], i: [0, 0, 0, 1] }),
    };
    const bounds = boundsOf(vjpTask({ ...at, wrt: ["x"] }, { out: tensor([1, 2, 4, 8]) }), float32)["x"]!.data;
    // The most that point to one place are three, so two additions, of which the other place knows nothing.
    expectNear(bounds[0]!, u * 2 * 7 + u * 7);
    expectNear(bounds[1]!, u * 2 * 8 + u * 8);
  });
});

describe("the bound of several roundings", () => {
  it("weighs each by how the result hangs on it", () => {
    // (x·y)·z: the first product is off by u·|x·y|, which z carries on.
    expectNear(ofValue({ x: 3, y: 5, z: 7 }, [step("multiply", "x y", "p"), step("multiply", "p z")])[0]!, 3 * u * 105);
    // x·y − 14 at 15: a unit of 15 is 15 units of 1.
    expectNear(
      ofValue({ x: 3, y: 5, z: 14 }, [step("multiply", "x y", "p"), step("subtract", "p z")])[0]!,
      u * (15 + 1 + 1),
    );
  });

  it("goes on behind a value that has no derivative", () => {
    // tanh(sign(x)) does not move with x, and is rounded all the same.
    const bound = ofValue({ x: 2 }, [step("sign", "x", "s"), step("tanh", "s")], {
      ...float32,
      measured: correctlyRounded,
    });
    expectNear(bound[0]!, 2 * u * Math.tanh(1));
  });

  it("sees what only two roundings together do", () => {
    // (x·y − x·y)², each product rounded by itself: 0 in truth, (2u·|x·y|)² as it may come.
    const steps = [
      step("multiply", "x y", "p"),
      step("multiply", "x y", "q"),
      step("subtract", "p q", "d"),
      step("square", "d"),
    ];
    const bound = ofValue({ x: 3, y: 5 }, steps)[0]!;
    expect(bound).toBeGreaterThanOrEqual((2 * u * 15) ** 2);
    // Moved by two allowances each, the products are 4u·|x·y| apart.
    expect(bound).toBeLessThan(18 * (u * 15) ** 2);
  });

  it("moves every intermediate by one to two allowances", () => {
    // (x·y − 15)² at 15: the slope is 2q for a q that is δ away from 0, and the product is off by u·15.
    const x = Array.from({ length: 64 }, (_, i) => 3 + (i % 7) / 8);
    const z = x.map((v) => v * 5);
    const steps = [step("multiply", "x y", "p"), step("subtract", "p z", "q"), step("square", "q")];
    const moves = [...ofValue({ x, y: 5, z }, steps)].map((bound, i) => bound / (2 * (u * z[i]!) ** 2));
    expect(Math.min(...moves)).toBeGreaterThanOrEqual(1);
    expect(Math.min(...moves)).toBeLessThan(1.5);
    expect(Math.max(...moves)).toBeGreaterThan(1.5);
    expect(Math.max(...moves)).toBeLessThan(2 + NEAR);
  });

  it("of one output has nothing of another's", () => {
    const inputs = [tensor(3)];
    const [both, square] = [
      roundingBounds([(x) => [ops.square(x), ops.exp(ops.multiply(x, 4))]], inputs, float32, false),
      roundingBounds([(x) => [ops.square(x)]], inputs, float32, false),
    ];
    expect(both[0]!.data[0]).toBe(square[0]!.data[0]);
  });

  it("is not spoilt by padding with −∞, which no rounding moves", () => {
    const line = step("reshape", "x", "line", { shape: [1, 3, 1] });
    const pooled = step("max_pool1d", "line", "out", { window: 3, strides: 1, padding: "same" });
    expect([...ofValue({ x: [1, 2, 4] }, [line, pooled])]).toEqual([2 * u, 4 * u, 4 * u]);
  });

  it("is not spoilt by an infinite slope of what is exact", () => {
    expect(ofValue({ x: [0, 4] }, [step("reshape", "x", "y", { shape: [2] }), step("sqrt", "y")])[0]).toBe(0);
  });

  it("looks at both sides of a point", () => {
    // An error e of a factor makes 2e + e² of a square; with allowances as large as this one, e² is seen.
    const measured = { ...correctlyRounded, exp: { relative: 10_000, absolute: 0 } };
    const x = Array.from({ length: 16 }, (_, i) => i / 16);
    const bounds = ofValue({ x }, [step("exp", "x", "y"), step("square", "y")], { ...float32, measured });
    const e = 10_000 * u;
    bounds.forEach((bound, i) => {
      expect(bound / Math.exp(x[i]!) ** 2).toBeGreaterThanOrEqual(2 * e + e * e);
      expect(bound / Math.exp(x[i]!) ** 2).toBeLessThan(2 * e + 20 * e * e);
    });
  });

  it("has all entries, however many there are", () => {
    const x = Array.from({ length: 70 }, (_, i) => i + 1);
    const bounds = ofValue({ x }, [step("square", "x")]);
    bounds.forEach((bound, i) => {
      expectNear(bound, 2 * u * x[i]! ** 2);
    });
  });

  it("is taken of a Jacobian inside as well", () => {
    const [bounds] = roundingBounds([(x) => [jacobian((y) => ops.square(y))(x)]], [tensor([3, 5])], float32, true);
    expect(bounds!.shape).toEqual([2, 2]);
    // 2x and its product with the one of the direction.
    expectNear(bounds!.data[0]!, 3 * u * 6);
    expect(bounds!.data[1]).toBe(0);
  });
});

describe("the formulas of a derivative", () => {
  const units = { ...float32, measured: correctlyRounded };

  it("are all of those in use: the largest bound counts", () => {
    // g / x rounds once; g·(1 / x) twice. Handing over rounds once more.
    expectNear(ofGradient(3, 1, [step("log", "x")], units), (2 + 1) * (u / 3));
    expectNear(ofGradient(3, 1, [step("log", "x")], { ...units, own: true }), (1 + 1) * (u / 3));
  });

  it("add up over the ops, for the engine has one of each", () => {
    // ln(x) / 5: g / 5, or g·(1 / 5), then divided by x, or multiplied by 1 / x: four roundings at the most.
    const two = [step("log", "x", "y"), step("divide", "y five")];
    const at = { program: programOf({ x: 1, five: 1 }, two), inputs: tensorsOf({ x: 3, five: 5 }), wrt: ["x"] };
    expectNear(boundsOf(vjpTask(at, { out: tensor(1) }), units)["x"]!.data[0]!, (4 + 1) * (u / 15));
    // ln(√x): log's slope 1/√x by 2 roundings and √x's ½/√x by 2 of ½/√x·g, with what √x itself is off in both.
    const both = ofGradient(9, 1, [step("sqrt", "x", "y"), step("log", "y")], units);
    // g = 1/√x: 2 units of its own and 1 of √x. Then g·(½ / √x): 2 units and 1 of √x again, and handing over.
    expectNear(both, (3 + 3 + 1) * (u / 18));
  });

  it("are taken of all outputs together and one by one", () => {
    // −5x twice, with cotangents of 8 and −7: 5·(8 − 7) rounds less than 5·8 − 5·7.
    const steps = [step("multiply", "x five", "v"), step("negative", "v"), step("negative", "v", "other")];
    const program = { ...programOf({ x: 1, five: 1 }, steps), outputs: ["out", "other"] };
    const at = { program, inputs: tensorsOf({ x: 2, five: 5 }), wrt: ["x"] };
    const bounds = boundsOf(vjpTask(at, { out: tensor(8), other: tensor(-7) }), units);
    expectNear(bounds["x"]!.data[0]!, u * (40 + 35 + 5 + 5));
  });

  it("of the reference are its own, which round less", () => {
    const own = ofGradient(3, 1, [step("tanh", "x")], { ...float32, own: true });
    const others = ofGradient(3, 1, [step("tanh", "x")], {
      ...float32,
      measured: { tanh: { relative: 1, absolute: 0 } },
    });
    // 1 − y² at y = tanh 3 loses what y is off a hundred times over.
    expect(others).toBeGreaterThan(20 * u * (1 - Math.tanh(3) ** 2));
    expect(own).toBeLessThan(12 * u * (1 - Math.tanh(3) ** 2));
  });

  it("do not matter to values", () => {
    expectNear(ofValue({ x: 3 }, [step("log", "x")], units)[0]!, 2 * u * Math.log(3));
  });

  it("are taken by every way to compute", () => {
    const [one] = roundingBounds([(x) => [ops.square(x)]], [tensor(3)], units, true);
    const [two] = roundingBounds(
      [(x) => [ops.square(x)], (x) => [ops.negative(ops.negative(ops.multiply(ops.exp(ops.log(x)), x)))]],
      [tensor(3)],
      units,
      true,
    );
    expect(two!.data[0]).toBeGreaterThan(2 * one!.data[0]!);
  });
});

describe("where nothing can be said", () => {
  it("the bound is NaN when an engine may overflow on the way", () => {
    const steps = [step("exp", "x", "y"), step("log", "y")];
    expect(ofValue({ x: 86 }, steps)[0]).toBeNaN();
    expect(ofValue({ x: 85 }, steps)[0]).toBeLessThan(1e-3);
    expect(ofValue({ x: 86 }, steps, { ...float32, precision: "float64" })[0]).toBeLessThan(1e-12);
    // One element that overflows is enough.
    expect(ofValue({ x: [1, 86] }, steps)[1]).toBeNaN();
  });

  it("the bound is infinite when it cannot be computed", () => {
    const steps = [step("exp", "x", "z"), step("divide", "y z")];
    expect(ofValue({ x: 1000, y: 1 }, steps)[0]).toBe(Number.POSITIVE_INFINITY);
    const at = { program: programOf({ x: 1, y: 1 }, steps), inputs: tensorsOf({ x: 1000, y: 1 }), wrt: ["y"] };
    expect(boundsOf(vjpTask(at, { out: tensor(1) }), float32)["y"]!.data[0]).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("the noise of values in float64", () => {
  it("is that of the inputs, of every op, and of handing over", () => {
    const [noise] = noiseOf((x, y) => [ops.multiply(x, y)], [tensor(3), tensor(5)]);
    expectNear(noise!.data[0]!, 2 ** -53 * 15 * (2 + 2 + 1 + 1));
  });
});

describe("a zero by cancellation", () => {
  it("is not an exact one", () => {
    const [noise] = noiseOf((x, y, z) => [ops.subtract(ops.multiply(x, y), z)], [tensor(3), tensor(5), tensor(15)]);
    expect(noise!.data[0]).toBeGreaterThan(2 ** -53 * 15);
  });
});

describe("the arithmetic of an engine", () => {
  const of = (engine: string, version: string): Arithmetic =>
    arithmeticOf({ engine, version, precision: "float32", methods: [], ops: [] });

  it("is the measured one of this version, else that of any", () => {
    expect(of("tfjs-wasm", "4.22.0")).toMatchObject({ name: "tfjs-wasm", own: false });
    expect(of("tfjs-wasm", "4.22.0").measured["sigmoid"]!.relative).toBeGreaterThan(2);
    expect(of("tfjs-wasm", "4.23.0")).toEqual({ name: "float32", precision: "float32", own: false, measured: {} });
    expect(of("torch", "2")).toEqual(of("tfjs-wasm", "0"));
    expect(of("cotangent", "0").own).toBe(true);
  });
});

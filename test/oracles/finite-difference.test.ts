import { describe, expect, it } from "vitest";
import { DomainError } from "../../src/base/errors.ts";
import { finiteDifference, finiteDifferenceOf, type Batched } from "../../src/oracles.ts";
import { tensor, type Tensor } from "../../src/index.ts";
import { Tensor as BatchedTensor } from "../../src/tensor/tensor.ts";

const U = 2 ** -53;

/** A function of each element, over batches too. */
function elementwise(f: (x: number) => number): Batched {
  return ([x]) => new BatchedTensor(x!.shape, x!.data.map(f), x!.batch);
}

interface Found {
  readonly estimate: number;
  readonly bound: number;
  readonly kink: boolean;
}

/** The derivative of a function of one number, its value being right to a few roundings of `size`. */
function slope(f: (x: number) => number, at: number, size = Math.abs(f(at)), claimed?: number, direction = 1): Found {
  const noise = tensor(8 * U * size + 2 ** -1022);
  const claim = claimed === undefined ? undefined : tensor(claimed);
  const { estimate, bound, kink } = finiteDifference(elementwise(f), [tensor(at)], [tensor(direction)], noise, claim);
  return { estimate: estimate.data[0]!, bound: bound.data[0]!, kink: kink.data[0] === 1 };
}

interface Smooth {
  readonly name: string;
  readonly f: (x: number) => number;
  readonly at: number;
  readonly want: number;
}

describe("derivatives are estimated within a tight bound", () => {
  it.each<Smooth>([
    { name: "exp", f: Math.exp, at: 1, want: Math.E },
    { name: "sin where it is steep, with 10⁵ waves", f: (x) => Math.sin(1e5 * x), at: 0, want: 1e5 },
    { name: "a cubic at its saddle", f: (x) => x ** 3 + x, at: 0, want: 1 },
    { name: "a steep tanh", f: (x) => Math.tanh(1e5 * x), at: 0, want: 1e5 },
    { name: "a resonance", f: (x) => 1 / (1 + (1e4 * x) ** 2), at: 1e-4, want: -5e3 },
    { name: "sqrt by the edge of its domain", f: Math.sqrt, at: 1e-8, want: 5e3 },
    { name: "log by the edge of its domain", f: Math.log, at: 1e-300, want: 1e300 },
    { name: "a pole that is near", f: (x) => 1 / x, at: -1e-9, want: -1e18 },
    { name: "a pole far to the other side of the steps", f: (x) => x + 1e-18 / (x - 1e-5), at: 0, want: 1 - 1e-8 },
    { name: "a kink that is near", f: (x) => Math.abs(x - 1), at: 1 + 1e-5, want: 1 },
    { name: "a kink at the scale of a tiny input", f: Math.abs, at: -1e-200, want: -1 },
    { name: "tiny inputs", f: (x) => 1e300 * x, at: 1e-300, want: 1e300 },
    { name: "huge inputs", f: Math.log, at: 1e300, want: 1e-300 },
  ])("$name", ({ f, at, want }) => {
    const { estimate, bound, kink } = slope(f, at, Math.abs(f(at)) + Math.abs(at * want));
    expect(Math.abs(estimate - want)).toBeLessThanOrEqual(bound + 4 * U * Math.abs(want));
    expect(bound).toBeLessThan(1e-5 * Math.abs(want));
    expect(kink).toBe(false);
  });

  it("at the edge of the domain, from the side that has values", () => {
    const { estimate, bound, kink } = slope((x) => x ** 2.5 + 3 * x, 0, 0);
    expect(estimate).toBeCloseTo(3, 6);
    expect(bound).toBeLessThan(1e-6);
    expect(kink).toBe(false);
    expect(slope((x) => (x > 1 ? NaN : x * x), 1).estimate).toBeCloseTo(2, 6);
  });
});

describe("where values cannot tell, nothing is known", () => {
  it.each<Omit<Smooth, "want">>([
    { name: "at a pole", f: (x) => 1 / x, at: 0 },
    { name: "outside of the domain", f: Math.sqrt, at: -1 },
    { name: "at a vertical tangent", f: Math.cbrt, at: 0 },
    { name: "at the edge of the domain, where the slope is infinite", f: Math.sqrt, at: 0 },
    { name: "at a jump", f: Math.sign, at: 0 },
    { name: "a hair from a jump", f: (x) => Math.sign(x - 1), at: 1 + 1e-12 },
    { name: "a hair from a pole", f: (x) => 1e-10 / (x - 1), at: 1 + 1e-12 },
    { name: "a hair from a kink", f: (x) => Math.abs(x - 1), at: 1 + 1e-11 },
    { name: "a peak narrower than every step", f: (x) => Math.exp(-((1e12 * (x - 1)) ** 2)), at: 1 + 5e-13 },
    { name: "waves shorter than every step", f: (x) => Math.sin(1e10 * x), at: 0 },
    { name: "infinite values", f: (x) => x * 1e300, at: 1e300 },
  ])("$name", ({ f, at }) => {
    expect(slope(f, at, 1)).toMatchObject({ estimate: NaN, bound: Infinity });
  });

  it("points at which the function throws that they are outside of its domain do not count", () => {
    const f: Batched = ([x]) => {
      if (x!.data.some((v) => v > 1.2)) throw new DomainError("f: no");
      return elementwise((v) => v * v)([x!]);
    };
    const differences = (at: number): number =>
      finiteDifference(f, [tensor(at)], [tensor(1)], tensor(8 * U)).estimate.data[0]!;
    expect(differences(1)).toBeCloseTo(2, 6);
    expect(() => differences(2)).toThrow(DomainError);
  });

  it("waves of any period: no ladder of steps is a ladder of periods", () => {
    for (let k = 0; k < 400; k++) {
      const w = 10 ** (k / 30);
      const { estimate, bound } = slope((x) => Math.sin(w * x), 0, 1);
      expect(Math.abs(estimate - w) <= bound || bound === Infinity, `ω = ${String(w)}`).toBe(true);
    }
  });

  it("noise that is not known leaves an estimate without a bound", () => {
    for (const noise of [NaN, Infinity]) {
      const { estimate, bound } = finiteDifference(elementwise(Math.exp), [tensor(0)], [tensor(1)], tensor(noise));
      expect(estimate.data[0]).toBeCloseTo(1, 6);
      expect(bound.data[0]).toBe(Infinity);
    }
  });

  it("noise widens the bound", () => {
    const noisy = (x: number): number => Math.exp(x) + 1e-6 * Math.sin(1e15 * x);
    const { data } = finiteDifference(elementwise(noisy), [tensor(0)], [tensor(1)], tensor(2e-6)).bound;
    expect(data[0]).toBeGreaterThan(1e-6);
    expect(data[0]).toBeLessThan(1e-2);
  });
});

describe("kinks", () => {
  it.each([
    { name: "abs", f: Math.abs, at: 0, sides: [-1, 1] },
    { name: "relu on a slope", f: (x: number) => Math.max(0, x - 2) + 3 * x, at: 2, sides: [3, 4] },
    { name: "a kink on a curve", f: (x: number) => Math.exp(x) + 1e-3 * Math.abs(x), at: 0, sides: [0.999, 1.001] },
  ])("$name: the bound spans both one-sided slopes", ({ f, at, sides }) => {
    const { estimate, bound, kink } = slope(f, at, 1);
    expect(kink).toBe(true);
    for (const side of sides) expect(Math.abs(side - estimate)).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(0.501 * (sides[1]! - sides[0]!));
  });

  it("a hair away it is within reach, a step away it is not", () => {
    const f = (x: number): number => Math.abs(x - 1) + x;
    expect(slope(f, 1 + 1e-11).kink).toBe(true);
    expect(slope(f, 1 - 1e-4)).toMatchObject({ kink: false });
  });
});

describe("claims", () => {
  it("that three points bear out cost three points a direction, others a ladder", () => {
    const count = (claimed: number): number => {
      let points = 0;
      const f: Batched = ([x]) => {
        points += x!.batch;
        return elementwise(Math.exp)([x!]);
      };
      finiteDifference(f, [tensor(0)], [tensor(1)], tensor(8 * U), tensor(claimed));
      return points;
    };
    expect(count(1)).toBe(1 + 3);
    expect(count(1.001)).toBeGreaterThan(20);
  });

  it("that are true near a pole are not refuted, and false ones are", () => {
    for (const d of [1e-9, 1e-7, 1e-4, 1e-2]) {
      const f = (x: number): number => Math.sin(x) + 1e-8 / (x - 1);
      const truth = Math.cos(1 + d) - 1e-8 / d ** 2;
      const refuted = (claimed: number): boolean => {
        const { estimate, bound } = slope(f, 1 + d, 1 + 1e-8 / d ** 2, claimed);
        return Math.abs(estimate - claimed) > bound;
      };
      expect(refuted(truth), `a true claim ${String(d)} from the pole`).toBe(false);
      expect(refuted(truth * 1.001), `a false claim ${String(d)} from the pole`).toBe(d >= 1e-4);
    }
  });

  it("that a feature lost in the noise could bring about are neither borne out nor refuted", () => {
    // A pole 10⁻⁷ away of which the value shows 10⁻¹⁶, and the slope 10⁻⁹.
    const f = (x: number): number => 1 + x + 1e-23 / (x - 1e-7);
    expect(slope(f, 0, 1).bound).toBeLessThan(1e-9);
    expect(slope(f, 0, 1, 1 - 3e-9).bound).toBe(Infinity);
    expect(slope(f, 0, 1, 1.1)).toMatchObject({ kink: false });
    expect(slope(f, 0, 1, 1.1).bound).toBeLessThan(1e-9);
  });
});

describe("directions", () => {
  const f: Batched = ([x, y]) => {
    const batch = Math.max(x!.batch, y!.batch);
    const of = (t: Tensor, n: number, i: number): number => t.data[(t.batch === 1 ? 0 : 2 * n) + i]!;
    const data = Array.from({ length: batch }, (_, n) => Math.exp(of(x!, n, 0)) * of(y!, n, 1) + of(x!, n, 1) ** 2);
    return new BatchedTensor([], Float64Array.from(data), batch);
  };
  const at = [tensor([0.5, -1]), tensor([2, 3])];
  const noise = tensor(32 * U);

  it("are a batch, of one input or several; one by one they give the same", () => {
    const directions = [new BatchedTensor([2], Float64Array.of(1, 0, 0, 1, 2, -1), 3), new BatchedTensor([2], Float64Array.of(0, 0, 0, 0, 5, 1), 3)]; // prettier-ignore
    const together = finiteDifference(f, at, directions, noise);
    const want = [3 * Math.exp(0.5), -2, 6 * Math.exp(0.5) + 2 + Math.exp(0.5)];
    for (let n = 0; n < 3; n++) {
      const alone = finiteDifference(f, at, directions.map((d) => tensor({ shape: [2], data: d.data.slice(2 * n, 2 * n + 2) })), noise); // prettier-ignore
      expect(alone.estimate.data[0]).toBe(together.estimate.data[n]);
      expect(alone.bound.data[0]).toBe(together.bound.data[n]);
      expect(Math.abs(together.estimate.data[n]! - want[n]!)).toBeLessThanOrEqual(together.bound.data[n]!);
    }
  });

  it("of any length: the derivative is in proportion", () => {
    for (const length of [1e-300, 1e-8, 1e8, 1e300]) {
      const { estimate, bound } = slope(Math.exp, 0, 1, undefined, length);
      expect(estimate / length).toBeCloseTo(1, 9);
      expect(bound / length).toBeLessThan(1e-8);
    }
  });

  it("of zeros lead nowhere", () => {
    expect(slope(Math.exp, 0, 1, undefined, 0)).toEqual({ estimate: 0, bound: 0, kink: false });
    expect(slope((x) => 1 / x, 0, 1, undefined, 0)).toMatchObject({ estimate: NaN, bound: Infinity });
  });

  it("results and inputs of no elements have no derivatives", () => {
    const none = finiteDifference(([x]) => new BatchedTensor([0], new Float64Array(0), x!.batch), [tensor(1)], [tensor(1)], tensor([])); // prettier-ignore
    expect(none.estimate.shape).toEqual([0]);
    const still = finiteDifference(() => tensor(1), [tensor([])], [tensor([])], tensor(0));
    expect(still.estimate.data[0]).toBe(0);
  });
});

describe("an engine of float32", () => {
  const points: number[] = [];
  const engine = (f: (x: number) => number) => ([x]: readonly Tensor[]): Promise<Tensor> => {
    points.push(x!.data[0]!);
    return Promise.resolve(tensor(Math.fround(f(x!.data[0]!))));
  }; // prettier-ignore
  const own = async (f: (x: number) => number, at: number): Promise<Found> => {
    points.length = 0;
    const noise = tensor(2 ** -24 * Math.abs(f(at)) + 2 ** -126);
    const { estimate, bound, kink } = await finiteDifferenceOf(engine(f), [tensor(at)], [tensor(1)], noise, "float32");
    return { estimate: estimate.data[0]!, bound: bound.data[0]!, kink: kink.data[0] === 1 };
  };

  it("is asked at its own numbers, evenly about the point", async () => {
    const x = Math.fround(1.1);
    await own(Math.exp, x);
    expect(points.every((p) => Math.fround(p) === p)).toBe(true);
    for (let k = 1; k < points.length; k += 2) expect(points[k]! - x).toBe(x - points[k + 1]!);
  });

  it.each<Smooth>([
    { name: "exp", f: Math.exp, at: 1, want: Math.E },
    { name: "tanh", f: Math.tanh, at: 0.5, want: 1 - Math.tanh(0.5) ** 2 },
    { name: "sqrt near the edge", f: Math.sqrt, at: 2 ** -20, want: 2 ** 9 },
    { name: "log of a tiny number", f: Math.log, at: 2 ** -100, want: 2 ** 100 },
  ])("estimates $name from its own values", async ({ f, at, want }) => {
    const { estimate, bound, kink } = await own(f, at);
    expect(Math.abs(estimate - want)).toBeLessThanOrEqual(bound);
    expect(bound).toBeLessThan(1e-2 * want);
    expect(kink).toBe(false);
  });

  it("knows a kink", async () => {
    expect(await own(Math.abs, 0)).toMatchObject({ kink: true, estimate: 0 });
  });

  it("passes on what the engine throws", async () => {
    const broken = (): Promise<Tensor> => Promise.reject(new Error("no value"));
    await expect(finiteDifferenceOf(broken, [tensor(1)], [tensor(1)], tensor(0), "float32")).rejects.toThrow(
      "no value",
    );
  });
});

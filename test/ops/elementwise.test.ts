import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ulpDistance } from "../../src/base/ulp.ts";
import { ops, tensor, type Operand, type Value } from "../../src/index.ts";
import {
  DRAWN,
  SPECIAL,
  broadcastAt,
  broadcastShape,
  broadcastable,
  build,
  expectTensor,
  shapes,
  tensorsOf,
} from "./support.ts";

const unary: Readonly<Record<string, [op: (x: Value) => Value, of: (x: number) => number]>> = {
  abs: [ops.abs, (x) => (x < 0 ? -x : x === 0 ? 0 : x)],
  exp: [ops.exp, (x) => Math.exp(x)],
  log: [ops.log, (x) => Math.log(x)],
  negative: [ops.negative, (x) => -x],
  relu: [ops.relu, (x) => (x > 0 ? x : Number.isNaN(x) ? Number.NaN : 0)],
  sign: [ops.sign, (x) => (x > 0 ? 1 : x < 0 ? -1 : x)],
  sqrt: [ops.sqrt, (x) => Math.sqrt(x)],
  square: [ops.square, (x) => x * x],
  tanh: [ops.tanh, (x) => Math.tanh(x)],
};

describe.each(Object.keys(unary))("%s", (name) => {
  const [op, of] = unary[name]!;

  it("works on each element, special ones included", () => {
    expectTensor(op(tensor(SPECIAL)), tensor(SPECIAL.map(of)));
  });

  it("keeps the shape, of any rank, and leaves its input as it is", () => {
    const cases = shapes(0, 6).chain((shape) => tensorsOf(shape));
    fc.assert(
      fc.property(cases, (x) => {
        const before = [...x.data];
        expectTensor(op(x), tensor({ shape: x.shape, data: before.map(of) }));
        expect([...x.data]).toEqual(before);
      }),
      { ...DRAWN, numRuns: 50 },
    );
  });
});

describe("sigmoid", () => {
  it("is 1 / (1 + e^−x), to the last bits, on both sides", () => {
    for (const x of [-30, -3, -1, -0.1, -0, 0, 1e-9, 0.1, 1, 3, 30])
      expect(ulpDistance(ops.sigmoid(x).data[0]!, 1 / (1 + Math.exp(-x)))).toBeLessThanOrEqual(4);
  });

  it("neither overflows nor loses what is tiny", () => {
    const y = ops.sigmoid(tensor([Infinity, -Infinity, NaN, 0, -0, 1000, -1000, -745, -700, 40]));
    expectTensor(y, tensor([1, 0, NaN, 0.5, 0.5, 1, 0, 5e-324, Math.exp(-700), 1]));
  });
});

describe("softplus", () => {
  it("is ln(1 + eˣ), to the last bits", () => {
    for (const x of [-30, -3, -1, -0.1, 0, 0.1, 1, 3, 30])
      expect(ulpDistance(ops.softplus(x).data[0]!, Math.log1p(Math.exp(x)))).toBeLessThanOrEqual(4);
  });

  it("neither overflows nor loses what is tiny", () => {
    const y = ops.softplus(tensor([Infinity, -Infinity, NaN, 1000, -1000, -700, Number.MAX_VALUE, 0]));
    expectTensor(y, tensor([Infinity, 0, NaN, 1000, 0, Math.exp(-700), Number.MAX_VALUE, Math.LN2]));
  });
});

const binary: Readonly<Record<string, [op: (x: Operand, y: Operand) => Value, of: (x: number, y: number) => number]>> =
  {
    add: [ops.add, (x, y) => x + y],
    divide: [ops.divide, (x, y) => x / y],
    equal: [ops.equal, (x, y) => (x === y ? 1 : 0)],
    greater: [ops.greater, (x, y) => (x > y ? 1 : 0)],
    greater_equal: [ops.greater_equal, (x, y) => (x >= y ? 1 : 0)],
    less: [ops.less, (x, y) => (x < y ? 1 : 0)],
    less_equal: [ops.less_equal, (x, y) => (x <= y ? 1 : 0)],
    maximum: [ops.maximum, (x, y) => Math.max(x, y)],
    minimum: [ops.minimum, (x, y) => Math.min(x, y)],
    multiply: [ops.multiply, (x, y) => x * y],
    pow: [ops.pow, power],
    subtract: [ops.subtract, (x, y) => x - y],
  };

/** IEEE 754 and the array API have 1 where the ECMAScript power has NaN: 1^NaN, (±1)^±∞. */
function power(x: number, y: number): number {
  if (x === 1 || (x === -1 && Math.abs(y) === Number.POSITIVE_INFINITY)) return 1;
  return x ** y;
}

describe.each(Object.keys(binary))("%s", (name) => {
  const [op, of] = binary[name]!;

  it("works on each pair of elements, special ones included", () => {
    const [x, y] = [tensor(SPECIAL.map((s) => [s])), tensor(SPECIAL)];
    const out = op(x, y);
    const wrong = SPECIAL.flatMap((a, i) =>
      SPECIAL.map((b, j) => ({ a, b, got: out.data[i * SPECIAL.length + j], want: of(a, b) })),
    ).filter(({ got, want }) => !Object.is(got, want));
    expect(wrong).toEqual([]);
  });

  it("broadcasts", () => {
    const cases = broadcastable(2).chain(([a, b]) => fc.tuple(tensorsOf(a!), tensorsOf(b!)));
    fc.assert(
      fc.property(cases, ([x, y]) => {
        const shape = broadcastShape([x.shape, y.shape]);
        expectTensor(
          op(x, y),
          build(shape, (index) => of(broadcastAt(x, index), broadcastAt(y, index))),
        );
      }),
      DRAWN,
    );
  });

  it("takes numbers for scalars", () => {
    const x = tensor([[2, 5]]);
    expectTensor(op(x, 3), op(x, tensor(3)));
    expectTensor(op(3, x), op(tensor(3), x));
  });
});

describe("clip", () => {
  it("holds every element between the bounds; one that is null or left out is none", () => {
    const x = tensor([-Infinity, -2, -1, -0, 0, 0.5, 1, 3, Infinity, NaN]);
    expectTensor(ops.clip(x, { min: -1, max: 1 }), tensor([-1, -1, -1, -0, 0, 0.5, 1, 1, 1, NaN]));
    expectTensor(ops.clip(x, { min: -1 }), tensor([-1, -1, -1, -0, 0, 0.5, 1, 3, Infinity, NaN]));
    expectTensor(ops.clip(x, { min: null, max: 0.5 }), tensor([-Infinity, -2, -1, -0, 0, 0.5, 0.5, 0.5, 0.5, NaN]));
    expectTensor(ops.clip(x, {}), x);
    expectTensor(ops.clip(x), x);
  });

  it("is the upper bound where the bounds are crossed", () => {
    expectTensor(ops.clip(tensor([0, 2, 9]), { min: 5, max: 1 }), tensor([1, 1, 1]));
  });

  it("keeps the shape", () => {
    expect(ops.clip(tensor({ shape: [2, 0, 1], data: [] }), { min: 0 }).shape).toEqual([2, 0, 1]);
  });
});

describe("where", () => {
  it("chooses by what is not 0, NaN included", () => {
    const condition = tensor([0, -0, 1, -1, 0.1, NaN, Infinity]);
    expectTensor(ops.where(condition, 1, 2), tensor([2, 2, 1, 1, 1, 1, 1]));
  });

  it("broadcasts all three", () => {
    const cases = broadcastable(3).chain(([c, a, b]) =>
      fc.tuple(tensorsOf(c!, fc.constantFrom(0, 1)), tensorsOf(a!), tensorsOf(b!)),
    );
    fc.assert(
      fc.property(cases, ([c, x, y]) => {
        const shape = broadcastShape([c.shape, x.shape, y.shape]);
        const want = build(shape, (index) => broadcastAt(broadcastAt(c, index) === 0 ? y : x, index));
        expectTensor(ops.where(c, x, y), want);
      }),
      DRAWN,
    );
  });
});

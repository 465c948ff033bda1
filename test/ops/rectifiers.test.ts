import { describe, expect, it } from "vitest";
import { ulpDistance } from "../../src/base/ulp.ts";
import { ops, ShapeError, tensor, type Value } from "../../src/index.ts";

type Activation = (x: Value, attrs: object) => Value;

/** Values at −3, −1, −¼, ½ and 2 by mpmath with 40 digits. */
const known: readonly [keyof typeof ops, object, readonly number[]][] = [
  ["celu", { alpha: 0.5 }, [-0.4987606239116668, -0.43233235838169365, -0.1967346701436833, 0.5, 2.0]],
  ["elu", { alpha: 1.75 }, [-1.662872630356238, -1.106210977949976, -0.3870986296250415, 0.5, 2.0]],
  [
    "log_sigmoid",
    {},
    [-3.048587351573742, -1.3132616875182228, -0.8259394198788436, -0.4740769841801067, -0.1269280110429725],
  ],
  [
    "mish",
    {},
    [-0.14564746127562458, -0.3034014613741089, -0.12992696367914103, 0.37524521130489513, 1.9439589595339946],
  ],
  ["selu", {}, [-1.6705687287671118, -1.1113307378125628, -0.38889019747811904, 0.5253504936777402, 2.101401974710961]],
  [
    "silu",
    {},
    [-0.14227761953270035, -0.2689414213699951, -0.10945587477855047, 0.3112296656009273, 1.7615941559557649],
  ],
  [
    "squareplus",
    {},
    [0.3027756377319947, 0.6180339887498949, 0.8827822185373188, 1.2807764064044151, 2.414213562373095],
  ],
  [
    "tanh_shrink",
    {},
    [-2.0049452463132695, -0.23840584404423512, -0.005081337596290871, 0.03788284273999024, 1.035972419924183],
  ],
];

describe("activations", () => {
  it.each(known)("%s has the values of its definition", (name, attrs, values) => {
    const got = (ops[name] as Activation)(tensor([-3, -1, -0.25, 0.5, 2]), attrs);
    values.forEach((value, i) => expect(ulpDistance(got.data[i]!, value)).toBeLessThanOrEqual(2));
  });

  it("neither overflow nor lose what is small", () => {
    expect(ops.silu(tensor([-1e308, -745.1, 1e308])).data).toEqual(
      Float64Array.of(-0, -745.1 * 2 ** 100 * Math.exp(-372.55) * Math.exp(-372.55) * 2 ** -100, 1e308),
    );
    expect(ops.tanh_shrink(tensor(1e-5)).data[0]).toBeCloseTo(3.3333333332e-16, 27);
    expect(ops.softsign(tensor([-Infinity, 1e308])).data).toEqual(Float64Array.of(-1, 1));
  });

  it("glu says what it cannot halve", () => {
    expect(() => ops.glu(tensor([1, 2, 3]))).toThrow(ShapeError);
    expect(() => ops.glu(tensor([1, 2, 3]))).toThrow("glu: expected an even number of elements along axis 0, got [3]");
    expect(ops.glu(tensor([3, 0])).data).toEqual(Float64Array.of(1.5));
  });
});

it("squareplus keeps its digits where the sum of its parts would overflow", () => {
  expect(ops.squareplus(tensor(-Number.MAX_VALUE), { b: 1 }).data[0]).toBe(1 / (4 * (Number.MAX_VALUE / 8)) / 8);
});

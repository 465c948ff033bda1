import { reals } from "../../src/op/domain.ts";
import { scalar, tensor } from "../../src/tensor/tensor.ts";
import type { Draft } from "../draft.ts";
import { Elements } from "../elements.ts";
import { atPoint, programFrom } from "./build.ts";

/** `ln det(B Bᵀ + I)` for 3×3 matrices: by a Cholesky factor that is written out, and by cofactors. */
export function logDeterminant(): Draft[] {
  const entries = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => `a${String(i)}${String(j)}`));
  const matrix = [
    ["BBt", "matmul", "B B", { transpose_b: true }],
    ["A", "add", "BBt identity"],
    ...entries.map((name, k) => {
      const [i, j] = [Math.floor(k / 3), k % 3];
      return [name, "slice", "A", { start_indices: [i, j], limit_indices: [i + 1, j + 1] }] as const;
    }),
  ] as const;
  const cholesky = programFrom(
    "B identity two",
    [
      ...matrix,
      ["l00", "sqrt", "a00"],
      ["l10", "divide", "a10 l00"],
      ["l20", "divide", "a20 l00"],
      ["l10l10", "square", "l10"],
      ["d1", "subtract", "a11 l10l10"],
      ["l11", "sqrt", "d1"],
      ["l20l10", "multiply", "l20 l10"],
      ["n21", "subtract", "a21 l20l10"],
      ["l21", "divide", "n21 l11"],
      ["l20l20", "square", "l20"],
      ["l21l21", "square", "l21"],
      ["e2", "subtract", "a22 l20l20"],
      ["d2", "subtract", "e2 l21l21"],
      ["l22", "sqrt", "d2"],
      ["diagonal", "concat", "l00 l11 l22", { axis: 0 }],
      ["logs", "log", "diagonal"],
      ["half", "sum", "logs"],
      ["logdet", "multiply", "half two"],
    ],
    "logdet",
  );
  const cofactors = programFrom(
    "B identity",
    [
      ...matrix,
      ["p0", "multiply", "a11 a22"],
      ["q0", "multiply", "a12 a21"],
      ["c0", "subtract", "p0 q0"],
      ["p1", "multiply", "a12 a20"],
      ["q1", "multiply", "a10 a22"],
      ["c1", "subtract", "p1 q1"],
      ["p2", "multiply", "a10 a21"],
      ["q2", "multiply", "a11 a20"],
      ["c2", "subtract", "p2 q2"],
      ["t0", "multiply", "a00 c0"],
      ["t1", "multiply", "a01 c1"],
      ["t2", "multiply", "a02 c2"],
      ["terms", "concat", "t0 t1 t2", { axis: 0 }],
      ["det", "sum", "terms"],
      ["logdet", "log", "det"],
    ],
    "logdet",
  );
  const B = new Elements("full", "log-determinant").tensor([3, 3], reals(-1, 1));
  const identity = tensor([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
  return [
    atPoint(
      { id: "cholesky", comment: "twice the logarithms of the factor's diagonal" },
      { program: cholesky, inputs: { B, identity, two: scalar(2) }, wrt: ["B"] },
    ),
    atPoint(
      { id: "cofactors", comment: "the logarithm of the expansion along the first row" },
      { program: cofactors, inputs: { B, identity }, wrt: ["B"] },
    ),
  ];
}

/** `Σ 100·(xᵢ₊₁ − xᵢ²)² + (1 − xᵢ)²` of four variables: every column of its Hessian. */
export function rosenbrockHessian(): Draft[] {
  const program = programFrom(
    "x hundred one",
    [
      ["head", "slice", "x", { start_indices: [0], limit_indices: [3] }],
      ["tail", "slice", "x", { start_indices: [1], limit_indices: [4] }],
      ["squares", "square", "head"],
      ["valley", "subtract", "tail squares"],
      ["steep", "square", "valley"],
      ["weighted", "multiply", "steep hundred"],
      ["off", "subtract", "one head"],
      ["flat", "square", "off"],
      ["terms", "add", "weighted flat"],
      ["f", "sum", "terms"],
    ],
    "f",
  );
  const starts = [
    ["start", [-1.2, 1, -1.2, 1], "the usual start"],
    ["minimum", [1, 1, 1, 1], "where the gradient is zero"],
  ] as const;
  return starts.flatMap(([where, x, comment]) =>
    x.map((_, column) =>
      atPoint(
        { id: `${where}-column-${String(column)}`, comment, flags: ["program", "hessian-column"] },
        { program, inputs: { x: tensor([...x]), hundred: scalar(100), one: scalar(1) }, wrt: ["x"] },
        { cotangents: { f: scalar(1) }, tangents: { x: tensor(x.map((_, i) => (i === column ? 1 : 0))) } },
      ),
    ),
  );
}

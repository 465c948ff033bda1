import type { Finding } from "../../../src/suite/results.ts";
import { finding } from "../fixture.ts";

/** A known difference, and where it is told of. */
export const known = {
  because: "the exponent's gradient is not masked",
  link: "https://github.com/tensorflow/tfjs/issues/1",
};

/** A step of a chain of ops of one input. */
const step = (out: string, op: string, input: string): { out: string; op: string; in: string[] } => ({
  out,
  op,
  in: [input],
});

/** Findings of every sort that a run can have, by what is special of each. */
export const findings = {
  known: finding({ known }),
  matrix: finding({
    id: "c11b",
    op: "clip",
    title: "clip on tfjs-cpu: wrong gradient",
    diagnosis: "The gradient passes where the input is clipped.",
    case: {
      program: {
        inputs: ["x"],
        steps: [{ out: "y", op: "clip", in: ["x"], attrs: { min: -1, max: 1 } }],
        outputs: ["y"],
      },
      inputs: { x: { shape: [2, 3], data: [0.5, 2, -3, 0.25, -0.5, 4] } },
      wrt: ["x"],
      cotangents: { y: { shape: [2, 3], data: [1, 2, 3, 4, 5, 6] } },
    },
    got: { x: { shape: [2, 3], data: [1, 2, 3, 4, 5, 6] } },
    want: { x: { shape: [2, 3], data: [1, 0, 0, 4, 5, 0] } },
    error: 6,
    bound: 2.5e-6,
    replay: "npx cotangent replay c11b",
  }),
  throws: finding({
    id: "7412",
    op: "take",
    kind: "throws",
    title: "take on tfjs-cpu: throws",
    diagnosis: "It throws where the indices repeat.",
    got: "Error: gradient is not implemented",
    want: "a gradient",
    error: null,
    bound: null,
    witnesses: [],
    repro: { tfjs: null, torch: null, jax: null },
  }),
  value: finding({
    id: "0e0e",
    op: "mean",
    order: 0,
    kind: "wrong-value",
    title: "mean on tfjs-cpu: wrong value",
    diagnosis: "It is the sum: not divided by the count.",
    case: {
      program: { inputs: ["x"], steps: [step("m", "mean", "x")], outputs: ["m"] },
      inputs: { x: { shape: [2], data: [1, 2] } },
      wrt: [],
    },
    got: { m: { shape: [], data: [3] } },
    want: { m: { shape: [], data: [1.5] } },
    error: 1.5,
    bound: 0,
  }),
  second: finding({
    id: "2222",
    op: "sin",
    order: 2,
    title: "sin on tfjs-cpu: wrong second derivative",
    diagnosis: "Its sign is the wrong one.",
    case: {
      program: { inputs: ["x"], steps: [step("y", "sin", "x")], outputs: ["y"] },
      inputs: { x: { shape: [2], data: [0.5, 1] } },
      wrt: ["x"],
      cotangents: { y: { shape: [2], data: [1, 1] } },
      tangents: { x: { shape: [2], data: [1, 0] } },
    },
    of: "x",
    got: { shape: [2], data: [0.479425538604203, 0] },
    want: { shape: [2], data: [-0.479425538604203, 0] },
    error: 0.958851077208406,
    bound: 1e-7,
  }),
  long: finding({
    id: "8888",
    op: "sigmoid",
    title: "sigmoid on tfjs-cpu: wrong gradient in a program",
    diagnosis: "It is 2 times the right one.",
    case: {
      program: {
        inputs: ["x", "w"],
        steps: [
          step("a", "sin", "x"),
          step("b", "exp", "a"),
          { out: "c", op: "multiply", in: ["b", "w"] },
          step("d", "tanh", "c"),
          step("e", "sigmoid", "d"),
          { out: "f", op: "add", in: ["e", "a"] },
          step("g", "square", "f"),
          step("h", "sigmoid", "g"),
          step("s", "sum", "h"),
        ],
        outputs: ["s"],
      },
      inputs: { x: { shape: [2], data: [0.5, 1] }, w: { shape: [2], data: [1, -1] } },
      wrt: ["x", "w"],
      cotangents: { s: { shape: [], data: [1] } },
    },
    got: { x: { shape: [2], data: [0.4, 0.2] }, w: { shape: [2], data: [0.1, "Infinity"] } },
    want: { x: { shape: [2], data: [0.2, 0.1] }, w: { shape: [2], data: [0.05, 0.2] } },
    error: "Infinity",
  }),
  empty: finding({
    id: "e0e0",
    op: "add",
    kind: "wrong-shape",
    title: "add on tfjs-cpu: wrong shape",
    diagnosis: "The gradient of nothing is a scalar.",
    case: {
      program: { inputs: ["x"], steps: [{ out: "y", op: "add", in: ["x", "x"] }], outputs: ["y"] },
      inputs: { x: { shape: [0], data: [] } },
      wrt: ["x"],
      cotangents: { y: { shape: [0], data: [] } },
    },
    got: { x: { shape: [], data: [0] } },
    want: { x: { shape: [0], data: [] } },
    error: null,
    bound: null,
  }),
  foreign: finding({
    id: "f0f0",
    op: "tan",
    title: "tan on tfjs-cpu: wrong gradient",
    diagnosis: "Somebody changed the program by hand.",
    case: {
      program: { inputs: ["x"], steps: [step("y", "no_such_op", "x")], outputs: ["y"] },
      inputs: { x: { shape: [1], data: [1] } },
      wrt: ["x"],
      cotangents: { y: { shape: [1], data: [1] } },
    },
    got: { x: { shape: [1], data: [1] } },
    want: { x: { shape: [1], data: [2] } },
    error: 1,
    bound: 1e-7,
  }),
} as const satisfies Record<string, Finding>;

import fc from "fast-check";
import { opCases } from "../../../properties/generators/op-case.ts";
import { programCases } from "../../../properties/generators/program-case.ts";
import type { Case } from "../../../src/checks/case.ts";
import { hvpOfProgram, valueOfProgram, vjpOfProgram } from "../../../src/oracles/cotangent.ts";
import type { Counterparts } from "../../../src/op/counterparts.ts";
import type { Arrays } from "../../../src/oracles/engine.ts";
import { allOps } from "../../../src/program/program.ts";
import type { Mode } from "../../../src/program/print/index.ts";
import { tensor } from "../../../src/tensor/tensor.ts";

/** The worked example, with the cotangent that makes the gradient of the mean. */
export const network: Case = {
  program: {
    inputs: ["W", "b", "X", "y"],
    steps: [
      { out: "Xt", op: "permute_dims", in: ["X"], attrs: { axes: [1, 0] } },
      { out: "products", op: "matmul", in: ["W", "Xt"] },
      { out: "z", op: "add", in: ["products", "b"] },
      { out: "guess", op: "sigmoid", in: ["z"] },
      { out: "error", op: "subtract", in: ["y", "guess"] },
      { out: "losses", op: "square", in: ["error"] },
    ],
    outputs: ["losses"],
  },
  inputs: {
    W: tensor([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]]),
    b: tensor([[0.6613521575927734, 0.266924113035202]]),
    X: tensor([
      [0.1, 0.2, 0.3],
      [0.4, 0.6, 0.8],
    ]),
    y: tensor([[0, 1]]),
  },
  wrt: ["W", "b"],
  cotangents: { losses: tensor([[0.5, 0.5]]) },
  tangents: { W: tensor([[1, 0, 0]]), b: tensor([[0, 1]]) },
};

/** A program of one step on `x`. */
export function single(op: string, x: Case["inputs"][string], attrs?: object): Case {
  return {
    program: {
      inputs: ["x"],
      steps: [{ out: "y", op, in: ["x"], ...(attrs === undefined ? {} : { attrs: { ...attrs } }) }],
      outputs: ["y"],
    },
    inputs: { x },
    wrt: ["x"],
    cotangents: { y: x },
    tangents: { x },
  };
}

/** A case under a name that says where it is from, and what is asked of it. */
export interface Sample {
  readonly name: string;
  readonly mode: Mode;
  readonly case: Case;
}

/** Cases of every op that a library has, and of programs of several steps, in every mode. */
export function samples(library: keyof Counterparts<object>, perOp: number, programs: number): Sample[] {
  const ops = allOps.filter((op) => typeof op.face!.counterparts[library] === "function");
  const sets = [
    ...ops.map((op) => [op.name, opCases(op), perOp] as const),
    ["program", programCases(ops), programs] as const,
  ];
  return sets.flatMap(([name, cases, numRuns]) =>
    fc.sample(cases, { seed: 1, numRuns }).flatMap((c, i) => inAllModes(`${name}-${String(i)}`, c)),
  );
}

/** A case in every mode. */
export function inAllModes(name: string, c: Case): Sample[] {
  return (["value", "vjp", "hvp"] as const).map((mode) => ({ name: `${name}-${mode}`, mode, case: c }));
}

/** The parts of an answer. */
export type Answer = Partial<Record<"outputs" | "gradients" | "products", Arrays>>;

/** What our own engine answers. */
export function expected({ case: c, mode }: Sample): Answer {
  if (mode === "value") return { outputs: valueOfProgram(c) };
  return mode === "vjp" ? vjpOfProgram(c) : hvpOfProgram(c);
}

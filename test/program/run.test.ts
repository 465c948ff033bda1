import { describe, expect, it } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { ops, tensor, variable, Variable } from "../../src/index.ts";
import type { Program } from "../../src/program/program.ts";
import { runProgram } from "../../src/program/run.ts";

const program: Program = {
  inputs: ["x", "y"],
  steps: [
    { out: "p", op: "multiply", in: ["x", "y"] },
    { out: "s", op: "sum", in: ["p"], attrs: { axis: 1 } },
    { out: "t", op: "tanh", in: ["s"] },
  ],
  outputs: ["t", "p", "x"],
};
const x = tensor([
  [1, 2],
  [3, 4],
]);
const y = tensor([0.5, -0.25]);

describe("runProgram", () => {
  it("does the same as the ops called by hand, in the order of the outputs", () => {
    const p = ops.multiply(x, y);
    expect(runProgram(program, { x, y })).toEqual([ops.tanh(ops.sum(p, { axis: 1 })), p, x]);
  });

  it("records on variables", () => {
    const [v, w] = [variable(x), variable(x)];
    const [t] = runProgram(program, { x: v, y });
    expect(t).toBeInstanceOf(Variable);
    if (t instanceof Variable) t.backward(y);
    ops.tanh(ops.sum(ops.multiply(w, y), { axis: 1 })).backward(y);
    expect(v.grad).toEqual(w.grad);
  });

  it("does not need inputs that it does not take, and names one that is missing", () => {
    expect(runProgram(program, { x, y, z: x })).toHaveLength(3);
    expect(() => runProgram(program, { x })).toThrow(new InputError('inputs: "y" is missing; the program takes it'));
  });

  it("takes no input from an object's prototype", () => {
    expect(() => runProgram({ inputs: ["constructor"], steps: [], outputs: ["constructor"] }, {})).toThrow(InputError);
  });
});

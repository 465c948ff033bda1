import { describe, expect, it } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { ops, tensor, variable, type Value } from "../../src/index.ts";
import { parseProgram } from "../../src/program/program.ts";
import { recordProgram, type Recorded } from "../../src/program/record.ts";
import { runProgram } from "../../src/program/run.ts";

const X = tensor([
  [0.1, 0.2, 0.3],
  [0.4, 0.6, 0.8],
]);
const y = tensor([[0, 1]]);
const W = tensor([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]]);
const b = tensor([[0.6613521575927734, 0.266924113035202]]);

function network(inputs: Readonly<Record<"W" | "b", Value>>): Record<"losses" | "avg_loss", Value> {
  const z = ops.add(ops.matmul(inputs.W, ops.permute_dims(X, { axes: [1, 0] })), inputs.b);
  const losses = ops.square(ops.subtract(y, ops.sigmoid(z)));
  return { losses, avg_loss: ops.mean(losses) };
}

/** Through JSON and back, and run. */
function replayed({ program, inputs }: Recorded): Value[] {
  return runProgram(parseProgram(JSON.parse(JSON.stringify(program))), inputs);
}

describe("recordProgram", () => {
  it("gives a program that reads back from JSON and computes the same bits", () => {
    const recorded = recordProgram(network, { W, b });
    expect(recorded.program.outputs).toEqual(["losses", "avg_loss"]);
    expect(recorded.program.steps.map(({ op }) => op)).toEqual([
      "matmul",
      "add",
      "sigmoid",
      "subtract",
      "square",
      "mean",
    ]);
    expect(replayed(recorded)).toEqual(Object.values(network({ W, b })));
  });

  it("takes tensors that the function brings along as inputs, each once", () => {
    const recorded = recordProgram(({ x }) => ({ z: ops.add(ops.multiply(x, y), ops.multiply(y, b)) }), { x: y });
    expect(recorded.program.inputs).toEqual(["x", "c1", "c2"]);
    expect(recorded.inputs["c1"]).toBe(y);
    expect(replayed(recorded)).toEqual([ops.add(ops.multiply(y, y), ops.multiply(y, b))]);
  });

  it("takes a variable from outside as a constant", () => {
    const w = variable(b);
    const recorded = recordProgram(({ x }) => ({ z: ops.multiply(x, w) }), { x: y });
    expect(recorded.inputs["c1"]).toEqual(b);
    expect(() => recordProgram(({ x }) => ({ z: ops.multiply(x, ops.tanh(w)) }), { x: y })).not.toThrow();
  });

  it("keeps attributes, and leaves them out where an op has none", () => {
    const { program } = recordProgram(({ x }) => ({ z: ops.sum(ops.tanh(x), { axis: 0 }) }), { x: X });
    expect(program.steps).toEqual([
      { out: "v1", op: "tanh", in: ["x"] },
      { out: "z", op: "sum", in: ["v1"], attrs: { axis: 0, keepdims: false } },
    ]);
  });

  it("records a value that is used twice once, and nothing that leads to no output", () => {
    const { program } = recordProgram(
      ({ x }) => {
        ops.exp(x);
        const t = ops.tanh(x);
        return { z: ops.multiply(t, t) };
      },
      { x: X },
    );
    expect(program.steps).toEqual([
      { out: "v1", op: "tanh", in: ["x"] },
      { out: "z", op: "multiply", in: ["v1", "v1"] },
    ]);
  });

  it("refuses names that clash with those it gives", () => {
    const clash = "recordProgram: two values have one name among ";
    const twice = ({ v1 }: { readonly v1: Value }): Record<string, Value> => ({ z: ops.exp(ops.tanh(v1)) });
    expect(() => recordProgram(twice, { v1: X })).toThrow(clash);
    expect(() => recordProgram(({ c1 }) => ({ z: ops.multiply(c1, y) }), { c1: y })).toThrow(InputError);
    expect(() => recordProgram(({ x }) => ({ x: ops.tanh(x) }), { x: X })).toThrow(
      `${clash}x, x; rename an input or output`,
    );
    // An input named as a step would be, where no step takes the name, is no clash.
    expect(recordProgram(({ v1 }) => ({ z: ops.tanh(v1) }), { v1: X }).program.inputs).toEqual(["v1"]);
  });
});

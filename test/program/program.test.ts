import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opCases } from "../../properties/generators/op-case.ts";
import { programCases } from "../../properties/generators/program-case.ts";
import { InputError, ShapeError, UnsupportedError } from "../../src/base/errors.ts";
import type { Case } from "../../src/checks/case.ts";
import { allOps, attrsOf, inferShapes, parseProgram } from "../../src/program/program.ts";
import { runProgram } from "../../src/program/run.ts";

const step = { out: "y", op: "tanh", in: ["x"] };
const program = { inputs: ["x"], steps: [step], outputs: ["y"] };

describe("parseProgram", () => {
  it("reads the program of the contract", () => {
    const json = {
      inputs: ["W", "b", "X", "y"],
      steps: [
        { out: "Wt", op: "permute_dims", in: ["W"], attrs: { axes: [1, 0] } },
        { out: "z", op: "matmul", in: ["X", "Wt"] },
      ],
      outputs: ["z"],
    };
    expect(parseProgram(json)).toEqual(json);
  });

  it("reads its own programs back", () => {
    fc.assert(
      fc.property(programCases(allOps), (c) => {
        expect(parseProgram(JSON.parse(JSON.stringify(c.program)))).toEqual(c.program);
      }),
      { seed: 1, numRuns: 50 },
    );
  });

  const refusals: readonly [what: string, json: unknown, message: string][] = [
    ["no object", [], "program: "],
    ["null", null, "program: "],
    ["a missing member", { inputs: ["x"], steps: [] }, "program.outputs: "],
    ["an unknown member", { ...program, wrt: ["x"] }, 'program: Unrecognized key: "wrt"'],
    ["a member of another type", { ...program, inputs: "x" }, "program.inputs: "],
    ["an empty name", { ...program, inputs: [""] }, "program.inputs.0: "],
    ["no outputs", { ...program, outputs: [] }, "program.outputs: "],
    ["a step without op", { ...program, steps: [{ out: "y", in: ["x"] }] }, "program.steps.0.op: "],
    ["attrs that are no object", { ...program, steps: [{ ...step, attrs: [1] }] }, "program.steps.0.attrs: "],
    ["an unknown member of a step", { ...program, steps: [{ ...step, attr: {} }] }, "program.steps.0: "],
    [
      "an unknown name",
      { ...program, steps: [{ ...step, in: ["X"] }] },
      'program.steps.0.in: "X" is not defined; did you mean "x"?',
    ],
    [
      "a name before its definition",
      { ...program, steps: [{ ...step, out: "z", in: ["y"] }, step] },
      'program.steps.0.in: "y" is used before the step that defines it',
    ],
    ["its own result", { ...program, steps: [{ ...step, in: ["y"] }] }, 'program.steps.0.in: "y" is used before'],
    [
      "an output that is not defined",
      { ...program, outputs: ["z"] },
      'program.outputs: "z" is not defined; did you mean "x"?',
    ],
    ["two inputs of one name", { ...program, inputs: ["x", "x"] }, 'program.inputs.1: "x" is defined twice'],
    ["a step named as an input", { ...program, steps: [{ ...step, out: "x" }] }, 'program.steps.0.out: "x" is defined'],
    ["two steps of one name", { ...program, steps: [step, step] }, 'program.steps.1.out: "y" is defined twice'],
    [
      "too many inputs",
      { ...program, steps: [{ ...step, in: ["x", "x"] }] },
      "program.steps.0.in: tanh takes 1 input (x), got 2",
    ],
    [
      "too few inputs",
      { ...program, steps: [{ ...step, op: "add" }] },
      "program.steps.0.in: add takes 2 inputs (x, y), got 1",
    ],
    [
      "nothing to join",
      { ...program, steps: [{ ...step, op: "concat", in: [] }] },
      "program.steps.0.in: concat takes 1 input (xs) or more, got 0",
    ],
    [
      "an unknown attribute",
      { ...program, steps: [{ ...step, op: "sum", attrs: { axes: 0 } }] },
      'sum: no attribute "axes"; did you mean "axis"?',
    ],
    [
      "an attribute of another type",
      { ...program, steps: [{ ...step, op: "sum", attrs: { axis: "0" } }] },
      'sum: attribute "axis" must be integer | integer[] | null, got "0"',
    ],
    [
      "a missing attribute",
      { ...program, steps: [{ ...step, op: "reshape" }] },
      'reshape: attribute "shape" (integer[]) is missing: ',
    ],
  ];
  it.each(refusals)("refuses %s", (_, json, message) => {
    const read = (): unknown => parseProgram(json);
    expect(read).toThrow(InputError);
    expect(read).toThrow(message);
  });

  it("names the nearest op", () => {
    const read = (): unknown => parseProgram({ ...program, steps: [{ ...step, op: "sigmod" }] }, "params.program");
    expect(read).toThrow(UnsupportedError);
    expect(read).toThrow('params.program.steps.0.op: no op "sigmod"; did you mean "sigmoid"?');
  });
});

describe("attrsOf", () => {
  it("fills in what a step leaves out", () => {
    expect(attrsOf({ ...step, op: "sum", attrs: { axis: 1 } })).toEqual({ axis: 1, keepdims: false });
  });
});

describe("inferShapes", () => {
  function agree({ program, inputs }: Case): void {
    const given = Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape]));
    const shapes = inferShapes(program, given);
    expect([...shapes.keys()]).toEqual([...program.inputs, ...program.steps.map(({ out }) => out)]);
    const all = program.steps.map(({ out }) => out);
    const values = runProgram({ ...program, outputs: all }, inputs);
    expect(all.map((name) => shapes.get(name))).toEqual(values.map(({ shape }) => shape));
  }

  it.each(allOps.map((op) => [op.name, op] as const))("gives the shapes of a run: %s", (_, op) => {
    fc.assert(fc.property(opCases(op), agree), { seed: 1, numRuns: 50 });
  });

  it("gives the shapes of a run: programs", () => {
    fc.assert(fc.property(programCases(allOps), agree), { seed: 1, numRuns: 100 });
  });

  it("names the input that is missing", () => {
    expect(() => inferShapes(program, {})).toThrow(new InputError('inputs: "x" is missing; the program takes it'));
    expect(() => inferShapes({ ...program, inputs: ["toString"], steps: [] }, {})).toThrow(InputError);
  });

  it("names the op whose inputs do not fit", () => {
    const steps = [{ out: "y", op: "matmul", in: ["x", "x"] }];
    expect(() => inferShapes({ ...program, steps }, { x: [2, 3] })).toThrow(
      new ShapeError("matmul: expected [m,k] × [k,n], got [2,3] × [2,3]"),
    );
  });
});

import type { Op } from "../src/op/op.ts";
import { opNamed } from "../src/program/program.ts";
import { tensor, zeros, type Tensor } from "../src/tensor/tensor.ts";
import { inputNames, programOf, type Call, type Draft } from "./draft.ts";
import { Elements } from "./elements.ts";
import { programFrom } from "./programs/build.ts";
import { pointOf, pointOfCall } from "./recipes/points.ts";

/** What of a vector does not follow from its call. */
interface Choice {
  readonly id: string;
  readonly flags: Draft["flags"];
  readonly comment: string;
  readonly attrs?: object;
  /** The inputs that are differentiated, by name; all that can be unless given, and none for values alone. */
  readonly wrt?: readonly string[];
}

/** Vectors of an op that were picked by hand, by its name: what its samples do not reach. */
export const extras: Readonly<Record<string, () => readonly Draft[]>> = {
  clip: () => [
    picked("clip", { id: "clip-no-bounds", flags: ["attribute"], comment: "neither bound" }, tensor([-9, 0.5, 9])),
    picked(
      "clip",
      { id: "clip-equal-bounds", flags: ["attribute"], comment: "one number left", attrs: { min: 1, max: 1 } },
      tensor([-9, 0.5, 9]),
    ),
  ],
  concat: () => [
    picked(
      "concat",
      { id: "one-part-empty", flags: ["zero-size"], comment: "a part without elements between others" },
      tensor([1.5, -0.25]),
      zeros([0]),
      tensor([3.125]),
    ),
  ],
  log: () => {
    // The branch that is not taken has an infinite derivative, which must not become NaN by a product with zero.
    const program = programFrom(
      "x zero",
      [
        ["positive", "greater", "x zero"],
        ["logarithm", "log", "x"],
        ["out", "where", "positive logarithm zero"],
      ],
      "out",
    );
    const about = { id: "branch-not-taken", flags: ["kink"] as const, comment: "log where x > 0, else 0" };
    const inputs = { x: tensor([-1.5, 0.75, 2.5]), zero: tensor(0) };
    return [pointOf(about, program, inputs, ["x"], new Elements("full", "log", about.id))];
  },
  matmul: () => [
    drawn("matmul", { id: "vector-vector", flags: ["shape"], comment: "the inner product" }, [3], [3]),
    drawn(
      "matmul",
      { id: "broadcast-stacks", flags: ["broadcast"], comment: "stacks that stretch each other" },
      [2, 1, 1, 2],
      [3, 2, 2],
    ),
    drawn("matmul", { id: "inner-empty", flags: ["zero-size"], comment: "sums of nothing are zero" }, [2, 0], [0, 3]),
  ],
  mean: () => [picked("mean", { id: "mean-of-nothing", flags: ["zero-size"], comment: "0 / 0", wrt: [] }, zeros([0]))],
  pow: () => [
    picked(
      "pow",
      { id: "negative-base", flags: ["tails"], comment: "whole exponents", wrt: ["x"] },
      tensor([-2.5, -1.25, -0.75, -3]),
      tensor([2, 3, -1, -2]),
    ),
    picked(
      "pow",
      { id: "zero-base", flags: ["tails"], comment: "0 to whole powers, the power 0 among them", wrt: ["x"] },
      tensor([0, 0, 0, 0]),
      tensor([0, 1, 2, 3]),
    ),
    picked(
      "pow",
      { id: "zero-exponent", flags: ["tails"], comment: "x⁰ is 1, and its slope in y is ln x" },
      tensor([0.5, 1, 3.7]),
      tensor([0, 0, 0]),
    ),
  ],
};

function picked(name: string, choice: Choice, ...inputs: readonly Tensor[]): Draft {
  const op = opNamed(name);
  const call: Call = { op, attrs: choice.attrs ?? {}, inputs: named(op, inputs) };
  const { id, flags, comment, wrt } = choice;
  if (wrt?.length === 0) return { id, flags, comment, program: programOf(call), inputs: call.inputs, ask: "values" };
  const elements = new Elements("full", name, id);
  return wrt === undefined
    ? pointOfCall({ id, flags, comment }, call, elements)
    : pointOf({ id, flags, comment }, programOf(call), call.inputs, wrt, elements);
}

/** {@link picked}, of inputs of some shapes whose elements are drawn. */
function drawn(name: string, choice: Choice, ...shapes: readonly (readonly number[])[]): Draft {
  const elements = new Elements("full", name, choice.id, "inputs");
  return picked(name, choice, ...shapes.map((shape) => elements.direction(shape)));
}

function named(op: Op, inputs: readonly Tensor[]): Readonly<Record<string, Tensor>> {
  const names = inputNames(op, inputs.length);
  return Object.fromEntries(inputs.map((x, i) => [names[i]!, x]));
}

import { describe, expect, it } from "vitest";
import { randomFrom } from "../../src/base/random.ts";
import { checkGradients, type GradientCheck } from "../../src/check.ts";
import { ops, tensor, type Tensor, type Value } from "../../src/index.ts";

/** Takes part in the value and not in the derivative. */
function detached(x: Value): Tensor {
  return tensor({ shape: x.shape, data: x.data });
}

/** A function with the value of `f` and, at the given point, the gradient `g`. */
function posing(f: (x: Tensor) => Value, g: readonly number[]): (x: Value) => Value {
  return (x) => ops.add(f(detached(x)), ops.sum(ops.multiply(tensor(g), ops.subtract(x, detached(x)))));
}

function check(f: (x: Value) => Value, at: readonly number[]): GradientCheck {
  return checkGradients(f, [tensor(at)]);
}

interface Kinked {
  readonly name: string;
  readonly f: (x: Tensor) => Value;
  readonly at: readonly number[];
  readonly g: readonly number[];
}

const max = (x: Tensor): Value => ops.max(x);
const clip = (x: Tensor): Value => ops.sum(ops.clip(x, { min: -1, max: 1 }));

describe("at a kink a convex combination of the gradients around it is no error and no agreement", () => {
  it.each<Kinked>([
    { name: "relu'(0) = 0", f: ops.relu, at: [0], g: [0] },
    { name: "relu'(0) = 1", f: ops.relu, at: [0], g: [1] },
    { name: "relu'(0) = 0.3", f: ops.relu, at: [0], g: [0.3] },
    { name: "abs'(0) = −1", f: ops.abs, at: [0], g: [-1] },
    { name: "clip'(max) = 0.5", f: clip, at: [1], g: [0.5] },
    { name: "clip'(min) = 0", f: clip, at: [-1], g: [0] },
    { name: "ties of max shared evenly", f: max, at: [2, 2, 2], g: [1 / 3, 1 / 3, 1 / 3] },
    { name: "all to the first tie of max", f: max, at: [2, 2, 2], g: [1, 0, 0] },
    { name: "ties of max beside another element", f: max, at: [2, 1, 2], g: [0.25, 0, 0.75] },
    { name: "a minimum", f: (x) => ops.negative(ops.max(ops.negative(x))), at: [3, 3], g: [0.5, 0.5] },
    { name: "a saddle of kinks", f: (x) => ops.sum(ops.multiply(ops.abs(x), tensor([1, -1, 1]))), at: [0, 0, 0], g: [1, 1, -1] },
  ])("$name", ({ f, at, g }) => {
    expect(check(posing(f, g), at).verdict).toBe("inconclusive");
  }); // prettier-ignore
});

describe("at a kink anything else is an invalid subgradient", () => {
  it.each<Kinked>([
    { name: "relu'(0) = 2", f: ops.relu, at: [0], g: [2] },
    { name: "relu'(0) = −0.1", f: ops.relu, at: [0], g: [-0.1] },
    { name: "abs'(0) = 1.01", f: ops.abs, at: [0], g: [1.01] },
    { name: "clip'(max) = −0.5", f: clip, at: [1], g: [-0.5] },
    { name: "each tie of max gets all", f: max, at: [2, 2, 2], g: [1, 1, 1] },
    { name: "ties of max get too little", f: max, at: [2, 2, 2], g: [0.3, 0.3, 0.3] },
    { name: "ties of max get nothing", f: max, at: [2, 2], g: [0, 0] },
    { name: "one below the largest gets some", f: (x) => ops.add(ops.max(x), ops.abs(ops.take(x, tensor([1]), { axis: 0 }))), at: [2, 0, 2], g: [0.5, 1.5, 0.5] },
    { name: "each of many ties gets all", f: max, at: Array<number>(20).fill(2), g: Array<number>(20).fill(1) },
    { name: "a smooth factor in front", f: (x) => ops.multiply(3, ops.exp(ops.abs(x))), at: [0], g: [3.1] },
  ])("$name", ({ f, at, g }) => {
    const { verdict, inputs } = check(posing(f, g), at);
    expect(verdict).toBe("disagree");
    expect(inputs[0]!.kind).toBe("invalid-subgradient");
  }); // prettier-ignore

  it("which is said in words", () => {
    const [input] = check(posing(max, [1, 1, 1]), [2, 2, 2]).inputs;
    expect(input!.because).toBe(
      "at a kink the sum of entries 0, 1, 2 of input 0 is 3, and of every valid gradient it is 1 (row 0 of the Jacobian)",
    );
  });

  it("and no number is no subgradient", () => {
    const steep = (x: Value): Value => ops.sqrt(ops.subtract(x, detached(x)));
    expect(check((x) => ops.add(ops.relu(detached(x)), steep(x)), [0]).verdict).toBe("disagree");
    expect(check((x) => ops.add(ops.relu(detached(x)), ops.multiply(0, steep(x))), [0]).verdict).toBe("disagree");
  });
});

describe("two inputs at a tie are judged together", () => {
  /** `maximum` with derivatives a and b. */
  const posed =
    (a: number, b: number): ((x: Value, y: Value) => Value) =>
    (x: Value, y: Value): Value =>
      ops.add(
        ops.maximum(detached(x), detached(y)),
        ops.add(ops.multiply(a, ops.subtract(x, detached(x))), ops.multiply(b, ops.subtract(y, detached(y)))),
      );
  const at = [tensor(5), tensor(5)] as const;

  it.each([0, 0.5, 1, 0.2])("(%d, the rest)", (a) => {
    expect(checkGradients(posed(a, 1 - a), at).verdict).toBe("inconclusive");
  });

  it.each([[1, 1], [0, 0], [1.5, -0.5]] as const)("(%d, %d)", (a, b) => {
    const { verdict, inputs } = checkGradients(posed(a, b), at);
    expect(verdict).toBe("disagree");
    expect(inputs.some(({ kind }) => kind === "invalid-subgradient")).toBe(true);
  }); // prettier-ignore

  it("but with one value on both sides there is no kink", () => {
    const x = tensor([1, 2]);
    expect(checkGradients((v: Value) => ops.maximum(v, v), [x]).verdict).toBe("agree");
    expect(checkGradients((v: Value) => ops.multiply(2, ops.maximum(v, detached(v))), [tensor([1])]).verdict).toBe(
      "disagree",
    );
  });
});

describe("several kinks that meet", () => {
  it("are no error, though the chain rule gives what is no subgradient of the whole", () => {
    const identity = (x: Value): Value => ops.subtract(ops.relu(x), ops.relu(ops.negative(x)));
    expect(checkGradients(identity, [tensor([0, 1])]).verdict).toBe("inconclusive");
  });

  it("are no excuse for what is wrong beside them too", () => {
    const f = (x: Value): Value => ops.add(ops.subtract(ops.relu(x), ops.relu(ops.negative(x))), ops.multiply(x, detached(x)));
    expect(checkGradients(f, [tensor([0, 3])]).verdict).toBe("disagree");
  }); // prettier-ignore
});

it("random shares of random ties: those that sum to 1 are valid, others are not", () => {
  const random = randomFrom(11);
  for (let n = 0; n < 40; n++) {
    const count = 2 + Math.floor(random() * 5);
    const at = Array.from({ length: count }, () => (random() < 0.7 ? 1.5 : -random()));
    at[0] = 1.5;
    at[1] = 1.5;
    const raw = at.map((v) => (v === 1.5 && random() < 0.7 ? random() : 0));
    if (!raw.some((w) => w > 0)) raw[0] = 1;
    const total = raw.reduce((sum, w) => sum + w, 0);
    const valid = raw.map((w) => w / total);
    expect(check(posing(max, valid), at).verdict).toBe("inconclusive");
    const factor = random() < 0.5 ? 1.001 + random() : 0.999 - random();
    expect(check(posing(max, valid.map((w) => w * factor)), at).verdict).toBe("disagree"); // prettier-ignore
  }
});

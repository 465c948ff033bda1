import { describe, expect, it } from "vitest";
import type { Printed } from "../../src/suite/repro/printed.ts";
import { proveRepros } from "../../src/suite/repro/prove.ts";
import type { Finding } from "../../src/suite/results.ts";
import { finding } from "../reports/fixture.ts";

const array = (...data: number[]): { shape: number[]; data: number[] } => ({ shape: [data.length], data });

/** A wrong gradient of `square`: entry 1 is 5, right is 4. */
const wrong: Finding = finding({
  engine: "tfjs-cpu",
  op: "square",
  order: 1,
  kind: "wrong-gradient",
  of: "x",
  case: {
    program: { inputs: ["x"], steps: [{ out: "y", op: "square", in: ["x"] }], outputs: ["y"] },
    inputs: { x: array(1, 2) },
    wrt: ["x"],
    cotangents: { y: array(1, 1) },
  },
  got: array(2, 5),
  want: array(2, 4),
  error: 1,
  bound: 1e-6,
});

/** The repro that is left where every program comes out like this. */
async function repro(one: Finding, printed: Printed): Promise<Finding["repro"]> {
  const [proven] = await proveRepros([one], (programs) => Promise.resolve(programs.map(() => printed)));
  return proven!.repro;
}

describe("a repro of a wrong number", () => {
  it("is shown where it shows the number that was seen", async () => {
    const { tfjs, ran, because } = await repro(wrong, { logged: [2, 5 + 1e-7] });
    expect([ran, because]).toEqual([true, undefined]);
    expect(tfjs).toContain("console.log(tf.grad(f)(x).arraySync()); // right: [2, 4]");
  });

  it.each([
    ["is right", { logged: [2, 4] }, "it shows 4, which is right"],
    ["is wrong otherwise", { logged: [2, 7] }, "expected 5, it shows 7"],
    ["is no number", { logged: [2, Number.NaN] }, "expected 5, it shows NaN"],
    ["has another shape", { logged: [2] }, "expected 2 numbers, got 1"],
    ["throws", { threw: "no" }, 'it throws "no"'],
    ["does not end", { ended: "timeout" }, "it ended with a timeout"],
  ] as const)("is not shown where it %s", async (_, printed, because) => {
    const { torch, jax } = wrong.repro;
    expect(await repro(wrong, printed)).toEqual({ tfjs: null, torch, jax, ran: true, because });
  });

  it("may show any wrong number where it is read from memory that nobody wrote", async () => {
    const empty = { ...wrong.case, inputs: { x: array() } };
    const garbage = { ...wrong, case: empty, got: array(3e-41), want: array(0), error: 3e-41, bound: 0 };
    expect((await repro(garbage, { logged: [4e-41] })).tfjs).not.toBeNull();
    expect((await repro(garbage, { logged: [0] })).tfjs).toBeNull();
  });
});

describe("a repro of another kind", () => {
  it("of a shape shows the shape", async () => {
    const shaped: Finding = { ...wrong, kind: "wrong-shape", got: array(1), error: null, bound: null };
    expect((await repro(shaped, { logged: [1] })).tfjs).toContain(".shape); // right: [2]");
    expect((await repro(shaped, { logged: [2] })).because).toBe("it shows the right shape");
  });

  it("of an error throws with the same message, of tf.grad or tf.grads", async () => {
    const got =
      "The shape of dy passed in grads(f)([x1,...], dy) must match the shape returned by f([x1,...]) Shapes 1 and 2";
    const thrown: Finding = { ...wrong, kind: "throws", got, want: { x: array(2, 4) }, error: null, bound: null };
    const threw = "The shape of dy passed in grad(f)(x, dy) must match the shape returned by f(x) Shapes 1 and 2";
    expect((await repro(thrown, { threw })).tfjs).toContain("// throws; right: [2, 4]");
    expect((await repro(thrown, { threw: "something else" })).tfjs).toBeNull();
    expect((await repro(thrown, { logged: [2, 4] })).tfjs).toBeNull();
  });

  it("of a hang does not end", async () => {
    const hangs: Finding = { ...wrong, kind: "timeout", got: "no answer", want: { x: array(2, 4) } };
    expect((await repro(hangs, { ended: "timeout" })).tfjs).toContain("// does not end; right: [2, 4]");
    expect((await repro(hangs, { ended: "crash" })).tfjs).toBeNull();
  });

  it("of an output that is of the wrong type asks for no derivative", async () => {
    const got = 'wrong dtype: output "y" is int32, expected float32';
    const typed: Finding = { ...wrong, kind: "throws", got, want: { x: array(2, 4) } };
    expect((await repro(typed, { logged: "int32" })).tfjs).toContain("tf.square(x).dtype); // right: float32");
    expect((await repro(typed, { logged: "float32" })).tfjs).toBeNull();
  });
});

describe("what is run", () => {
  it("is the next program where one does not show it, and each apart in the end", async () => {
    const asked: boolean[] = [];
    const { of: _, ...unnamed } = wrong;
    const [proven] = await proveRepros([unnamed], (programs, apart) => {
      asked.push(apart);
      return Promise.resolve(
        programs.map(({ text }) => (apart && text.includes("dy") ? { logged: [2, 5] } : { logged: [2, 4] })),
      );
    });
    expect(asked).toEqual([false, false, true, true]);
    expect(proven!.repro.tfjs).toContain("const dy = tf.tensor([1, 1]);");
  });

  it("is nothing of an engine that is not TensorFlow.js", async () => {
    const other = { ...wrong, engine: "mine" };
    expect(await proveRepros([other], () => Promise.reject(new Error("ran")))).toEqual([other]);
  });
});

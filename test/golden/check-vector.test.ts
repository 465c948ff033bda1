import { describe, expect, it } from "vitest";
import { decodeArrays } from "../../golden/read.ts";
import { units } from "../../golden/files.ts";
import type { Vector } from "../../golden/vectors-schema.ts";
import { InputError } from "../../src/base/errors.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Arrays, Engine } from "../../src/oracles/engine.ts";
import { checkVector } from "../../src/suite/golden/check-vector.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { vectorOf, vectorsOf } from "./support.ts";

const right = cotangent("test");

const verdicts = async (engine: Engine, vector: Vector): Promise<readonly string[]> =>
  (await checkVector(engine, vector)).map(({ method, kind, verdict }) => `${method} ${kind ?? verdict}`);

function mapped(arrays: Arrays, f: (x: number) => number): Arrays {
  return Object.fromEntries(Object.entries(arrays).map(([name, x]) => [name, new Tensor(x.shape, x.data.map(f))]));
}

/** An engine that rounds everything it is handed and everything it answers. */
const coarse: Engine = {
  ...right,
  description: { ...right.description, engine: "coarse", precision: "float32" },
  value: async (r) => right.value({ ...r, inputs: mapped(r.inputs, Math.fround) }),
  vjp: async ({ cotangents = {}, ...r }) => {
    const rounded = { inputs: mapped(r.inputs, Math.fround), cotangents: mapped(cotangents, Math.fround) };
    const { outputs, gradients } = await right.vjp({ ...r, ...rounded });
    return { outputs, gradients: mapped(gradients, Math.fround) };
  },
};

describe("a golden vector", () => {
  const vector = vectorOf("sigmoid", "typical-2");

  it("asks for all that it expects", async () => {
    expect(await verdicts(right, vector)).toEqual([
      "value agree",
      "vjp agree",
      "jvp agree",
      "jacobian agree",
      "hvp agree",
    ]);
  });

  it.each([
    ["outputs", 0, "value wrong-value"],
    ["gradients", 1, "vjp wrong-gradient"],
    ["tangents", 2, "jvp wrong-gradient"],
    ["jacobians", 3, "jacobian wrong-gradient"],
    ["products", 4, "hvp wrong-gradient"],
  ] as const)("tells a relative error of 1e-13 in its %s", async (member, at, told) => {
    const text = JSON.stringify(vector.expect[member]);
    const first = /"data":\[([^,\]]+)/u.exec(text)![1]!;
    const moved = JSON.parse(text.replace(first, String(Number(first) * (1 + 1e-13)))) as never;
    const found = await verdicts(right, { ...vector, expect: { ...vector.expect, [member]: moved } });
    expect(found[at]).toBe(told);
    expect(found.filter((word) => word.endsWith("agree"))).toHaveLength(4);
  });

  it("says what came and what was wanted, and where", async () => {
    const doubled: Engine = {
      ...right,
      vjp: async (r) => {
        const { outputs, gradients } = await right.vjp(r);
        return { outputs, gradients: mapped(gradients, (x) => 2 * x) };
      },
    };
    const [, answered] = await checkVector(doubled, vector);
    expect(answered).toMatchObject({ method: "vjp", verdict: "disagree", kind: "wrong-gradient" });
    expect(answered!.because).toMatch(/^expect\.gradients\.x\.data\[\d+\]: got \S+, want \S+, bound \S+$/u);
  });

  it("takes any gradient of the box at a kink, and none beside it", async () => {
    // At a tie of three any weights that add up to 1 are right, and each of them lies between 0 and 1.
    const tie = vectorOf("max", "kink-some");
    const { low, high } = tie.set!["x"]!;
    const answering = (pick: (l: number, h: number) => number): Engine => ({
      ...right,
      vjp: async (r) => ({
        ...(await right.vjp(r)),
        gradients: {
          x: new Tensor(
            low.shape,
            Float64Array.from(low.data, (l, i) => pick(Number(l), Number(high.data[i]))),
          ),
        },
      }),
    });
    expect(
      await verdicts(
        answering((l) => l),
        tie,
      ),
    ).toEqual(["value agree", "vjp agree"]);
    expect(
      await verdicts(
        answering((_, h) => h),
        tie,
      ),
    ).toEqual(["value agree", "vjp agree"]);
    expect(
      await verdicts(
        answering((l) => l - 1e-9),
        tie,
      ),
    ).toEqual(["value agree", "vjp invalid-subgradient"]);
    expect(
      await verdicts(
        answering(() => NaN),
        tie,
      ),
    ).toEqual(["value agree", "vjp invalid-subgradient"]);
  });

  it("wants an error where that is the answer", async () => {
    const throwing = vectorsOf("matmul").filter(({ result }) => result === "throws");
    expect(throwing.length).toBeGreaterThan(8);
    for (const one of throwing) {
      expect(await verdicts(right, one)).toEqual([expect.stringMatching(/^\w+ agree$/u)]);
      const lenient: Engine = {
        ...right,
        value: async () => Promise.resolve({ outputs: {} }),
        vjp: async () => Promise.resolve({ outputs: {}, gradients: {} }),
        jvp: async () => Promise.resolve({ outputs: {}, tangents: {} }),
        description: { ...right.description, engine: "lenient" },
      };
      expect(await verdicts(lenient, one)).toEqual([expect.stringMatching(/^\w+ does-not-throw$/u)]);
    }
  });

  it("tells what an engine lacks from what it gets wrong", async () => {
    const small: Engine = { ...right, description: { ...right.description, methods: ["value"], ops: ["sigmoid"] } };
    expect(await verdicts(small, vector)).toEqual([
      "value agree",

      "vjp unsupported",
      "jvp unsupported",
      "jacobian unsupported",
      "hvp unsupported",
    ]);
    expect(await verdicts(small, vectorOf("exp", "typical-1"))).toContain("value unsupported");
    const broken: Engine = { ...right, value: () => Promise.reject(new InputError("broken")) };
    expect(await verdicts(broken, vector)).toContain("value throws");
  });

  it("gives an engine of float32 room for its own rounding, and no more", async () => {
    const engine: Engine = { ...coarse, description: { ...coarse.description, methods: ["value", "vjp"] } };
    const counts = { agree: 0, inconclusive: 0 };
    for (const { name } of units)
      for (const one of vectorsOf(name).filter(({ result }) => result !== "throws"))
        for (const { verdict, because, method } of await checkVector(engine, one)) {
          expect([one.id, method, verdict, because]).not.toContain("disagree");
          if (verdict === "agree" || verdict === "inconclusive") counts[verdict]++;
        }
    expect(counts.agree).toBeGreaterThan(3 * counts.inconclusive);
    const [outputs] = Object.values(decodeArrays(vector.expect.outputs!));
    const off: Engine = {
      ...engine,
      value: async () =>
        Promise.resolve({
          outputs: {
            out: new Tensor(
              outputs!.shape,
              outputs!.data.map((x) => x * (1 + 1e-5)),
            ),
          },
        }),
    };
    expect(await verdicts(off, vector)).toContain("value wrong-value");
  });
});

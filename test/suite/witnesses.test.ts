import { describe, expect, it } from "vitest";
import { thirdDerivativeAgreement } from "../../properties/laws/third-derivative-agreement.ts";
import { vjpAgreement } from "../../properties/laws/vjp-agreement.ts";
import type { Case } from "../../src/checks/case.ts";
import { judge, worstOf } from "../../src/checks/judge.ts";
import { Reference, Subject } from "../../src/checks/subject.ts";
import { tensor, type Tensor } from "../../src/index.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Arrays, Engine } from "../../src/oracles/engine.ts";
import { EngineError } from "../../src/oracles/process/errors.ts";
import { isConfirmed, witnessesOf } from "../../src/suite/witnesses.ts";

const own = cotangent("test");
const OWN_VALUES = "finite differences of the engine's own values";

/** An engine of float32 whose values and gradients are ours but for factors. */
function engine(value: number, gradient: number): Engine {
  const by = (arrays: Arrays, factor: number): Arrays =>
    Object.fromEntries(Object.entries(arrays).map(([name, x]) => [name, tensor({ shape: x.shape, data: x.data.map((v) => Math.fround(factor * v)) })])); // prettier-ignore
  return {
    ...own,
    description: { ...own.description, engine: "bent", precision: "float32" },
    value: async (r) => ({ outputs: by((await own.value(r)).outputs, value) }),
    vjp: async (r) => {
      const { outputs, gradients } = await own.vjp(r);
      return { outputs: by(outputs, value), gradients: by(gradients, gradient) };
    },
  };
}

const at = (x: Tensor): Case => ({
  program: { inputs: ["x"], steps: [{ out: "y", op: "exp", in: ["x"] }], outputs: ["y"] },
  inputs: { x },
  wrt: ["x"],
  cotangents: { y: tensor([1, -0.5]) },
  tangents: { x: tensor([1, 1]) },
});

async function sides(of: Engine, c: Case = at(tensor([0.5, 2]))): Promise<Record<string, string>> {
  const subject = new Subject(of, new Reference(c));
  const worst = worstOf(await judge(vjpAgreement, subject))!;
  return Object.fromEntries((await witnessesOf(subject, 1, worst)).map((said) => [said.name, said.sides]));
}

describe("differences of an engine's own values", () => {
  it("convict a wrong gradient, as every other witness does", async () => {
    expect(await sides(engine(1, 1.01))).toEqual({
      "our reverse mode": "reference",
      "our forward mode": "reference",
      "exact arithmetic": "reference",
      "finite differences of our values": "reference",
      [OWN_VALUES]: "reference",
      "the engine's gradient": "engine",
    });
  });

  it("stand by a gradient that is right for wrong values", async () => {
    expect(await sides(engine(1.01, 1.01))).toMatchObject({
      "our forward mode": "reference",
      [OWN_VALUES]: "engine",
    });
  });

  it("take no side where they bear out neither, or cannot tell", async () => {
    expect(await sides(engine(1.02, 1.01))).not.toHaveProperty(OWN_VALUES);
    // What they see here is no better than their bound.
    expect(await sides(engine(1, 1 + 2e-5))).not.toHaveProperty(OWN_VALUES);
  });

  it("are missing where the engine has no values to give", async () => {
    const silent = { ...engine(1, 1.01), value: () => Promise.reject(new EngineError("bent", "no value today", 5)) };
    const said = await sides(silent);
    expect(said).not.toHaveProperty(OWN_VALUES);
    expect(said).toHaveProperty("our forward mode", "reference");
  });
});

describe("witnesses of third derivatives", () => {
  const bent: Engine = {
    ...engine(1, 1),
    derivative: async (r) => {
      const { outputs, products } = await own.derivative!(r);
      const x = products["x"]!;
      const factor = r.order === 3 ? 1.05 : 1;
      return { outputs, products: { x: tensor({ shape: x.shape, data: x.data.map((v) => Math.fround(factor * v)) }) } };
    },
  };

  async function said(tangent: readonly number[]): Promise<Awaited<ReturnType<typeof witnessesOf>>> {
    const subject = new Subject(bent, new Reference({ ...at(tensor([0.5, 2])), tangents: { x: tensor(tangent) } }));
    return witnessesOf(subject, 3, worstOf(await judge(thirdDerivativeAgreement, subject))!);
  }

  it("convict a wrong one: exact second derivatives, and the engine's own", async () => {
    const found = await said([1, 0]);
    expect(Object.fromEntries(found.map(({ name, sides: side }) => [name, side]))).toEqual({
      "our forward over reverse mode": "reference",
      "exact arithmetic, finite differences of second derivatives": "reference",
      "finite differences of the engine's own derivatives of order 2": "reference",
      "the engine's third derivative": "engine",
    });
    expect(isConfirmed(found)).toBe(true);
  });

  it("are fewer where tangents move several numbers, whose rounding an engine of float32 adds", async () => {
    const names = (await said([1, 1])).map(({ name }) => name);
    expect(names).not.toContain("finite differences of the engine's own derivatives of order 2");
    expect(names).toContain("exact arithmetic, finite differences of second derivatives");
  });
});

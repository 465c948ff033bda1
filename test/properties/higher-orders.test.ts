import { describe, expect, it } from "vitest";
import { laws } from "../../properties/laws/index.ts";
import type { Case } from "../../src/checks/case.ts";
import { judge } from "../../src/checks/judge.ts";
import { Reference, Subject } from "../../src/checks/subject.ts";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Arrays, Engine } from "../../src/oracles/engine.ts";
import { allOps } from "../../src/program/program.ts";
import { PROGRAMS } from "../../src/suite/plan.ts";
import { tensor, Tensor } from "../../src/tensor/tensor.ts";
import { breachesAt, firstCases } from "./breaches.ts";

const higher = laws.filter(({ order }) => order > 2);
const own = higher.filter(({ applies }) => applies === "own");

describe("every law of orders 3 and 4 holds on our own engine", () => {
  it.each([...allOps.map((op) => op.name), PROGRAMS])(
    "at cases of %s",
    async (unit) => {
      const { found, conclusive } = await breachesAt(firstCases(unit, 10), higher);
      expect(found).toEqual([]);
      for (const { name } of own)
        expect(conclusive.get(name) ?? 0, `times that ${name} came to a conclusion`).toBeGreaterThan(0);
    },
    60_000,
  );
});

describe("laws of orders 3 and 4 fail", () => {
  const program = { inputs: ["x"], steps: [{ out: "y", op: "exp", in: ["x"] }], outputs: ["y"] };
  const [x, one] = [tensor([0.5, 1.5]), tensor([1, 1])];
  const c: Case = { program, inputs: { x }, wrt: ["x"], cotangents: { y: one }, tangents: { x: one } };
  const right = cotangent("test");

  it.each(higher.map((law) => [law.name, law] as const))("%s, of derivatives that are too large", async (_, law) => {
    const larger = ({ shape, data }: Tensor): Tensor =>
      new Tensor(
        shape,
        data.map((x) => 1.001 * x),
      );
    const wrong: Engine = {
      ...right,
      derivative: async (request) => {
        const { outputs, products } = await right.derivative!(request);
        const off: Arrays = Object.fromEntries(Object.entries(products).map(([name, x]) => [name, larger(x)]));
        return { outputs, products: request.order === law.order ? off : products };
      },
    };
    expect((await judge(law, new Subject(right, new Reference(c)))).verdict).toBe("agree");
    expect(await judge(law, new Subject(wrong, new Reference(c)))).toMatchObject({
      verdict: "disagree",
      kind: "wrong-gradient",
    });
  });

  it.each(higher.map((law) => [law.name, law] as const))("%s, nowhere without the method", async (_, law) => {
    const without: Engine = { ...right, description: { ...right.description, methods: ["value"] } };
    const subject = new Subject(without, new Reference(c));
    expect((await judge(law, subject)).verdict).toBe("unsupported");
  });
});

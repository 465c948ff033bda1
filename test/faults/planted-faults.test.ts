import { describe, expect, it } from "vitest";
import { cotangent } from "../../src/oracles/cotangent.ts";
import * as helpers from "../../src/ops/helper/index.ts";
import { erased } from "../../src/op/erased.ts";
import type { Op } from "../../src/op/op.ts";
import { allOps } from "../../src/program/program.ts";
import { breaches } from "../properties/breaches.ts";
import { verified } from "../suite/verified.ts";
import { faults, withFault, type Fault } from "./faults.ts";
import { squared, usersOfHelpers } from "./users.ts";

/** Ops that state rules of their own: a composite has those of its parts, and a constant has none. */
const differentiable = allOps.filter((op) => op.kind !== "constant" && op.kind !== "composite");
/** Ops whose inputs broadcast, so that a sum may be missing. */
const broadcasting = new Set(
  differentiable.filter((op) => op.name === "matmul" || (op.kind === "elementwise" && op.inputs.length > 1)),
);
/** Helpers that change nothing but how directions are held: what they are for shows in nested Jacobians alone. */
const bookkeeping = ["axis_to_batch", "batch_to_axis", "expand_batch", "identity", "sum_batch"];
/** The other helpers that rules use; their own rules matter from the second order on. */
const used = Object.values(helpers)
  .map((helper) => erased(helper))
  .filter(({ name, kind }) => kind !== "constant" && !bookkeeping.includes(name));

const users = usersOfHelpers(used.map(({ name }) => name));

const planted = differentiable.flatMap((op) =>
  Object.entries(faults)
    .filter(([name]) => name !== "missing broadcast sum" || broadcasting.has(op))
    .map(([name, fault]) => ({ op, name, fault })),
);

/** What `cotangent verify --ops op` finds on our own engine alone. */
async function unexpectedIn(op: string, cases: number): Promise<number> {
  const { unexpected } = await verified({ engines: [cotangent("test")], ops: [op], cases });
  return unexpected;
}

async function expectCaught(op: Op, mode: "vjp" | "jvp", fault: Fault, cases: number = 20): Promise<void> {
  await withFault(op, mode, fault, async () => {
    expect((await breaches(op.name, cases)).found, "npm test").not.toEqual([]);
    expect(await unexpectedIn(op.name, cases), "cotangent verify").toBeGreaterThan(0);
  });
}

describe("a fault planted in a rule is caught by the tests and by verify", () => {
  it.each(planted)("$op.name, reverse mode: $name", async ({ op, name, fault }) => {
    // Stacks of matrices broadcast in few cases.
    await expectCaught(op, "vjp", fault, name === "missing broadcast sum" ? 40 : 20);
  });

  it.each(planted.filter(({ name }) => name !== "missing broadcast sum"))(
    "$op.name, forward mode: $name",
    async ({ op, fault }) => {
      await expectCaught(op, "jvp", fault);
    },
  );

  it.each(used)("$name, a helper of rules: wrong factor", async (helper) => {
    await withFault(helper, "vjp", faults["wrong factor"]!, async () => {
      const found = users.get(helper.name)!.map(async (op) => (await breaches(op, 20, squared)).found);
      expect((await Promise.all(found)).flat()).not.toEqual([]);
    });
  });

  it("and without a fault nothing is found", async () => {
    expect(await unexpectedIn("tanh", 20)).toBe(0);
  });
});

import { combine } from "../../src/checks/arrays.ts";
import type { Case } from "../../src/checks/case.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import { opNamed } from "../../src/program/program.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { batchedOps } from "../batched-ops.ts";
import { gradientsOf, onlyStep } from "../derived.ts";

/** Larger batches are not taken apart: each member is a question. */
const MOST = 4;

/** A batch is its members, one by one. */
export const batchEquivariance: Law = {
  name: "batch-equivariance",
  statement: "the gradients of a batch are those of its members, and of what these share the sum of theirs",
  reason: "each member is worked on by itself; a batch is a way to ask for all of them at once",
  order: 1,
  every: 4,
  methods: ["vjp"],
  applies: "all",
  claims: async (s) => {
    const { case: c } = s;
    const batched = batchedIn(c);
    if (batched.size === 0) return [];
    const count = c.cotangents[c.program.outputs[0]!]!.shape[0]!;
    const member = (x: Arrays, n: number): Arrays =>
      Object.fromEntries(
        Object.entries(x).map(([name, { shape, data }]) => {
          const size = data.length / count;
          const part = batched.has(name)
            ? new Tensor([1, ...shape.slice(1)], data.slice(n * size, (n + 1) * size))
            : null;
          return [name, part ?? new Tensor(shape, data)];
        }),
      );
    const members = Array.from({ length: count }, (_, n) => {
      const [inputs, cotangents, tangents] = [member(c.inputs, n), member(c.cotangents, n), member(c.tangents, n)];
      return s.at({ ...c, inputs, cotangents, tangents });
    });
    const joined = (parts: readonly Arrays[]): Arrays =>
      Object.fromEntries(
        c.wrt.map((name) => {
          const own = parts.map((part) => part[name]!);
          const { shape } = c.inputs[name]!;
          if (batched.has(name))
            return [name, new Tensor(shape, Float64Array.from(own.flatMap(({ data }) => [...data])))];
          return [name, combine(own.map((x) => ({ by: 1, arrays: { x } })))["x"]!];
        }),
      );
    const gradients = await Promise.all(members.map((m) => gradientsOf(m)));
    const bounds = combine([
      { by: 1, arrays: s.reference.vjpBounds(c.cotangents, s.arithmetic) },
      { by: 1, arrays: joined(members.map((m) => m.reference.vjpBounds(m.case.cotangents, s.arithmetic))) },
    ]);
    return claimsOf(await s.vjp(c.cotangents), joined(gradients), bounds);
  },
};

/** The inputs and the output of a case of one op that hold a batch; none where it has none, or one of no interest. */
function batchedIn({ program, inputs, cotangents }: Case): ReadonlySet<string> {
  const none = new Set<string>();
  const step = onlyStep(program);
  const declared = step === null ? undefined : batchedOps[step.op];
  if (step === null || declared === undefined || new Set(step.in).size < step.in.length) return none;
  const names = step.in.filter((_, i) => declared.inputs.includes(opNamed(step.op).inputs[i]!));
  const count = cotangents[step.out]?.shape[0] ?? 0;
  const fits = names.every((name) => inputs[name]!.shape.length === declared.rank && inputs[name]!.shape[0] === count);
  return fits && count >= 2 && count <= MOST ? new Set([...names, step.out]) : none;
}

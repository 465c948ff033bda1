import { float64 } from "../../src/checks/budget.ts";
import { describe, expect, it } from "vitest";
import { randomFrom } from "../../src/base/random.ts";
import { valueNoise } from "../../src/checks/bounds.ts";
import { kinksOf } from "../../src/checks/kinks.ts";
import { kinkedPlaces } from "../../src/checks/nearby-gradients.ts";
import { valueOf } from "../../src/engine/variable.ts";
import { pointsOf } from "../../src/op/domain.ts";
import type { Op } from "../../src/op/op.ts";
import { allOps, attrsOf } from "../../src/program/program.ts";
import { runProgram } from "../../src/program/run.ts";
import { drawCase } from "../../src/suite/plan.ts";
import { Tensor } from "../../src/tensor/tensor.ts";

/** Where functions tend to have kinks; drawn often, so that elements are equal too. */
const SPECIAL = [0, 1, -1, 0.5, 2] as const;

/** How many cases of an op at special points show a kink in its values, and how many of these its entry knows of. */
function kinksSeen(op: Op, cases: number): { readonly seen: number; readonly declared: number } {
  let [seen, declared] = [0, 0];
  for (let index = 0; index < cases; index++) {
    const c = drawCase(3, { unit: op.name, index });
    const random = randomFrom(index);
    const inputs = Object.fromEntries(
      Object.entries(c.inputs).map(([name, x], k): [string, Tensor] => {
        const { low, high, whole, breaks } = op.face!.domain.inputs[op.inputs[Math.min(k, op.inputs.length - 1)]!]!;
        const points = [...SPECIAL, ...pointsOf(breaks, attrsOf(c.program.steps[0]!))];
        const inside = points.filter((p) => p > low && p < high);
        if (whole || inside.length === 0) return [name, x];
        return [name, new Tensor(x.shape, x.data.map((v) => (random() < 0.8 ? inside[Math.floor(random() * inside.length)]! : v)))];
      }),
    ); // prettier-ignore
    const names = Object.keys(inputs);
    const tensors = names.map((name) => inputs[name]!);
    const f = (xs: readonly Tensor[]): Tensor =>
      valueOf(runProgram(c.program, Object.fromEntries(names.map((name, k) => [name, xs[k]!])))[0]!);
    const noise = valueNoise({ ...c, inputs })["out"]!;
    const elements = tensors.flatMap(({ data }, k) =>
      c.wrt.includes(names[k]!) ? Array.from(data, (_, i) => ({ k, i })) : [],
    );
    if (kinkedPlaces({ f, inputs: tensors, noise, elements }).every((places) => places.length === 0)) continue;
    seen++;
    const kinks = kinksOf({ ...c, inputs }, float64);
    if (kinks.length > 0) declared++;
  }
  return { seen, declared };
}

/** Ops with kinks inside of their formula, which no input's domain can declare: of activations of sums, and of sizes that tie. */
const WITHIN: ReadonlySet<string> = new Set(["fused_conv2d", "fused_depthwise_conv2d", "fused_matmul", "vector_norm"]);

describe("a kink that one-sided differences of an op's values show is one that its domain declares", () => {
  it.each(allOps.map((op) => ({ name: op.name, op })))("$name", ({ op }) => {
    const { seen, declared } = kinksSeen(op, 30);
    expect(WITHIN.has(op.name) ? declared < seen : declared === seen, `${String(declared)} of ${String(seen)}`).toBe(
      true,
    );
    const breaks = op.inputs.map((input) => op.face!.domain.inputs[input]!.breaks).find((b) => b !== null);
    expect(seen, "kinks seen").toBeGreaterThanOrEqual(breaks?.kind === "kink" ? 1 : 0);
  });
});

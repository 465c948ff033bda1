import fc from "fast-check";
import { sameShape, type Shape } from "../../src/base/shape.ts";
import type { Case } from "../../src/checks/case.ts";
import { valueOf } from "../../src/engine/variable.ts";
import type { Draw, Reals } from "../../src/op/domain.ts";
import type { Op } from "../../src/op/op.ts";
import { inputsTaken } from "../../src/op/taken.ts";
import type { Step } from "../../src/program/program.ts";
import { runProgram } from "../../src/program/run.ts";
import type { Tensor } from "../../src/tensor/tensor.ts";
import { directed } from "./directions.ts";
import { drawWith } from "./draw.ts";
import { drawElements, lieIn } from "./elements.ts";
import { attrsMember } from "./op-case.ts";

/** Values that steps may use grow no larger than this, so that later domains can still be met. */
const LARGEST = 64;

/**
 * Cases of small random programs over `ops`: two to five steps that take earlier values where these have the right
 * shape and lie in the op's domain (values used twice, and twice by one step, among them), and fresh inputs elsewhere.
 */
export function programCases(ops: readonly Op[]): fc.Arbitrary<Case> {
  return fc.gen().map((g) => drawProgramCase(drawWith(g), ops));
}

interface Draft {
  readonly draw: Draw;
  readonly inputs: Record<string, Tensor>;
  readonly wrt: string[];
  readonly steps: Step[];
  /** Values that later steps may use. */
  readonly values: Map<string, Tensor>;
  /** Of these, those that do not move with a differentiated input: what indices and conditions may be. */
  readonly fixed: Set<string>;
}

function drawProgramCase(draw: Draw, ops: readonly Op[]): Case {
  const draft: Draft = { draw, inputs: {}, wrt: [], steps: [], values: new Map(), fixed: new Set() };
  const count = draw.integer(2, 5);
  for (let i = 0; i < count; i++) addStep(draft, draw.pick(ops));
  const used = new Set(draft.steps.flatMap((step) => step.in));
  const outputs = draft.steps.map((step) => step.out).filter((name) => !used.has(name));
  return directed(draw, { inputs: Object.keys(draft.inputs), steps: draft.steps, outputs }, draft.inputs, draft.wrt);
}

function addStep(draft: Draft, op: Op): void {
  const { draw } = draft;
  const { domain } = op.face!;
  const usable = (place: number): [string, Tensor][] =>
    [...draft.values].filter(([name]) => op.kind === "constant" || op.active[place] === true || draft.fixed.has(name));
  const candidates = usable(0).filter(([, x]) => lieIn(x, domain.inputs[op.inputs[0]!]!));
  const lead = candidates.length === 0 ? undefined : draw.pick(candidates);
  const sample = domain.sample(lead === undefined ? draw : startingWith(draw, lead[1].shape));
  const taken = inputsTaken(op, sample.attrs);
  const drawn: number[] = [];
  const names = sample.shapes.map((shape, i) => {
    const place = Math.min(i, taken.length - 1);
    const from = sample.inputs?.[taken[place]!] ?? domain.inputs[taken[place]!]!;
    const fits = usable(place).filter(([, x]) => sameShape(x.shape, shape) && lieIn(x, from));
    if (i === 0 && lead !== undefined && sameShape(lead[1].shape, shape) && lieIn(lead[1], from)) return lead[0];
    if (fits.length > 0 && draw.flag()) return draw.pick(fits)[0];
    return freshInput(draft, shape, from, { attrs: sample.attrs, taken: drawn }, op.active[place] === true);
  });
  const step: Step = {
    out: `v${String(draft.steps.length + 1)}`,
    op: op.name,
    in: names,
    ...attrsMember(sample.attrs),
  };
  const out = valueOf(
    runProgram(
      { inputs: names, steps: [step], outputs: [step.out] },
      Object.fromEntries(names.map((name) => [name, draft.values.get(name)!])),
    )[0]!,
  );
  draft.steps.push(step);
  if (op.kind === "constant" || names.every((name) => draft.fixed.has(name))) draft.fixed.add(step.out);
  if (out.data.every((v) => Math.abs(v) <= LARGEST)) draft.values.set(step.out, out);
}

function freshInput(
  { draw, inputs, wrt, values, fixed }: Draft,
  shape: Shape,
  from: Reals,
  { attrs, taken }: { readonly attrs: object; readonly taken: number[] },
  active: boolean,
): string {
  const name = `x${String(Object.keys(inputs).length + 1)}`;
  const x = drawElements(draw, shape, from, attrs, taken);
  inputs[name] = x;
  values.set(name, x);
  if (active) wrt.push(name);
  else fixed.add(name);
  return name;
}

/** Draws whose first shape is `shape`, where it has a rank that was asked for. */
function startingWith(draw: Draw, shape: Shape): Draw {
  let given = false;
  return {
    ...draw,
    shape: (minRank, maxRank) => {
      if (given || shape.length < minRank || shape.length > maxRank) return draw.shape(minRank, maxRank);
      given = true;
      return shape;
    },
    broadcastable: (count) => {
      if (given) return draw.broadcastable(count);
      given = true;
      return Array.from({ length: count }, (_, i) =>
        i === 0 || draw.flag() ? shape : shape.map((d) => (draw.flag() ? 1 : d)),
      );
    },
  };
}

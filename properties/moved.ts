import { sameShape, sizeOf, type Shape } from "../src/base/shape.ts";
import { mapArrays } from "../src/checks/arrays.ts";
import type { Case } from "../src/checks/case.ts";
import { claimsOf, type Claim } from "../src/checks/law.ts";
import type { Subject } from "../src/checks/subject.ts";
import { worksByElement } from "../src/op/op.ts";
import { gradientsOf } from "./derived.ts";
import type { Arrays } from "../src/oracles/engine.ts";
import { opNamed } from "../src/program/program.ts";
import type { Tensor } from "../src/tensor/tensor.ts";

/** A rearrangement of the elements of arrays, all of one shape, and what undoes it. */
export interface Rearrangement {
  readonly there: (x: Tensor) => Tensor;
  readonly back: (x: Tensor) => Tensor;
}

/** The shape of all inputs, where the program works element by element and they have one; else null. */
export function commonShape({ program, inputs }: Case): Shape | null {
  const [shape, ...others] = program.inputs.map((name) => inputs[name]!.shape);
  if (shape === undefined || !others.every((other) => sameShape(other, shape)) || sizeOf(shape) < 2) return null;
  return program.steps.every(({ op }) => worksByElement(opNamed(op))) ? shape : null;
}

/** That the gradients of rearranged arrays are the rearranged gradients. */
export async function rearranged(s: Subject, { there, back }: Rearrangement): Promise<Claim[]> {
  const { case: c } = s;
  const moved = s.at({
    ...c,
    inputs: each(c.inputs, there),
    cotangents: each(c.cotangents, there),
    tangents: each(c.tangents, there),
  });
  const own = s.reference.vjpBounds(c.cotangents, s.arithmetic);
  const theirs = moved.reference.vjpBounds(moved.case.cotangents, s.arithmetic);
  const got = await gradientsOf(moved);
  const bounds = mapArrays(own, (b, i, name) => b + back(theirs[name]!).data[i]!);
  return claimsOf(each(got, back), await s.vjp(c.cotangents), bounds);
}

function each(x: Arrays, f: (t: Tensor) => Tensor): Arrays {
  return Object.fromEntries(Object.entries(x).map(([name, t]) => [name, f(t)]));
}

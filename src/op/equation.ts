import { InputError, ShapeError } from "../base/errors.ts";
import { formatShape, type Shape } from "../base/shape.ts";
import type { Draw, Excuse, Sample } from "./domain.ts";

/** An equation of Einstein's notation: the label of every dimension of every operand, and those of the result. */
export interface Equation {
  readonly operands: readonly (readonly string[])[];
  readonly output: readonly string[];
}

/**
 * Reads an equation such as `ij,jk->ik`; blanks do not count.
 *
 * @throws InputError saying what is wrong with it.
 */
export function readEquation(equation: string): Equation {
  const wrong = (why: string): never => {
    throw new InputError(`einsum: cannot read "${equation}": ${why}`);
  };
  const sides = equation.replace(/\s/g, "").split("->");
  if (sides.length > 2) wrong('expected "->" at most once');
  if (sides.some((side) => side.includes("..."))) wrong("there is no ellipsis; label every dimension");
  const [left, right] = sides;
  const operands = left!.split(",").map((labels) => labels.split(""));
  const strange = [...operands.flat(), ...(right ?? "").split("")].find((label) => !/^[a-zA-Z]$/.test(label));
  if (strange !== undefined) wrong(`labels are letters, got "${strange}"`);
  const all = operands.flat();
  const once = (label: string): boolean => all.indexOf(label) === all.lastIndexOf(label);
  const output = right === undefined ? all.filter(once).toSorted((a, b) => (a < b ? -1 : 1)) : right.split("");
  for (const [i, label] of output.entries()) {
    if (!all.includes(label)) wrong(`no operand has the output's label "${label}"`);
    if (output.indexOf(label) !== i) wrong(`the output has the label "${label}" twice`);
  }
  return { operands, output };
}

/** An equation with its output, which it may leave to be implied. */
export function explicit(equation: string): string {
  return equation.includes("->") ? equation : `${equation}->${readEquation(equation).output.join("")}`;
}

/**
 * The length of every label.
 *
 * @throws ShapeError where operands do not fit the equation.
 */
export function labelledSizes({ operands, output }: Equation, shapes: readonly Shape[]): ReadonlyMap<string, number> {
  const text = `${operands.map((labels) => labels.join("")).join(",")}->${output.join("")}`;
  if (operands.length !== shapes.length)
    throw new ShapeError(`einsum: ${text} needs ${String(operands.length)} operands, got ${String(shapes.length)}`);
  const sizes = new Map<string, number>();
  operands.forEach((labels, i) => {
    const shape = shapes[i]!;
    if (labels.length !== shape.length)
      throw new ShapeError(
        `einsum: operand ${String(i)} of ${text} needs ${String(labels.length)} dimensions, got ${formatShape(shape)}`,
      );
    labels.forEach((label, d) => {
      const size = sizes.get(label) ?? shape[d]!;
      if (size !== shape[d])
        throw new ShapeError(
          `einsum: "${label}" of ${text} is ${String(size)} and ${String(shape[d])} long, in ${shapes.map(formatShape).join(", ")}`,
        );
      sizes.set(label, size);
    });
  });
  return sizes;
}

/** Every form of term: products, sums, transposes, diagonals, outputs given and implied, one to three operands. */
const EQUATIONS = [
  "ij,jk->ik",
  "ij,jk",
  "ji",
  "ij->ji",
  "ij->",
  "ij->j",
  "i->i",
  "ii->i",
  "ii->",
  "ii",
  "iij->ji",
  "iji->j",
  "i,i->",
  "i,i->i",
  "i,j->ij",
  "i,j->ji",
  "i,j->",
  ",ij->ij",
  "i,->i",
  "bij,bjk->bik",
  "bij,bkj->bik",
  "bij,jk->bik",
  "ij,ij->ij",
  "ij,ji->",
  "ij,k->ik",
  "ijk,jki->i",
  "ijk,kl->lij",
  "ii,ij->j",
  "ab,Bb -> aB",
  "ij,jk,kl->il",
  "i,ij,j->",
  "i,j,k->kji",
  "ij,jk,ki",
  "ij,ij,ij->i",
] as const;

/** The labels of an equation are the ranks of its operands. */
export const equationExcuses: readonly Excuse[] = EQUATIONS.map((equation) => {
  const rank = Math.max(...readEquation(equation).operands.map((labels) => labels.length));
  const others = [1, 2, 3].filter((other) => other !== rank).map((other) => `rank=${String(other)}`);
  return { pair: [`equation="${equation}"`, others.join("|")], because: "an equation says the ranks" };
});

/** Draws an equation and the lengths of its labels. */
export function sampleEquation(draw: Draw): Sample<{ readonly equation: string }> {
  const equation = draw.pick(EQUATIONS);
  const { operands } = readEquation(equation);
  const sizes = new Map<string, number>();
  for (const label of operands.flat()) if (!sizes.has(label)) sizes.set(label, draw.dimension());
  return { shapes: operands.map((labels) => labels.map((label) => sizes.get(label)!)), attrs: { equation } };
}

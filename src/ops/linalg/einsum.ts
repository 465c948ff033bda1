import { text } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import {
  equationExcuses,
  explicit,
  labelledSizes,
  readEquation,
  sampleEquation,
  type Equation,
} from "../../op/equation.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Kit } from "../../op/kit.ts";
import type { Op } from "../../op/op.ts";
import { indicesOf, placeAt, sizeOf, type Shape } from "../../base/shape.ts";

/**
 * Sums of products by an equation of Einstein's notation: `ij,jk->ik` is the matrix product. A label stands for a
 * dimension; one that the output lacks is summed over, one that an operand has twice is its diagonal. Without `->` the
 * output has the labels that occur once, in alphabetical order. There is no ellipsis.
 *
 * @throws InputError for an equation that cannot be read, ShapeError where the operands do not fit it.
 * @example
 * ops.einsum(tensor([[1, 2], [3, 4]]), { equation: "ii->" }); // 5
 */
export const einsum: Op<["xs"], { readonly equation: string }> = composite({
  name: "einsum",
  inputs: ["xs"],
  formula: String.raw`\mathrm{out}_\ell = \sum_{\text{other labels}} \prod_i \mathrm{xs}_{i,\,\ell_i}, \quad \ell_1, \ell_2, \ldots \to \ell = \mathrm{equation}`,
  variadic: true,
  attrs: { equation: text("the labels of each operand's dimensions, and those of the result") },
  domain: { xs: reals(-2, 2) },
  sample: sampleEquation,
  excused: equationExcuses,
  shape: (shapes, { equation }) => {
    const read = readEquation(equation);
    const sizes = labelledSizes(read, shapes);
    return read.output.map((label) => sizes.get(label)!);
  },
  // Σ Π x[labels], over all values of the labels that the output lacks
  exact: (real, xs, { equation }) => {
    const { operands, output } = readEquation(equation);
    const sizes = labelledSizes(
      { operands, output },
      xs.map((x) => x.shape),
    );
    const summed = [...sizes.keys()].filter((label) => !output.includes(label));
    const inner = indicesOf(summed.map((label) => sizes.get(label)!));
    return (index) =>
      real.sum(
        inner.map((within) =>
          xs
            .map((x, i) =>
              x.at(
                operands[i]!.map((label) =>
                  output.includes(label) ? index[output.indexOf(label)]! : within[summed.indexOf(label)]!,
                ),
              ),
            )
            .reduce((product, element) => real.mul(product, element)),
        ),
      );
  },
  compose: (kit, { inputs }, { equation }) => {
    const read = readEquation(equation);
    const { operands, output } = read;
    const sizes = labelledSizes(read, inputs.map(kit.shape));
    const terms = inputs.map((x, i) => withoutRepeats(kit, x, operands[i]!, sizes));
    const last = terms.reduce((left, right, i) => {
      const needed = new Set([...output, ...operands.slice(i + 1).flat()]);
      return contracted(kit, left, right, needed, sizes);
    });
    const { value, labels } = summedTo(kit, last, (label) => output.includes(label));
    return kit.permute_dims(value, { axes: output.map((label) => labels.indexOf(label)) });
  },
  counterparts: {
    // TensorFlow.js wants the output said.
    tfjs: (call, { inputs }, { equation }) => call("einsum", explicit(equation), ...inputs),
    torch: (call, { inputs }, { equation }) => call("torch.einsum", equation, ...inputs),
    jax: (call, { inputs }, { equation }) => call("jnp.einsum", equation, ...inputs),
  },
});

/** A value and the labels of its dimensions. */
interface Labelled<V> {
  readonly value: V;
  readonly labels: Equation["output"];
}

type Sizes = ReadonlyMap<string, number>;

/** An operand with each label once: its diagonal along those that it has twice. */
function withoutRepeats<V>(kit: Kit<V>, x: V, given: readonly string[], sizes: Sizes): Labelled<V> {
  const labels = [...new Set(given)];
  if (labels.length === given.length) return { value: x, labels };
  const shape = labels.map((label) => sizes.get(label)!);
  const places = indicesOf(shape).map((index) =>
    placeAt(
      given.map((label) => index[labels.indexOf(label)]!),
      kit.shape(x),
    ),
  );
  return { value: kit.gather_places(x, { places: Int32Array.from(places), shape }), labels };
}

/** Summed over the labels that are not to be kept. */
function summedTo<V>(kit: Kit<V>, { value, labels }: Labelled<V>, keep: (label: string) => boolean): Labelled<V> {
  const axis = labels.map((_, i) => i).filter((i) => !keep(labels[i]!));
  return axis.length === 0 ? { value, labels } : { value: kit.sum(value, { axis }), labels: labels.filter(keep) };
}

/** The product of two terms, summed over the labels that are needed no more: one matrix product for each value of those shared. */
function contracted<V>(
  kit: Kit<V>,
  first: Labelled<V>,
  second: Labelled<V>,
  needed: ReadonlySet<string>,
  sizes: Sizes,
): Labelled<V> {
  const left = summedTo(kit, first, (label) => needed.has(label) || second.labels.includes(label));
  const right = summedTo(kit, second, (label) => needed.has(label) || first.labels.includes(label));
  const both = left.labels.filter((label) => right.labels.includes(label));
  const shared = both.filter((label) => needed.has(label));
  const summed = both.filter((label) => !needed.has(label));
  const rows = left.labels.filter((label) => !both.includes(label));
  const columns = right.labels.filter((label) => !both.includes(label));
  const shapeOf = (labels: readonly string[]): Shape => labels.map((label) => sizes.get(label)!);
  const arranged = (term: Labelled<V>, ...groups: readonly (readonly string[])[]): V =>
    kit.reshape(kit.permute_dims(term.value, { axes: groups.flat().map((label) => term.labels.indexOf(label)) }), {
      shape: [...shapeOf(groups[0]!), ...groups.slice(1).map((group) => sizeOf(shapeOf(group)))],
    });
  const [a, b] = [arranged(left, shared, rows, summed), arranged(right, shared, summed, columns)];
  const labels = [...shared, ...rows, ...columns];
  // A product that sums nothing keeps the sign of a zero.
  const value = summed.length === 0 ? kit.mul(a, b) : kit.matmul(a, b);
  return { value: kit.reshape(value, { shape: shapeOf(labels) }), labels };
}

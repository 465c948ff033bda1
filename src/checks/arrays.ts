import type { Arrays } from "../oracles/engine.ts";
import { Tensor } from "../tensor/tensor.ts";

/** Applies `f` to each array, keeping names and shapes. */
export function mapArrays(x: Arrays, f: (value: number, i: number, name: string) => number): Arrays {
  return Object.fromEntries(
    Object.entries(x).map(([name, t]) => [
      name,
      new Tensor(
        t.shape,
        t.data.map((v, i) => f(v, i, name)),
      ),
    ]),
  );
}

/** Arrays that share no memory with these. */
export function copied(x: Arrays): Arrays {
  return mapArrays(x, (v) => v);
}

/** Σ cₖ·xₖ, name by name. All terms have the same names and shapes. */
export function combine(terms: readonly { readonly by: number; readonly arrays: Arrays }[]): Arrays {
  return mapArrays(terms[0]!.arrays, (_, i, name) =>
    terms.reduce((total, { by, arrays }) => total + by * arrays[name]!.data[i]!, 0),
  );
}

/** The inner product Σ xᵢ·yᵢ over all arrays; those that `y` does not have count as zero. */
export function dot(x: Arrays, y: Arrays): number {
  let total = 0;
  for (const [name, a] of Object.entries(x)) {
    const b = y[name];
    if (b !== undefined) for (let i = 0; i < a.data.length; i++) total += a.data[i]! * b.data[i]!;
  }
  return total;
}

/** The number of elements of all arrays. */
export function countOf(x: Arrays): number {
  return Object.values(x).reduce((n, t) => n + t.data.length, 0);
}

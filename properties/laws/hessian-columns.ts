import { combine, countOf, mapArrays } from "../../src/checks/arrays.ts";
import { claimsOf, type Law } from "../../src/checks/law.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import { productsOf } from "../derived.ts";

/** One-hot tangents in turn, as many as are asked for of an engine at a case. */
const MOST = 4;

/** One-hot tangents give the columns of the Hessian. */
export const hessianColumns: Law = {
  name: "hessian-columns",
  statement:
    "the Hessian-vector products of one-hot tangents are the reference's columns, which together make the product along all",
  reason: "a one-hot tangent picks one column, and a tangent is the sum of its elements",
  order: 2,
  every: 4,
  methods: ["hvp"],
  applies: "all",
  claims: async (s) => {
    const { tangents } = s.case;
    const count = countOf(tangents);
    if (count === 0) return [];
    // Where there are too many columns, the first of them are compared one by one.
    const places = Array.from({ length: Math.min(count, MOST) }, (_, k) => k);
    const oneHots = places.map((place): Arrays => {
      let k = 0;
      return mapArrays(tangents, () => Number(k++ === place));
    });
    const columns = await Promise.all(oneHots.map((d) => productsOf(s, d)));
    const bounds = oneHots.map((d) => s.reference.hvpBounds(s.arithmetic, d));
    const each = oneHots.flatMap((d, k) => claimsOf(columns[k]!, s.reference.hvp(d), bounds[k]!));
    if (count > MOST) return each;
    const weights = Object.values(tangents).flatMap(({ data }) => [...data]);
    const sum = combine(columns.map((arrays, k) => ({ by: weights[k]!, arrays })));
    const allowed = combine([
      { by: 1, arrays: s.reference.hvpBounds(s.arithmetic) },
      ...bounds.map((arrays, k) => ({ by: Math.abs(weights[k]!), arrays })),
    ]);
    return [...each, ...claimsOf(await s.hvp(), sum, allowed)];
  },
};

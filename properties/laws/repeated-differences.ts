import { derivativeNoise } from "../../src/checks/bounds.ts";
import type { Case } from "../../src/checks/case.ts";
import { methodAt, type Claim, type Law, type Order } from "../../src/checks/law.ts";
import { valueOf } from "../../src/engine/variable.ts";
import { derivativeAlong, modesOf, valueOfProgram } from "../../src/oracles/cotangent.ts";
import type { Arrays } from "../../src/oracles/engine.ts";
import { finiteDifference } from "../../src/oracles/finite-difference.ts";
import { Tensor } from "../../src/tensor/tensor.ts";
import { largestOf, RESOLUTION } from "../resolution.ts";

/** The law that derivatives of an order from the second on are what differences of those of the order below say. */
export function repeatedDifferences(name: string, order: Order): Law {
  return {
    name,
    statement: `the derivative of order ${String(order)} along tangents is what finite differences of that of order ${String(order - 1)} say`,
    reason: "derivatives that were checked are values themselves for those of the next order",
    order,
    methods: [methodAt(order)],
    applies: "own",
    claims: async (s) => {
      const { case: c, reference } = s;
      const products = await s.derivative(order);
      const own = reference.derivativeBounds(order, s.arithmetic);
      const noise = derivativeNoise(c, c.cotangents, c.tangents, order - 1);
      const names = Object.keys(c.tangents);
      return c.wrt.map((input, i): Claim => {
        const below = (xs: readonly Tensor[]): Tensor => {
          const moved = batched(c, Object.fromEntries(names.map((n, k) => [n, xs[k]!])));
          return valueOf(derivativeAlong(moved, moved.inputs, modesOf(order - 1, "forward"))[i]!);
        };
        const { estimate, bound } = finiteDifference(
          below,
          names.map((n) => c.inputs[n]!),
          names.map((n) => c.tangents[n]!),
          noise[input]!,
          products[input],
        );
        const bounds = new Tensor(
          bound.shape,
          bound.data.map((b, k) => b + own[input]!.data[k]!),
        );
        const resolution = RESOLUTION * largestOf(estimate);
        return { name: input, got: products[input]!, want: estimate, bounds, resolution };
      });
    },
  };
}

/** The case at many points at once, with directions for each of them. */
function batched(c: Case, moved: Arrays): Case {
  const inputs = { ...c.inputs, ...moved };
  const outputs = valueOfProgram({ program: c.program, inputs });
  return { ...c, inputs, cotangents: repeated(c.cotangents, outputs), tangents: repeated(c.tangents, inputs) };
}

/** Directions for each member of the batches that values are. */
function repeated(directions: Arrays, values: Arrays): Arrays {
  return Object.fromEntries(Object.entries(directions).map(([name, d]) => [name, repeat(d, values[name]!.batch)]));
}

/** A direction for each member of a batch. */
function repeat(d: Tensor, batch: number): Tensor {
  if (batch === 1) return d;
  const data = new Float64Array(batch * d.data.length);
  for (let n = 0; n < batch; n++) data.set(d.data, n * d.data.length);
  return new Tensor(d.shape, data, batch);
}

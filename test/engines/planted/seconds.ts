import { valueOf } from "../../../src/engine/variable.ts";
import { Tensor } from "../../../src/tensor/tensor.ts";
import { deaf, detached } from "./faults.ts";
import type { Planted } from "./planted.ts";
import { withRules, withTangents } from "./reading.ts";
import { each, elements, withAnswers } from "./wrapped.ts";

const second = { kind: "wrong-gradient", order: 2 } as const;

/** Values and first derivatives are right; second ones are not, and say nothing of it. */
export const seconds: readonly Planted[] = [
  {
    name: "the rule cannot be differentiated",
    make: () => withRules({ sin: detached }),
    op: "sin",
    ...second,
    says: /as if the way to it were cut/,
  },
  {
    name: "one of two ways through the rule is cut",
    make: () =>
      withRules({
        tanh:
          () =>
          (kit, { out }, g) =>
            kit.mul(g, kit.sub(1, kit.mul(out, valueOf(out)))),
      }),
    op: "tanh",
    ...second,
    says: /it is 0\.5 times the right one/,
  },
  {
    name: "the way through the cotangent is cut",
    make: () => withRules({ multiply: deaf }),
    op: "prod",
    ...second,
    says: /right is/,
  },
];

/** Wrong in one method alone. */
export const methods: readonly Planted[] = [
  {
    name: "twice the Hessian-vector product",
    make: () => withAnswers({ hvp: (a) => ({ ...a, products: elements(a.products, (v) => 2 * v) }) }),
    op: "exp",
    ...second,
    says: /it is 2 times the right one/,
  },
  {
    name: "a forward rule of the wrong sign",
    make: () => withTangents({ tan: -1 }),
    op: "tan",
    kind: "wrong-gradient",
    order: 1,
    says: /⟨g, J·d⟩ = ⟨Jᵀ·g, d⟩/,
  },
  {
    name: "forward mode that gives nothing",
    make: () => withAnswers({ jvp: (a) => ({ ...a, tangents: elements(a.tangents, () => 0) }) }),
    op: "atan",
    kind: "wrong-gradient",
    order: 1,
    says: /⟨g, J·d⟩ = ⟨Jᵀ·g, d⟩/,
  },
  {
    name: "Jacobians with their columns in reverse order",
    make: () =>
      withAnswers({
        jacobian: (a) => ({
          ...a,
          jacobians: Object.fromEntries(
            Object.entries(a.jacobians).map(([out, rows]) => [
              out,
              each(rows, ({ shape, data }) => new Tensor(shape, data.toReversed())),
            ]),
          ),
        }),
      }),
    op: "atan",
    kind: "wrong-gradient",
    order: 1,
    says: /right is/,
  },
];

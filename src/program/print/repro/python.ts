import { jax, torch, tuple } from "../python.ts";
import type { Dialect } from "./dialect.ts";

/** Python with PyTorch, in float64. */
export const torchDialect: Dialect = dialectOf({
  language: torch,
  head: ["import torch", "torch.set_default_dtype(torch.float64)"],
  module: "torch.func",
  counted: ".numel()",
});

/** Python with JAX, in float64. */
export const jaxDialect: Dialect = dialectOf({
  language: jax,
  head: ["import jax", "import jax.numpy as jnp", 'jax.config.update("jax_enable_x64", True)'],
  module: "jax",
  counted: ".size",
});

interface Library {
  readonly language: Dialect["language"];
  readonly head: readonly string[];
  /** Where `grad` and `vjp` are, which both libraries have alike. */
  readonly module: string;
  readonly counted: string;
}

function dialectOf({ language, head, module, counted }: Library): Dialect {
  const vjp = (f: string, xs: readonly string[], cotangent: string): string =>
    `${module}.vjp(${f}, ${xs.join(", ")})[1](${cotangent})`;
  return {
    language,
    head,
    comment: "#",
    constant: (id, text) => `${id} = ${text}`,
    lambda: (parameters, result) => `lambda ${parameters.join(", ")}: ${result}`,
    define: (name, parameters, steps, result) => [
      `def ${name}(${parameters.join(", ")}):`,
      ...steps.map(({ id, text }) => `    ${id} = ${text}`),
      `    return ${result}`,
    ],
    // Without a cotangent the function has to give a scalar.
    isImplied: ({ shape, data }) => shape.length === 0 && data[0] === 1,
    grad: (f) => `${module}.grad(${f})`,
    pull: (f, x, cotangent) => `${vjp(f, [x], cotangent)}[0]`,
    slope: (f, xs, cotangent, weights) =>
      `sum((d * w).sum() for d, w in zip(${
        cotangent === null
          ? `${module}.grad(${f}, (${tuple(xs.map((_, i) => String(i)))}))(${xs.join(", ")})`
          : vjp(f, xs, cotangent)
      }, ${weights}))`,
    list: (items) => `[${items.join(", ")}]`,
    weighted: (terms) => terms.map(([array, weight]) => `(${array} * ${weight}).sum()`).join(" + "),
    show: (array, shown) =>
      `print(${{ numbers: `${array}.tolist()`, shape: `list(${array}.shape)`, type: `${array}.dtype`, count: `${array}${counted}` }[shown]})`,
  };
}

import { heads, javascript, type TfjsEngine } from "../javascript.ts";
import type { Dialect } from "./dialect.ts";

/** ES modules that run in plain Node with TensorFlow.js. */
export function tfjsDialect(engine: TfjsEngine): Dialect {
  return {
    language: javascript,
    head: [...heads[engine].imports, ...heads[engine].setUp],
    comment: "//",
    constant: (id, text) => `const ${id} = ${text};`,
    lambda: (parameters, result) => `(${parameters.join(", ")}) => ${result}`,
    define: (name, parameters, steps, result) => [
      `const ${name} = (${parameters.join(", ")}) => {`,
      ...steps.map(({ id, text }) => `  const ${id} = ${text};`),
      `  return ${result};`,
      "};",
    ],
    isImplied: ({ data }) => data.every((g) => g === 1),
    grad: (f) => `tf.grad(${f})`,
    pull: (f, x, cotangent) => `tf.grad(${f})(${x}, ${cotangent})`,
    slope: (f, xs, cotangent, weights) =>
      `tf.addN(tf.grads(${f})([${xs.join(", ")}]${cotangent === null ? "" : `, ${cotangent}`}).map((d, i) => tf.sum(tf.mul(d, ${weights}[i]))))`,
    list: (items) => `[${items.join(", ")}]`,
    weighted: (terms) =>
      `tf.addN([${terms.map(([array, weight]) => `tf.sum(tf.mul(${array}, ${weight}))`).join(", ")}])`,
    show: (array, shown) => `console.log(${array}${SHOWN[shown]});`,
  };
}

const SHOWN = { numbers: ".arraySync()", shape: ".shape", type: ".dtype", count: ".dataSync().length" } as const;

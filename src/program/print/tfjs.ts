import { heads, javascript, type TfjsEngine } from "./javascript.ts";
import { planOf, type Leaf, type Named, type Plan } from "./plan.ts";
import type { Printable, PrintOptions } from "./printable.ts";

/** What to print, and for which backend. */
export interface TfjsOptions extends PrintOptions {
  readonly engine: TfjsEngine;
}

/**
 * A program as an ES module that runs in plain Node, with TensorFlow.js, and logs outputs, gradients and second-order
 * products as nested lists.
 *
 * Gradients are those of `tf.grads` with the cotangent as `dy`; of several outputs, those of the sum of the outputs
 * weighted by their cotangents. The derivative of the gradients along the tangents comes from nesting two gradients, as
 * TensorFlow.js has no forward mode. The zero gradient of an input that leads to no output is written out, since `tf.grads`
 * would throw.
 *
 * @throws UnsupportedError for an op that TensorFlow.js does not have; GradientError where cotangents are missing.
 * @example
 * printTfjs({ program, inputs: { x: tensor([1, 2]) }, wrt: ["x"], cotangents: { y: tensor([1, 1]) } }, { mode: "vjp", engine: "tfjs-cpu" });
 */
export function printTfjs(c: Printable, { mode, engine }: TfjsOptions): string {
  const plan = planOf(c, mode, javascript, true);
  const leading = plan.leaves.filter(({ leads }) => leads);
  const asked = plan.leaves.filter(({ wrt }) => wrt);
  const shown = [lists("outputs", plan.outputs, ({ id, alias }) => `${leading.length === 0 ? id : alias}.arraySync()`)];
  if (mode !== "value") shown.push(lists("gradients", asked, (x) => `${x.leads ? x.gradient : zero(x)}.arraySync()`));
  if (mode === "hvp")
    shown.push(lists("products", asked, (x) => (x.leads ? `${x.product}?.arraySync()` : `${zero(x)}.arraySync()`)));
  return [
    ...heads[engine].imports,
    "",
    ...heads[engine].setUp,
    ...plan.inputs.map(({ id, value }) => `const ${id} = ${javascript.tensor(value)};`),
    ...(leading.length === 0 ? steps(plan) : derivatives(plan, leading, mode === "hvp")),
    `console.dir({ ${shown.join(", ")} }, { depth: null });`,
    "",
  ].join("\n");
}

function zero({ id }: Named): string {
  return `tf.zerosLike(${id})`;
}

function lists<T extends Named>(name: string, values: readonly T[], list: (x: T) => string): string {
  return `${name}: { ${values.map((x) => `${x.id}: ${list(x)}`).join(", ")} }`;
}

function steps({ steps }: Plan): string[] {
  return steps.map(({ id, text }) => `const ${id} = ${text};`);
}

/** The program as a function of its leading inputs, its outputs and their derivatives. */
function derivatives(plan: Plan, leading: readonly Leaf[], second: boolean): string[] {
  const { ids, outputs } = plan;
  const single = outputs.length === 1;
  const [f, g] = [ids.fresh("f"), ids.fresh("g")];
  const xs = leading.map(({ id }) => id).join(", ");
  const dxs = leading.map(({ gradient }) => gradient).join(", ");
  const list = (items: readonly string[]): string => (single ? items[0]! : `[${items.join(", ")}]`);
  const lines = [
    ...functionOf(plan, f, xs, list(outputs.map(({ id }) => id))),
    `const ${list(outputs.map(({ alias }) => alias))} = ${f}(${xs});`,
    `const ${g} = ${list(outputs.map(({ cotangent }) => javascript.tensor(cotangent)))};`,
  ];
  let gradients = `tf.grads(${f})([${xs}], ${g})`;
  if (!single) {
    const [weighted, all, y, i] = ["weighted", "xs", "y", "i"].map((name) => ids.fresh(name));
    const terms = `${f}(...${all!}).map((${y!}, ${i!}) => tf.sum(tf.mul(${y!}, ${g}[${i!}])))`;
    lines.push(`const ${weighted!} = (...${all!}) => tf.addN(${terms});`);
    gradients = `tf.grads(${weighted!})([${xs}])`;
  }
  lines.push(`const [${dxs}] = ${gradients};`);
  return second ? [...lines, ...products(plan, leading, `const [${dxs}] = ${gradients};`)] : lines;
}

function functionOf(plan: Plan, f: string, xs: string, result: string): string[] {
  const [first, ...more] = plan.steps;
  if (first !== undefined && more.length === 0 && result === first.id)
    return [`const ${f} = (${xs}) => ${first.text};`];
  return [`const ${f} = (${xs}) => {`, ...steps(plan).map((line) => `  ${line}`), `  return ${result};`, "};"];
}

/** The gradients of Σ ⟨gradient, tangent⟩: second derivatives are symmetric. */
function products({ ids }: Plan, leading: readonly Leaf[], gradients: string): string[] {
  const slope = ids.fresh("slope");
  const xs = leading.map(({ id }) => id).join(", ");
  const ts = leading.map(({ id, tangent }) => ({ id: ids.fresh(`t${id}`), array: javascript.tensor(tangent) }));
  const terms = leading.map(({ gradient }, i) => `tf.sum(tf.mul(${gradient}, ${ts[i]!.id}))`);
  return [
    ...ts.map(({ id, array }) => `const ${id} = ${array};`),
    `const ${slope} = () => {`,
    `  ${gradients}`,
    `  return ${terms.length === 1 ? terms[0]! : `tf.addN([${terms.join(", ")}])`};`,
    "};",
    "// Like tf.grads, but undefined, not thrown, where it finds no dependence on an input, as in a linear function.",
    `const { grads: [${leading.map(({ product }) => product).join(", ")}] } = tf.engine().gradients(${slope}, [${xs}], undefined, true);`,
  ];
}

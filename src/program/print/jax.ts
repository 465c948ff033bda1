import { planOf, type Plan } from "./plan.ts";
import type { Printable, PrintOptions } from "./printable.ts";
import { jax, lists, show, tuple } from "./python.ts";

/**
 * A program as a Python program that runs with JAX, in float64, and prints outputs, gradients and second-order products as
 * nested lists.
 *
 * Gradients are those of `jax.vjp`; their derivative along the tangents is `jax.jvp` of these.
 *
 * @throws UnsupportedError for an op that JAX does not have; GradientError where cotangents are missing.
 * @example
 * printJax({ program, inputs: { x: tensor([1, 2]) }, wrt: ["x"], cotangents: { y: tensor([1, 1]) } }, { mode: "vjp" });
 */
export function printJax(c: Printable, { mode }: PrintOptions): string {
  const plan = planOf(c, mode, jax, true);
  const wrt = plan.leaves.filter((leaf) => leaf.wrt);
  const shown: [string, string][] = [["outputs", lists(plan.outputs.map(({ id }) => [id, id]))]];
  if (mode !== "value") shown.push(["gradients", lists(wrt.map(({ id, gradient }) => [id, gradient]))]);
  if (mode === "hvp") shown.push(["products", lists(wrt.map(({ id, product }) => [id, product]))]);
  return [
    "import jax",
    "import jax.numpy as jnp",
    "",
    'jax.config.update("jax_enable_x64", True)',
    ...plan.inputs.map(({ id, value }) => `${id} = ${jax.tensor(value)}`),
    ...(plan.leaves.length === 0 ? steps(plan) : derivatives(plan, mode === "hvp")),
    show(shown),
    "",
  ].join("\n");
}

function steps({ steps }: Plan): string[] {
  return steps.map(({ id, text }) => `${id} = ${text}`);
}

/** The program as a function of the inputs that are differentiated, its outputs and their derivatives. */
function derivatives(plan: Plan, second: boolean): string[] {
  const { ids, leaves, outputs } = plan;
  const [f, g, pull] = [ids.fresh("f"), ids.fresh("g"), ids.fresh("pull")];
  const xs = leaves.map(({ id }) => id);
  const ys = outputs.map(({ id }) => id).join(", ");
  const cotangents = outputs.map(({ cotangent }) => jax.tensor(cotangent));
  const dxs = tuple(leaves.map(({ gradient }) => gradient));
  const lines = [
    ...functionOf(plan, f, xs.join(", "), ys),
    `${g} = ${cotangents.join(", ")}`,
    second
      ? `${ys} = ${f}(${xs.join(", ")})`
      : `${outputs.length === 1 ? ys : `(${ys})`}, ${pull} = jax.vjp(${f}, ${xs.join(", ")})`,
  ];
  if (!second) return [...lines, `${dxs} = ${pull}(${g})`];
  const all = ids.fresh("xs");
  const tangents = leaves.map(({ tangent }) => jax.tensor(tangent));
  const hxs = tuple(leaves.map(({ product }) => product));
  return [
    ...lines,
    `(${dxs}), (${hxs}) = jax.jvp(lambda *${all}: jax.vjp(${f}, *${all})[1](${g}), (${tuple(xs)}), (${tuple(tangents)}))`,
  ];
}

function functionOf(plan: Plan, f: string, xs: string, result: string): string[] {
  const [first, ...more] = plan.steps;
  if (first !== undefined && more.length === 0 && result === first.id) return [`${f} = lambda ${xs}: ${first.text}`];
  return [`def ${f}(${xs}):`, ...steps(plan).map((line) => `    ${line}`), `    return ${result}`, ""];
}

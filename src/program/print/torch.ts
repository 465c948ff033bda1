import { planOf, type Leaf, type Plan } from "./plan.ts";
import type { Printable, PrintOptions } from "./printable.ts";
import { lists, show, torch, tuple } from "./python.ts";

/**
 * A program as a Python program that runs with PyTorch, in float64, and prints outputs, gradients and second-order products
 * as nested lists.
 *
 * Gradients are those of `torch.autograd.grad`; their derivative along the tangents is a second one through the graph of
 * the first. What does not lead to an output, or only through an op whose derivative is zero everywhere, has no history in
 * PyTorch; its zero gradient is written out.
 *
 * @throws UnsupportedError for an op that PyTorch does not have; GradientError where cotangents are missing.
 * @example
 * printTorch({ program, inputs: { x: tensor([1, 2]) }, wrt: ["x"], cotangents: { y: tensor([1, 1]) } }, { mode: "vjp" });
 */
export function printTorch(c: Printable, { mode }: PrintOptions): string {
  const plan = planOf(c, mode, torch, false);
  const leading = plan.leaves.filter(({ leads }) => leads);
  const asked = plan.leaves.filter(({ wrt }) => wrt);
  const shown: [string, string][] = [["outputs", lists(plan.outputs.map(({ id }) => [id, id]))]];
  if (mode !== "value") shown.push(["gradients", lists(asked.map((x) => [x.id, x.leads ? x.gradient : zero(x)]))]);
  // PyTorch may give zeros without storage, which `tolist` refuses; a copy has it.
  if (mode === "hvp")
    shown.push(["products", lists(asked.map((x) => [x.id, x.leads ? `${x.product}.clone()` : zero(x)]))]);
  return [
    "import torch",
    "",
    "torch.set_default_dtype(torch.float64)",
    ...plan.inputs.map(({ id, value }) => {
      const array = torch.tensor(value);
      return `${id} = ${leading.some((leaf) => leaf.id === id) ? requiringGradient(array) : array}`;
    }),
    ...plan.steps.map(({ id, text }) => `${id} = ${text}`),
    ...(leading.length === 0 ? [] : derivatives(plan, leading, mode === "hvp")),
    show(shown),
    "",
  ].join("\n");
}

function zero({ id }: Leaf): string {
  return `torch.zeros_like(${id})`;
}

/** The call that makes an array, with one more argument. */
function requiringGradient(array: string): string {
  return `${array.slice(0, -1)}, requires_grad=True)`;
}

function derivatives({ ids, outputs }: Plan, leading: readonly Leaf[], second: boolean): string[] {
  const reached = outputs.filter(({ leads }) => leads);
  const gs = reached.map(({ id, cotangent }) => ({
    id: ids.fresh(reached.length === 1 ? "g" : `g_${id}`),
    array: torch.tensor(cotangent),
  }));
  const ys = reached.map(({ id }) => id).join(", ");
  const xs = leading.map(({ id }) => id).join(", ");
  const dxs = leading.map(({ gradient }) => gradient);
  const grad = `${tuple(dxs)} = torch.autograd.grad([${ys}], [${xs}], [${gs.map(({ id }) => id).join(", ")}]`;
  if (!second) return [...gs.map(({ id, array }) => `${id} = ${array}`), `${grad})`];
  const slope = ids.fresh("slope");
  return [
    "# The cotangent requires a gradient, so that the gradient has a history also where it does not depend on the inputs.",
    ...gs.map(({ id, array }) => `${id} = ${requiringGradient(array)}`),
    `${grad}, create_graph=True)`,
    `${slope} = ${leading.map(({ gradient, tangent }) => `(${gradient} * ${torch.tensor(tangent)}).sum()`).join(" + ")}`,
    `${tuple(leading.map(({ product }) => product))} = torch.autograd.grad(${slope}, [${xs}], materialize_grads=True)`,
  ];
}

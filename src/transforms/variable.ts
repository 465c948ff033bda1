import { GradientError, ShapeError } from "../base/errors.ts";
import { formatShape, sameShape, sizeOf } from "../base/shape.ts";
import { collect } from "../engine/collect.ts";
import { reverseSweep } from "../engine/reverse.ts";
import { provideBackward, valueOf, Variable } from "../engine/variable.ts";
import { copyOf, Tensor, tensor, type Source } from "../tensor/tensor.ts";
import { onesLike } from "./grad.ts";
import { kit } from "./kit.ts";

/**
 * Makes a variable: a tensor that ops record, to be differentiated by with `backward`.
 *
 * @param x a tensor, or what {@link tensor} makes one from.
 * @example
 * const w = variable([[0.5, -1]]);
 * ops.sum(ops.tanh(w)).backward();
 * w.grad; // a tensor of shape [1, 2]
 */
export function variable(x: Source): Variable {
  return new Variable(x instanceof Tensor ? x : tensor(x), null, [], {}, true);
}

provideBackward((y, gradient, { retainGraph = false }) => {
  if (gradient === undefined && sizeOf(y.shape) !== 1)
    throw new GradientError(
      `backward: grad can be implicitly created only for scalar outputs, this one has shape ${formatShape(y.shape)}; ` +
        "pass a gradient of that shape: ones for the gradient of the sum, 1/n for that of the mean, a one-hot for one row of the Jacobian",
    );
  if (gradient !== undefined && !sameShape(gradient.shape, y.shape))
    throw new ShapeError(
      `backward: mismatch in shape: the gradient has shape ${formatShape(gradient.shape)} and the output has shape ${formatShape(y.shape)}; they must be the same`,
    );
  const graph = collect([y], "all");
  const seed = gradient === undefined ? onesLike(y) : valueOf(gradient);
  reverseSweep(kit, graph, [y], [seed], { traced: false, directions: false });
  for (const node of graph.order) {
    const g = node.derivative;
    node.derivative = null;
    if (node.parameter) {
      if (g !== null) node.grad = copyOf(node.grad === null ? valueOf(g) : valueOf(kit.add(node.grad, g)));
    } else if (!retainGraph) {
      node.inputs = [];
      node.freed = true;
    }
  }
});

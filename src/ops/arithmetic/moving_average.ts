import { ShapeError } from "../../base/errors.ts";
import { formatShape, sameShape } from "../../base/shape.ts";
import { flagOn } from "../../op/attrs.ts";
import { reals } from "../../op/domain.ts";
import { composite } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** Whether the bias of an average that began as 0 is taken out. */
export interface MovingAverage {
  readonly zero_debias?: boolean;
}

type AllInputs = ["v", "x", "decay", "step"];

/**
 * The next value v + (x − v)·(1 − decay) of an average v that a new x is added to; v and x have one shape, decay is a scalar.
 *
 * With `zero_debias`, which is on, what is added is divided by 1 − decay^step, for a v that began as 0 and an x that is the
 * one at `step`, from 1 (Kingma and Ba, "Adam", 2014, section 3); that is a scalar, and left out otherwise. The divisor has
 * as many digits less as decay has nines.
 *
 * @throws ShapeError unless v and x have one shape and decay and step are scalars.
 * @example
 * ops.moving_average(tensor([0]), tensor([4]), tensor(0.75), { zero_debias: false }); // [1]
 */
export const moving_average: Op<["v", "x", "decay"] | AllInputs, MovingAverage> = composite<AllInputs, MovingAverage>({
  name: "moving_average",
  inputs: ["v", "x", "decay", "step"],
  formula: String.raw`\mathrm{out} = v + (x - v) \cdot \begin{cases} \frac{1 - \mathrm{decay}}{1 - \mathrm{decay}^{\mathrm{step}}} & \text{zero\_debias} \\ 1 - \mathrm{decay} & \text{else} \end{cases}`,
  attrs: { zero_debias: flagOn("whether the bias of an average that began as 0 is taken out") },
  optional: { step: ({ zero_debias }) => zero_debias },
  domain: { v: reals(-4, 4), x: reals(-4, 4), decay: reals(0.25, 0.75), step: reals(1, 4) },
  sample: (draw) => {
    const shape = draw.shape(0, 4);
    const zero_debias = draw.flag();
    return { shapes: [shape, shape, [], ...(zero_debias ? [[]] : [])], attrs: { zero_debias } };
  },
  shape: ([v, x, decay, step]) => {
    if (!sameShape(v!, x!))
      throw new ShapeError(
        `moving_average: expected v and x of one shape, got ${formatShape(v!)} and ${formatShape(x!)}`,
      );
    for (const [name, shape] of Object.entries({ decay, step }))
      if (shape !== undefined && shape.length > 0)
        throw new ShapeError(`moving_average: expected ${name} to be a scalar, got ${formatShape(shape)}`);
    return v!;
  },
  // v·(1 − w) + x·w for the weight w of x
  exact: (real, [v, x, decay, step]) => {
    const d = decay!.at([]);
    const bias = step === undefined ? real.real(1) : real.sub(1, real.pow(d, step.at([])));
    const weight = real.div(real.sub(1, d), bias);
    return (index) => real.add(real.mul(v!.at(index), real.sub(1, weight)), real.mul(x!.at(index), weight));
  },
  compose: ({ add, div, mul, pow, sub }, { v, x, decay, step }) => {
    const update = mul(sub(x, v), sub(1, decay));
    return add(v, step === undefined ? update : div(update, sub(1, pow(decay, step))));
  },
  counterparts: {
    tfjs: (call, { inputs: [v, x, decay, step] }, { zero_debias }) =>
      call("movingAverage", v, x, decay, step, zero_debias),
    torch: (call, { inputs: [v, x, decay, step] }) => {
      const weight = call("torch.rsub", decay, 1);
      return call(
        "torch.lerp",
        v,
        x,
        step === undefined ? weight : call("torch.div", weight, call("torch.rsub", call("torch.pow", decay, step), 1)),
      );
    },
    jax: { none: "JAX has no moving averages of its own; Optax has" },
  },
});

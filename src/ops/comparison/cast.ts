import { oneOf } from "../../op/attrs.ts";
import { jumpsAtWholes, reals } from "../../op/domain.ts";
import { elementwise } from "../../op/kinds/index.ts";
import type { Op } from "../../op/op.ts";

/** The types that `cast` converts to. */
export type CastType = "float32" | "int32" | "bool";

/**
 * x as numbers of another type would hold it: "float32" leaves it as it is (the engine keeps all digits), "int32" drops
 * the fraction, "bool" is 1 where x is not 0, else 0.
 *
 * The derivative is 1 for "float32" and zero for the others, which are constant between whole numbers.
 *
 * @example
 * ops.cast(tensor([1.5, -1.5, 0]), { dtype: "int32" }); // [1, -1, 0]
 */
export const cast: Op<["x"], { readonly dtype: CastType }> = elementwise({
  name: "cast",
  inputs: ["x"],
  formula: String.raw`\mathrm{out} = \begin{cases} x & \mathrm{dtype} = \text{float32} \\ \operatorname{trunc}(x) & \mathrm{dtype} = \text{int32} \\ 0 & \mathrm{dtype} = \text{bool},\ x = 0 \\ 1 & \mathrm{dtype} = \text{bool},\ x \ne 0 \end{cases}`,
  attrs: { dtype: { ...oneOf("the type to convert to", ["float32", "int32", "bool"]), fallback: undefined } },
  domain: { x: reals(-4, 4, jumpsAtWholes) },
  sample: (draw) => ({
    shapes: draw.broadcastable(1),
    attrs: { dtype: draw.pick<CastType>(["float32", "int32", "bool"]) },
  }),
  exact: (real, x, { dtype }) => {
    if (dtype === "float32") return x;
    if (dtype === "bool") return real.real(real.compare(x, 0) === 0 ? 0 : 1);
    const size = real.floor(real.abs(x));
    return real.compare(x, 0) < 0 ? real.neg(size) : size;
  },
  kernel: (x, { dtype }) => (dtype === "float32" ? x : dtype === "int32" ? Math.trunc(x) : x === 0 ? 0 : 1),
  rounding: {},
  partials: {
    // Nothing passes a conversion to whole numbers, not even where g is infinite.
    x: ({ less, where }, { x }, g, { dtype }) => (dtype === "float32" ? g : where(less(x, x), g, 0)),
  },
  counterparts: {
    tfjs: (call, { inputs: [x] }, { dtype }) =>
      dtype === "float32" ? call("cast", x, dtype) : call("cast", call("cast", x, dtype), "float32"),
    torch: (call, { inputs: [x] }, { dtype }) => {
      if (dtype === "float32") return call("torch.Tensor.double", x);
      return call("torch.Tensor.double", call(dtype === "int32" ? "torch.Tensor.int" : "torch.Tensor.bool", x));
    },
    jax: (call, { inputs: [x] }, { dtype }) => {
      const double = { dtype: "float64" };
      return dtype === "float32"
        ? call("jnp.asarray", x, double)
        : call("jnp.asarray", call("jnp.asarray", x, { dtype }), double);
    },
  },
});

import { describe, expect, it } from "vitest";
import { tensor } from "../../../src/index.ts";
import { printJax } from "../../../src/program/print/index.ts";
import { network, single } from "./samples.ts";

describe("printJax", () => {
  it("prints a step in a few lines", () => {
    expect(printJax(single("sum", tensor([[0.5, -1]]), { axis: [-1] }), { mode: "value" })).toMatchInlineSnapshot(`
      "import jax
      import jax.numpy as jnp

      jax.config.update("jax_enable_x64", True)
      x = jnp.array([[0.5, -1.0]])
      y = jnp.sum(x, axis=(-1,), keepdims=False)
      print({"outputs": {"y": y.tolist()}})
      "
    `);
  });

  it("prints the worked example", () => {
    expect(printJax(network, { mode: "vjp" })).toMatchInlineSnapshot(`
      "import jax
      import jax.numpy as jnp

      jax.config.update("jax_enable_x64", True)
      W = jnp.array([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]])
      b = jnp.array([[0.6613521575927734, 0.266924113035202]])
      X = jnp.array([[0.1, 0.2, 0.3], [0.4, 0.6, 0.8]])
      y = jnp.array([[0.0, 1.0]])
      def f(W, b):
          Xt = jnp.permute_dims(X, (1, 0))
          products = jnp.matmul(W, Xt)
          z = jnp.add(products, b)
          guess = jax.nn.sigmoid(z)
          error = jnp.subtract(y, guess)
          losses = jnp.square(error)
          return losses

      g = jnp.array([[0.5, 0.5]])
      losses, pull = jax.vjp(f, W, b)
      dW, db = pull(g)
      print({"outputs": {"losses": losses.tolist()}, "gradients": {"W": dW.tolist(), "b": db.tolist()}})
      "
    `);
  });

  it("pushes tangents through the vjp for the second order", () => {
    expect(printJax(single("square", tensor(3)), { mode: "hvp" })).toMatchInlineSnapshot(`
      "import jax
      import jax.numpy as jnp

      jax.config.update("jax_enable_x64", True)
      x = jnp.array(3.0)
      f = lambda x: jnp.square(x)
      g = jnp.array(3.0)
      y = f(x)
      (dx,), (hx,) = jax.jvp(lambda *xs: jax.vjp(f, *xs)[1](g), (x,), (jnp.array(3.0),))
      print({"outputs": {"y": y.tolist()}, "gradients": {"x": dx.tolist()}, "products": {"x": hx.tolist()}})
      "
    `);
  });
});

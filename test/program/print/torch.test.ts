import { describe, expect, it } from "vitest";
import { tensor } from "../../../src/index.ts";
import { printTorch } from "../../../src/program/print/index.ts";
import { zeros } from "../../../src/tensor/tensor.ts";
import { network, single } from "./samples.ts";

describe("printTorch", () => {
  it("prints a step in a few lines", () => {
    expect(printTorch(single("sigmoid", tensor([0.5, -1])), { mode: "vjp" })).toMatchInlineSnapshot(`
      "import torch

      torch.set_default_dtype(torch.float64)
      x = torch.tensor([0.5, -1.0], requires_grad=True)
      y = torch.sigmoid(x)
      g = torch.tensor([0.5, -1.0])
      dx, = torch.autograd.grad([y], [x], [g])
      print({"outputs": {"y": y.tolist()}, "gradients": {"x": dx.tolist()}})
      "
    `);
  });

  it("prints the worked example", () => {
    expect(printTorch(network, { mode: "vjp" })).toMatchInlineSnapshot(`
      "import torch

      torch.set_default_dtype(torch.float64)
      W = torch.tensor([[0.06167725846171379, 0.6213173270225525, -0.4519059658050537]], requires_grad=True)
      b = torch.tensor([[0.6613521575927734, 0.266924113035202]], requires_grad=True)
      X = torch.tensor([[0.1, 0.2, 0.3], [0.4, 0.6, 0.8]])
      y = torch.tensor([[0.0, 1.0]])
      Xt = torch.permute(X, (1, 0))
      products = torch.matmul(W, Xt)
      z = torch.add(products, b)
      guess = torch.sigmoid(z)
      error = torch.subtract(y, guess)
      losses = torch.square(error)
      g = torch.tensor([[0.5, 0.5]])
      dW, db = torch.autograd.grad([losses], [W, b], [g])
      print({"outputs": {"losses": losses.tolist()}, "gradients": {"W": dW.tolist(), "b": db.tolist()}})
      "
    `);
  });

  it("differentiates the gradient for the second order", () => {
    expect(printTorch(single("square", tensor(3)), { mode: "hvp" })).toMatchInlineSnapshot(`
      "import torch

      torch.set_default_dtype(torch.float64)
      x = torch.tensor(3.0, requires_grad=True)
      y = torch.square(x)
      # The cotangent requires a gradient, so that the gradient has a history also where it does not depend on the inputs.
      g = torch.tensor(3.0, requires_grad=True)
      dx, = torch.autograd.grad([y], [x], [g], create_graph=True)
      slope = (dx * torch.tensor(3.0)).sum()
      hx, = torch.autograd.grad(slope, [x], materialize_grads=True)
      print({"outputs": {"y": y.tolist()}, "gradients": {"x": dx.tolist()}, "products": {"x": hx.clone().tolist()}})
      "
    `);
  });

  it("writes out the zero gradient where PyTorch keeps no history", () => {
    expect(printTorch(single("sign", tensor([3])), { mode: "vjp" })).toMatchInlineSnapshot(`
      "import torch

      torch.set_default_dtype(torch.float64)
      x = torch.tensor([3.0])
      y = torch.sign(x)
      print({"outputs": {"y": y.tolist()}, "gradients": {"x": torch.zeros_like(x).tolist()}})
      "
    `);
  });

  it("indexes as Python does", () => {
    const attrs = { start_indices: [0, 1], limit_indices: [2, 3] };
    expect(printTorch(single("slice", zeros([2, 3]), attrs), { mode: "value" })).toContain(
      "y = x[(slice(0, 2, 1), slice(1, 3, 1))]\n",
    );
  });
});

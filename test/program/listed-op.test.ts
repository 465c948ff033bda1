import { expect, it } from "vitest";
import { allOps, opNamed } from "../../src/program/program.ts";
import { listed } from "../../src/program/listed-op.ts";

it.each([
  ["conv1d", "torch", "torch.nn.functional.conv1d"],
  ["conv_transpose2d", "jax", "jax.lax.conv_general_dilated"],
  ["avg_pool2d", "jax", "jax.lax.reduce_window"],
  ["max_pool3d", "tfjs", "maxPool3d"],
  ["gather", "tfjs", "gather"],
  ["gather", "torch", "torch.take_along_dim"],
  ["flip", "jax", "jnp.flip"],
  ["broadcast_to", "torch", "torch.broadcast_to"],
] as const)("%s is called what it is in %s, not what prepares its operands", (op, library, name) => {
  expect(listed(opNamed(op)).names[library][0]).toBe(name);
});

it("tells no function that is only handed to another", () => {
  const named = allOps.flatMap((op) => Object.values(listed(op).names).flat());
  expect(named).not.toContain("function");
  expect(named.length).toBeGreaterThan(allOps.length);
});

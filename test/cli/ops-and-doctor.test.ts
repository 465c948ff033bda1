import { expect, test } from "vitest";
import { allOps } from "../../src/program/program.ts";
import { cotangent, toy } from "./support.ts";

test("ops lists every op, piped as plain text", async () => {
  const { code, stdout, stderr } = await cotangent("ops");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const { name } of allOps) expect(stdout).toMatch(new RegExp(`^${name} `, "m"));
  expect(stdout).toContain("x, axis: integer | integer[] | null = null, keepdims: boolean = false");
  expect(stdout).not.toContain("\u001b");
});

test("ops --json has one form", async () => {
  const { code, stdout } = await cotangent("ops", "--json");
  expect(code).toBe(0);
  const ops = JSON.parse(stdout) as { name: string }[];
  expect(ops.map(({ name }) => name)).toEqual(allOps.map(({ name }) => name));
  expect(ops.find(({ name }) => name === "take")).toMatchObject({
    family: "indexing",
    kind: "linear",
    inputs: ["x", "indices"],
    variadic: false,
    attrs: [{ name: "axis", type: "integer", default: 0 }],
    engines: { cotangent: true, tfjs: true, torch: true, jax: true },
    because: {},
  });
  expect(ops.find(({ name }) => name === "reshape")).toMatchObject({
    attrs: [expect.not.objectContaining({ default: 0 })],
  });
});

test("doctor tells what runs and what does not, and ends with 0", async () => {
  const { code, stdout, stderr } = await cotangent(
    "doctor",
    "--engine-command",
    toy("honest", "engines/honest.mjs"),
    "--engine-command",
    "none=/nowhere/engine",
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toContain(`Node ${process.versions.node}`);
  expect(stdout).toMatch(/^✓ +cotangent +\d/m);
  for (const name of ["tfjs-cpu", "tfjs-wasm"]) expect(stdout).toMatch(new RegExp(`^✓ +${name} +4\\.22\\.0, \\w`, "m"));
  expect(stdout).toMatch(/^[✓✗] +tfjs-node +(4\.22\.0, TensorFlow \d|cannot run: .*run ")/m);
  expect(stdout).toMatch(/^✓ +honest +1\.0\.0, float64, 2 of \d+ ops, value vjp$/m);
  expect(stdout).toMatch(/^✗ +none +cannot run: .*could not be started/m);
});

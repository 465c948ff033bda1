import { expect, test } from "vitest";
import { start } from "./support.ts";

/** Asks a served engine, all at once, and gives the answers by the id of the request. */
async function ask(...lines: readonly string[]): Promise<{ code: number | null; answers: Map<unknown, unknown> }> {
  const { child, ended } = start(["serve"]);
  child.stdin.end(lines.map((line) => `${line}\n`).join(""));
  const { code, stdout } = await ended;
  const messages = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { readonly id: unknown });
  return { code, answers: new Map(messages.map((message) => [message.id, message])) };
}

const square = { inputs: ["x"], steps: [{ out: "y", op: "square", in: ["x"] }], outputs: ["y"] };
const inputs = { x: { shape: [2], data: [3, "-0"] } };

test("serve answers the protocol and ends with its input", async () => {
  const { code, answers } = await ask(
    JSON.stringify({ jsonrpc: "2.0", id: 1, method: "describe" }),
    "this is no request",
    JSON.stringify({ jsonrpc: "2.0", id: 2, method: "jacobian", params: { program: square, inputs, wrt: ["x"] } }),
    JSON.stringify({ jsonrpc: "2.0", id: 3, method: "vjp", params: { program: square, inputs, wrt: ["x"] } }),
  );
  expect(code).toBe(0);
  expect(answers.get(1)).toMatchObject({ result: { protocol: 1, engine: "cotangent", precision: "float64" } });
  expect(answers.get(null)).toMatchObject({ error: { code: -32700 } });
  expect(answers.get(2)).toMatchObject({
    result: { outputs: { y: { shape: [2], data: [9, 0] } }, jacobians: { y: { x: { shape: [2, 2] } } } },
  });
  // As PyTorch: a cotangent may be left out for a scalar alone.
  expect(answers.get(3)).toMatchObject({ error: { code: 4 } });
});

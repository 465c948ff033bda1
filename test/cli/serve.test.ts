import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { start } from "./support.ts";

const fromRoot = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));

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

test("a last line without an end is answered", async () => {
  const { child, ended } = start(["serve"]);
  child.stdin.end('{"jsonrpc":"2.0","id":1,"method":"describe"}');
  const { code, stdout } = await ended;
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ id: 1, result: { engine: "cotangent" } });
});

test("a reader that goes away ends it", async () => {
  const { child, ended } = start(["serve"]);
  child.stdin.on("error", () => undefined);
  child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "describe" })}\n`);
  await once(child.stdout, "data");
  child.stdout.destroy();
  const more = setInterval(() => child.stdin.write('{"jsonrpc":"2.0","id":2,"method":"describe"}\n'), 10);
  const { code, stderr } = await ended;
  clearInterval(more);
  expect([code, stderr]).toEqual([0, ""]);
});

test("it loads nothing that it does not need, so that it answers at once", () => {
  const loaded = new Set<string>();
  const load = (file: string): void => {
    if (loaded.has(file)) return;
    loaded.add(file);
    if (!file.endsWith(".mjs")) return;
    for (const [, from] of readFileSync(fromRoot(`dist/${file}`), "utf8").matchAll(
      /^(?:import|export)\b.*?["']([^"']+)["'];$/gm,
    ))
      load(from!.startsWith(".") ? path.basename(from!) : from!);
  };
  load("cli.mjs");
  const [, serve] = /import\("\.\/(serve-[^"]+)"\)/.exec(readFileSync(fromRoot("dist/cli.mjs"), "utf8"))!;
  load(serve!);
  const packages = [...loaded].filter((file) => !file.endsWith(".mjs") && !file.startsWith("node:"));
  expect(packages.toSorted()).toEqual(["commander", "zod"]);
});

test("a program of 30 lines in Python asks for the derivatives of the worked example", () => {
  const script = fromRoot("examples/ask_the_oracle.py");
  expect(readFileSync(script, "utf8").trim().split("\n").length).toBeLessThanOrEqual(30);
  const python = ["python3", "python"].find(
    (name) => spawnSync(name, ["-c", "import sys; sys.exit(sys.version_info[0] - 3)"]).status === 0,
  );
  expect(python, "a Python 3 (package python3), which set-up needs as well").toBeDefined();
  const { stdout, stderr, status } = spawnSync(python!, [script, process.execPath, fromRoot("dist/cli.mjs"), "serve"], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout.split(/\r?\n/)).toEqual([
    "W.grad -0.026718 -0.032673 -0.038628",
    "b.grad 0.148081 -0.103816",
    // Twice the published rows, which carry the half of the mean.
    "Jacobian 0.029616 0.059232 0.088848 -0.083053 -0.124579 -0.166105",
    `Hessian ${handWritten()
      .map((h) => h.toFixed(6))
      .join(" ")}`,
    "",
  ]);
});

/** The second derivative of the mean loss along V, by hand: L″ = p(1−p)·(p(1−p) + (p−y)(1−2p)) for each example. */
function handWritten(): number[] {
  const examples = [
    { x: [0.1, 0.2, 0.3], y: 0, b: 0.6613521575927734 },
    { x: [0.4, 0.6, 0.8], y: 1, b: 0.266924113035202 },
  ];
  const [W, V] = [
    [0.06167725846171379, 0.6213173270225525, -0.4519059658050537],
    [1, -2, 0.5],
  ];
  const along = (w: readonly number[], x: readonly number[]): number => x.reduce((sum, v, k) => sum + v * w[k]!, 0);
  const bends = examples.map(({ x, y, b }) => {
    const p = 1 / (1 + Math.exp(-along(W, x) - b));
    return p * (1 - p) * (p * (1 - p) + (p - y) * (1 - 2 * p)) * along(V, x);
  });
  return [0, 1, 2].map((k) => examples.reduce((sum, { x }, i) => sum + bends[i]! * x[k]!, 0));
}

import { it } from "vitest";
import { pathToFileURL, fileURLToPath } from "node:url";
import { tfjs } from "../../src/oracles/tfjs/index.ts";
import { engineProcess } from "../../src/oracles/process/client.ts";
import { tensor } from "../../src/tensor/tensor.ts";
const entry = pathToFileURL("/work/main/node_modules/.tfjs-dev/serve.mjs");
const square = { program: { inputs: ["x"], steps: [{ out: "y", op: "square", in: ["x"] }], outputs: ["y"] }, inputs: { x: tensor([1, 2, 3]) }, wrt: ["x"], cotangents: { y: tensor([1, 1, 1]) } };
const net = { program: { inputs: ["W", "b", "X", "y"], steps: [
  { out: "Xt", op: "permute_dims", in: ["X"], attrs: { axes: [1, 0] } }, { out: "z0", op: "matmul", in: ["W", "Xt"] }, { out: "z", op: "add", in: ["z0", "b"] }, { out: "s", op: "sigmoid", in: ["z"] }, { out: "r", op: "subtract", in: ["y", "s"] }, { out: "losses", op: "square", in: ["r"] }, { out: "avg", op: "mean", in: ["losses"] }], outputs: ["avg"] },
  inputs: { X: tensor([[0.1, 0.2, 0.3], [0.4, 0.6, 0.8]]), y: tensor([[0, 1]]), W: tensor([[0.06, 0.62, -0.45]]), b: tensor([[0.66, 0.27]]) }, wrt: ["W", "b"] };
it("bench", async () => {
  const start = async (b: any) => b === "honest" ? engineProcess({ command: process.execPath, args: [fileURLToPath(new URL("../engines/honest.mjs", import.meta.url))] }) : tfjs(b, { entry });
  for (const b of ["honest", "cpu", "wasm", "node"]) {
    const times = [];
    for (let i = 0; i < 3; i++) { const t = performance.now(); const e = await start(b); times.push(Math.round(performance.now() - t)); await e.close(); }
    const e = await start(b);
    const line = [b, "start ms " + times];
    for (const [name, r] of b === "honest" ? [["square", square]] as any : [["square", square], ["net", net]] as any) {
      for (let i = 0; i < 500; i++) await e.vjp(r);
      let t = performance.now(); for (let i = 0; i < 2000; i++) await e.vjp(r); line.push(`${name} serial ${Math.round(2000 / (performance.now() - t) * 1000)}/s`);
      t = performance.now(); await Promise.all(Array.from({ length: 2000 }, () => e.vjp(r))); line.push(`pipelined ${Math.round(2000 / (performance.now() - t) * 1000)}/s`);
    }
    console.log(line.join("  "));
    await e.close();
  }
}, 600000);

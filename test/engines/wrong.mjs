// @ts-check
// Right values and gradients that are twice too large; its version would paint the terminal red.
import { compute, description, say } from "./speak.mjs";
import { createInterface } from "node:readline";

createInterface({ input: process.stdin }).on("line", (line) => {
  const request = /** @type {import("./speak.mjs").Request} */ (JSON.parse(line));
  if (request.method === "describe") {
    say({ id: request.id, result: { ...description("wrong"), version: "1.0\u001b[31m\u0007" } });
    return;
  }
  const { outputs, gradients = {} } = compute(request);
  /** @type {Record<string, object>} */
  const doubled = {};
  for (const [name, { shape, data }] of Object.entries(gradients))
    doubled[name] = { shape, data: data.map((x) => (typeof x === "number" ? 2 * x : x)) };
  say({ id: request.id, result: { outputs, gradients: doubled } });
});

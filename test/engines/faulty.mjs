// @ts-check
// Right values; with gradients it does what its argument says, and nothing else wrong.
import { compute, description, say } from "./speak.mjs";
import { createInterface } from "node:readline";

/** @typedef {import("./speak.mjs").JsonArray} JsonArray */
/** @typedef {ReturnType<typeof compute>} Result */

/** @param {Result} result @param {(x: JsonArray) => object} f */
const each = ({ outputs, gradients = {} }, f) => ({
  outputs,
  gradients: Object.fromEntries(Object.entries(gradients).map(([name, x]) => [name, f(x)])),
});

let calls = 0;
/** @type {Record<string, (id: number, result: Result) => void>} */
const faults = {
  hang: () => undefined,
  exit: () => process.exit(3),
  signal: () => process.kill(process.pid, "SIGSEGV"),
  error: (id) => say({ id, error: { code: 5, message: "RuntimeError: no kernel for the backward" } }),
  none: (id) => say({ id, error: { code: 4, message: "no gradient registered" } }),
  text: () => process.stdout.write("Segmentation fault (core dumped)\n"),
  stranger: (id, result) => say({ id: id + 1000, result }),
  missing: (id, { outputs }) => say({ id, result: { outputs } }),
  complex: (id, result) =>
    say({ id, result: each(result, ({ shape, data }) => ({ shape, data: data.map((re) => [re, 0]) })) }),
  short: (id, result) => say({ id, result: each(result, ({ shape, data }) => ({ shape, data: [...data, 0] })) }),
  flat: (id, result) => say({ id, result: each(result, ({ data }) => ({ shape: [1, data.length], data })) }),
  nan: (id, result) => say({ id, result: each(result, ({ shape, data }) => ({ shape, data: data.map(() => "NaN") })) }),
  sign: (id, result) =>
    say({ id, result: each(result, ({ shape, data }) => ({ shape, data: data.map((x) => -Number(x) || 0) })) }),
  fickle: (id, result) => {
    const by = 1 + 1e-9 * ++calls;
    say({ id, result: each(result, ({ shape, data }) => ({ shape, data: data.map((x) => by * Number(x)) })) });
  },
};
const kind = process.argv[2] ?? "";

createInterface({ input: process.stdin }).on("line", (line) => {
  const request = /** @type {import("./speak.mjs").Request} */ (JSON.parse(line));
  const { id, method } = request;
  // "claims" has an op by name alone: it negates, whatever it is asked.
  if (method === "describe")
    say({ id, result: { ...description("faulty"), ops: { negative: {}, square: {}, exp: {} } } });
  else if (method === "vjp" && kind !== "claims") faults[kind]?.(id, compute(request));
  else say({ id, result: compute(request) });
});

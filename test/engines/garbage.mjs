// @ts-check
// Answers every request with nonsense of the kind that its argument names.
import { compute, description, say, speak } from "./speak.mjs";

/** @type {Record<string, (id: number, result: ReturnType<typeof compute>) => void>} */
const kinds = {
  text: () => process.stdout.write("Segmentation fault (core dumped)\n"),
  half: (id) => process.stdout.write(`{"jsonrpc":"2.0","id":${id},"result":{"outp\n`),
  empty: (id) => say({ id, result: {} }),
  nan: (id) =>
    process.stdout.write(`{"jsonrpc":"2.0","id":${id},"result":{"outputs":{"y":{"shape":[1],"data":[null]}}}}\n`),
  short: (id) => say({ id, result: { outputs: { y: { shape: [2], data: [1] } } } }),
  stranger: (id, result) => say({ id: id + 1000, result }),
  both: (id, result) => say({ id, result, error: { code: 5, message: "and yet" } }),
  null: (id) => say({ id, result: null }),
};
const kind = process.argv[2] ?? "text";
if (kind === "banner") process.stdout.write("Welcome to the garbage engine!\n");
if (kind === "version") say({ id: 1, result: { ...description("garbage"), protocol: 2 } });
else speak("garbage", (request) => kinds[kind]?.(request.id, compute(request)));

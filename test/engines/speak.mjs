// @ts-check
// What the toy engines have in common: the protocol, and a program of `negative` and `square` at its inputs.
import { createInterface } from "node:readline";

/** @typedef {{ shape: number[], data: (number | string)[] }} JsonArray */
/** @typedef {{ inputs: string[], steps: { out: string, op: string, in: string[] }[], outputs: string[] }} Program */
/** @typedef {Record<string, JsonArray>} Arrays */
/** @typedef {{ program: Program, inputs: Arrays, wrt: string[], cotangents: Arrays }} Params */
/** @typedef {{ id: number, method: string, params: Params }} Request */

/** @param {string} engine */
export const description = (engine) => ({
  protocol: 1,
  engine,
  version: "1.0.0",
  precision: "float64",
  methods: ["value", "vjp"],
  ops: { negative: {}, square: {} },
});

/** @param {object} message */
export function say(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}

/**
 * Answers `describe`, and leaves the rest to `answer`.
 *
 * @param {string} engine
 * @param {(request: Request) => void} answer
 */
export function speak(engine, answer) {
  createInterface({ input: process.stdin }).on("line", (line) => {
    const request = /** @type {Request} */ (JSON.parse(line));
    if (request.method === "describe") say({ id: request.id, result: description(engine) });
    else answer(request);
  });
}

/**
 * Maps numbers that are JSON's, or the strings that stand for those that JSON lacks.
 *
 * @param {(x: number, i: number) => number} f @param {JsonArray} x @returns {JsonArray}
 */
const map = (f, { shape, data }) => ({ shape, data: data.map((x, i) => encode(f(Number(x), i))) });

/** @param {number} x */
const encode = (x) => (Object.is(x, -0) ? "-0" : Number.isFinite(x) ? x : String(x));

/**
 * @param {Request} request
 * @returns {{ outputs: Arrays, gradients?: Arrays }}
 */
export function compute({ method, params: { program, inputs, wrt, cotangents } }) {
  const values = new Map(Object.entries(inputs));
  for (const {
    out,
    op,
    in: [x = ""],
  } of program.steps)
    values.set(out, map(op === "square" ? (a) => a * a : (a) => -a, at(values, x)));
  const outputs = Object.fromEntries(program.outputs.map((name) => [name, at(values, name)]));
  if (method === "value") return { outputs };
  const pulled = new Map(Object.entries(cotangents));
  for (const {
    out,
    op,
    in: [x = ""],
  } of program.steps.toReversed()) {
    const a = at(values, x);
    const g = pulled.get(out) ?? zeros(at(values, out));
    const share = map((c, i) => (op === "square" ? 2 * c * Number(a.data[i]) : -c), g);
    const before = pulled.get(x);
    pulled.set(x, before === undefined ? share : map((c, i) => c + Number(share.data[i]), before));
  }
  const gradientOf = /** @param {string} name */ (name) => pulled.get(name) ?? zeros(at(values, name));
  return { outputs, gradients: Object.fromEntries(wrt.map((name) => [name, gradientOf(name)])) };
}

/** @param {JsonArray} x */
function zeros(x) {
  return map(() => 0, x);
}

/** @param {Map<string, JsonArray>} values @param {string} name */
function at(values, name) {
  const x = values.get(name);
  if (x === undefined) throw new Error(`no ${name}`);
  return x;
}

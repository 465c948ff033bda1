import { PassThrough, Readable, Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { ResultError, UnsupportedError } from "../../src/base/errors.ts";
import type { Engine } from "../../src/oracles/engine.ts";
import { errorFrom } from "../../src/oracles/process/response.ts";
import { serveProtocol } from "../../src/oracles/process/server.ts";
import { engine, exchange, square, x, type Reply } from "./exchange.ts";

async function ask(method: string, params?: object, served?: Engine | Promise<Engine>): Promise<Reply> {
  const [reply] = await exchange([`${JSON.stringify({ jsonrpc: "2.0", id: 7, method, params })}\n`], served);
  expect(reply).toMatchObject({ jsonrpc: "2.0", id: 7 });
  return reply!;
}

describe("the methods", () => {
  it("describe", async () => {
    const { result } = await ask("describe");
    expect(result).toMatchObject({ protocol: 1, engine: "cotangent", version: "1.2.3", precision: "float64" });
    expect(result).toMatchObject({
      methods: ["value", "vjp", "jvp", "jacobian", "hvp", "derivative"],
      ops: { matmul: {}, take: {} },
    });
  });

  it("value", async () => {
    const { result } = await ask("value", { program: square, inputs: { x } });
    expect(result).toEqual({ outputs: { y: { shape: [2], data: [9, 1] } } });
  });

  it("vjp, with the numbers that JSON lacks", async () => {
    const cotangents = { y: { shape: [2], data: ["-0", "NaN"] } };
    const { result } = await ask("vjp", { program: square, inputs: { x }, wrt: ["x"], cotangents });
    expect(result).toMatchObject({ gradients: { x: { shape: [2], data: ["-0", "NaN"] } } });
  });

  it("vjp of one scalar, without a cotangent", async () => {
    const inputs = { x: { shape: [], data: ["-Infinity"] } };
    const { result } = await ask("vjp", { program: square, inputs, wrt: ["x"] });
    expect(result).toEqual({
      outputs: { y: { shape: [], data: ["Infinity"] } },
      gradients: { x: { shape: [], data: ["-Infinity"] } },
    });
  });

  it("jvp, where a tangent that is left out is zero", async () => {
    const { result } = await ask("jvp", { program: square, inputs: { x }, tangents: {} });
    expect(result).toMatchObject({ tangents: { y: { shape: [2], data: [0, 0] } } });
  });

  it("jacobian", async () => {
    const { result } = await ask("jacobian", { program: square, inputs: { x }, wrt: ["x"] });
    expect(result).toMatchObject({ jacobians: { y: { x: { shape: [2, 2], data: [6, 0, 0, 2] } } } });
  });

  it("hvp", async () => {
    const cotangents = { y: { shape: [2], data: [1, 10] } };
    const params = { program: square, inputs: { x }, wrt: ["x"], cotangents, tangents: { x } };
    const { result } = await ask("hvp", params);
    expect(result).toMatchObject({ gradients: { x: { data: [6, 20] } }, products: { x: { data: [6, 20] } } });
  });

  it("derivative", async () => {
    const at = { program: square, inputs: { x }, wrt: ["x"], cotangents: { y: x }, tangents: { x } };
    const { result } = await ask("derivative", { ...at, order: 2 });
    expect(result).toEqual({
      outputs: { y: { shape: [2], data: [9, 1] } },
      products: { x: { shape: [2], data: [18, 2] } },
    });
    const third = await ask("derivative", { ...at, order: 3 });
    expect(third.result).toMatchObject({ products: { x: { data: [0, 0] } } });
    const fifth = await ask("derivative", { ...at, order: 5 });
    expect(fifth.error?.code).toBe(-32602);
    expect(fifth.error?.message).toContain("params.order: ");
  });

  it("that the engine does not list are unsupported", async () => {
    const served = { ...engine, description: { ...engine.description, methods: ["value" as const] } };
    const { error } = await ask("jacobian", {}, served);
    expect(error).toEqual({ code: 1, message: "cotangent has no jacobian; it has value" });
  });
});

describe("errors", () => {
  const at = { program: square, inputs: { x } };
  const pair = { inputs: ["x", "i"], steps: [{ out: "y", op: "take", in: ["x", "i"] }], outputs: ["y"] };

  it.each<[string, string, object | undefined, number, string]>([
    ["an unknown method", "hpv", undefined, -32601, 'no method "hpv"; did you mean "hvp"?'],
    ["no params", "value", undefined, -32602, "params: "],
    ["no program", "value", { inputs: {} }, -32602, "program: "],
    ["a bad program", "value", { ...at, program: { ...square, outputs: [] } }, -32602, "program.outputs: "],
    ["an unknown member", "value", { ...at, wtr: [] }, -32602, "wtr"],
    [
      "inputs that are a list",
      "value",
      { program: square, inputs: [x] },
      -32602,
      "inputs: expected an object of arrays",
    ],
    ["no input", "value", { program: square, inputs: {} }, -32602, 'inputs: "x" is missing'],
    ["a stranger", "value", { ...at, inputs: { x, z: x } }, -32602, 'inputs: no "z" here'],
    ["a bad number", "value", { ...at, inputs: { x: { shape: [1], data: [null] } } }, -32602, "inputs.x.data[0]: "],
    [
      "too few numbers",
      "value",
      { ...at, inputs: { x: { shape: [2], data: [1] } } },
      -32602,
      "inputs.x.data: shape [2]",
    ],
    ["no wrt", "jacobian", at, -32602, "params.wrt: "],
    ["an unknown wrt", "jacobian", { ...at, wrt: ["y"] }, -32602, 'wrt: no "y" here'],
    ["wrt twice", "jacobian", { ...at, wrt: ["x", "x"] }, -32602, 'wrt: "x" is named twice'],
    ["a stranger's cotangent", "vjp", { ...at, wrt: ["x"], cotangents: { z: x } }, -32602, 'cotangents: no "z" here'],
    ["no tangents", "jvp", at, -32602, "tangents: expected an object of arrays by name, got nothing"],
    [
      "an unknown op",
      "value",
      { ...at, program: { ...square, steps: [{ out: "y", op: "sqaure", in: ["x"] }] } },
      1,
      "sqaure",
    ],
    [
      "a cotangent's shape",
      "vjp",
      { ...at, wrt: ["x"], cotangents: { y: { shape: [1], data: [1] } } },
      2,
      "cotangents.y: expected shape [2]",
    ],
    [
      "a tangent's shape",
      "jvp",
      { ...at, tangents: { x: { shape: [], data: [1] } } },
      2,
      "tangents.x: expected shape [2]",
    ],
    ["an index outside", "value", { program: pair, inputs: { x, i: { shape: [], data: [2] } } }, 3, "take"],
    ["no cotangent", "vjp", { ...at, wrt: ["x"] }, 4, "grad can be implicitly created only for scalar outputs"],
  ])("%s", async (_, method, params, code, message) => {
    const { error } = await ask(method, params);
    expect(error?.message).toContain(message);
    expect(error?.code).toBe(code);
  });

  it.each([
    ["nonsense", -32700, null],
    ['{"jsonrpc":"2.0","id":1', -32700, null],
    ["[]", -32600, null],
    ['[{"jsonrpc":"2.0","id":1,"method":"describe"}]', -32600, null],
    ["3", -32600, null],
    ['{"id":1,"method":"describe"}', -32600, 1],
    ['{"jsonrpc":"2.0","method":"describe"}', -32600, null],
    ['{"jsonrpc":"2.0","id":{},"method":"describe"}', -32600, null],
    ['{"jsonrpc":"2.0","id":"a","method":5}', -32600, "a"],
  ])("a line that is no request: %s", async (line, code, id) => {
    const good = JSON.stringify({ jsonrpc: "2.0", id: "good", method: "value", params: at });
    const [bad, next] = await exchange([`${line}\n${good}\n`]);
    expect(bad).toMatchObject({ id, error: { code } });
    expect(next).toMatchObject({ id: "good", result: {} });
  });

  it("of any other kind are internal", async () => {
    const served = { ...engine, value: () => Promise.reject(new RangeError("out of luck")) };
    const { error } = await ask("value", at, served);
    expect(error).toEqual({ code: 5, message: "out of luck" });
  });

  it("of an engine that could not start answer every request", async () => {
    const failed = Promise.reject<Engine>(new UnsupportedError("no engine here"));
    expect((await ask("describe", undefined, failed)).error).toEqual({ code: 1, message: "no engine here" });
  });
});

describe("the stream", () => {
  const request = (id: number, name: string): string => {
    const program = { inputs: [name], steps: [{ out: "y", op: "square", in: [name] }], outputs: ["y", name] };
    return JSON.stringify({ jsonrpc: "2.0", id, method: "value", params: { program, inputs: { [name]: x } } });
  };

  it("may be cut anywhere, also inside of a character", async () => {
    const text = `${request(1, "ü")}\n\n\r\n${request(2, "𝕏")}\r\n${request(3, "a\u2028b")}`;
    const bytes = new TextEncoder().encode(text);
    const replies = await exchange(Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(replies.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(replies.map(({ result }) => Object.keys((result as { outputs: object }).outputs)[1])).toEqual([
      "ü",
      "𝕏",
      "a\u2028b",
    ]);
  });

  it("waits for a slow reader instead of filling the memory", async () => {
    let buffered = 0;
    const output = new Writable({
      highWaterMark: 1,
      write: (_chunk, _encoding, done) => {
        buffered = Math.max(buffered, output.writableLength);
        setImmediate(done);
      },
    });
    await serveProtocol(engine, Readable.from([`${request(1, "x")}\n`.repeat(50)]), output);
    expect(buffered).toBeLessThan(400);
  });

  it("ends when nobody reads any more", async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const served = serveProtocol(engine, input, output);
    output.destroy(new Error("EPIPE"));
    input.write(`${request(1, "x")}\n`);
    await served;
    expect(input.destroyed).toBe(true);
  });
});

it("says of a result of the wrong type what is wrong with it, so that the other end can tell", async () => {
  const failing: Engine = {
    ...engine,
    value: () => Promise.reject(new ResultError("wrong-dtype", 'wrong dtype: output "y" is int32')),
  };
  const request = { jsonrpc: "2.0", id: 1, method: "value", params: { program: square, inputs: { x } } };
  const [reply] = await exchange([JSON.stringify(request)], failing);
  expect(reply!.error).toEqual({
    code: 5,
    message: 'wrong dtype: output "y" is int32',
    data: { kind: "wrong-dtype" },
  });
  expect(errorFrom("mine", reply!.error!)).toEqual(new ResultError("wrong-dtype", 'wrong dtype: output "y" is int32'));
});

import { describe, expect, it } from "vitest";
import { randomFrom } from "../../src/base/random.ts";
import { exchange, square, x } from "./exchange.ts";

describe("hostile input", () => {
  const nested = `${"[".repeat(1e5)}${"]".repeat(1e5)}`;
  const withX = (json: string): string =>
    `{"jsonrpc":"2.0","id":1,"method":"value","params":{"program":${JSON.stringify(square)},"inputs":{"x":${json}}}}`;
  const grown = (shape: readonly number[]): object => ({
    inputs: { x: { shape: [], data: [1] } },
    program: { ...square, steps: [{ out: "y", op: "broadcast_to", in: ["x"], attrs: { shape } }] },
    wrt: ["x"],
  });
  const letters = "m".repeat(1e6);

  it.each([
    ["nested deeper than any stack", nested, -32600],
    ["and not closed", "[".repeat(1e6), -32700],
    ["data nested so", withX(`{"shape":[1],"data":${nested}}`), -32602],
    [
      "an attribute nested so",
      `{"jsonrpc":"2.0","id":1,"method":"value","params":{"program":{"inputs":["x"],"steps":[{"out":"y","op":"sum","in":["x"],"attrs":{"axis":${nested}}}],"outputs":["y"]},"inputs":{"x":{"shape":[],"data":[1]}}}}`,
      -32602,
    ],
    ["a number that is none", withX('{"shape":[],"data":[1e999]}'), -32602],
    ["a number of a million digits", withX(`{"shape":[],"data":[${"9".repeat(1e6)}]}`), -32602],
    ["an id that is no number", '{"jsonrpc":"2.0","id":1e999,"method":"describe"}', -32600],
    ["a shape without end", withX('{"shape":[1e15,1e15],"data":[]}'), -32602],
    [
      "a value beyond all memory",
      JSON.stringify({ jsonrpc: "2.0", id: 1, method: "value", params: { ...grown([3e8]), wrt: undefined } }),
      -32602,
    ],
    [
      "a Jacobian beyond all memory",
      JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "jacobian",
        params: { inputs: { x: { shape: [4000], data: Array(4000).fill(1) } }, program: square, wrt: ["x"] },
      }),
      -32602,
    ],
    ["a method of a million letters", JSON.stringify({ jsonrpc: "2.0", id: 1, method: letters }), -32601],
    [
      "an op of a million letters",
      JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "value",
        params: { inputs: { x }, program: { ...square, steps: [{ out: "y", op: letters, in: ["x"] }] } },
      }),
      1,
    ],
    [
      "a member of the prototype",
      '{"jsonrpc":"2.0","id":1,"method":"value","params":{"__proto__":{"program":{}}}}',
      -32602,
    ],
    ["a request in the prototype", '{"jsonrpc":"2.0","id":1,"__proto__":{"method":"describe"}}', -32600],
    ["a method of objects", '{"jsonrpc":"2.0","id":1,"method":"constructor"}', -32601],
  ])("a hostile line: %s", async (_, line, code) => {
    const [bad, next] = await exchange([
      `${line}\n${JSON.stringify({ jsonrpc: "2.0", id: "good", method: "describe" })}\n`,
    ]);
    expect(bad).toMatchObject({ error: { code } });
    expect(bad!.error!.message.length).toBeLessThan(3000);
    expect(next).toMatchObject({ id: "good", result: {} });
  });

  it("a line without an end is answered once it is too long, and passed over", async () => {
    const replies = await exchange([
      ...Array.from({ length: 70 }, () => "a".repeat(2 ** 20)),
      "\n",
      '{"jsonrpc":"2.0","id":2,"method":"describe"}',
    ]);
    expect(replies).toHaveLength(2);
    expect(replies[0]).toMatchObject({
      id: null,
      error: { code: -32700, message: "a line has to be shorter than 67108864 characters" },
    });
    expect(replies[1]).toMatchObject({ id: 2, result: {} });
  });

  it("random bytes, and requests with bytes changed, are each answered", async () => {
    const random = randomFrom(4);
    const request = JSON.stringify({
      jsonrpc: "2.0",
      id: 1,
      method: "vjp",
      params: { program: square, inputs: { x }, wrt: ["x"], cotangents: { y: x } },
    });
    const lines = Array.from({ length: 500 }, (_, n) => {
      const bytes = n % 2 === 0 ? new TextEncoder().encode(request) : new Uint8Array(1 + Math.floor(80 * random()));
      const changes = n % 2 === 0 ? 1 + Math.floor(3 * random()) : bytes.length;
      for (let k = 0; k < changes; k++)
        bytes[n % 2 === 0 ? Math.floor(bytes.length * random()) : k] = 33 + Math.floor(223 * random());
      return Uint8Array.from([...bytes, 10]);
    });
    const replies = await exchange(lines);
    expect(replies).toHaveLength(lines.length);
    for (const { result, error } of replies) expect((result === undefined) !== (error === undefined)).toBe(true);
    expect(replies.filter(({ error }) => error !== undefined).length).toBeGreaterThan(300);
    expect(replies.filter(({ error }) => error?.code === 5)).toEqual([]);
  });

  it("names that objects have of themselves are names like others", async () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      const one = `{"${name}":{"shape":[],"data":[3]}}`;
      const params = `{"program":{"inputs":["${name}"],"steps":[{"out":"y","op":"square","in":["${name}"]}],"outputs":["y"]},"inputs":${one},"wrt":["${name}"],"tangents":${one}}`;
      const [reply] = await exchange([`{"jsonrpc":"2.0","id":1,"method":"hvp","params":${params}}`]);
      const { gradients, products } = reply!.result as Record<string, object>;
      expect(Object.entries(gradients!)).toEqual([[name, { shape: [], data: [6] }]]);
      expect(Object.entries(products!)).toEqual([[name, { shape: [], data: [6] }]]);
    }
  });
});

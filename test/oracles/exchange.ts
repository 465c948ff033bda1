import { PassThrough, Readable } from "node:stream";
import { expect } from "vitest";
import { cotangent } from "../../src/oracles/cotangent.ts";
import type { Engine } from "../../src/oracles/engine.ts";
import { serveProtocol } from "../../src/oracles/process/server.ts";

/** An answer, as it came. */
export interface Reply {
  readonly id: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown };
}

export const engine = cotangent("1.2.3");
export const square = { inputs: ["x"], steps: [{ out: "y", op: "square", in: ["x"] }], outputs: ["y"] };
export const x = { shape: [2], data: [3, 1] };

/** What is answered to these chunks of input. */
export async function exchange(chunks: Iterable<string | Uint8Array>, served: Engine | Promise<Engine> = engine) {
  const output = new PassThrough();
  const answered = output.setEncoding("utf8").toArray();
  await serveProtocol(served, Readable.from(chunks, { objectMode: false }), output);
  output.end();
  const lines = (await answered).join("").split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => JSON.parse(line) as Reply);
}

import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { z } from "zod";
import { CotangentError, ResultError } from "../../base/errors.ts";
import { didYouMean } from "../../base/nearest.ts";
import { cut } from "../../base/shown.ts";
import type { Engine } from "../engine.ts";
import { RequestError } from "./errors.ts";
import { handlers } from "./handlers.ts";
import { LineSplitter } from "./line-splitter.ts";

const requestSchema = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.number()]),
  method: z.string(),
  params: z.unknown().optional(),
});

/** Lines are cut at this length (in characters), and messages. */
const LONGEST = { line: 2 ** 26, message: 2000 } as const;

const identified = z.object({ id: requestSchema.shape.id });

/**
 * Answers the engine protocol (CONTRACT.md), a request a line, one after another, until the input ends or nobody reads
 * the output any more. A bad line is answered with an error and ends nothing.
 *
 * @param engine an engine, or the promise of one; where that fails, its error answers every request.
 */
export async function serveProtocol(
  engine: Engine | Promise<Engine>,
  input: Readable,
  output: Writable,
): Promise<void> {
  const ready = Promise.resolve(engine);
  ready.catch(() => undefined);
  let unread = false;
  output.once("error", () => {
    unread = true;
    input.destroy();
  });
  const splitter = new LineSplitter(LONGEST.line);
  const answerAll = async (lines: readonly string[]): Promise<void> => {
    for (const line of lines) {
      const answered = await answer(ready, line);
      if (unread) return;
      if (!output.write(`${answered}\n`)) await once(output, "drain");
    }
  };
  input.setEncoding("utf8");
  try {
    for await (const chunk of input) await answerAll(splitter.push(String(chunk)));
    await answerAll(splitter.end());
  } catch (error) {
    if (!unread) throw error;
  }
}

async function answer(engine: Promise<Engine>, line: string): Promise<string> {
  let id: string | number | null = null;
  try {
    const json = parseJson(line);
    id = identified.safeParse(json).data?.id ?? null;
    const { method, params } = readRequest(json);
    const handle = handlers.get(method);
    if (handle === undefined)
      throw new RequestError(-32601, `no method "${method}"; ${didYouMean(method, [...handlers.keys()])}`);
    return JSON.stringify({ jsonrpc: "2.0", id, result: await handle(await engine, params) });
  } catch (error) {
    const code = error instanceof CotangentError ? error.code : 5;
    const message = error instanceof Error ? error.message : String(error);
    const data = error instanceof ResultError ? { data: { kind: error.kind } } : {};
    return JSON.stringify({ jsonrpc: "2.0", id, error: { code, message: cut(message, LONGEST.message), ...data } });
  }
}

function parseJson(line: string): unknown {
  if (line.length >= LONGEST.line)
    throw new RequestError(-32700, `a line has to be shorter than ${String(LONGEST.line)} characters`);
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new RequestError(-32700, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function readRequest(json: unknown): z.infer<typeof requestSchema> {
  if (Array.isArray(json)) throw new RequestError(-32600, "batches are not used; send one request a line");
  const parsed = requestSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new RequestError(-32600, `${["request", ...issue.path.map(String)].join(".")}: ${issue.message}`);
}

import { z } from "zod";
import { ResultError, UnsupportedError } from "../../base/errors.ts";
import { cut } from "../../base/shown.ts";
import { EngineError } from "./errors.ts";

/** What Cotangent's own engines say of a result that is none, as the `data` of the error. */
const resultSchema = z.object({ kind: z.enum(ResultError.kinds) });

const responseSchema = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.number().nullable(),
  result: z.unknown().optional(),
  error: z.object({ code: z.number(), message: z.string(), data: z.unknown().optional() }).optional(),
});

/** One answer of an engine: a result whose form is not checked yet, or an error. */
export interface Response {
  readonly id: number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string; readonly data?: unknown } | undefined;
}

/** The answer that a line holds, or `undefined` where it holds none. */
export function readResponse(line: string): Response | undefined {
  try {
    const { success, data } = responseSchema.safeParse(JSON.parse(line));
    return success && (data.result === undefined) !== (data.error === undefined) ? data : undefined;
  } catch {
    return undefined;
  }
}

/** What is wrong with a line that answers no request. */
export function complaintAbout(line: string, response: Response | undefined): string {
  const shown = JSON.stringify(cut(line));
  if (response === undefined)
    return `expected a JSON-RPC 2.0 response on each line of stdout, got ${shown}; what is no response belongs on stderr`;
  return `the response ${shown} answers no request that is open`;
}

/** The error that an engine answered, as one of ours. */
export function errorFrom(
  engine: string,
  { code, message, data }: NonNullable<Response["error"]>,
): EngineError | ResultError | UnsupportedError {
  const result = resultSchema.safeParse(data);
  if (result.success) return new ResultError(result.data.kind, message);
  return code === 1 ? new UnsupportedError(message) : new EngineError(engine, message, code);
}

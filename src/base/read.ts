import type { z } from "zod";
import { InputError } from "./errors.ts";

type Issue = z.core.$ZodIssue;

/** `findings[0].case.inputs.W`: where in a document an issue is. */
function formatPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${String(key)}]`;
    const name = String(key);
    if (!/^[A-Za-z_]\w*$/.test(name)) return `${text}[${JSON.stringify(name)}]`;
    return text === "" ? name : `${text}.${name}`;
  }, "");
}

/** The issue that says most: inside a union, that of the branch which got furthest. */
function innermost(issue: Issue): Issue {
  if (issue.code !== "invalid_union") return issue;
  const nested = issue.errors
    .flatMap(([first]) => (first === undefined ? [] : [innermost(first)]))
    .toSorted((a, b) => b.path.length - a.path.length)[0];
  return nested === undefined || nested.path.length === 0
    ? issue
    : { ...nested, path: [...issue.path, ...nested.path] };
}

function describe(issue: Issue): string {
  if (issue.code === "unrecognized_keys") return `unknown member ${issue.keys.map((key) => `"${key}"`).join(", ")}`;
  const message = issue.message.replace(/^Invalid (input|option): /, "");
  return message.replace(", received undefined", ", but it is missing");
}

/** One thing that is wrong with a document: where, and what. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Everything that is wrong with a parsed JSON document, against a schema. */
export function problemsOf(schema: z.ZodType, json: unknown): Problem[] {
  const parsed = schema.safeParse(json);
  return parsed.success
    ? []
    : parsed.error.issues.map(innermost).map((issue) => ({ path: issue.path, message: describe(issue) }));
}

/** `expect.outputs.out: expected …` */
export function formatProblem({ path, message }: Problem): string {
  return path.length === 0 ? message : `${formatPath(path)}: ${message}`;
}

/**
 * Checks a parsed JSON document against a schema.
 *
 * @param where what the document is called in an error: its file.
 * @throws InputError of the form `results.json: findings[0].kind: expected one of …`.
 */
export function readWith<T>(schema: z.ZodType<T>, json: unknown, where: string): T {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = innermost(parsed.error.issues[0]!);
  throw new InputError(`${where}: ${formatProblem({ path: issue.path, message: describe(issue) })}`);
}

/**
 * The JSON document that a text holds.
 *
 * @throws InputError for a text that is not JSON: truncated, or no JSON at all.
 */
export function readJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new InputError(
      `${where}: not JSON (${error instanceof Error ? error.message : "unreadable"}); was it cut off?`,
    );
  }
}

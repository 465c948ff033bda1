import type { Problem } from "../src/base/read.ts";

const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[[\]{},]/g;

/**
 * Numbers of a JSON text that are not in the one form that is accepted, the shortest decimal that reads back to the
 * same float64: `1.50`, `1e400`, `0.1000000000000000055`.
 *
 * @param text valid JSON.
 */
export function illFormedNumbers(text: string): Problem[] {
  const problems: Problem[] = [];
  // The key or index at each level. Strings set the key that a value after them has; inside a list none is looked at.
  const path: PropertyKey[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    const last = path.length - 1;
    if (token === "{") path.push("");
    else if (token === "[") path.push(0);
    else if (token === "}" || token === "]") path.pop();
    else if (token === ",") path[last] = typeof path[last] === "number" ? path[last] + 1 : path[last]!;
    else if (token.startsWith('"'))
      path[last] = typeof path[last] === "number" ? path[last] : (JSON.parse(token) as string);
    else if (token !== String(Number(token)))
      problems.push({
        path: [...path],
        message: `expected the shortest decimal that reads back to the same float64, got ${token}`,
      });
  }
  return problems;
}

import { formatProblem } from "../src/base/read.ts";
import type { VectorFile } from "./vectors-schema.ts";

/** As many differences of one file are told. */
const MOST = 20;

/** What differs between the stored text of a file and the one that the generator writes, by vector and JSON path. */
export function differencesBetween(stored: string, generated: string): string[] {
  if (stored === generated) return [];
  const [before, after] = [stored, generated].map((text) => JSON.parse(text) as VectorFile) as [VectorFile, VectorFile];
  const { vectors: old, ...head } = before;
  const { vectors: now, ...newHead } = after;
  const found: string[] = pathsBetween(head, newHead, []).map(formatProblem);
  for (const vector of old) {
    const other = now.find(({ id }) => id === vector.id);
    if (other === undefined) found.push(`${vector.id}: golden update writes no such vector`);
    else found.push(...pathsBetween(vector, other, []).map((problem) => `${vector.id}: ${formatProblem(problem)}`));
  }
  for (const { id } of now)
    if (!old.some((vector) => vector.id === id)) found.push(`${id}: is missing; golden update writes it`);
  if (found.length === 0) found.push("holds what golden update writes in another form or order");
  return found.length > MOST ? [...found.slice(0, MOST), `and ${String(found.length - MOST)} more differences`] : found;
}

function pathsBetween(
  a: unknown,
  b: unknown,
  path: readonly PropertyKey[],
): { readonly path: readonly PropertyKey[]; readonly message: string }[] {
  if (JSON.stringify(a) === JSON.stringify(b)) return [];
  if (!isParent(a) || !isParent(b) || Array.isArray(a) !== Array.isArray(b))
    return [{ path, message: `is ${shown(a)}, golden update writes ${shown(b)}` }];
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key) =>
    pathsBetween(left.get(key), right.get(key), [...path, Array.isArray(a) ? Number(key) : key]),
  );
}

function isParent(x: unknown): x is object {
  return typeof x === "object" && x !== null;
}

function shown(x: unknown): string {
  const text = JSON.stringify(x) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

import { decodeArray } from "../src/base/codec.ts";
import { CotangentError, InputError } from "../src/base/errors.ts";
import { didYouMean } from "../src/base/nearest.ts";
import { formatProblem, problemsOf, readJson, type Problem } from "../src/base/read.ts";
import { formatShape, sameShape, type Shape } from "../src/base/shape.ts";
import { inferShapes, opNamed, parseProgram } from "../src/program/program.ts";
import { Tensor } from "../src/tensor/tensor.ts";
import type { Arrays } from "./draft.ts";
import type { Unit } from "./files.ts";
import { illFormedNumbers } from "./numbers.ts";
import { vectorsSchema, type JsonArrays, type Vector, type VectorFile } from "./vectors-schema.ts";

/** The vectors that a file holds, and everything that is wrong with it, a line each. */
export interface ReadFile {
  readonly vectors: readonly Vector[];
  readonly problems: readonly string[];
}

/**
 * Reads the text of a file of vectors. Nothing is thrown: problems are told by file, vector and JSON path.
 *
 * @param where the file, as problems name it.
 * @param flags the flags that are described.
 */
export function readVectors(text: string, where: string, unit: Unit, flags: readonly string[]): ReadFile {
  let json: unknown;
  try {
    json = readJson(text, where);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { vectors: [], problems: [error.message] };
  }
  const tell = (problem: Problem): string => `${where}: ${idAt(json, problem.path)}${formatProblem(problem)}`;
  const formal = [...problemsOf(vectorsSchema, json), ...illFormedNumbers(text)];
  // What names and shapes mean can be told where the form is right.
  if (formal.length > 0) return { vectors: [], problems: formal.map(tell) };
  const file = vectorsSchema.parse(json);
  return { vectors: file.vectors, problems: [...fileProblems(file, unit), ...meaningProblems(file, flags)].map(tell) };
}

/** The id of the vector that a path leads into. */
function idAt(json: unknown, [member, index]: readonly PropertyKey[]): string {
  if (member !== "vectors" || typeof index !== "number") return "";
  const { vectors } = json as { readonly vectors: readonly ({ readonly id?: unknown } | null)[] };
  const id = vectors[index]?.id;
  return typeof id === "string" ? `${id}: ` : "";
}

function fileProblems(file: VectorFile, unit: Unit): Problem[] {
  const problems: Problem[] = [];
  if (file.op !== unit.name)
    problems.push({ path: ["op"], message: `expected "${unit.name}", as the file is called, got "${file.op}"` });
  const prefix = unit.file.replace(/[.]json$/, "/");
  const seen = new Map<string, number>();
  file.vectors.forEach(({ id }, i) => {
    const path = ["vectors", i, "id"];
    if (!id.startsWith(prefix)) problems.push({ path, message: `expected an id that begins with "${prefix}"` });
    if (seen.has(id)) problems.push({ path, message: `vectors[${String(seen.get(id))}] has this id, too` });
    seen.set(id, i);
  });
  return problems;
}

function meaningProblems({ vectors }: VectorFile, flags: readonly string[]): Problem[] {
  return vectors.flatMap((vector, i) => {
    const problems: Problem[] = [];
    const tell = (path: readonly PropertyKey[], message: string): void => {
      problems.push({ path: ["vectors", i, ...path], message });
    };
    vector.flags.forEach((flag, n) => {
      if (!flags.includes(flag)) tell(["flags", n], `there is no flag "${flag}"; ${didYouMean(flag, flags)}`);
    });
    if (vector.result === "throws") opProblems(vector, tell);
    else pointProblems(vector, tell);
    return problems;
  });
}

type Tell = (path: readonly PropertyKey[], message: string) => void;

/** A request that has no answer must still speak of ops that there are. */
function opProblems({ program }: Vector, tell: Tell): void {
  program.steps.forEach(({ op }, s) => {
    attempt(["program", "steps", s, "op"], tell, () => opNamed(op));
  });
}

/** A request that has an answer must be whole, and the answer of the shapes that it has. */
function pointProblems(vector: Vector, tell: Tell): void {
  const { program, inputs, wrt = [], cotangents = {}, tangents = {}, expect, set = {} } = vector;
  const shapes = attempt(["program"], tell, () => {
    parseProgram(program);
    exactNames(Object.keys(inputs), program.inputs, ["inputs"], tell);
    return inferShapes(program, shapesOf(inputs));
  });
  if (shapes === undefined) return;
  const check = (arrays: JsonArrays | undefined, names: readonly string[], path: readonly PropertyKey[]): void => {
    if (arrays === undefined) return;
    exactNames(Object.keys(arrays), names, path, tell);
    for (const [name, { shape }] of Object.entries(arrays))
      shapeProblem(shape, shapes.get(name), [...path, name], tell);
  };
  wrt.forEach((name, n) => {
    if (!program.inputs.includes(name))
      tell(["wrt", n], `there is no input "${name}"; ${didYouMean(name, program.inputs)}`);
  });
  const differentiated = wrt.length > 0;
  check(cotangents, differentiated ? program.outputs : [], ["cotangents"]);
  check(tangents, differentiated ? wrt : [], ["tangents"]);
  check(expect.outputs, program.outputs, ["expect", "outputs"]);
  check(expect.gradients, wrt, ["expect", "gradients"]);
  check(expect.tangents, program.outputs, ["expect", "tangents"]);
  check(expect.products, wrt, ["expect", "products"]);
  for (const [out, rows] of Object.entries(expect.jacobians ?? {})) {
    const at = ["expect", "jacobians", out];
    exactNames(Object.keys(rows), wrt, at, tell);
    for (const [name, { shape }] of Object.entries(rows))
      shapeProblem(shape, [...(shapes.get(out) ?? []), ...(shapes.get(name) ?? [])], [...at, name], tell);
  }
  if (vector.result === "set") exactNames(Object.keys(set), wrt, ["set"], tell);
  for (const [name, { low, high }] of Object.entries(set)) {
    shapeProblem(low.shape, shapes.get(name), ["set", name, "low"], tell);
    shapeProblem(high.shape, shapes.get(name), ["set", name, "high"], tell);
  }
}

function attempt<T>(path: readonly PropertyKey[], tell: Tell, run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof CotangentError)) throw error;
    tell(path, error.message);
    return undefined;
  }
}

function exactNames(
  given: readonly string[],
  names: readonly string[],
  path: readonly PropertyKey[],
  tell: Tell,
): void {
  for (const name of given) if (!names.includes(name)) tell(path, `there is no "${name}"; ${didYouMean(name, names)}`);
  for (const name of names) if (!given.includes(name)) tell(path, `"${name}" is missing`);
}

function shapeProblem(got: Shape, want: Shape | undefined, path: readonly PropertyKey[], tell: Tell): void {
  if (want !== undefined && !sameShape(got, want))
    tell([...path, "shape"], `expected ${formatShape(want)}, got ${formatShape(got)}`);
}

function shapesOf(arrays: JsonArrays): Readonly<Record<string, Shape>> {
  return Object.fromEntries(Object.entries(arrays).map(([name, { shape }]) => [name, shape]));
}

/** The tensors of encoded arrays, whose form was checked. */
export function decodeArrays(arrays: JsonArrays): Arrays {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => {
      const { shape, data } = decodeArray(array, name);
      return [name, new Tensor(shape, data)];
    }),
  );
}

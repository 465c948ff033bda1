import { z } from "zod";
import { InputError, ShapeError } from "../../base/errors.ts";
import { didYouMean } from "../../base/nearest.ts";
import { formatShape, sameShape, sizeOf, type Shape } from "../../base/shape.ts";
import { inferShapes, parseProgram } from "../../program/program.ts";
import {
  HIGHEST_ORDER,
  type Arrays,
  type DerivativeRequest,
  type HvpRequest,
  type JacobianRequest,
  type JvpRequest,
  type ValueRequest,
  type VjpRequest,
} from "../engine.ts";
import { decodeArrays } from "./arrays.ts";
import { completeCotangents } from "./cotangents.ts";

type Shapes = ReadonlyMap<string, Shape>;

/** Numbers that a request may have computed at a time: what fits the memory of any machine, several times over. */
const MOST = 2 ** 23;
/** Directions of a Jacobian that are swept at a time. */
const TOGETHER = 32;

const point = { program: z.unknown().optional(), inputs: z.unknown().optional() };
const wrt = z.array(z.string()).readonly();
const valueForm = z.strictObject(point);
const jacobianForm = z.strictObject({ ...point, wrt });
const vjpForm = z.strictObject({ ...point, wrt, cotangents: z.unknown().optional() });
const jvpForm = z.strictObject({ ...point, tangents: z.unknown().optional() });
const directions = { cotangents: z.unknown().optional(), tangents: z.unknown().optional() };
const hvpForm = z.strictObject({ ...point, wrt, ...directions });
const derivativeForm = z.strictObject({ ...point, wrt, ...directions, order: z.int().min(1).max(HIGHEST_ORDER) });

/** The params of `value`, checked. These readers throw an InputError that names the member, or a ShapeError. */
export function readValue(params: unknown): ValueRequest {
  return readPoint(form(valueForm, params)).request;
}

/** The params of `jacobian`, checked. */
export function readJacobian(params: unknown): JacobianRequest {
  const given = form(jacobianForm, params);
  const { request, shapes } = readPoint(given);
  const wrt = readWrt(given.wrt, request);
  const [rows, columns] = [countOf(shapes, request.program.outputs), countOf(shapes, wrt)];
  checkCount("wrt: the Jacobian", rows * columns);
  checkCount("wrt: the Jacobian's sweep", Math.min(rows, columns, TOGETHER) * countOf(shapes, shapes.keys()));
  return { ...request, wrt };
}

/** The params of `vjp`, checked; the cotangent of every output is there. */
export function readVjp(params: unknown): VjpRequest & { readonly cotangents: Arrays } {
  const given = form(vjpForm, params);
  const { request, shapes } = readPoint(given);
  return {
    ...request,
    wrt: readWrt(given.wrt, request),
    cotangents: readCotangents(given.cotangents, request, shapes),
  };
}

/** The params of `jvp`, checked. */
export function readJvp(params: unknown): JvpRequest {
  const given = form(jvpForm, params);
  const { request, shapes } = readPoint(given);
  return { ...request, tangents: readLike(given.tangents, "tangents", request.program.inputs, shapes) };
}

/** The params of `hvp`, checked; the cotangent of every output is there. */
export function readHvp(params: unknown): HvpRequest & { readonly cotangents: Arrays } {
  return readDirections(form(hvpForm, params));
}

/** The params of `derivative`, checked; the cotangent of every output is there. */
export function readDerivative(params: unknown): DerivativeRequest & { readonly cotangents: Arrays } {
  const given = form(derivativeForm, params);
  return { ...readDirections(given), order: given.order };
}

function readDirections(given: z.infer<typeof hvpForm>): HvpRequest & { readonly cotangents: Arrays } {
  const { request, shapes } = readPoint(given);
  return {
    ...request,
    wrt: readWrt(given.wrt, request),
    cotangents: readCotangents(given.cotangents, request, shapes),
    tangents: readLike(given.tangents, "tangents", request.program.inputs, shapes),
  };
}

function form<T>(schema: z.ZodType<T>, params: unknown): T {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new InputError(`${["params", ...issue.path.map(String)].join(".")}: ${issue.message}`);
}

function readPoint(given: { readonly program?: unknown; readonly inputs?: unknown }): {
  readonly request: ValueRequest;
  readonly shapes: Shapes;
} {
  const program = parseProgram(given.program);
  const inputs = decodeArrays(given.inputs, "inputs");
  checkNames(Object.keys(inputs), "inputs", program.inputs);
  const shapes = inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
  checkCount("program: all values", countOf(shapes, shapes.keys()));
  return { request: { program, inputs }, shapes };
}

function checkCount(what: string, count: number): void {
  if (count > MOST)
    throw new InputError(`${what} would take ${String(count)} numbers; ${String(MOST)} at most are computed at a time`);
}

function countOf(shapes: Shapes, names: Iterable<string>): number {
  return [...names].reduce((count, name) => count + sizeOf(shapes.get(name)!), 0);
}

function readWrt(names: readonly string[], { program }: ValueRequest): readonly string[] {
  checkNames(names, "wrt", program.inputs);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) throw new InputError(`wrt: "${twice}" is named twice`);
  return names;
}

function readCotangents(json: unknown, { program }: ValueRequest, shapes: Shapes): Arrays {
  const given = json === undefined ? {} : readLike(json, "cotangents", program.outputs, shapes);
  return completeCotangents(program, shapes, given);
}

/** Arrays that each have the shape of the value they belong to. */
function readLike(json: unknown, path: string, names: readonly string[], shapes: Shapes): Arrays {
  const arrays = decodeArrays(json, path);
  checkNames(Object.keys(arrays), path, names);
  for (const [name, { shape }] of Object.entries(arrays)) {
    const expected = shapes.get(name)!;
    if (!sameShape(shape, expected))
      throw new ShapeError(
        `${path}.${name}: expected shape ${formatShape(expected)}, as "${name}" has, got ${formatShape(shape)}`,
      );
  }
  return arrays;
}

function checkNames(names: readonly string[], path: string, valid: readonly string[]): void {
  for (const name of names)
    if (!valid.includes(name)) throw new InputError(`${path}: no "${name}" here; ${didYouMean(name, valid)}`);
}

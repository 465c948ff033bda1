import { decodeArrays } from "../../../golden/read.ts";
import type { JsonArrays, Vector } from "../../../golden/vectors-schema.ts";
import { sizeOf } from "../../base/shape.ts";
import type { Precision } from "../../base/ulp.ts";
import { mapArrays } from "../../checks/arrays.ts";
import { hvpBounds, jvpBounds, valueBounds, vjpBounds } from "../../checks/bounds.ts";
import { compare, type Comparison, type Verdict } from "../../checks/compare.ts";
import { judgeError } from "../../checks/judge.ts";
import { arithmeticOf, type Arithmetic } from "../../oracles/arithmetic.ts";
import type { Arrays, Engine, Method } from "../../oracles/engine.ts";
import { parseProgram } from "../../program/program.ts";
import { Tensor } from "../../tensor/tensor.ts";
import type { Kind } from "../../checks/kinds.ts";
import { canHold, inPrecision, type Point } from "./in-precision.ts";

/** What came of one request that a vector makes of an engine. */
export interface Answered {
  readonly method: Method;
  /** Of differentiation. */
  readonly order: number;
  readonly verdict: Verdict;
  /** Set where the verdict is `disagree` or `failed`. */
  readonly kind: Kind | null;
  /** What came, against what was wanted: the number that stands out, or why there is none. */
  readonly because: string;
}

/** A request whose answer a vector knows. */
interface Asked {
  readonly method: Method;
  readonly order: number;
  /** What the engine answers, by the JSON paths of `want`. */
  readonly ask: () => Promise<Named>;
  readonly want: Named;
  /** How far a correct engine may be from it. */
  readonly bounds: () => Named;
  /** The other end of the box, where any number between the two is right. */
  readonly high?: Named;
}

/** Arrays by their JSON path in the vector. */
type Named = Readonly<Record<string, Tensor>>;

/** Asks an engine for all that a vector expects. */
export async function checkVector(engine: Engine, vector: Vector): Promise<Answered[]> {
  if (vector.result === "throws") return [await refusal(engine, vector)];
  const answers: Answered[] = [];
  for (const asked of requestsOf(engine, vector)) answers.push(await answer(engine, vector, asked));
  return answers;
}

function requestsOf(engine: Engine, vector: Vector): Asked[] {
  const { program, wrt = [], expect, set } = vector;
  const inputs = decodeArrays(vector.inputs);
  const cotangents = decodeArrays(vector.cotangents ?? {});
  const tangents = decodeArrays(vector.tangents ?? {});
  const { precision } = engine.description;
  const arithmetic = arithmeticOf(engine.description);
  const rounded = inPrecision({ program, inputs, wrt }, precision, { ...cotangents, ...tangents });
  const request = { program, inputs, wrt, cotangents, tangents };
  const asked: Asked[] = [];
  const add = (
    method: Method,
    order: number,
    path: string,
    expected: JsonArrays | undefined,
    ask: () => Promise<Arrays>,
    bounds: () => Arrays,
    high?: JsonArrays,
  ): void => {
    if (expected === undefined) return;
    asked.push({
      method,
      order,
      want: below(path, decodeArrays(expected)),
      ask: async () => below(path, await ask()),
      bounds: () => below(path, bounds()),
      ...(high === undefined ? {} : { high: below(path, decodeArrays(high)) }),
    });
  };
  const gradientBounds = (): Arrays => vjpBounds(rounded, cotangents, arithmetic);
  const gradients = async (): Promise<Arrays> => (await engine.vjp(request)).gradients;
  add(
    "value",
    0,
    "expect.outputs",
    expect.outputs,
    async () => (await engine.value(request)).outputs,
    () => valueBounds(rounded, arithmetic),
  );
  add("vjp", 1, "expect.gradients", expect.gradients, gradients, gradientBounds);
  if (set !== undefined) {
    const side = (end: "low" | "high"): JsonArrays =>
      Object.fromEntries(Object.entries(set).map(([name, box]) => [name, box[end]]));
    add("vjp", 1, "set", side("low"), gradients, gradientBounds, side("high"));
  }
  add(
    "jvp",
    1,
    "expect.tangents",
    expect.tangents,
    async () => (await engine.jvp(request)).tangents,
    () => jvpBounds(rounded, tangents, arithmetic),
  );
  for (const [out, rows] of Object.entries(expect.jacobians ?? {}))
    add(
      "jacobian",
      1,
      `expect.jacobians.${out}`,
      rows,
      async () => (await engine.jacobian(request)).jacobians[out]!,
      () => jacobianBounds(rounded, out, cotangents, arithmetic),
    );
  add(
    "hvp",
    2,
    "expect.products",
    expect.products,
    async () => (await engine.hvp(request)).products,
    () => hvpBounds(rounded, cotangents, tangents, arithmetic),
  );
  return asked;
}

function below(path: string, arrays: Arrays): Named {
  return Object.fromEntries(Object.entries(arrays).map(([name, x]) => [`${path}.${name}`, x]));
}

/** Each row of a Jacobian is the gradient for a masked cotangent, and has its bounds. */
function jacobianBounds(point: Point, out: string, like: Arrays, arithmetic: Arithmetic): Arrays {
  const { shape } = like[out]!;
  const rows = Array.from({ length: sizeOf(shape) }, (_, row) =>
    vjpBounds(
      point,
      mapArrays(like, (_v, i, name) => (name === out && i === row ? 1 : 0)),
      arithmetic,
    ),
  );
  return Object.fromEntries(
    point.wrt.map((name) => [
      name,
      new Tensor(
        [...shape, ...point.inputs[name]!.shape],
        Float64Array.from(rows.flatMap((row) => [...row[name]!.data])),
      ),
    ]),
  );
}

async function answer(engine: Engine, vector: Vector, asked: Asked): Promise<Answered> {
  const { method, order, want, high = want } = asked;
  const missing = missingFrom(engine, vector, method);
  const said = (verdict: Verdict, kind: Kind | null, because: string): Answered => ({
    method,
    order,
    verdict,
    kind,
    because,
  });
  if (missing !== null) return said("unsupported", null, missing);
  let got: Named;
  try {
    got = await asked.ask();
  } catch (error) {
    const { verdict, kind, because } = judgeError(error);
    return said(verdict, kind, because ?? "");
  }
  const { precision } = engine.description;
  const numbers = [vector.inputs, vector.cotangents ?? {}, vector.tangents ?? {}].flatMap((arrays) =>
    Object.values(decodeArrays(arrays)),
  );
  if (!canHold(precision, [...numbers, ...Object.values(want), ...Object.values(high)]))
    return said("inconclusive", null, `${precision} does not hold these numbers`);
  const bounds = asked.bounds();
  const compared = Object.entries(want).map(([path, low]) => {
    const x = got[path]!;
    const wanted = nearest(x, low, high[path]!);
    const comparison = compare(x, wanted, tightened(bounds[path]!, x, wanted, precision), precision);
    return { path, x, low, high: high[path]!, comparison };
  });
  const worst =
    compared.find(({ comparison }) => comparison.verdict === "disagree") ??
    compared.find(({ comparison }) => comparison.verdict === "inconclusive");
  if (worst === undefined) return said("agree", null, "");
  const { comparison } = worst;
  if (comparison.verdict !== "disagree") return said("inconclusive", null, "the rounding bound is too wide to tell");
  const kind = kindOf(comparison, order, vector.result);
  return said("disagree", kind, difference(worst, vector.result));
}

/** Bounds that leave no room where the answer is the truth, rounded once: however wide they are, nothing is open there. */
function tightened(bounds: Tensor, got: Tensor, want: Tensor, precision: Precision): Tensor {
  const round = precision === "float32" ? Math.fround : (x: number): number => x;
  return new Tensor(
    bounds.shape,
    bounds.data.map((bound, i) => {
      const [g, w] = [got.data[i]!, want.data[i]!];
      return g === round(w) || (Number.isNaN(g) && Number.isNaN(w)) ? Math.abs(g - w) || 0 : bound;
    }),
  );
}

/** The point of the box that is nearest to the answer; where that is NaN, an end of the box. */
function nearest(got: Tensor, low: Tensor, high: Tensor): Tensor {
  return new Tensor(
    low.shape,
    low.data.map((l, i) => (got.data[i]! > l ? Math.min(got.data[i]!, high.data[i]!) : l)),
  );
}

function kindOf({ kind }: Comparison, order: number, result: Vector["result"]): Kind {
  if (kind === "wrong-shape") return kind;
  if (result === "set") return "invalid-subgradient";
  return kind === "wrong-value" && order > 0 ? "wrong-gradient" : kind!;
}

function difference(
  {
    path,
    x,
    low,
    high,
    comparison: { kind, at, bound },
  }: { path: string; x: Tensor; low: Tensor; high: Tensor; comparison: Comparison },
  result: Vector["result"],
): string {
  if (kind === "wrong-shape") return `${path}.shape: got [${x.shape.join(",")}], want [${low.shape.join(",")}]`;
  const [l, h] = [String(low.data[at]), String(high.data[at])];
  const where = result === "set" ? path.replace(/^set[.](.*)$/, "set.$1") : path;
  const want = result === "set" ? `a number from ${l} to ${h}` : l;
  return `${where}.data[${String(at)}]: got ${String(x.data[at])}, want ${want}, bound ${String(bound)}`;
}

function missingFrom({ description }: Engine, { program }: Vector, method: Method): string | null {
  if (!description.methods.includes(method)) return `${description.engine} has no ${method}`;
  const step = program.steps.find(({ op }) => !description.ops.includes(op));
  return step === undefined ? null : `${description.engine} has no ${step.op}`;
}

/** Where an error is the right answer, that of the request which the members of the vector make. */
async function refusal(engine: Engine, vector: Vector): Promise<Answered> {
  const { program, wrt } = vector;
  const method: Method =
    wrt !== undefined
      ? vector.tangents === undefined
        ? "vjp"
        : "hvp"
      : vector.tangents === undefined
        ? "value"
        : "jvp";
  const said = (verdict: Verdict, kind: Kind | null, because: string): Answered => ({
    method,
    order: 0,
    verdict,
    kind,
    because,
  });
  const missing = missingFrom(engine, vector, method);
  if (missing !== null) return said("unsupported", null, missing);
  const request = {
    program,
    inputs: decodeArrays(vector.inputs),
    wrt: wrt ?? [],
    ...(vector.cotangents === undefined ? {} : { cotangents: decodeArrays(vector.cotangents) }),
    tangents: decodeArrays(vector.tangents ?? {}),
  };
  try {
    // An engine in this process is handed programs that were read.
    if (engine.description.engine === "cotangent") parseProgram(program);
    await engine[method](request);
  } catch (error) {
    const { verdict, kind, because } = judgeError(error);
    const refused = verdict === "failed" && (kind === "throws" || kind === "missing-gradient");
    return refused ? said("agree", null, "") : said(verdict, kind, because ?? "");
  }
  return said("disagree", "does-not-throw", "got an answer, want an error");
}

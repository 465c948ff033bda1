import { exactHvp, exactJacobian, exactJvp, exactValue, exactVjp } from "../exact/index.ts";
import { inferShapes } from "../program/program.ts";
import { answer, checkNames, checkShapeOf, ofAllOps } from "./cotangent.ts";
import type { Arrays, Engine, JacobianRequest, JvpRequest, VjpRequest } from "./engine.ts";
import { completeCotangents } from "./process/cotangents.ts";

/**
 * The exact oracle: every answer is the true real number at the given float64 inputs, rounded once to the nearest
 * float64. Derivatives come from values alone, in decimals of as many digits as it takes. Much slower than
 * {@link cotangent}: for small programs.
 *
 * Its methods reject with a GradientError where a derivative does not exist: at a kink, a jump, the edge of a domain.
 *
 * @param version what it says of itself.
 * @example
 * const { gradients } = await exact().vjp({ program, inputs, wrt: ["x"] });
 */
export function exact(version: string = "1"): Engine {
  return {
    description: ofAllOps("exact", version),
    value: (r) => answer(() => exactValue(r)),
    vjp: (r) => answer(() => exactVjp(pulling(r))),
    jvp: (r) => answer(() => exactJvp(pushing(r))),
    jacobian: (r) => answer(() => exactJacobian(differentiating(r))),
    hvp: (r) => answer(() => exactHvp(pushing(pulling(r)))),
    close: () => Promise.resolve(),
  };
}

function differentiating<R extends JacobianRequest>(r: R): R {
  checkNames("wrt", r.wrt, r.program.inputs);
  return r;
}

/** A request with a cotangent for every output. */
function pulling<R extends VjpRequest>(r: R): R & { readonly cotangents: Arrays } {
  const shapes = inferShapes(
    r.program,
    Object.fromEntries(Object.entries(r.inputs).map(([name, x]) => [name, x.shape])),
  );
  const given = r.cotangents ?? {};
  checkNames("cotangents", Object.keys(given), r.program.outputs);
  for (const [name, g] of Object.entries(given)) checkShapeOf(`cotangents.${name}`, g, { shape: shapes.get(name)! });
  return { ...differentiating(r), cotangents: completeCotangents(r.program, shapes, given) };
}

function pushing<R extends JvpRequest>(r: R): R {
  checkNames("tangents", Object.keys(r.tangents), r.program.inputs);
  for (const [name, d] of Object.entries(r.tangents)) checkShapeOf(`tangents.${name}`, d, r.inputs[name]!);
  return r;
}

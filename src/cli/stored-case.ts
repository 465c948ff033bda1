import { decodeArray } from "../base/codec.ts";
import { InputError } from "../base/errors.ts";
import { didYouMean } from "../base/nearest.ts";
import type { Case } from "../checks/case.ts";
import type { Arrays } from "../oracles/engine.ts";
import { inferShapes, parseProgram } from "../program/program.ts";
import type { Finding, JsonArrays, Results } from "../suite/results.ts";
import { Tensor } from "../tensor/tensor.ts";

/** The most ids that an error lists. */
const told = 8;

/**
 * The finding of an id.
 *
 * @param folder of the run, for the error.
 * @throws InputError naming the nearest ids.
 */
export function findingOf({ findings }: Results, id: string, folder: string): Finding {
  const found = findings.find((finding) => finding.id === id);
  if (found !== undefined) return found;
  const ids = findings.map((finding) => finding.id);
  const hint = didYouMean(id, ids);
  const listed = hint.startsWith("valid") && ids.length > told ? "its report lists them" : hint;
  throw new InputError(`replay: the run in ${folder} has no finding "${id}"; ${listed}`);
}

/**
 * The case of a finding, as it can be run.
 *
 * @throws InputError, ShapeError or UnsupportedError for one that was changed by hand and does not hold together.
 */
export function caseOf({ id, case: stored }: Finding): Case {
  const program = parseProgram(stored.program, `${id}.program`);
  const inputs = decode(stored.inputs, `${id}.inputs`);
  inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
  return {
    program,
    inputs,
    wrt: stored.wrt,
    cotangents: decode(stored.cotangents ?? {}, `${id}.cotangents`),
    tangents: decode(stored.tangents ?? {}, `${id}.tangents`),
  };
}

function decode(arrays: JsonArrays, where: string): Arrays {
  return Object.fromEntries(
    Object.entries(arrays).map(([name, array]) => {
      const { shape, data } = decodeArray(array, `${where}.${name}`);
      return [name, new Tensor(shape, data)];
    }),
  );
}

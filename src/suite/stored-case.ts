import { decodeArray } from "../base/codec.ts";
import type { Case } from "../checks/case.ts";
import type { Arrays } from "../oracles/engine.ts";
import { inferShapes, parseProgram } from "../program/program.ts";
import { Tensor } from "../tensor/tensor.ts";
import type { FindingCase, JsonArrays } from "./results.ts";

/**
 * A case that was written down, as it can be run.
 *
 * @param where what it is called in an error.
 *
 * @throws InputError, ShapeError or UnsupportedError for one that was changed by hand and does not hold together.
 */
export function decodeCase(stored: FindingCase, where: string): Case {
  const program = parseProgram(stored.program, `${where}.program`);
  const inputs = decode(stored.inputs, `${where}.inputs`);
  inferShapes(program, Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, x.shape])));
  return {
    program,
    inputs,
    wrt: stored.wrt,
    cotangents: decode(stored.cotangents ?? {}, `${where}.cotangents`),
    tangents: decode(stored.tangents ?? {}, `${where}.tangents`),
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

import { z } from "zod";
import { InputError } from "../../base/errors.ts";
import type { Arrays, Description, Effects, Method } from "../engine.ts";
import { decodeArrays, decodeNamed, membersOf } from "./arrays.ts";

const METHODS: readonly Method[] = ["value", "vjp", "jvp", "jacobian", "hvp", "derivative", "effects"];

const descriptionSchema = z.object({
  protocol: z.literal(1),
  engine: z.string().min(1),
  version: z.string(),
  backend: z.string().optional(),
  precision: z.enum(["float32", "float64"]),
  methods: z.array(z.string()),
  ops: z.record(z.string(), z.unknown()),
});

/**
 * What an engine answered to `describe`. Methods that the protocol does not have are passed over.
 *
 * @throws InputError naming the member that is not as it should be.
 */
export function readDescription(json: unknown): Description {
  const parsed = descriptionSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new InputError(`${["result", ...issue.path.map(String)].join(".")}: ${issue.message}`);
  }
  const { engine, version, backend, precision, methods, ops } = parsed.data;
  return {
    engine,
    version,
    ...(backend === undefined ? {} : { backend }),
    precision,
    methods: METHODS.filter((method) => methods.includes(method)),
    ops: Object.keys(ops),
  };
}

/** The arrays of exactly these names under one member of a result. */
export function readArrays(result: unknown, member: string, names: readonly string[]): Arrays {
  return decodeNamed(memberOf(result, member), `result.${member}`, names);
}

/** The Jacobians of a result: for each output, an array for each input. */
export function readJacobians(
  result: unknown,
  outputs: readonly string[],
  wrt: readonly string[],
): Readonly<Record<string, Arrays>> {
  const jacobians = new Map(membersOf(memberOf(result, "jacobians"), "result.jacobians", "arrays by input"));
  return Object.fromEntries(
    outputs.map((out) => {
      if (!jacobians.has(out)) throw new InputError(`result.jacobians: "${out}" is missing`);
      return [out, decodeNamed(jacobians.get(out), `result.jacobians.${out}`, wrt)];
    }),
  );
}

/** What a vjp left behind. */
export function readEffects(result: unknown): Effects {
  const count = (member: string): number => {
    const parsed = z.number().safeParse(memberOf(result, member));
    if (parsed.success) return parsed.data;
    throw new InputError(`result.${member}: expected a number`);
  };
  return {
    inputs: decodeArrays(memberOf(result, "inputs"), "result.inputs"),
    cotangents: decodeArrays(memberOf(result, "cotangents"), "result.cotangents"),
    tensors: count("tensors"),
    buffers: count("buffers"),
  };
}

function memberOf(result: unknown, member: string): unknown {
  return new Map(membersOf(result, "result", "members")).get(member);
}

import { UnsupportedError } from "../../base/errors.ts";
import { derivativeOf, type Description, type Engine, type Method } from "../engine.ts";
import { encodeArrays } from "./arrays.ts";
import { readDerivative, readHvp, readJacobian, readJvp, readValue, readVjp } from "./request.ts";

/** Answers one method: from its params, as they came, to its result in JSON. */
type Handler = (engine: Engine, params: unknown) => Promise<object> | object;

const methods: Readonly<Record<Method, Handler>> = {
  value: async (engine, params) => {
    const { outputs } = await engine.value(readValue(params));
    return { outputs: encodeArrays(outputs) };
  },
  vjp: async (engine, params) => {
    const { outputs, gradients } = await engine.vjp(readVjp(params));
    return { outputs: encodeArrays(outputs), gradients: encodeArrays(gradients) };
  },
  jvp: async (engine, params) => {
    const { outputs, tangents } = await engine.jvp(readJvp(params));
    return { outputs: encodeArrays(outputs), tangents: encodeArrays(tangents) };
  },
  jacobian: async (engine, params) => {
    const { outputs, jacobians } = await engine.jacobian(readJacobian(params));
    const encoded = Object.entries(jacobians).map(([out, byInput]) => [out, encodeArrays(byInput)] as const);
    return { outputs: encodeArrays(outputs), jacobians: Object.fromEntries(encoded) };
  },
  hvp: async (engine, params) => {
    const { outputs, gradients, products } = await engine.hvp(readHvp(params));
    return { outputs: encodeArrays(outputs), gradients: encodeArrays(gradients), products: encodeArrays(products) };
  },
  effects: async (engine, params) => {
    if (engine.effects === undefined) throw new UnsupportedError(`${engine.description.engine} has no effects`);
    const { inputs, cotangents, ...counts } = await engine.effects(readVjp(params));
    return { inputs: encodeArrays(inputs), cotangents: encodeArrays(cotangents), ...counts };
  },
  derivative: async (engine, params) => {
    const { outputs, products } = await derivativeOf(engine, readDerivative(params));
    return { outputs: encodeArrays(outputs), products: encodeArrays(products) };
  },
};

/** What answers each method of the protocol, by name. */
export const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["describe", ({ description }) => describe(description)],
  ...Object.entries(methods).map(([method, handle]): [string, Handler] => [method, ifListed(method, handle)]),
]);

function describe({ ops, ...rest }: Description): object {
  return { protocol: 1, ...rest, ops: Object.fromEntries(ops.map((op) => [op, {}])) };
}

/** A method that the engine does not list is answered with an UnsupportedError. */
function ifListed(method: string, handle: Handler): Handler {
  return (engine, params) => {
    const { engine: name, methods } = engine.description;
    if (methods.some((listed) => listed === method)) return handle(engine, params);
    throw new UnsupportedError(`${name} has no ${method}; it has ${methods.join(", ")}`);
  };
}

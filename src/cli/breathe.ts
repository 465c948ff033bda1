import { setImmediate } from "node:timers/promises";
import { derivativeOf, type Engine } from "../oracles/engine.ts";

/** The longest that a Ctrl-C waits to be heard, in milliseconds. */
const BREATH = 50;

/**
 * An engine in this process computes without a pause: no signal is heard and no timer runs until it is done. This one
 * lets them in, now and then, before it begins.
 */
export function breathing(engine: Engine): Engine {
  let last = performance.now();
  const breath = async (): Promise<void> => {
    if (performance.now() - last < BREATH) return;
    await setImmediate();
    last = performance.now();
  };
  return {
    description: engine.description,
    value: (request) => breath().then(() => engine.value(request)),
    vjp: (request) => breath().then(() => engine.vjp(request)),
    jvp: (request) => breath().then(() => engine.jvp(request)),
    jacobian: (request) => breath().then(() => engine.jacobian(request)),
    hvp: (request) => breath().then(() => engine.hvp(request)),
    derivative: async (request) => {
      await breath();
      return derivativeOf(engine, request);
    },
    close: () => engine.close(),
  };
}

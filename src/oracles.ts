export { cotangent } from "./oracles/cotangent.ts";
export type {
  Arrays,
  Description,
  Engine,
  HvpRequest,
  JacobianRequest,
  JvpRequest,
  Method,
  ValueRequest,
  VjpRequest,
} from "./oracles/engine.ts";
export { exact } from "./oracles/exact.ts";
export {
  finiteDifference,
  finiteDifferenceOf,
  type Answered,
  type Batched,
  type Differences,
} from "./oracles/finite-difference.ts";
export { engineProcess, type EngineProcessOptions } from "./oracles/process/client.ts";
export { EngineCrashError, EngineError, EngineProtocolError, EngineTimeoutError } from "./oracles/process/errors.ts";
export { tfjs, type TfjsOptions } from "./oracles/tfjs/index.ts";
export { printJax, printTfjs, printTorch } from "./program/print/index.ts";
export { inferShapes, parseProgram, type Program, type Step } from "./program/program.ts";
export { recordProgram, type Recorded } from "./program/record.ts";
export { runProgram } from "./program/run.ts";

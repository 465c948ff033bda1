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
export { finiteDifference, type Batched, type Differences } from "./oracles/finite-difference.ts";
export { engineProcess } from "./oracles/process/client.ts";
export { tfjs } from "./oracles/tfjs/index.ts";
export { parseProgram, type Program, type Step } from "./program/program.ts";
export { recordProgram, type Recorded } from "./program/record.ts";

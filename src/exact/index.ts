export { NotDifferentiableError } from "./differences.ts";
export { exactBox, exactHvp, exactJacobian, exactJvp, exactValue, exactVjp } from "./derivatives.ts";
export { PrecisionError } from "./levels.ts";

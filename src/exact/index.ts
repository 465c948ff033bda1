export { NotDifferentiableError } from "./differences.ts";
export { exactBox, exactHvp, exactJacobian, exactJvp, exactValue, exactVjp, Kept } from "./derivatives.ts";
export { fewestDigits, PrecisionError } from "./levels.ts";

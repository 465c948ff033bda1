export { checkGradients, type GradientCheck } from "./checks/check-gradients.ts";
export type { InputCheck } from "./checks/input-check.ts";
export type { Comparison, DifferenceKind } from "./checks/compare.ts";

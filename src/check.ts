export { checkGradients, type GradientCheck, type InputCheck } from "./checks/check-gradients.ts";
export type { Comparison, DifferenceKind } from "./checks/compare.ts";

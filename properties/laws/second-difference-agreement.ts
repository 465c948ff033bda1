import { repeatedDifferences } from "./repeated-differences.ts";

/** Hessian-vector products are what finite differences of the gradients say. */
export const secondDifferenceAgreement = repeatedDifferences("second-difference-agreement", 2);

import { repeatedDifferences } from "./repeated-differences.ts";

/** Third derivatives are what finite differences of Hessian-vector products say. */
export const thirdDifferenceAgreement = repeatedDifferences("third-difference-agreement", 3);

import type { Law } from "../../src/checks/law.ts";
import { repeatedDifferences } from "./repeated-differences.ts";

/** Third derivatives are what finite differences of Hessian-vector products say. */
export const thirdDifferenceAgreement: Law = repeatedDifferences("third-difference-agreement", 3);

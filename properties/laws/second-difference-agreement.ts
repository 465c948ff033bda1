import type { Law } from "../../src/checks/law.ts";
import { repeatedDifferences } from "./repeated-differences.ts";

/** Hessian-vector products are what finite differences of the gradients say. */
export const secondDifferenceAgreement: Law = repeatedDifferences("second-difference-agreement", 2);

import type { Law } from "../../src/checks/law.ts";
import { derivativeAgreement } from "./derivative-agreement.ts";

/** The engine's fourth derivatives are those of the reference. */
export const fourthDerivativeAgreement: Law = derivativeAgreement("fourth-derivative-agreement", 4);

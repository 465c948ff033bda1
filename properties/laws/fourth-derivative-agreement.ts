import { derivativeAgreement } from "./derivative-agreement.ts";

/** The engine's fourth derivatives are those of the reference. */
export const fourthDerivativeAgreement = derivativeAgreement("fourth-derivative-agreement", 4);

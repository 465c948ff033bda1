import { derivativeAgreement } from "./derivative-agreement.ts";

/** The engine's third derivatives are those of the reference. */
export const thirdDerivativeAgreement = derivativeAgreement("third-derivative-agreement", 3);

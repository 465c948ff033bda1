import type { Law } from "../../src/checks/law.ts";
import { derivativeAgreement } from "./derivative-agreement.ts";

/** The engine's third derivatives are those of the reference. */
export const thirdDerivativeAgreement: Law = derivativeAgreement("third-derivative-agreement", 3);
